"""Silences: who did not respond, could not be reached, declined to comment, would not say; and who did not deny."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from onrecord.nouns import Act
from onrecord.readings.units import Unit
from onrecord.words import table

Range = tuple[int, int]


class Silence(NamedTuple):
    """A silence among the tokens of a unit: its cue, its act, whether its subject is what went unanswered, and whether
    it is a silence only where its subject is "neither X nor Y"."""

    cue: Range
    act: Act
    unanswered: bool = False
    neither: bool = False


class _Pattern(NamedTuple):
    words: re.Pattern[str]
    act: Act
    unanswered: bool = False
    neither: bool = False


@cache
def _patterns() -> tuple[_Pattern, ...]:
    words = table("silences")
    return (
        _Pattern(_compiled(words["no_response"]), "no_response"),
        _Pattern(_compiled(words["unanswered"]), "no_response", unanswered=True),
        _Pattern(_compiled(words["declines"]), "declines"),
        _Pattern(_compiled(words["evasion"]), "evades"),
        _Pattern(_compiled(words["neither"]), "no_response", neither=True),
        _Pattern(_compiled(words["neither_would"]), "declines", neither=True),
    )


def _compiled(pieces: Sequence[str]) -> re.Pattern[str]:
    words = table("silences")
    joined = "|".join(pieces).replace("NOT", words["not"]).replace("VERB", "|".join(words["verbs"]))
    return re.compile(rf"\b(?:{joined})", re.IGNORECASE)


@cache
def _hint() -> re.Pattern[str]:
    """A word that every silence has: looked for first, since most sentences have none."""
    return re.compile("|".join(table("silences")["hints"]), re.IGNORECASE)


def find(text: str, unit: Unit) -> Iterator[Silence]:
    """The silences told in a unit, outside its quotations, in order; of two that overlap the first."""
    if not _hint().search(text, unit.start, unit.end):
        return
    starts = [token.start for token in unit.tokens]
    neither = any(token.low in ("neither", "none", "nobody") for token in unit.tokens)
    hits = [
        (hit.start(), hit.end(), one) for one in _patterns() for hit in one.words.finditer(text, unit.start, unit.end)
    ]
    taken, asked = 0, False
    for start, end, one in sorted(hits, key=lambda hit: hit[:2]):
        first = bisect_left(starts, start)
        last = bisect_left(starts, end - 1 if text[end - 1].isspace() else end)
        whole = first < len(starts) and starts[first] == start and taken <= first < last
        if one.neither and asked:
            continue  # "neither responded to requests for comment": told already
        if whole and (neither or not one.neither) and all(token.quote < 0 for token in unit.tokens[first:last]):
            taken, asked = last, asked or one.neither
            yield Silence((first, last), one.act, one.unanswered, one.neither)


@cache
def wording(key: str) -> re.Pattern[str]:
    """The pattern of one list of wordings: what `says` looks for, or `negative`."""
    return re.compile("|".join(table("silences")[key]), re.IGNORECASE)


LOOKED_AT = 300
"""Characters of a content that show whether it is a denial or a refusal: its first clause."""


def says(key: str, words: str) -> bool:
    """Whether what is said is, by its first clause, of one of these kinds: `spoken` (that nothing will be said),
    `denial`, `evading`, `conceding`, `threatening`, `warning`, `sorry`."""
    return bool(wording(key).search(words[:LOOKED_AT]))
