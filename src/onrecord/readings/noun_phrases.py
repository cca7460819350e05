"""Whether words may be a source at all, and where they end. No parser; their first and last words tell. All coordinates
here are token numbers, half open."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.readings.cues import among, is_adverb, is_kind, is_plural
from onrecord.readings.grammar import Range, time_begin
from onrecord.readings.units import Token

_ALONE = frozenset(
    (
        "one", "some", "many", "most", "both", "others", "another", "neither", "several", "all", "someone", "somebody",
        "everyone", "everybody", "nobody", "anyone", "none", "few",
    )
)  # fmt: skip


def plausible(tokens: Sequence[Token], found: Range) -> bool:
    """Whether words may be a source: begin like a noun phrase, end like one, hold a noun, a name or a pronoun."""
    start, end = found
    head, tail = tokens[start], tokens[end - 1]
    if head.low in ("there", "this", "that", "what", "these", "which", "here", "it's", "not", "no"):
        return False
    if head.shape in ".q" or head.low in among("modal") | among("coordinator") | among("be"):
        return False
    if end - start == 1:
        if head.low in among("time"):
            return False
        return head.shape == "C" or head.low.partition("'")[0] in among("pronoun") or head.low in _ALONE or _noun(head)
    if (tail.shape == "9" and tokens[end - 2].low not in (",", "in")) or (
        tail.shape == "w" and end - start > 1 and tail.low in among("be") | among("have") | among("modal")
    ):
        return False
    open_end = among("determiner") - {
        "many",
        "all",
        "some",
        "both",
        "most",
        "others",
        "one",
        "two",
        "three",
        "four",
        "few",
        "more",
        "her",
    }
    return tail.shape not in "." and tail.low not in open_end | among("coordinator")


def _noun(token: Token) -> bool:
    """Whether a small word may be a source without article: a plural, or a word for people and bodies."""
    if token.shape != "w" or token.low in among("determiner") or is_adverb(token):
        return False
    return is_plural(token) or is_kind(token)


def trimmed(tokens: Sequence[Token], found: Range) -> Range:
    """A source without what is said of the verb behind it: "Lund, on Monday,", "he initially"."""
    start, end = found
    while end - start > 1:
        moved = time_begin(tokens, start, end)
        if moved > start + 1 and tokens[moved - 1].low == ",":
            end = moved - 1
        elif is_adverb(tokens[end - 1]) or tokens[end - 1].low == ",":
            end -= 1
        elif start < moved < end and all(token.shape == "C" for token in tokens[start:moved]):
            end = moved
        else:
            break
    return start, end


def owns(token: Token) -> bool:
    """Whether a word is a genitive, behind which no verb stands: "Lund's reported losses"."""
    return token.low.endswith(("s'", "'s")) and token.low not in ("he's", "she's", "it's", "who's", "that's")
