"""Sources that stand behind their cue: "said Ada Lund, the chair", "according to two clerks, who ...". All coordinates
here are token numbers, half open."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.readings.cues import among, is_adverb
from onrecord.readings.grammar import Range, has_finite, segments, time_end
from onrecord.readings.noun_phrases import plausible
from onrecord.readings.sources import LONGEST
from onrecord.readings.units import Token


def inverted(tokens: Sequence[Token], at: int, end: int) -> Range | None:
    """The subject behind the verb: "said Ada Lund, the chair of the board"; None where none stands at `at`."""
    begin = at
    if at >= end or tokens[at].shape in ".q" or _no_subject(tokens, at):
        return None
    while at < end and not _stops_inverted(tokens, begin, at, end):
        at += 1
    while at > begin and tokens[at - 1].shape == ".":
        at -= 1
    comma = next((n for n in range(begin, at) if tokens[n].low == ","), None)
    if comma is not None and ((at < end and tokens[at].shape == "q") or not plausible(tokens, (begin, at))):
        at = comma  # cut short by a quotation: "said Lund, who called it | “over”"
    found = (begin, at)
    if at - begin > 1 and tokens[begin].low in among("pronoun") and tokens[begin].shape == "w":
        return None  # "said he bore them no grudge"
    return found if at > begin and at - begin <= LONGEST and plausible(tokens, found) else None


def _no_subject(tokens: Sequence[Token], at: int) -> bool:
    low = tokens[at].low
    skipped = low in among("preposition") | among("relative") | among("subordinator") | among("coordinator") | among(
        "adverb"
    )
    return (
        skipped or low in ("him", "me", "them", "us") or time_end(tokens, at, len(tokens)) > at or is_adverb(tokens[at])
    )


def _stops_inverted(tokens: Sequence[Token], begin: int, at: int, end: int) -> bool:
    token = tokens[at]
    if token.shape == "q" or (token.shape == "." and token.low in ".;:—–!?"):
        return True
    if token.low == "," and at + 1 < end:
        behind = tokens[at + 1].low
        return (
            behind.endswith("ing")
            or behind in among("coordinator") | among("subordinator") - {"where"}
            or behind in ("in", "on", "at", "to", "during", "that")
        )
    if at > begin and token.shape == "w":
        if token.low in (
            "when",
            "while",
            "during",
            "after",
            "before",
            "by",
            "through",
            "as",
            "to",
            "because",
            "via",
            "following",
            "if",
            "on",
            "late",
            "early",
            "last",
            "ahead",
            "this",
        ):
            return True
        if token.low in ("in", "at"):
            return time_end(tokens, at, end) > at or any(t.low in among("medium") for t in tokens[at + 1 : at + 5])
    return (
        at > begin
        and token.shape == "C"
        and token.low in among("time")
        and tokens[at - 1].low not in ("of", "on")
        and time_end(tokens, at, end) > at
    )


def named_behind(tokens: Sequence[Token], at: int, end: int, initial: bool) -> Range | None:
    """The source behind "according to". `initial`: the phrase opens its clause, and a comma before the clause closes
    it."""
    begin = at
    while at < end:
        token = tokens[at]
        if (token.shape == "q" and at > begin) or (token.shape == "." and token.low in ".;:—–!?"):
            break
        if token.low == "," and not _goes_on(tokens, at, end, initial):
            break
        at += 1
    found = (begin, at)
    return found if at > begin and at - begin <= LONGEST and plausible(tokens, found) else None


def _goes_on(tokens: Sequence[Token], at: int, end: int, initial: bool) -> bool:
    """Whether behind a comma more is said of the source: "a clerk, who ...", "Ada Lund, the chair, ..."."""
    behind = segments(tokens, at + 1, end)
    if not behind:
        return False
    start, stop = behind[0]
    relative = tokens[start].low in ("who", "whose", "which")
    if stop - start > 20 and not relative:
        return False
    closes = stop < end and tokens[stop].low == ","
    if initial:
        named = all(token.shape == "C" for token in tokens[max(0, at - 2) : at])
        return closes and (
            relative or (named and not has_finite(tokens, behind[0]) and tokens[start].low in among("determiner"))
        )
    return relative
