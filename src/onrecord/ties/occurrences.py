"""Sightings -> Tie: which sightings, of one article or several, are of one occurrence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.language.clauses import WORD
from onrecord.nouns import Span, Tie, When, digest
from onrecord.ties.pairs import Sighting

ALIKE = 0.5
"""Share of the shorter evidence's words that the other must have for two undated sightings to be one occurrence."""

MOSTLY_ALIKE = 0.8
"""The same where only one of the two is dated: a copy's sentence hardly changes otherwise."""


COMPARED = 24
"""Sightings of an occurrence that a further one is compared with; a hundredth copy adds nothing."""

ONCE = frozenset({"dismisses", "appoints", "acquires"})
"""What one does to another once, unless two times tell otherwise."""


class Told(NamedTuple):
    """A sighting with its place, its time and on whose word it is."""

    sighting: Sighting
    span: Span
    when: When | None
    on_word_of: str | None
    words: frozenset[str]


def told(sighting: Sighting, span: Span, when: When | None, on_word_of: str | None) -> Told:
    """A sighting made ready to be compared."""
    return Told(sighting, span, when, on_word_of, frozenset(word.group().lower() for word in WORD.finditer(span.text)))


def merge(sightings: Sequence[Told]) -> list[Tie]:
    """One Tie an occurrence, by id."""
    groups: defaultdict[tuple[str, str, str, str], list[list[Told]]] = defaultdict(list)
    for one in sorted(sightings, key=lambda t: (_vagueness(t.when), t.span.article, t.span.start, t.span.end)):
        seen = one.sighting
        occurrences = groups[seen.actor, seen.target, seen.type, seen.sign]
        home = next(
            (members for members in occurrences if any(same(one, member) for member in members[:COMPARED])), None
        )
        if home is None:
            occurrences.append([one])
        else:
            home.append(one)
    return sorted((_tie(members) for found in groups.values() for members in found), key=lambda tie: tie.id)


def same(one: Told, other: Told) -> bool:
    """Whether two sightings of one kind of tie between the same two are one occurrence: by their time and their
    words."""
    if one.span.article == other.span.article and one.sighting.extent == other.sighting.extent:
        return True
    if one.sighting.type in ONCE and (one.when is None or other.when is None or _meet(one.when, other.when)):
        return True
    shared = len(one.words & other.words) / max(1, min(len(one.words), len(other.words)))
    if one.when is None or other.when is None:
        return shared >= (ALIKE if one.when is other.when else MOSTLY_ALIKE)
    return _meet(one.when, other.when) and shared >= ALIKE


def _meet(one: When, other: When) -> bool:
    first, last = max(one.from_ or "", other.from_ or ""), min(one.to or "9", other.to or "9")
    return first[:10] <= last[:10]


def _vagueness(when: When | None) -> tuple[int, str]:
    """Dated before half dated before undated; then by date."""
    if when is None:
        return 2, ""
    return int(when.from_ is None or when.to is None), f"{when.from_}{when.to}"


def _tie(members: Sequence[Told]) -> Tie:
    first, seen = members[0], members[0].sighting
    spans = {(m.span.article, m.span.start, m.span.end): m.span for m in members}
    evidence = tuple(span for _, span in sorted(spans.items()))
    word = next((None for m in members if m.on_word_of is None), first.on_word_of)
    place = evidence[0].article, evidence[0].start, evidence[0].end
    return Tie(
        id=digest("tie", seen.actor, seen.target, seen.type, seen.sign, *place),
        actor=seen.actor, target=seen.target, type=seen.type, plover=seen.plover, sign=seen.sign, when=first.when,
        evidence=evidence, on_word_of=word, confidence=max(m.sighting.confidence for m in members),
    )  # fmt: skip
