"""What stands between a verb and what is said: hearers, times, "however"; and where "that" or "to" follows. All
coordinates here are token numbers, half open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.language.clauses import is_finite
from onrecord.readings.cues import Cue, among, is_adverb
from onrecord.readings.grammar import Range, time_end
from onrecord.readings.units import Token

REACH = 18
"""Tokens between a verb and its "that", "to" or quotation. Longer ones are told of somebody else."""

_HARD = frozenset(".;:!?…—–")


class Complement(NamedTuple):
    """What follows a verb: `kind` says how it is joined, `hearer` who it is said to."""

    kind: str
    pieces: tuple[Range, ...]
    hearer: Range | None = None


def word_ahead(tokens: Sequence[Token], at: int, wanted: Sequence[str]) -> int | None:
    """The next of the wanted small words, if nothing but a hearer, a time or a place stands before it."""
    commas = 0
    at = _aside_off(tokens, at)
    if at < len(tokens) and tokens[at].low == ",":
        return None
    for n in range(at, min(len(tokens), at + REACH)):
        token = tokens[n]
        if token.low in wanted and token.shape == "w":
            return None if token.low == "that" and _no_opening(tokens, at, n) else n
        if token.shape == "q" or (token.shape == "." and token.low in _HARD):
            return None
        commas += token.low == ","
        if (n > at and token.shape == "w" and main_verb(tokens, at, n)) or commas > 2:
            return None
    return None


def _aside_off(tokens: Sequence[Token], at: int) -> int:
    """Behind ", however," and the like."""
    if (
        at + 2 < len(tokens)
        and tokens[at].low == ","
        and tokens[at + 2].low == ","
        and (is_adverb(tokens[at + 1]) or tokens[at + 1].low in ("however", "though", "too"))
    ):
        return at + 3
    return at


def _no_opening(tokens: Sequence[Token], at: int, n: int) -> bool:
    """Whether a "that" opens no clause: "that day", "said that was enough", "a memo that said"."""
    if n + 1 >= len(tokens):
        return True
    behind_it = tokens[n + 1]
    return behind_it.shape == "w" and ((n > at and behind_it.low in among("time")) or is_finite(behind_it.low))


def main_verb(tokens: Sequence[Token], at: int, n: int) -> bool:
    before = tokens[n - 1]
    if not is_finite(tokens[n].low) or before.low in among("determiner") | among("preposition"):
        return False
    return not any(token.low in ("who", "which", "whose") for token in tokens[at:n])


def heard_by(tokens: Sequence[Token], cue: Cue, end: int) -> Range | None:
    """The noun phrase right behind the verb, up to a place, a time or a comma."""
    at = cue.last
    if (
        at >= end
        or tokens[at].low in among("preposition")
        or tokens[at].shape in ".q"
        or time_end(tokens, at, end) > at
        or is_adverb(tokens[at])
    ):
        return None
    stop = at + 1
    while stop < end and tokens[stop].shape not in ".q":
        if tokens[stop].low in (
            "in",
            "on",
            "at",
            "last",
            "this",
            "after",
            "during",
            "through",
            "by",
            "late",
            "early",
            "before",
            "earlier",
        ):
            break
        if tokens[stop].shape == "C" and tokens[stop].low in among("time"):
            break
        stop += 1
    return at, stop


def adverbs_off(tokens: Sequence[Token], at: int) -> int:
    while (
        at < len(tokens)
        and is_adverb(tokens[at])
        and tokens[at].low not in ("both", "all", "each", "even", "just", "once")
    ):
        at += 1
    return at
