"""Numbers and dates of a text by what they mean, so that "three million" and "3m" are no change."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from onrecord.language import numerals
from onrecord.nouns import Article, Extent
from onrecord.words import phrases, table


class Number(NamedTuple):
    """A number in base units and its unit: an ISO 4217 code, "%", or None."""

    value: float
    unit: str | None


class Day(NamedTuple):
    """A date as far as the words tell: any of year, month, day; or a weekday; and a word like "last" before it."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    unit: str | None = None
    turn: str | None = None


@cache
def _dates() -> re.Pattern[str]:
    words = table("copies")["dates"]
    month = "|".join(sorted(words["months"], key=len, reverse=True))
    weekday = "|".join(words["weekdays"])
    unit = "|".join(words["units"])
    turn = "|".join(words["turns"])
    return re.compile(
        rf"(?<!\w)(?:(?:the )?(?P<turn>{turn}) )?(?:(?P<weekday>{weekday})"
        rf"|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m1>{month})\b\.?(?:,? (?P<y1>\d{{4}}))?"
        rf"|(?P<m2>{month})\b\.? (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,? (?P<y2>\d{{4}}))?(?![\d,]*\d)"
        rf"|(?P<m3>{month})\b\.?(?:,? (?P<y3>\d{{4}}))?"
        rf"|(?P<y4>(?:19|20)\d\d)|(?P<near>yesterday|today|tomorrow)|(?P<unit>{unit}))(?!\w)",
        re.IGNORECASE,
    )


def days(article: Article) -> list[tuple[Extent, Day]]:
    """The dates of the text as far as its words tell; a month's name in lower case is a word ("may", "march")."""
    found = []
    for match in _dates().finditer(article.text):
        named = match["m1"] or match["m2"] or match["m3"] or match["weekday"]
        if (named and named[0].islower()) or (match["unit"] and not match["turn"]):
            continue
        end = match.end() - (
            match.group().endswith(".") and article.text[match.end() : match.end() + 1] in ("", "\n", " ")
        )
        found.append(((match.start(), end), _resolved(_day(match), article)))
    return found


def _day(match: re.Match[str]) -> Day:
    words = table("copies")["dates"]
    month = match["m1"] or match["m2"] or match["m3"]
    year = match["y1"] or match["y2"] or match["y3"] or match["y4"]
    day = match["d1"] or match["d2"]
    unit = (match["unit"] or match["near"] or "").lower()
    return Day(
        year=int(year) if year else None,
        month=words["months"][month.lower()] if month else None,
        day=int(day) if day else None,
        weekday=words["weekdays"].index(match["weekday"].lower()) if match["weekday"] else None,
        unit=words["same_unit"].get(unit, unit) or None,
        turn=words["same_turn"].get((match["turn"] or "").lower()),
    )


def _resolved(day: Day, article: Article) -> Day:
    """A weekday or "yesterday" of a dated article as its calendar day: the last such day up to publication."""
    published = _published(article)
    if published is None:
        return day
    back = {"yesterday": 1, "today": 0}.get(day.unit or "")
    if day.weekday is not None and day.turn is None:
        back = (published.weekday() - day.weekday) % 7
    if back is None:
        return day
    on = published - timedelta(days=back)
    return Day(year=on.year, month=on.month, day=on.day)


def _published(article: Article) -> date | None:
    when = article.published
    if not when or not when.from_ or not when.to or when.from_[:10] != when.to[:10]:
        return None
    try:
        return date.fromisoformat(when.from_[:10])
    except ValueError:
        return None


def differ(a: Day, b: Day) -> bool:
    """Two dates that cannot be the same: a part that both tell is told otherwise, and they can be compared at all."""
    if (a.unit or b.unit) and a.unit != b.unit:
        return False
    if a.turn and b.turn and a.turn != b.turn:
        return True
    told = [(x, y) for x, y in zip(a[:4], b[:4], strict=True) if x is not None and y is not None]
    vaguer = a.month is not None and a.month == b.month and (a.day is None) != (b.day is None)
    return vaguer or any(x != y for x, y in told)


def numbers(text: str, dates: Sequence[Extent]) -> list[tuple[Extent, Number]]:
    """The numbers of the text outside its dates, by value and unit; those that count in a row ("fifth") have the unit
    "th"."""
    found = [((n.start, n.end), Number(round(n.value, 4), n.unit)) for n in numerals.find(text)]
    found += _in_a_row(text, [extent for extent, _ in found])
    taken = sorted(dates)
    return sorted(item for item in found if not _touches(taken, item[0]))


def _in_a_row(text: str, taken: Sequence[Extent]) -> list[tuple[Extent, Number]]:
    names = phrases("copies", "ordinals")
    found = []
    for match in _ordinals().finditer(text):
        value = int(match[1]) if match[1] else names.index(match[0].lower()) + 1
        if not _touches(taken, match.span()):
            found.append((match.span(), Number(float(value), "th")))
    return found


@cache
def _ordinals() -> re.Pattern[str]:
    return re.compile(
        rf"(?<![\w-])(?:(\d{{1,4}})(?:st|nd|rd|th)|{'|'.join(phrases('copies', 'ordinals'))})(?![\w-])", re.I
    )


def _touches(taken: Sequence[Extent], extent: Extent) -> bool:
    return any(a < extent[1] and extent[0] < b for a, b in _near(taken, extent[0]))


def _near(extents: Sequence[Extent], at: int) -> Sequence[Extent]:
    """The few extents that can touch `at`."""
    low, high = 0, len(extents)
    while low < high:
        middle = (low + high) // 2
        low, high = (middle + 1, high) if extents[middle][1] <= at else (low, middle)
    return extents[low : low + 2]
