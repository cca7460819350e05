"""Stretches of the calendar and their arithmetic: the only place that knows how long a month is."""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.nouns import When
from onrecord.words import table

SEASONS = {1: "season_spring", 2: "season_summer", 3: "season_autumn", 4: "season_winter"}
EDTF_SEASON, EDTF_QUARTER = 20, 32
"""Extended Date/Time Format (ISO 8601-2) writes season n as month 20 + n (level 1) and quarter n as month 32 + n
(level 2)."""


class Stretch(NamedTuple):
    """Whole days from `lo` to `hi`, inclusive, None = open. `clock` is a time of the day as ISO 8601 writes it
    ("T18:15-04:00")."""

    lo: date | None
    hi: date | None
    grain: str
    clock: str = ""


def stretch_of(when: When | None) -> Stretch | None:
    """The days of a When; None where it has no end or is no date."""
    if when is None or not (when.from_ or when.to):
        return None
    try:
        lo = date.fromisoformat(when.from_[:10]) if when.from_ else None
        hi = date.fromisoformat(when.to[:10]) if when.to else None
    except ValueError:
        return None
    return Stretch(lo, hi, "day" if lo == hi else "days") if lo and hi and lo <= hi else None


def convention(name: str) -> list[int]:
    """What a vague word is taken to mean: the `span` of one of the conventions."""
    return list(table("conventions")[name]["span"])


def day_of(year: int, month: int, day: int) -> Stretch | None:
    """One day; None where the calendar has no such day or the year is out of reach."""
    try:
        found = date(year, month, day)
    except (ValueError, OverflowError):
        return None
    return Stretch(found, found, "day")


def months_of(year: int, first: int, last: int, grain: str) -> Stretch | None:
    """From the first day of month `first` to the last of month `last` (1 to 12; a `last` before `first` is in the
    next year)."""
    end = year + (last < first)
    if not (1 <= year <= 9998 and 1 <= first <= 12 and 1 <= last <= 12):
        return None
    return Stretch(date(year, first, 1), date(end, last, calendar.monthrange(end, last)[1]), grain)


def month_of(year: int, month: int) -> Stretch | None:
    """One month."""
    return months_of(year, month, month, "month")


def year_of(year: int) -> Stretch | None:
    """One calendar year."""
    return months_of(year, 1, 12, "year")


def quarter_of(year: int, quarter: int) -> Stretch | None:
    """Quarter 1 to 4 of a calendar year."""
    return months_of(year, 3 * quarter - 2, 3 * quarter, "quarter") if 1 <= quarter <= 4 else None


def half_of(year: int, half: int) -> Stretch | None:
    """The first or second half of a calendar year."""
    return months_of(year, 6 * half - 5, 6 * half, "half") if half in (1, 2) else None


def season_of(year: int, season: int) -> Stretch | None:
    """A season (1 spring to 4 winter); winter is named after the year it begins in."""
    first, last = convention(SEASONS[season])
    return months_of(year, first, last, "season")


def decade_of(year: int) -> Stretch | None:
    """The ten years that begin with `year`."""
    return Stretch(date(year, 1, 1), date(year + 9, 12, 31), "decade") if 1 <= year <= 9989 else None


def century_of(number: int) -> Stretch | None:
    """Century 1 to 99 as people name it: the nineteenth is the years 1800 to 1899 (EDTF "18XX")."""
    first = 100 * (number - 1)
    return Stretch(date(max(1, first), 1, 1), date(first + 99, 12, 31), "century") if 1 <= number <= 99 else None


def week_of(day: date) -> Stretch:
    """Monday to Sunday around a day."""
    monday = day - timedelta(days=day.weekday())
    return Stretch(monday, monday + timedelta(days=6), "week")


