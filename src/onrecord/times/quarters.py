"""Quarters, halves and fiscal years."""

from __future__ import annotations

import re
from datetime import timedelta

from onrecord.times.bare import bare_day
from onrecord.times.calendar_names import number_of_month, told_year, unresolved
from onrecord.times.calendars import (
    Stretch,
    around,
    convention,
    day_of,
    half_of,
    month_of,
    months_of,
    move,
    quarter_of,
    shift,
    year_of,
)
from onrecord.times.contexts import Context
from onrecord.times.grammar import Words
from onrecord.times.lengths import number
from onrecord.words import table


def quarter(words: Words, context: Context) -> Stretch | None:
    """ "in the third quarter of 2031", "the March quarter", "in the first quarter of fiscal 2032"."""
    if words.part("month"):
        last = number_of_month(words.parts["month"])
        found = month_of(context.day.year, last) if context.day else None
        if found and context.day and found.hi and found.hi > context.day and not context.ahead:
            found = shift(found, -1, "year")
        return (
            months_of(found.hi.year - (last < 3), (last - 3) % 12 + 1, last, "quarter") if found and found.hi else None
        )
    number = int(words.part("number") or table("times")["ordinals"].get(words.part("ordinal"), 0))
    begins = _fiscal_start(words, context)
    year = told_year(words, context) or int(words.part("fiscalyear") or 0) or None
    if begins is None:
        return None if unresolved(words, year) else _pick(number, year, context, 1)
    return _pick(number, year, context, begins)


def _fiscal_start(words: Words, context: Context) -> int | None:
    """The month in which the year meant begins: 1 for a calendar year, None for a fiscal one of which nothing is
    known."""
    told = words.part("fiscal")
    if not told:
        return 1 if words.part("calendaryear") or words.part("whichyear") else context.fiscal or 1
    if context.fiscal:
        return context.fiscal
    return None if re.search(r"\b(?:its|their|company)\b", told) else convention("fiscal_us")[0]


def _pick(number: int, year: int | None, context: Context, begins: int) -> Stretch | None:
    """Quarter `number` of the year named, else the last one that has begun (or the coming one)."""
    if year is not None:
        return _fiscal_quarter(year, number, begins)
    base = context.day if begins == 1 or not context.narrative else context.narrative.hi
    if base is None or not 1 <= number <= 4:
        return None
    near = [
        found for y in range(base.year - 1, base.year + 3) if (found := _fiscal_quarter(y, number, begins)) and found.lo
    ]
    begun = [found for found in near if found.lo and found.lo <= base]
    coming = [found for found in near if found.hi and found.hi >= base]
    return (coming[0] if coming else None) if context.ahead and begins == 1 else (begun[-1] if begun else None)


def _fiscal_quarter(year: int, number: int, begins: int) -> Stretch | None:
    if begins == 1:
        return quarter_of(year, number)
    first = day_of(year - 1, begins, 1)
    lo = move(first.lo, 3 * (number - 1), "month") if first and first.lo else None
    hi = move(lo, 3, "month") if lo else None
    return Stretch(lo, hi - timedelta(days=1), "quarter") if lo and hi else None


def fiscal_year(words: Words, context: Context) -> Stretch | None:
    """ "fiscal 2025": the year that begins in the month the article gives, else the United States government's."""
    named = int(words.parts["year"])
    begins = context.fiscal or convention("fiscal_us")[0]
    return months_of(named - 1, begins, (begins - 2) % 12 + 1, "year") if begins > 1 else year_of(named)


def half(words: Words, context: Context) -> Stretch | None:
    """ "the first half of 2024"."""
    named = told_year(words, context)
    return half_of(named, 1 + (words.part("ordinal") == "second")) if named else None


def the_quarter(words: Words, context: Context) -> Stretch | None:
    """ "the quarter": the one told last; "the latest quarter", where none is told: the last calendar quarter
    that was over."""
    story, said = context.narrative, context.day
    if story and story.grain == "quarter":
        return story
    if words.part("which") != "latest" or said is None:
        return None
    over = move(said, -3, "month")
    return around(over, "quarter") if over else None


def ended(words: Words, context: Context) -> Stretch | None:
    """ "the year ended March 31", "the nine months ended Sept. 30": up to that day."""
    month, day = words.part("month") or words.part("secondmonth"), words.part("day") or words.part("secondday")
    year = told_year(words, context)
    last = (
        day_of(year, number_of_month(month), int(day)) if year else bare_day(number_of_month(month), int(day), context)
    )
    unit = words.part("unit")
    count = int(number(words.part("count")) or 1) * {"quarter": 3, "half": 6, "year": 12}.get(unit, 1)
    after = last.hi and move(last.hi, 1, "day") if last else None
    first = after and move(after, -count, "week" if unit == "weeks" else "month")
    return Stretch(first, last.hi, unit if unit in ("year", "quarter") else "days") if first and last else None
