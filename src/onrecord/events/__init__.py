"""Statement, Reading, Time -> Event. The timeline: what happened, once, with every telling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from onrecord.events.merging import merge
from onrecord.events.tellings import Page, tellings
from onrecord.nouns import Article, Copy, Dating, Event, Reading, Reference, Statement, Time, When


def tell(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    references: Sequence[Reference],
    copies: Sequence[Copy],
    datings: Sequence[Dating],
    times: Sequence[Time],
    statements: Sequence[Statement],
) -> list[Event]:
    """The dated events of a thread, each once across its articles, by id.

    An event is a clause that tells of a doing and holds a dated expression, narrated or reported; reported ones are
    `on_word_of` the innermost statement whose content holds them. What is denied, supposed or undated is none, nor what
    is told as past and dated after its article. `when` is the stretch that all tellings leave; `line` the clause of the
    best telling from its subject on: the article's own rather than somebody's word, an original's rather than a copy's.
    """
    told: defaultdict[str, list[Time]] = defaultdict(list)
    said: defaultdict[str, list[Statement]] = defaultdict(list)
    for time in times:
        told[time.span.article].append(time)
    for statement in statements:
        said[statement.article].append(statement)
    read = {reading.article: reading for reading in readings}
    meant = {reference.article: reference for reference in references}
    dated = {dating.article: dating.published for dating in datings}
    made = {copy.copy for copy in copies if copy.direction != "unknown"}
    pages = [
        Page(
            a, read[a.id], meant[a.id], told[a.id], said[a.id], _latest(dated.get(a.id), a.updated), a.id in made,
            sorted(statement.cue.start for statement in said[a.id] if statement.cue),
        )
        for a in articles
        if a.id in read and a.id in meant
    ]  # fmt: skip
    return merge([telling for page in pages for telling in tellings(page)])


def _latest(*whens: When | None) -> date | None:
    """The last day on which the article's words can have been written, None where nothing is known."""
    return max((date.fromisoformat(when.to[:10]) for when in whens if when and when.to), default=None)