def around(day: date, grain: str) -> Stretch | None:
    """The day, week, month, quarter, year ... that a day lies in."""
    if grain == "week":
        return week_of(day)
    if grain == "month":
        return month_of(day.year, day.month)
    if grain == "quarter":
        return quarter_of(day.year, (day.month + 2) // 3)
    if grain == "year":
        return year_of(day.year)
    if grain == "decade":
        return decade_of(day.year - day.year % 10)
    if grain == "century":
        return century_of(day.year // 100 + 1)
    return Stretch(day, day, "day")


def move(day: date, count: int, unit: str) -> date | None:
    """A day moved by `count` days, weeks, months or years; the last day of a shorter month stands in for a missing one.
    None where the calendar ends."""
    try:
        if unit in ("day", "week"):
            return day + timedelta(days=count * (7 if unit == "week" else 1))
        if unit not in ("month", "year"):
            return day
        months = day.year * 12 + day.month - 1 + count * (12 if unit == "year" else 1)
        year, month = divmod(months, 12)
        return date(year, month + 1, min(day.day, calendar.monthrange(year, month + 1)[1]))
    except (ValueError, OverflowError):
        return None


def shift(stretch: Stretch, count: int, unit: str) -> Stretch | None:
    """A stretch moved as a whole; a whole month or year stays whole."""
    if stretch.lo is None or stretch.hi is None:
        return None
    whole = unit in ("month", "year") and stretch.grain in ("month", "quarter", "half", "season", "year", "decade")
    lo, hi = move(stretch.lo, count, unit), move(stretch.hi, count, unit)
    if lo is None or hi is None:
        return None
    if whole and hi.month != 12:
        hi = hi.replace(day=calendar.monthrange(hi.year, hi.month)[1])
    grain = stretch.grain if whole or stretch.grain == "day" else "days"
    return Stretch(lo, hi, grain)


def easter(year: int) -> date:
    """Western Easter Sunday (the anonymous Gregorian computus, as in Meeus, Astronomical Algorithms, chapter 8)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    j = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * j) // 451
    month, day = divmod(h + j - 7 * m + 114, 31)
    return date(year, month, day + 1)


def holiday_of(year: int, name: str) -> Stretch | None:
    """The day of a holiday in a year, by its name as the words file spells it; None for one it does not know."""
    words = table("times")
    if not 1583 <= year <= 9990:
        return None
    if name in words["holidays"]:
        month, day = words["holidays"][name]
        return day_of(year, month, day)
    rule = words["movable"].get(name)
    if rule is None:
        return None
    if rule[0] == "easter":
        found = easter(year) + timedelta(days=rule[1])
    else:
        found = _nth(year, rule[0], rule[1], rule[2]) + timedelta(days=rule[3] if len(rule) > 3 else 0)
    return Stretch(found, found, "day")


def _nth(year: int, month: int, weekday: int, count: int) -> date:
    if count < 0:
        last = date(year, month, calendar.monthrange(year, month)[1])
        return last - timedelta(days=(last.weekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (count - 1))


def written(day: date | None, clock: str = "") -> str | None:
    """ISO 8601 of one end of a stretch."""
    return None if day is None else day.isoformat() + clock


def edtf(stretch: Stretch, approximate: bool = False) -> str:
    """The same in Extended Date/Time Format, levels 0 to 2; "XXXX" where nothing is known."""
    lo, hi, mark = stretch.lo, stretch.hi, "~" if approximate else ""
    if lo is None and hi is None:
        return "XXXX"
    if lo is None or hi is None:
        return f"{'..' if lo is None else lo.isoformat()}/{'..' if hi is None else hi.isoformat()}"
    if stretch.clock:
        return lo.isoformat() + _seconds(stretch.clock)
    for name, text in _named(lo).items():
        if around_named(lo, name) == (lo, hi):
            return text + mark
    if lo == hi:
        return lo.isoformat() + mark
    return f"{lo.isoformat()}{mark}/{hi.isoformat()}{mark}"


def around_named(lo: date, grain: str) -> tuple[date | None, date | None]:
    """Both ends of the year, quarter, decade ... that `lo` lies in."""
    found = season_of(lo.year, (lo.month % 12) // 3 or 4) if grain == "season" else around(lo, grain)
    return (found.lo, found.hi) if found else (None, None)


def _named(lo: date) -> dict[str, str]:
    year = f"{lo.year:04d}"
    season = (lo.month % 12) // 3 or 4
    return {
        "century": f"{year[:2]}XX",
        "decade": f"{year[:3]}X",
        "year": year,
        "season": f"{year}-{EDTF_SEASON + season}",
        "quarter": f"{year}-{EDTF_QUARTER + (lo.month + 2) // 3}",
        "month": f"{year}-{lo.month:02d}",
    }


def _seconds(clock: str) -> str:
    """EDTF wants the seconds that "T18:15-04:00" leaves out."""
    return f"{clock[:6]}:00{clock[6:]}"
