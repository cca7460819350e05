"""One article's sightings of ties, each with its span, its time and on whose word it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.nouns import ActorType, Article, Extent, Reading, Reference, Statement, Time, When
from onrecord.ties.deeds import Sighting, deeds
from onrecord.ties.occurrences import Told, told
from onrecord.ties.roles import Party, Sentence
from onrecord.ties.speech import said
from onrecord.words.clauses import LONGEST, clauses

ACTING: frozenset[ActorType] = frozenset({"person", "organisation", "outlet", "government", "group"})
VAGUE = frozenset({"open", "now", "age", "duration", "frequency", "since"})

REMEMBERED = 3
"""Sentences back in which "the two men" were named."""


class Page(NamedTuple):
    """What is known of one article."""

    article: Article
    reading: Reading
    reference: Reference
    times: Sequence[Time]
    statements: Sequence[Statement]


def sightings(page: Page, types: Mapping[str, ActorType]) -> list[Told]:
    """Every tie the article tells, in text order within each way of telling; one deed told both ways counts once."""
    parties = _parties(page, types)
    told_by_verb = _deeds(page, parties)
    taken = {(seen.actor, seen.target, seen.sign, _sentence_at(page.reading, seen.at)) for seen in told_by_verb}
    by_words = [
        seen
        for seen in said(page.statements, page.article.text, parties)
        if (seen.actor, seen.target, seen.sign, _sentence_at(page.reading, seen.at)) not in taken
    ]
    return [_told(page, seen) for seen in told_by_verb + by_words]


def _parties(page: Page, types: Mapping[str, ActorType]) -> list[Party]:
    """The article's mentions in text order, the outer one where one stands inside another; what cannot act is nobody."""
    out: list[Party] = []
    pairs = zip(page.reading.mentions, page.reference.actors, strict=True)
    for mention, actor in sorted(pairs, key=lambda pair: (pair[0].start, -pair[0].end)):
        if out and mention.end <= out[-1].mention.end:
            continue
        kind = types.get(actor, mention.type) if actor else mention.type
        out.append(Party(mention, actor if kind in ACTING else None))
    return out


def _deeds(page: Page, parties: Sequence[Party]) -> list[Sighting]:
    starts = [party.mention.start for party in parties]
    out: list[Sighting] = []
    persons: list[list[str]] = []
    for start, end in page.reading.sentences:
        if end - start > LONGEST:
            continue
        held = parties[bisect_left(starts, start) : bisect_left(starts, end)]
        recent = list(dict.fromkeys(actor for named in reversed(persons[-REMEMBERED:]) for actor in reversed(named)))
        if held or recent:
            sentence = Sentence(page.article.text, (start, end), clauses(page.article.text, start, end), held)
            out += deeds(sentence, recent[:2][::-1])
        persons.append([p.actor for p in held if p.actor and p.mention.type == "person"])
    return out


def _sentence_at(reading: Reading, at: int) -> int:
    return bisect_left(reading.sentences, (at + 1, -1))


def _told(page: Page, seen: Sighting) -> Told:
    start, end = _trimmed(page.article.text, seen.extent)
    own = [s for s in page.statements if s.cue and s.cue.start <= seen.at < s.cue.end]
    when = _time(page, seen) or next((s.said for s in own if s.said), None)
    holding = [
        (piece.end - piece.start, statement.id)
        for statement in page.statements
        for piece in statement.content
        if piece.start <= seen.at < piece.end
    ]
    return told(seen, page.article.span(start, end), when, min(holding)[1] if holding else None)


def _trimmed(text: str, extent: Extent) -> Extent:
    start, end = extent
    while end > start + 1 and text[end - 1] in " ,;:\n":
        end -= 1
    return start, end


def _time(page: Page, seen: Sighting) -> When | None:
    """The narrowest dated time in the sighting's own words."""
    start, end = seen.extent
    held = [
        time
        for time in page.times
        if start <= time.span.start < end and time.when.from_ and time.when.to and time.when.precision not in VAGUE
    ]
    return min(held, key=lambda t: (t.when.to or "", t.when.from_ or "", t.span.start)).when if held else None
