"""Days and months told without a year: the article's date, the tense and the time the story has reached decide."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from onrecord.times.calendars import Stretch, day_of, month_of
from onrecord.times.contexts import Context

NEARER = 2
"""A day and month without a year is the coming one where that is this many times nearer than the one past: notices of
events soon to come seldom say the year, reports of things past drop it up to some eight months back."""

AHEAD = 3
"""The same where the clause looks ahead: the past day must be this many times nearer to be meant."""

FINE = 31
"""Days that the story's time may span for the days of its year to follow from it: "in 2023 ... on 5 June" need not
be one year."""

FRESH = 14
"""Days back within which a day and month without a year is the news', however long ago the story before it is set."""

LONG_AGO = 400
"""Days: a date without a year that follows a story older than this in one breath belongs to the story."""

YEAR = 366
"""Days that the story's time may span for a year to be carried on in a chronicle."""

WHOLE = 180
"""Days beyond which the story's time says only in which year it is: "in 1942 ... in March"."""

TURN = 4
"""Months: in a chronicle a month that lies this many or more before the one told last is of the next year ("in
November 1939 ... in March"). Calibrated on long narratives: of 401 such months three and fewer back are of the same
year, four and more of the next."""


def bare_day(month: int, day: int, context: Context, which: str = "") -> Stretch | None:
    """A day and month: 1 to 12, 1 to 31, with "last", "next" or "" before it; None where no anchor tells its year."""
    said = context.day
    if context.chronicle:
        year = carried(month, context)
        return day_of(year, month, day) if year else None
    if said is None or (_looks_back(context, said) and not _fresh(month, day, said)):
        return _onwards(context, lambda year: day_of(year, month, day))
    candidates = [found for year in range(said.year - 4, said.year + 5) if (found := day_of(year, month, day))]
    past = [(said - found.lo).days for found in candidates if found.lo and found.lo <= said]
    coming = [(found.lo - said).days for found in candidates if found.lo and found.lo > said]
    if not past or not coming:
        return None
    back, forward = past[-1], coming[0]
    last, first = candidates[len(past) - 1], candidates[len(past)]
    if which:
        return first if which == "next" else last
    if context.ahead and back:
        return first if forward < AHEAD * back else last
    return first if NEARER * forward < back else last


def carried(month: int, context: Context) -> int | None:
    """The year of a month in a chronicle: that of the time the story has reached, or the one after."""
    story = context.narrative
    if story is None or story.lo is None or story.hi is None or (story.hi - story.lo).days > YEAR:
        return None
    whole = (story.hi - story.lo).days > WHOLE and story.lo.year == story.hi.year
    return story.lo.year + (not whole and story.lo.month - month >= TURN)


def _fresh(month: int, day: int, said: date) -> bool:
    found = day_of(said.year, month, day)
    return found is not None and found.lo is not None and 0 <= (said - found.lo).days <= FRESH


def _looks_back(context: Context, said: date) -> bool:
    """Whether this sentence or the one before has taken the story further back than a bare date would be told from
    now."""
    story = context.narrative
    if story is None or story.lo is None or story.hi is None or not context.near or context.ahead:
        return False
    return (story.hi - story.lo).days <= FINE and (said - story.hi).days > LONG_AGO


def _onwards(context: Context, of_year: Callable[[int], Stretch | None]) -> Stretch | None:
    """In a text without a date, or one that looks back: the first such day or month that does not end before the
    time the story has reached."""
    narrative = context.narrative
    story = narrative.lo if narrative and context.near else None
    if narrative is None or story is None or narrative.hi is None or (narrative.hi - story).days > FINE:
        return None
    found = (of_year(story.year + step) for step in (0, 1))
    return next((stretch for stretch in found if stretch and stretch.hi and stretch.hi >= story), None)


def bare_month(number: int, which: str, context: Context) -> Stretch | None:
    """A month, 1 to 12, with "last", "next", "that" ... or "" before it; None where no anchor tells its year."""
    said = context.day
    if context.chronicle and not which:
        year = carried(number, context)
        return month_of(year, number) if year else None
    if said is None:
        return None if which else _onwards(context, lambda year: month_of(year, number))
    if which in ("that", "same", "following", "previous") and context.back and context.back.hi:
        said = context.back.hi
    here = month_of(said.year, number)
    if which == "this" or here is None:
        return here
    if which in ("next", "coming", "following") or (context.ahead and which not in ("last", "past", "previous")):
        strict = which in ("next", "following")
        return here if number > said.month or (number == said.month and not strict) else month_of(said.year + 1, number)
    strict = which in ("last", "past", "previous")
    return here if number < said.month or (number == said.month and not strict) else month_of(said.year - 1, number)
