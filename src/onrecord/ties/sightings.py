"""One article's sightings of ties, each with its span, its time and on whose word it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from onrecord.language.clauses import LONGEST, clauses
from onrecord.nouns import ActorType, Article, Extent, Mention, Reading, Reference, Statement, TieType, Time, When
from onrecord.ties.appositions import named
from onrecord.ties.deeds import deeds
from onrecord.ties.doubts import settled
from onrecord.ties.occurrences import Told, told
from onrecord.ties.pairs import Sighting
from onrecord.ties.regards import felt
from onrecord.ties.roles import Party, Sentence
from onrecord.ties.speech import said

ACTING: frozenset[ActorType] = frozenset({"person", "organisation", "outlet", "government", "group"})
VAGUE = frozenset({"open", "now", "age", "duration", "frequency", "since", "by", "until"})

LONGEST_STRETCH = 370
"""Days: a deed dated to more than a year is dated to nothing."""

FIRST_PERSON = re.compile(r"\b(I|me|my)\b")
REPORTED_SELF = re.compile(r"\s*(?:that\s)?(he|she|it|they)\b")

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
    known = named(page.article.text, _with_speakers(page, _parties(page, types)))
    parties = settled(page.article.text, page.reading.sentences, known)
    found = _deeds(page, parties, _outlet(page, types))
    found += _untold(page, found, said(page.statements, page.article.text, parties), _kin)
    actors = [actor if actor and types.get(actor) in ACTING else None for actor in page.reference.actors]
    found += _untold(page, found, felt(page.reading.regards, actors), lambda _: None)
    return [_told(page, seen) for seen in found]


def _untold(
    page: Page, told: Sequence[Sighting], more: Sequence[Sighting], sort: Callable[[TieType], object]
) -> list[Sighting]:
    """Those of `more` that none of `told` tells already, of the same two, of one sort, in one sentence."""

    def key(seen: Sighting) -> tuple[object, ...]:
        return seen.actor, seen.target, sort(seen.type), _sentence_at(page.reading, seen.at)

    taken = {key(seen) for seen in told}
    return [seen for seen in more if key(seen) not in taken]


def _parties(page: Page, types: Mapping[str, ActorType]) -> list[Party]:
    """The article's mentions in text order, the outer one where one stands inside another; what cannot act is
    nobody."""
    out: list[Party] = []
    pairs = zip(page.reading.mentions, page.reference.actors, strict=True)
    for mention, actor in sorted(pairs, key=lambda pair: (pair[0].start, -pair[0].end)):
        kind = types.get(actor, mention.type) if actor else mention.type
        land = actor if kind == "place" and mention.form == "name" else None
        party = Party(mention, actor if kind in ACTING else None, land)
        inside = out and mention.end <= out[-1].mention.end
        if inside and out[-1].mention.type not in ACTING and party.actor:
            out[-1] = party
        elif not inside:
            out.append(party)
    return out


def _with_speakers(page: Page, parties: Sequence[Party]) -> list[Party]:
    """The parties, and who speaks of himself: "I" in a quotation, "it" or "he" as the first word of reported speech,
    where no mention covers them or theirs is not known."""
    known = {(p.mention.start, p.mention.end): p for p in parties}
    for statement in sorted(page.statements, key=lambda s: (len(s.text), s.span.start, s.id)):
        actor = statement.speaker.actor if statement.speaker else None
        for piece in statement.content if actor else ():
            own = [REPORTED_SELF.match(piece.text)] if statement.mode != "direct" else []
            first = FIRST_PERSON.finditer(piece.text) if statement.mode != "indirect" else iter(())
            for found in [*own, *first]:
                place = found and (piece.start + found.start(1), piece.start + found.end(1))
                if place and (place not in known or known[place].actor is None):
                    mention = Mention(start=place[0], end=place[1], type="person", form="pronoun")
                    known[place] = Party(known[place].mention if place in known else mention, actor)
    return [party for _, party in sorted(known.items(), key=lambda item: item[0])]


def _kin(kind: TieType) -> str:
    """Types that name one deed in two ways."""
    return {"offers": "promises", "threatens": "warns", "insults": "criticises"}.get(kind, kind)


def _outlet(page: Page, types: Mapping[str, ActorType]) -> Party | None:
    """The outlet that "the report" is by: the only one that speaks in the article, the first place it does."""
    speaking = [s.speaker for s in page.statements if s.speaker and s.speaker.actor and s.speaker.span]
    outlets = {speaker.actor: speaker for speaker in reversed(speaking) if types.get(speaker.actor or "") == "outlet"}
    if len(outlets) != 1:
        return None
    ((actor, speaker),) = outlets.items()
    place = speaker.span
    return Party(Mention(start=place.start, end=place.end, type="outlet", form="name"), actor) if place else None


def _deeds(page: Page, parties: Sequence[Party], outlet: Party | None) -> list[Sighting]:
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
            out += deeds(sentence, recent[:2][::-1], outlet)
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
    if text.startswith("that ", start, end):
        start += len("that ")
    while end > start + 1 and text[end - 1] in " ,;:\n":
        end -= 1
    return start, end


def _time(page: Page, seen: Sighting) -> When | None:
    """The narrowest dated time in the sighting's own words, or between them and its subject. What somebody is asked or
    promised to do has a time of its own behind him: only the words before count for those."""
    end = seen.at if seen.type in ("requests", "promises", "offers", "threatens", "warns") else seen.extent[1]
    held = [
        (_days(time.when), time.span.start, time.when)
        for time in page.times
        if seen.reach <= time.span.start < end and _days(time.when) is not None
    ]
    return min(held, key=lambda found: found[:2])[2] if held else None


def _days(when: When) -> int | None:
    """Days of a stretch with two ends, None where it dates nothing."""
    if when.from_ is None or when.to is None or when.precision in VAGUE:
        return None
    days = (date.fromisoformat(when.to[:10]) - date.fromisoformat(when.from_[:10])).days
    return days if 0 <= days <= LONGEST_STRETCH else None
