"""The words of an expression of time, found and taken apart, before anything is reckoned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import NamedTuple

from onrecord.times.places import bits, places
from onrecord.words import table

FULL_MONTH = 5
FULL = frozenset({"May", "June", "July"})
"""Month names shorter than `FULL_MONTH` are abbreviations, which may end in a full stop; but these are whole names."""


class Form(NamedTuple):
    """One way of writing a time; `needs` are the bits of the classes of words that it cannot do without."""

    kind: str
    pattern: re.Pattern[str]
    needs: int


class Words(NamedTuple):
    """An expression as the text has it: its place, its kind, and the words that matter by what they are."""

    start: int
    end: int
    kind: str
    parts: Mapping[str, str]

    def part(self, name: str) -> str:
        """The words of one part, blanks made single and in small letters; "" where the expression has none."""
        return " ".join(self.parts.get(name, "").lower().split())


_DAYS = frozenset({"date", "weekday", "holiday", "deixis"})
_BLANK = re.compile(r"[^\S\n]{1,3}")


_AND_A_HALF = r"(?:[^\S\n][1-9]/[2-9]|[½¼¾]|[^\S\n]and[^\S\n]a[^\S\n]half\b|-and-a-half\b)?"


def _any(words: Iterable[str]) -> str:
    """An alternation, longest first, a blank in a phrase being any one to three blanks."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(re.escape(word).replace(r"\ ", r"[^\S\n]{1,3}") for word in ordered) + ")"


def _capital(words: Iterable[str]) -> str:
    """Names of months and weekdays stand with a capital letter or in capitals."""
    listed = list(words)
    return "(?-i:" + _any([*listed, *(word.upper() for word in listed)]) + ")"


def _alternations() -> dict[str, str]:
    words = table("times")
    short = [month for month in words["months"] if len(month) < FULL_MONTH and month not in FULL]
    return {
        "MONTH": rf"(?:{_capital(short)}\.|{_capital(words['months'])}\b)",
        "WEEKDAY": _capital(words["weekdays"]) + r"\b",
        "WEEKDAYS": _capital(f"{day}s" for day in words["weekdays"] if day.endswith("day")) + r"\b",
        "SEASON": _any(words["seasons"]) + r"\b",
        "UNIT": _any(words["units"]) + r"s?\b",
        "NUM": rf"(?:{_compound()}|{_any(words['numbers'])}|\d{{1,3}}(?:[.,]\d{{1,3}})?){_AND_A_HALF}",
        "HOLIDAY": "(?-i:" + _any([*words["holidays"], *words["movable"]]) + ")",
        "ORDINAL": _any(words["ordinals"]),
        "ZONE": "(?-i:" + _any(words["zones"]) + r")\b",
    }


def _compound() -> str:
    """ "twenty-one" to "ninety-nine"."""
    numbers = table("times")["numbers"]
    ones = [word for word, value in numbers.items() if 0 < value < 10 and word not in ("a", "an", "both")]
    tens = [word for word, value in numbers.items() if value in range(20, 100, 10)]
    return f"{_any(tens)}[- ]{_any(ones)}"


@cache
def forms() -> tuple[Form, ...]:
    """Every form of the words file, compiled."""
    parts = {**table("time_forms")["parts"], **_alternations()}

    def spelled(pattern: str) -> str:
        return re.sub(r"%([A-Z]+)", lambda found: spelled(parts[found[1]]), pattern)

    return tuple(
        Form(
            row["kind"], re.compile(spelled(row["pattern"]), re.IGNORECASE), sum(bits()[name] for name in row["needs"])
        )
        for row in table("time_forms")["form"]
    )


@cache
def _fitting(near: int) -> tuple[Form, ...]:
    """The forms whose needed classes of words are all among those that stand near."""
    return tuple(form for form in forms() if form.needs & near == form.needs)


@cache
def triggers() -> re.Pattern[str]:
    """Where an expression may begin: a number or one of the words a form begins with."""
    words = table("times")
    firsts = {
        first.split()[0] for name in ("numbers", "ordinals", "seasons", "holidays", "movable") for first in words[name]
    }
    firsts |= set(table("time_forms")["first"]["words"])
    named = "|".join(
        (
            _capital([*words["months"], *words["weekdays"], *(f"{day}s" for day in words["weekdays"])]),
            "(?i:" + _any(firsts) + ")",
            r"Q(?=[1-4])",
        )
    )
    return re.compile(rf"(?<![\w$£€#@/.,–-])(?:(?:{named})(?![^\W_])|\d)|(?<=\s[–-])\d(?=\d{{3}})")


def _at(text: str, at: int, near: int) -> Words | None:
    best: tuple[str, re.Match[str]] | None = None
    for form in _fitting(near):
        found = form.pattern.match(text, at)
        if found and (best is None or found.end() > best[1].end()):
            best = (form.kind, found)
    if best is None:
        return None
    kind, found = best
    parts = {name: words for name, words in found.groupdict().items() if words is not None}
    return _counted_from(text, Words(at, found.end(), kind, parts), found, near) or Words(at, found.end(), kind, parts)


def _counted_from(text: str, words: Words, found: re.Match[str], near: int) -> Words | None:
    """ "two days before Christmas", "the week before Christmas" is the day it counts from, with how far from it beside
    it."""
    if words.kind not in ("ago", "event", "the") or words.part("way") not in ("before", "after"):
        return None
    blank = _BLANK.match(text, found.end("way"))
    day = _at(text, blank.end(), near) if blank else None
    if day is None or day.kind not in _DAYS or "relation" in day.parts:
        return None
    many = words.parts.get("count", "the")
    distance = {"away": words.parts["way"], "many": many, "units": words.parts["unit"]}
    return Words(words.start, day.end, day.kind, {**day.parts, **distance})


def scan(text: str) -> Iterator[Words]:
    """Every expression of a text, left to right, none overlapping another."""
    end = 0
    trigger = triggers()
    for at, near in places(text):
        if at >= end and trigger.match(text, at) and (found := _at(text, at, near)):
            yield found
            end = found.end
