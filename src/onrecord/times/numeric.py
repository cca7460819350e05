"""Dates in figures: "22/03/2031", "3/8/31"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.times.calendars import Stretch, day_of
from onrecord.times.contexts import Context
from onrecord.times.grammar import Words

MONTHS = 12

EITHER = 31
"""Days between the two readings of a date in figures up to which both are one stretch."""


def numeric(words: Words, context: Context) -> Stretch | None:
    """ "22/03/2031": by the figure that can be no month, else in the order that the article's other dates show; where
    both readings are left, both as one stretch if they lie within a month of each other, else None."""
    days = numeric_days(words, context)
    if not days or (days[-1] - days[0]).days > EITHER:
        return None
    return Stretch(days[0], days[-1], "day" if len(days) == 1 else "days")


def numeric_days(words: Words, context: Context) -> list[date]:
    """The days that a date in figures may mean, in order; none where the calendar has no such day. Two-digit years are
    read as the one nearest to when it was said."""
    first, second, year = int(words.parts["first"]), int(words.parts["second"]), int(words.parts["year"])
    if len(words.parts["year"]) == 2:
        if context.day is None:
            return []
        base = context.day.year
        centuries = range(base // 100 * 100 - 100, base + 200, 100)
        year = min((century + year for century in centuries), key=lambda y: abs(y - base))
    orders = {True: {(second, first)}, False: {(first, second)}}
    order = {(first, second), (second, first)} if context.day_first is None else orders[context.day_first]
    readings = [day_of(year, month, day) for month, day in order]
    return sorted({found.lo for found in readings if found and found.lo})


def day_first(found: Sequence[Words]) -> bool | None:
    """Whether the dates in figures of a text have the day first, by those of them that can be read in one order only;
    None where there are none or they differ."""
    orders = set()
    for words in found:
        if words.kind == "numeric":
            first, second = int(words.parts["first"]), int(words.parts["second"])
            if (first > MONTHS) != (second > MONTHS):
                orders.add(first > MONTHS)
    return orders.pop() if len(orders) == 1 else None
