"""Days in figures whose reading hangs on the page: "03/04/2031" counts day or month first, "3.4.31" has its year cut.

Which comes first is told by the page's other dates, by a day that the page declares, and by its language.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from datetime import date
from functools import cache, lru_cache
from typing import Literal

from onrecord.articles.stamps import MAX_LINE, Stamp, find, months
from onrecord.words import phrases

Order = Literal["day", "month"]
"""What stands first in a date of figures alone."""

YEAR = 4
"""Figures of a whole year."""
OLDEST, NEWEST = 90, 49
"""Years of two figures from OLDEST on are the last century's, up to NEWEST this one's; those between are no years of
a web page."""

_ORDERS: tuple[Order, Order] = ("day", "month")
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = re.compile(rf"\b(?:{'|'.join(_WEEKDAYS)})\b", re.I)
_FIGURES = re.compile(r"\d[^\d]{1,14}\d\d")
_SLASHED = re.compile(
    r"(?<![\d/])(?P<a>[0-3]?\d)(?P<gap>\s?[/|]\s?|-(?=\d\d?-\d{4}))(?P<b>[0-3]?\d)(?P=gap)(?P<y>(?:19|20)\d\d|\d\d)(?![\d/])"
)
_YEAR_FIRST = re.compile(
    r"(?<![\d/.])(?P<y>(?:19|20)\d\d)(?P<gap>[/.]\s?)(?P<b>[01]?\d)(?P=gap)(?P<a>[0-3]?\d)(?![\d/])"
)
_DOTTED = re.compile(r"(?<![\d.,:])(?P<a>[0-3]?\d)\.\s?(?P<b>[01]?\d)\.\s?(?P<y>\d\d)(?![\d.:]|,\d)")
_NAMED = re.compile(
    r"(?<![\d.])(?:(?P<a>[0-3]?\d)\.?[\s-](?P<mon>[^\W\d_]{3,11})\.?|(?P<first>[^\W\d_]{3,11})\.?\s(?P<day>[0-3]?\d),)"
    r"(?:\s?['’]|[\s-])(?P<y>\d\d)(?![\d.:,%])"
)


def figured(text: str, order: Order | None) -> list[Stamp]:
    """The days in a line's opening that `stamps.find` leaves out, in order; of the figures with slashes, where `order`
    is None, those that can be read in one way only."""
    if _FIGURES.search(text, 0, MAX_LINE) is None:
        return []
    slashed, others = _places(text[:MAX_LINE])
    found = [*(_of(match, order) for match in slashed), *others]
    return sorted((stamp for stamp in found if stamp is not None), key=lambda stamp: stamp.start)


@lru_cache(maxsize=1024)
def _places(text: str) -> tuple[tuple[re.Match[str], ...], tuple[Stamp | None, ...]]:
    """The days of an opening whose reading hangs on the page, and those that read in one way."""
    plain = [_of(match, "day") for pattern in (_YEAR_FIRST, _DOTTED) for match in pattern.finditer(text)]
    return tuple(_SLASHED.finditer(text)), (*plain, *map(_named, _NAMED.finditer(text)))


def readings(text: str) -> list[tuple[Stamp, Stamp]]:
    """The days in slashed figures with a whole year in a line's opening, each read day first and month first; the one
    reading twice where there is but one, or where the line names a weekday that only one falls on."""
    if "/" not in text or _FIGURES.search(text, 0, MAX_LINE) is None:
        return []
    whole = [match for match in _places(text[:MAX_LINE])[0] if len(match["y"]) == YEAR]
    weekday = _WEEKDAY.search(text, 0, MAX_LINE)
    return [pair for match in whole if (pair := _pair(match, weekday and weekday[0].lower())) is not None]


def _pair(match: re.Match[str], weekday: str | None) -> tuple[Stamp, Stamp] | None:
    both = [stamp for order in _ORDERS if (stamp := _of(match, order)) is not None]
    fitting = [stamp for stamp in both if weekday is not None and _WEEKDAYS[stamp.day.weekday()] == weekday]
    told = fitting if len(fitting) == 1 else both
    return (told[0], told[-1]) if told else None


def order_in_words(texts: Sequence[str]) -> Order | None:
    """What stands first in figures where English is written as a page writes it: told by its spelling, by the zones of
    its clocks, by days that it writes before their months; None where nothing tells or where signs disagree."""
    signs: Counter[Order] = Counter()
    for text in texts:
        signs["month"] += len(_american().findall(text))
        signs["day"] += len(_commonwealth().findall(text))
        signs["day"] += sum(stamp.text[:1].isdigit() and not stamp.text[:4].isdigit() for stamp in find(text))
    told = [order for order in _ORDERS if signs[order]]
    return told[0] if len(told) == 1 else None


@cache
def _american() -> re.Pattern[str]:
    return _worded("american")


@cache
def _commonwealth() -> re.Pattern[str]:
    return _worded("commonwealth")


def _worded(whose: str) -> re.Pattern[str]:
    zones, words = phrases("dates", f"{whose}_zones"), phrases("dates", f"{whose}_words")
    return re.compile(rf"(?<=\d )(?:{'|'.join(zones)})\b|(?<=[ap]m )(?:{'|'.join(zones)})\b|\b(?:{'|'.join(words)})\b")


def order_of(texts: Sequence[str], days: Collection[date], language: str | None, host: str) -> Order | None:
    """What stands first in the dates of figures alone of a page: what most of those say that have one reading, else
    what makes one of them a day already known, else what its language or its country writes; None where nothing
    tells."""
    texts = [text for text in texts if _FIGURES.search(text, 0, MAX_LINE)]
    votes = [vote for text in texts for match in _places(text[:MAX_LINE])[0] if (vote := _vote(match))]
    if 2 * votes.count("day") != len(votes):
        return "day" if 2 * votes.count("day") > len(votes) else "month"
    day, month = _known(texts, "day", days), _known(texts, "month", days)
    if day != month:
        return "day" if day else "month"
    tongue, country = (language or "en").lower().replace("_", "-"), host.rpartition(".")[2].lower()
    if tongue in phrases("dates", "month_first"):
        return "month"
    named = len(country) == 2 and country not in phrases("dates", "open_countries")
    return "day" if named or not tongue.startswith("en") or len(tongue) > 2 else None


def _known(texts: Iterable[str], order: Order, days: Collection[date]) -> bool:
    return any(stamp.day in days for text in texts for stamp in figured(text, order))


def _vote(match: re.Match[str]) -> Order | None:
    """What stands first in a date that has one reading."""
    days, months = _of(match, "day"), _of(match, "month")
    return None if (days is None) == (months is None) else "day" if days else "month"


def _of(match: re.Match[str], order: Order | None) -> Stamp | None:
    year, first, second = _year(match["y"]), int(match["a"]), int(match["b"])
    readings = {
        "day": _day(year, second, first),
        "month": _day(year, first, second),
    }
    if order is None and None not in readings.values() and readings["day"] != readings["month"]:
        return None
    day = readings[order] if order else readings["day"] or readings["month"]
    return None if day is None else Stamp(*match.span(), day, None, None, match[0])


def _named(match: re.Match[str]) -> Stamp | None:
    month = months().get((match["mon"] or match["first"]).lower())
    day = _day(_year(match["y"]), month or 0, int(match["a"] or match["day"]))
    return None if day is None else Stamp(*match.span(), day, None, None, match[0])


def _year(figures: str) -> int:
    year = int(figures)
    if len(figures) == 4:
        return year
    return 2000 + year if year <= NEWEST else 1900 + year if year >= OLDEST else 0


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
