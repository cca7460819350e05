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
    """A silence among the tokens of a unit: its cue, its act, and whether its subject is what went unanswered."""

    cue: Range
    act: Act
    unanswered: bool = False


@cache
def _patterns() -> tuple[tuple[Act, bool, re.Pattern[str]], ...]:
    words = table("silences")
    lists: tuple[tuple[Act, bool, str], ...] = (
        ("no_response", False, "no_response"), ("no_response", True, "unanswered"), ("declines", False, "declines"), ("evades", False, "evasion"),
    )  # fmt: skip
    return tuple((act, turned, _compiled(words[key])) for act, turned, key in lists)


def _compiled(pieces: Sequence[str]) -> re.Pattern[str]:
    words = table("silences")
    joined = "|".join(pieces).replace("NOT", words["not"]).replace("VERB", "|".join(words["verbs"]))
    return re.compile(rf"\b(?:{joined})", re.IGNORECASE)


@cache
def _hint() -> re.Pattern[str]:
    """A word that every silence has: looked for first, since most sentences have none."""
    return re.compile(r"n['’]t |\bnot |never |declin|refus|unavail|unreach|unansw|unreturn|failed to|no (?:\w+ )?(?:reply|resp|answ|comm)|ignored|referred|directed|neither|without ", re.IGNORECASE)


@cache
def _spoken(key: str) -> re.Pattern[str]:
    return re.compile("|".join(table("silences")[key]), re.IGNORECASE)


def find(text: str, unit: Unit) -> Iterator[Silence]:
    """The silences told in a unit, outside its quotations."""
    if not _hint().search(text, unit.start, unit.end):
        return
    starts = [token.start for token in unit.tokens]
    taken = 0
    found = sorted(
        (hit.start(), hit.end(), act, turned) for act, turned, pattern in _patterns() for hit in pattern.finditer(text, unit.start, unit.end)
    )
    for start, end, act, turned in found:
        first = bisect_left(starts, start)
        last = bisect_left(starts, end - 1 if text[end - 1].isspace() else end)
        whole = first < len(starts) and starts[first] == start
        if whole and first >= taken and first < last and all(token.quote < 0 for token in unit.tokens[first:last]):
            taken = last
            yield Silence((first, last), act, turned)


def is_spoken(words: str) -> bool:
    """Whether what is said is that nothing will be said: "it would not discuss the matter"."""
    return bool(_spoken("spoken").search(words[:200]))


def is_denial(words: str) -> bool:
    """Whether what is said is said against something: "I have never met him", "there was no fire"."""
    return bool(_spoken("denial").search(words[:200]))
