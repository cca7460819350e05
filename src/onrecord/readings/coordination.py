"""Sources joined by "and", commas or "nor": one by one. All coordinates here are token numbers, half open."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language.clauses import is_finite
from onrecord.readings.cues import among, is_kind
from onrecord.readings.grammar import Range, is_intro, opening, segments, time_end
from onrecord.readings.units import Token

LONGEST_MEMBER = 12
"""Tokens of one member of a list of sources; what is longer is a clause."""

_MODIFIERS = frozenset(
    ("current", "former", "past", "present", "senior", "junior", "active", "retired", "serving", "old", "new")
)


def split(tokens: Sequence[Token], found: Range, plain: bool = False) -> list[Range]:
    """Coordinated sources one by one: "Oduya, Lund and the ministry" is three. A lone "and" inside a name splits
    nothing. `plain`: the parts may begin with a number or a small word ("a memo and four people")."""
    start, end = found
    if not plain and any(tokens[at].low in among("relative") for at in range(start, end)):
        return [found]
    if tokens[start].low == "neither":
        nor = next((at for at in range(start, end - 1) if tokens[at].low == "nor"), None)
        return [(start + 1, nor), (nor + 1, end)] if nor is not None and nor > start + 1 else [found]
    cuts = [at for at in range(start + 1, end - 1) if tokens[at].low == "and" and tokens[at].shape == "w"]
    if len(cuts) != 1 or not (_opens(tokens, cuts[0] + 1) or plain) or tokens[cuts[0] - 1].low in _MODIFIERS:
        return [found]
    if not plain and _office(tokens, start, cuts[0]):
        return [found]
    if plain:
        return [(start, cuts[0]), (cuts[0] + 1 + (tokens[cuts[0] + 1].low == "on"), end)]
    parts = segments(tokens, start, cuts[0])
    if any(not _opens(tokens, part[0]) for part in parts) or (len(parts) > 1 and not _list(tokens, parts)):
        return [found]
    if any(tokens[at].low in among("preposition") for part in parts for at in range(*part)):
        return [found]
    return [*parts, (cuts[0] + 1, end)]


def _office(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether the words before "and" are an office of whoever is named behind it: "Liberal strategist and writer Ada
    Lund"."""
    last = tokens[end - 1]
    return (
        tokens[start].shape == "C"
        and last.shape == "w"
        and is_kind(last)
        and not last.low.endswith("s")
        and not any(token.low in among("determiner") or token.low == "," for token in tokens[start:end])
    )


def _opens(tokens: Sequence[Token], at: int) -> bool:
    low = tokens[at].low
    return tokens[at].shape == "C" or low in among("determiner") | {"he", "she", "they"}


def _list(tokens: Sequence[Token], parts: list[Range]) -> bool:
    """Whether the stretches are members of a list, not a name and what is said of it."""
    return all(
        part[1] - part[0] <= 6
        and all(token.shape == "C" or token.low in ("the", "of", "&", "'s") for token in tokens[part[0] : part[1]])
        for part in parts
    )


def listed(tokens: Sequence[Token], floor: int, last: Range) -> list[Range]:
    """The members of a list whose last is `last`: "the bank, Ada Lund, the mayor, and | the ministry". What only says
    who a name before it is ("the mayor") is no member. Just `last` where no list stands before it."""
    at = last[0] - 1
    if at <= floor or tokens[at].low not in ("and", "nor", "or"):
        return [last]
    members: list[Range] = []
    for start, end in reversed(segments(tokens, floor, at)):
        start = opening(tokens, start, end)
        if not _member(tokens, start, end):
            break
        members.append((start, end))
    if not members or (
        len(members) > 1 and tokens[members[-1][0] - 1].low not in (",", *among("opener")) and members[-1][0] > floor
    ):
        return [last]
    return [*_appositions_off(tokens, members[::-1]), last]


def _member(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether a stretch between commas is a noun phrase that may be a source."""
    if not 0 < end - start <= LONGEST_MEMBER or not _opens(tokens, start) or time_end(tokens, start, end) >= end:
        return False
    if is_intro(tokens, start) or any(tokens[n].shape in "q." and tokens[n].low != "'" for n in range(start, end)):
        return False
    return not any(tokens[n].shape == "w" and is_finite(tokens[n].low) for n in range(start, end))


def _appositions_off(tokens: Sequence[Token], members: Sequence[Range]) -> list[Range]:
    """A name with the office behind it as one: "Ada Lund, the mayor"."""
    out: list[Range] = []
    for start, end in members:
        named = (
            bool(out) and out[-1][1] - out[-1][0] > 1 and all(t.shape == "C" for t in tokens[out[-1][0] : out[-1][1]])
        )
        office = tokens[start].low in among("determiner") and any(
            is_kind(t) and t.shape == "w" for t in tokens[start:end]
        )
        if named and office:
            out[-1] = (out[-1][0], end)
        else:
            out.append((start, end))
    return out
