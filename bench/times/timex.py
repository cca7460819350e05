"""Our rows as TIMEX3 has them: where the words stand without their preposition, what they are, and their value.

A range is two of them. An age (which these annotations hardly ever mark) and an expression that hangs on an event alone
("since the vote") are none. Of "early 2023" the value is the year, as the annotation gives it (the part is its `mod`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from onrecord.nouns import Time, When
from onrecord.times.expressions import find
from onrecord.times.grammar import Words
from onrecord.times.lengths import number

LETTERS = {
    "second": "TS", "minute": "TM", "hour": "TH", "day": "D", "night": "D", "week": "W", "month": "M", "quarter": "Q",
    "year": "Y", "decade": "DE", "century": "CE", "centurie": "CE", "weekend": "WE",
}  # fmt: skip
PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}
SEASONS = {3: "SP", 6: "SU", 9: "FA", 12: "WI"}
EVENTS = frozenset({"event", "clause", "days"})
LENGTHS = frozenset({"duration", "within", "span", "all"})
SPLIT = re.compile(r"\s*(?:\b(?:to|and|until|till|through)\b|[-–—/])\s*", re.IGNORECASE)
SMALL = re.compile(r"(?:the\s+)", re.IGNORECASE)


class Timex(NamedTuple):
    """One TIMEX3: its place in the text and its value, "" where ours tells none."""

    start: int
    end: int
    value: str


def timexes(text: str, times: list[Time]) -> Iterator[Timex]:
    """The rows of one text, in order."""
    known = {(words.start, words.end): words for words in find(text)}
    for time in sorted(times, key=lambda row: row.span.start):
        words = known.get((time.span.start, time.span.end))
        if words is not None:
            yield from _of(text, words, time.when)


def _of(text: str, words: Words, when: When) -> Iterator[Timex]:
    start, told = words.start, text[words.start : words.end]
    if words.kind == "age":
        return
    lead = re.match(rf"{re.escape(words.parts.get('relation', ''))}\s*", told)
    start += lead.end() if lead else 0
    if words.kind in EVENTS:
        if words.part("count"):
            yield Timex(start, words.end, length(words))
        elif words.kind == "clause":
            yield Timex(start, words.end, "")
        return
    core = when.anchor or when
    if words.part("bcto"):
        found = SPLIT.search(text, start + 1, words.end)
        assert found is not None
        yield Timex(start, found.start(), f"BC{int(words.part('bc')):04d}")
        yield Timex(found.end(), words.end, f"BC{int(words.part('bcto')):04d}")
        return
    if words.kind == "ended":
        yield from _ended(text, start, words, core)
        return
    if words.kind == "range":
        yield from _ends(text, start, words, core)
        return
    yield Timex(start, words.end, value(words, core))


def _ends(text: str, start: int, words: Words, core: When) -> Iterator[Timex]:
    """Both ends of a range, each with its own words."""
    found = SPLIT.search(text, start + 1, words.end)
    years = bool(words.part("toyear"))
    months = not years and not words.part("day") and not words.part("weekday")
    cut = 4 if years else 7 if months else 10
    lo, hi = (core.from_ or "")[:cut], (core.to or "")[:cut]
    if found is None:
        yield Timex(start, words.end, lo)
        return
    yield Timex(start, found.start(), lo)
    yield Timex(found.end(), words.end, hi)


def _ended(text: str, start: int, words: Words, core: When) -> Iterator[Timex]:
    """ "the year ended March 31" is a length and a day."""
    found = re.compile(r"\s+(?:ended|ending)\s+(?:on\s+)?").search(text, start, words.end)
    assert found is not None
    if not core.from_:
        return
    first, last = date.fromisoformat((core.from_ or "")[:10]), date.fromisoformat((core.to or "")[:10])
    piece = calendar_piece(first, last) if words.part("unit") == "quarter" else ""
    yield Timex(start, found.start(), piece or length(words))
    yield Timex(found.end(), words.end, (core.to or "")[:10])


def length(words: Words) -> str:
    """ "two weeks" -> "P2W", "several years" -> "PXY"."""
    unit = words.part("unit")
    if unit.startswith("fortnight"):
        return "P2W"
    letter = LETTERS.get(unit.removesuffix("s"), "")
    count = number(words.part("count")) if words.part("count") else None if unit.endswith("s") else 1
    many = "X" if count is None else f"{count:g}"
    return f"PT{many}{letter[1:]}" if letter.startswith("T") else f"P{many}{letter}"


def value(words: Words, core: When) -> str:
    """The value of one expression that is no range."""
    if words.kind in LENGTHS:
        return length(words)
    if words.kind in ("attime", "then") and not core.from_:
        return "PAST_REF"
    if core.edtf.startswith("-"):
        return _ancient(words, core.edtf)
    if not core.from_ or not core.to:
        return ""
    if words.kind == "ago" and not words.part("count") and words.part("unit").endswith("s"):
        return length(words)
    lo, hi = date.fromisoformat(core.from_[:10]), date.fromisoformat(core.to[:10])
    if words.kind == "ago" and words.part("count") in ("several", "few", "a few", "many") and lo != hi:
        return length(words)
    unit = words.part("unit").removesuffix("s")
    if words.kind == "fiscal":
        return f"{hi.year}"
    if unit in PARTS and lo == hi:
        return lo.isoformat() + PARTS[unit]
    if words.part("portion") or words.part("pre"):
        return _whole(words, lo, hi, unit)
    if words.kind == "decade":
        return f"{lo.year // 10}"
    if words.kind == "season":
        return f"{lo.year}-{SEASONS.get(lo.month, '')}"
    if words.kind == "deictic" and unit == "weekend":
        year, week, _ = lo.isocalendar()
        return f"{year}-W{week:02d}-WE"
    if words.kind == "century":
        return f"{lo.year // 100}"
    if unit == "century" and words.kind in ("deictic", "edge"):
        return f"{lo.year // 100}"
    part = words.part("daypart").removesuffix("s") or words.part("evening") or unit
    if words.part("word") == "tonight":
        part = "night"
    if lo == hi:
        clock = core.from_[10:16]
        return lo.isoformat() + (clock or PARTS.get(part, ""))
    return calendar_piece(lo, hi)


def _ancient(words: Words, told: str) -> str:
    year = 1 - int(told.split("/")[0])
    if words.part("century"):
        return f"BC{(year - 1) // 100:02d}"
    return f"BC{year // 10:03d}" if words.part("tens") else f"BC{year:04d}"


def _whole(words: Words, lo: date, hi: date, unit: str) -> str:
    """Of "early May", "late 2022", "the end of the month": the month, the year, the month."""
    if words.kind == "season":
        return f"{lo.year}-{SEASONS.get(min(SEASONS, key=lambda m: (lo.month - m) % 12), '')}"
    if words.kind == "decade" or unit == "decade":
        return f"{lo.year // 10}"
    if words.kind in ("weekday", "date"):
        return lo.isoformat()
    if unit == "week" or unit == "weekend":
        year, week, _ = lo.isocalendar()
        return f"{year}-W{week:02d}"
    if unit == "quarter":
        return f"{lo.year}-Q{(lo.month + 2) // 3}"
    return f"{lo.year}-{lo.month:02d}" if words.kind == "month" or unit == "month" else f"{hi.year}"


def calendar_piece(lo: date, hi: date) -> str:
    """The year, half, quarter, month or week from `lo` to `hi`, "" where they bound none."""
    days = (hi - lo).days + 1
    if lo.weekday() == 0 and days == 7:
        year, week, _ = lo.isocalendar()
        return f"{year}-W{week:02d}"
    if lo.day == 1 and (hi.day == 31 or hi.month in (2, 4, 6, 9, 11)):
        if lo.month == 1 and hi.month == 12:
            span = hi.year - lo.year
            return (
                f"{lo.year}"
                if span == 0
                else f"{lo.year // 10}"
                if span == 9
                else f"{lo.year // 100}"
                if span == 99
                else ""
            )
        if (lo.year, lo.month) == (hi.year, hi.month):
            return f"{lo.year}-{lo.month:02d}"
        if 85 < days < 95 and lo.month % 3 == 1:
            return f"{lo.year}-Q{(lo.month + 2) // 3}"
        if 180 < days < 186 and lo.month in (1, 7):
            return f"{lo.year}-H{1 + lo.month // 7}"
    return ""


def plain(value: str | None) -> str:
    """A value as it is compared: one way of writing a decade, seconds of :00 left out."""
    told = (value or "").strip().upper()
    told = re.sub(r"^(\d{3})X$", r"\1", told)
    told = re.sub(r"(T\d\d:\d\d):00.*$", r"\1", told)
    return re.sub(r"(T\d\d:\d\d)(?:Z|[+-]\d\d:?\d\d)$", r"\1", told)
