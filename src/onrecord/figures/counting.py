"""Text -> numbers that count or measure something, and what."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from onrecord.language import numerals
from onrecord.nouns import Extent
from onrecord.words import phrases

YEARS = range(1600, 2101)
NEAR = 90
"""Characters either side of a number in which its phrase may stand."""
LONGEST = 7
"""Words of the phrase that a number counts, at most."""
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
STOP = re.compile(r"[;:!?()\[\]\"“”\n—–]|[.,](?!\d)")
CLOCK = re.compile(r"\d{1,2}[:.]\d{2}(?!\d)|\d{1,2}[ ]?[ap]\.?m\b", re.IGNORECASE)
SPAN = re.compile(r"^[- ](?:\w+ ){1,2}(?:ago|later|earlier|before|after|from now)\b")
LINKED = re.compile(r"[-–—/:]\d|\d[-–—/:]$")


class Count(NamedTuple):
    """A number at `start`..`end` of a text, in base units, with its unit and the words for what it counts."""

    start: int
    end: int
    value: float
    unit: str | None
    what: str


def counts(text: str, dates: Sequence[Extent]) -> list[Count]:
    """The numbers of `text` that are figures, in text order. `dates`: extents of its temporal expressions, in which a
    number is a date unless it measures a length of time of its own."""
    out = []
    dated = sorted(dates)
    for number in numerals.find(text):
        if number.unit is None and _within(dated, number.start):
            continue
        before, after = text[max(0, number.start - NEAR) : number.start], text[number.end : number.end + NEAR]
        if number.unit is None and not _counts(number, text[number.start : number.end], before, after):
            continue
        found = _count(number, text, before, after)
        if found is not None:
            out.append(found)
    return out


def _within(dates: Sequence[Extent], at: int) -> bool:
    place = bisect_right(dates, (at, 1 << 60)) - 1
    return place >= 0 and dates[place][0] <= at < dates[place][1]


def _counts(number: numerals.Numeral, written: str, before: str, after: str) -> bool:
    """Whether a bare number counts something, rather than being a date, an age, an address, a score or part of a
    name."""
    last = [word.lower() for word in WORD.findall(before[-24:])][-1:]
    following = [word.lower() for word in WORD.findall(after[:24])][:1]
    if number.value in YEARS and written.isdigit() and not before.endswith("about "):
        return False
    if CLOCK.match(written + after[:4]) or LINKED.search(before[-2:] + after[:2]) or before.endswith(("-", "#", "/")):
        return False
    if last and (last[0] in phrases("figures", "dates") or last[0] in phrases("figures", "names")):
        return False
    if following and following[0] in phrases("figures", "dates"):
        return False
    if any(after.lstrip(" -").lower().startswith(age) for age in phrases("figures", "ages")):
        return False
    if written.lower() in phrases("figures", "common") or SPAN.match(after):
        return False
    if after.startswith("-") and _unit(after[1:].split(" ", 1)[0]) is None:
        return False
    return not _is_address(after) and not _is_age(before, after)


def _is_address(after: str) -> bool:
    words = WORD.findall(after[:40])[:3]
    return bool(words) and words[0][0].isupper() and any(w.lower() in phrases("figures", "streets") for w in words)


def _is_age(before: str, after: str) -> bool:
    """Whether a number stands as in "Jane Doe, 63, ..."."""
    return before.endswith(", ") and after[:1] in {",", ".", ";"} and bool(re.search(r"[A-Z][\w’'-]+, $", before))


def _count(number: numerals.Numeral, text: str, before: str, after: str) -> Count | None:
    noun_end = _phrase_end(after)
    phrase = after[:noun_end].strip()
    unit = number.unit or _unit(phrase)
    if number.unit is None and not phrase:
        return None
    start = number.start - len(_lead(before))
    return Count(number.start, number.end, number.value, unit, text[start : number.end + noun_end].strip())


def _phrase_end(after: str) -> int:
    """How far the phrase goes on after a number: to punctuation, or to a word that no noun phrase holds."""
    stop = STOP.search(after)
    room = after[: stop.start()] if stop else after[: after.rfind(" ")]
    end = 0
    for place, word in enumerate(WORD.finditer(room)):
        if place >= LONGEST or word[0].lower() in phrases("figures", "ends"):
            break
        end = word.end()
    tail = WORD.findall(room[:end])
    while tail and tail[-1].lower() in {
        "of",
        "the",
        "a",
        "an",
        "in",
        "for",
        "with",
        "from",
        "his",
        "her",
        "its",
        "their",
        "over",
    }:
        end = room[:end].rindex(tail.pop())
    return len(room[:end].rstrip())


def _lead(before: str) -> str:
    """Words before a number that belong to it ("more than ")."""
    fitting = [phrase for phrase in phrases("figures", "before") if before.lower().endswith(f" {phrase} ")]
    return before[-len(max(fitting, key=len)) - 1 :] if fitting else ""


@cache
def _units() -> Mapping[str, str]:
    lines = (line.split() for line in phrases("figures", "units"))
    return MappingProxyType({word: words[0] for words in lines for word in words})


def _unit(phrase: str) -> str | None:
    """The unit that a phrase names: one of the known ones, or the last word before "of" where that is a plural."""
    words = WORD.findall(phrase)
    for word in words[:3]:
        if word.lower() in _units() or word in _units():
            return _units().get(word.lower()) or _units()[word]
    head: list[str] = []
    for word in words:
        if word in {"of", "in", "for", "from", "with", "to", "over"}:
            break
        head.append(word)
    return head[-1].lower() if head and head[-1].endswith("s") and not head[-1].endswith("ss") else None
