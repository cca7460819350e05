"""Statement, Reading -> Tie. How people and bodies stand to one another, an occurrence a row."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.nouns import Article, Persona, Reading, Reference, Statement, Tie, Time
from onrecord.ties.occurrences import Told, merge
from onrecord.ties.sightings import Page, sightings


def draw(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    personas: Sequence[Persona],
    references: Sequence[Reference],
    times: Sequence[Time],
    statements: Sequence[Statement],
) -> list[Tie]:
    """What the actors of a thread did or said towards one another, once an occurrence, by id.

    A tie needs two persons, bodies, outlets or groups that are known, a verb (or words of praise or blame) between
    them, and a clause that shows it. `when` is the clause's own time, or when the statement that is the tie was said;
    `on_word_of` the innermost statement whose content tells it. Denied, wished for and supposed ties are none."""
    types = {persona.id: persona.type for persona in personas}
    read = {reading.article: reading for reading in readings}
    meant = {reference.article: reference for reference in references}
    dated: defaultdict[str, list[Time]] = defaultdict(list)
    spoken: defaultdict[str, list[Statement]] = defaultdict(list)
    for time in times:
        dated[time.span.article].append(time)
    for statement in statements:
        spoken[statement.article].append(statement)
    seen: list[Told] = []
    for article in articles:
        if article.id in read and article.id in meant:
            page = Page(article, read[article.id], meant[article.id], dated[article.id], spoken[article.id])
            seen += sightings(page, types)
    return merge(seen)
