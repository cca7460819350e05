"""Whether a text tells of a past that it dates itself, so that a bare "in March" is of the year told last and not of
the article's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.times.calendars import year_of
from onrecord.times.grammar import Words

LONG_AGO = 400
"""Days before the article that a year told in figures must have ended to be long past: "last year" may be news."""

YEARS = 4
"""Years in figures, all long past, that make a chronicle: news tell one or two of its background."""

DATES = 25
"""Days, months and years that a chronicle tells at least: of 1,500 articles of real outlets those with fewer that
looked like one were as often features that come back to the present."""

SHARE = 0.6
"""Share of all years in figures that must have ended before the article: a chronicle may end with the present."""

POINTING = 0.05
"""Share of the expressions that may count from the day of writing ("today", "last week", "on Tuesday"): in long
narratives about one in a hundred does, in news one in three."""

_POINTING = frozenset({"deixis", "weekday", "thistime", "weekdayweek", "all", "within"})
_DATED = frozenset({"date", "month", "year", "bareyear", "season", "range", "numeric", "bc"})


def is_chronicle(found: Sequence[tuple[Words, bool]], day: date | None) -> bool:
    """Whether a text is a chronicle. `found` are its expressions in order, each with whether it stands in a quotation;
    `day` is when it was written, None where that is not known (the years told then all count as past).

    A chronicle tells years in figures, almost all long past, points at the day of writing hardly ever, and the first
    day, month or year that it tells has its year with it: news begin with the news.
    """
    own = [words for words, quoted in found if not quoted]
    dated = [words for words in own if words.kind in _DATED]
    years = [year for words in dated if (year := _year(words)) is not None]
    if len(dated) < DATES or _year(dated[0]) is None:
        return False
    past = sum(_ended(year, day, 0) for year in years)
    long_past = sum(_ended(year, day, LONG_AGO) for year in years)
    pointing = sum(points(words) for words in own)
    told_long_past = long_past >= YEARS and _ended(years[0], day, LONG_AGO)
    return told_long_past and past >= SHARE * len(years) and pointing <= POINTING * len(own)


def _year(words: Words) -> int | None:
    """The year in figures, 0 for any before our era."""
    return 0 if words.part("bc") else int(words.part("year")) if words.part("year") else None


def _ended(year: int, day: date | None, ago: int) -> bool:
    """Whether a year was over more than so many days before the day."""
    if day is None:
        return True
    found = year_of(year)
    return found is None or found.hi is None or (day - found.hi).days > ago


def points(words: Words) -> bool:
    """Whether an expression counts from the day of writing."""
    if words.kind == "weekday":
        return "day" not in words.parts
    if words.kind == "ago":
        return words.part("way") in ("ago", "from now", "hence")
    return words.kind in _POINTING or (words.kind == "deictic" and words.part("which") == "last")
