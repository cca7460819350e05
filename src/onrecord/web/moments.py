"""Stretches of time in words and as numbers on an axis."""

from __future__ import annotations

import calendar
import re
from datetime import date
from typing import NamedTuple

from onrecord.nouns import When

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::\d\d(?:\.\d{1,9})?)?(Z|[+-]\d\d:?\d\d)?)?")


_MONTHS = (
    "", "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
)  # fmt: skip
"""Names of the months, whatever the machine's locale (the standard library's follow it)."""


class Moment(NamedTuple):
    """A stretch as a reader sees it: `words`, how it was reached (`basis`), and `iso` for machines where it is one
    day."""

    words: str
    basis: str
    iso: str | None


class _Point(NamedTuple):
    day: date
    clock: str | None


def moment(when: When | None) -> Moment | None:
    """The stretch in words, None for None. Ends that are no ISO dates are shown as they stand."""
    if when is None:
        return None
    return Moment(words(when.from_, when.to), when.basis, _machine(when))


def words(start: str | None, end: str | None) -> str:
    """ "24 October 2024", "March 2025", "late" stretches as "1 to 5 March 2025", open ends as "by ..." and "from
    ..."."""
    if start is None or end is None:
        return _open(start, end)
    first, last = _point(start), _point(end)
    if first is None or last is None:
        return start if start == end else f"{start} to {end}"
    return _whole(first.day, last.day) if first.clock is None or first != last else f"{_long(first.day)}, {first.clock}"


def ordinal(iso: str | None) -> int | None:
    """The day as a number (proleptic Gregorian ordinal); None where it is no ISO date."""
    point = _point(iso) if iso else None
    return point.day.toordinal() if point else None


def _open(start: str | None, end: str | None) -> str:
    if start is None and end is None:
        return "date unknown"
    edge = start if start is not None else end
    point = _point(edge or "")
    shown = _long(point.day) if point else edge
    return f"by {shown}" if start is None else f"from {shown}"


def _whole(first: date, last: date) -> str:
    """A stretch of days, as a month or year where it is exactly one."""
    if first == last:
        return _long(first)
    year = first.year == last.year
    if first.day == 1 and last.day == calendar.monthrange(last.year, last.month)[1]:
        if year and (first.month, last.month) == (1, 12):
            return str(first.year)
        if year and first.month == last.month:
            return f"{_MONTHS[first.month]} {first.year}"
        if (first.month, last.month) == (1, 12):
            return f"{first.year} to {last.year}"
        left = _MONTHS[first.month] + ("" if year else f" {first.year}")
        return f"{left} to {_MONTHS[last.month]} {last.year}"
    if year and first.month == last.month:
        return f"{first.day} to {_long(last)}"
    left = f"{first.day} {_MONTHS[first.month]}" if year else _long(first)
    return f"{left} to {_long(last)}"


def _long(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month]} {day.year}"


def _machine(when: When) -> str | None:
    if when.from_ is None or when.from_ != when.to:
        return None
    point = _point(when.from_)
    return point.day.isoformat() if point else None


def _point(iso: str) -> _Point | None:
    found = _ISO.fullmatch(iso)
    if found is None:
        return None
    year, month, day, hour, minute, _ = found.groups()
    try:
        return _Point(date(int(year), int(month), int(day)), f"{hour}:{minute}" if hour else None)
    except ValueError:
        return None
