"""Expressions that name a piece of the calendar: dates, months, weekdays, seasons, years, holidays."""

from __future__ import annotations

import re
from datetime import date, timedelta

from onrecord.times.bare import bare_day, bare_month, carried
from onrecord.times.calendars import (
    SEASONS,
    Stretch,
    convention,
    day_of,
    decade_of,
    holiday_of,
    month_of,
    season_of,
    shift,
    week_of,
    year_of,
)  # fmt: skip
from onrecord.times.contexts import Context
from onrecord.times.grammar import Words
from onrecord.times.portions import portion
from onrecord.words import table

DAYS = 6
"""Days that a week may span for a weekday in it to be one."""

_CLOCK = re.compile(r"(\d{1,2})(?:[:.](\d\d))?\s*([ap])?")


def number_of_month(words: str) -> int:
    """1 to 12, by name, abbreviation or digits."""
    name = words.strip().rstrip(".")
    return int(name) if name.isdigit() else int(table("times")["months"][name.title()])


def number_of_weekday(words: str) -> int:
    """0 (Monday) to 6."""
    return int(table("times")["weekdays"][words.strip().title()])


def told_year(words: Words, context: Context) -> int | None:
    """The year the words give, in figures or as "last year"; None where they give none or it cannot be known."""
    figures = words.part("year") or words.part("calendaryear")
    if figures:
        return int(figures) - _turned(words)
    which = words.part("whichyear").removeprefix("the ")
    if not which:
        return None
    base = context.base(which)
    day = base and (base.hi or base.lo)
    step = {"last": -1, "next": 1, "following": 1, "previous": -1}.get(which, 0)
    return day.year + step if day else None


def _turned(words: Words) -> bool:
    """Of "December and January 2031" December is of 2030."""
    after = words.part("nextmonth")
    return bool(after) and number_of_month(words.parts["month"]) > number_of_month(after)


def unresolved(words: Words, year: int | None) -> bool:
    """Whether the words name a year ("that year") that cannot be known."""
    return year is None and bool(words.part("whichyear"))


def day_number(words: Words) -> int:
    """1 to 31, by figures or as "the first of August"."""
    told = words.part("nth")
    return int(words.parts["day"]) if not told else int(table("times")["ordinals"].get(told) or told[:-2])


def full_date(words: Words, context: Context) -> Stretch | None:
    """ "9 October", "Feb. 3, 2031 6:10 am ET", "early on 3 May"."""
    month, day = number_of_month(words.parts["month"]), day_number(words)
    year = told_year(words, context)
    if unresolved(words, year):
        return None
    found = day_of(year, month, day) if year else bare_day(month, day, context, words.part("which"))
    return _timed(found, words)


def month(words: Words, context: Context) -> Stretch | None:
    """ "in May", "late last June", "January 2024", "in July of last year"."""
    number, year = number_of_month(words.parts["month"]), told_year(words, context)
    if unresolved(words, year):
        return None
    found = month_of(year, number) if year else bare_month(number, words.part("which").removeprefix("the "), context)
    return found and portion(found, words.part("portion"), words.part("relation"))


def weekday(words: Words, context: Context) -> Stretch | None:
    """ "on Thursday", "last Friday", "late on Tuesday". A date beside it in brackets decides."""
    if words.part("day"):
        return full_date(words, context)
    number = number_of_weekday(words.parts["weekday"])
    said = context.spoken
    if said is None or said.hi is None or said.lo is None or (said.hi - said.lo).days > 6:
        return None
    which = words.part("which").removeprefix("the ")
    if which in ("following", "that", "same", "previous") and context.back and context.back.hi:
        return _weekday_beside(context.back.hi, number, which)
    back = (said.hi.weekday() - number) % 7
    if which in ("last", "past"):
        back = back or 7
    elif which in ("next", "coming") or context.ahead:
        back = -((number - said.hi.weekday()) % 7 or (7 if which else 0))
    elif which == "this":
        back = said.hi.weekday() - number
    day = said.hi - timedelta(days=back)
    return Stretch(day, day, "day")


def _weekday_beside(day: date, number: int, which: str) -> Stretch:
    forward, back = (number - day.weekday()) % 7, (day.weekday() - number) % 7
    moved = {"following": forward or 7, "previous": -(back or 7)}.get(which, -back)
    found = day + timedelta(days=moved)
    return Stretch(found, found, "day")


def clock(words: Words, context: Context) -> Stretch | None:
    """A time of the day: on the day that stands beside it, else the day the story has reached, else the day of the
    text."""
    if words.part("weekday"):
        found = weekday(words, context)
    elif words.part("month") or words.part("secondmonth"):
        name = words.parts.get("month") or words.parts["secondmonth"]
        found = bare_day(number_of_month(name), int(words.part("day") or words.part("secondday")), context)
    else:
        base = context.back
        found = base if base and base.lo == base.hi and base.lo else None if context.chronicle else context.spoken
        found = found if found and found.lo == found.hi else None
    return _timed(found, words)


def _timed(found: Stretch | None, words: Words) -> Stretch | None:
    written = words.part("clock")
    if found is None or not written:
        return found
    if written in ("noon", "midnight"):
        hour, minute = 12 if written == "noon" else 0, 0
    else:
        told = _CLOCK.match(written)
        if told is None:
            return found
        hour, minute = int(told[1]), int(told[2] or 0)
        hour = hour % 12 + 12 * (told[3] == "p") if told[3] else hour
    if hour > 23:
        return found
    zones = table("times")["zones"]
    zone = words.parts.get("zone", "")
    offset = zones.get(zone, zone if zone[:1] in ("+", "-", "Z") else "")
    return found._replace(grain="minute", clock=f"T{hour:02d}:{minute:02d}{offset.replace('+00:00', 'Z')}")


def season(words: Words, context: Context) -> Stretch | None:
    """ "in the spring of 2021", "last summer", "this autumn", "that winter"."""
    number = int(table("times")["seasons"][words.part("season")])
    named, which = told_year(words, context), words.part("which").removeprefix("the ")
    part = words.part("portion") or words.part("pre")
    base = context.base(which)
    said = base and (base.hi or base.lo)
    if named or unresolved(words, named) or said is None:
        return portion(found, part) if named and (found := season_of(named, number)) else None
    if context.chronicle and which in ("", "that", "same", "this"):
        year = carried(convention(SEASONS[number])[0], context)
        return portion(found, part) if year and (found := season_of(year, number)) else None
    found = _season_near(number, said, which, context)
    if found and words.part("before"):
        found = shift(found, -1, "year")
    return found and portion(found, part)


def _season_near(number: int, said: date, which: str, context: Context) -> Stretch | None:
    if which == "this" and not (number == 4 and said.month < 3):
        return season_of(said.year, number)
    near = [found for year in range(said.year - 2, said.year + 3) if (found := season_of(year, number)) and found.lo]
    if which in ("next", "coming", "following") or (not which and context.ahead):
        return next(found for found in near if found.lo and found.lo > said)
    before = ("last", "past", "previous")
    begun = [f for f in near if f.lo and f.hi and (f.hi < said if which in before else f.lo <= said)]
    return begun[-1] if begun else None


def decade(words: Words, context: Context) -> Stretch | None:
    """ "the late 1990s", "the '80s", "the nineties"."""
    first = int(words.part("year") or 0) or _short_decade(words.part("tens"), context)
    found = decade_of(first) if first else None
    return found and portion(found, words.part("pre"))


def _short_decade(tens: str, context: Context) -> int | None:
    """The last such decade that has begun."""
    digit = int(tens) if tens.isdigit() else table("times")["tens"][tens]
    if context.day is None:
        return None
    this = context.day.year // 100 * 100 + 10 * digit
    return this if this <= context.day.year else this - 100


def year(words: Words, context: Context) -> Stretch | None:  # noqa: ARG001  a reckoner of the table's shape
    """ "in 2022", "mid-2024", "nineteen ninety-six"."""
    found = year_of(int(words.part("year") or 0) or _spelled(words.part("spelled")))
    return found and portion(found, words.part("portion"))


def _spelled(words: str) -> int:
    hundreds, rest = words.replace("-", " ").replace(" oh ", " ").split(" ", 1)
    numbers = table("times")["numbers"]
    return int(100 * numbers[hundreds] + sum(numbers[word] for word in rest.split()))


def holiday(words: Words, context: Context) -> Stretch | None:
    """ "by Thanksgiving", "New Year 2024", "last Christmas"."""
    name = next(known for known in _holiday_names() if known.lower() == words.part("holiday"))
    if words.part("year"):
        return holiday_of(int(words.parts["year"]), name)
    said = context.day
    if context.chronicle:
        return _carried_holiday(name, context)
    if said is None:
        return None
    near = [found for y in range(said.year - 1, said.year + 2) if (found := holiday_of(y, name)) and found.lo]
    past = [found for found in near if found.lo and found.lo <= said]
    coming = [found for found in near if found.lo and found.lo >= said]
    which = words.part("which")
    chosen = coming[:1] if which in ("next", "this") or (context.ahead and which != "last") else past[-1:]
    return chosen[0] if chosen else None


def _carried_holiday(name: str, context: Context) -> Stretch | None:
    story = context.narrative
    here = holiday_of(story.lo.year, name) if story and story.lo else None
    year = carried(here.lo.month, context) if here and here.lo else None
    return holiday_of(year, name) if year else None


def _holiday_names() -> list[str]:
    words = table("times")
    return [*words["holidays"], *words["movable"]]


def week_of_month(words: Words, context: Context) -> Stretch | None:
    """ "in the second week of April": days 8 to 14."""
    number = number_of_month(words.parts["month"])
    named = told_year(words, context)
    found = month_of(named, number) if named else bare_month(number, "", context)
    count = table("times")["ordinals"].get(words.part("ordinal"), 0)
    if found is None or found.lo is None or found.hi is None or not 0 <= count <= 5:
        return None
    if count == 0:
        return Stretch(found.hi - timedelta(days=6), found.hi, "week")
    lo = found.lo + timedelta(days=7 * (count - 1))
    return Stretch(lo, min(lo + timedelta(days=6), found.hi), "week") if lo <= found.hi else None


def weekday_of_week(words: Words, context: Context) -> Stretch | None:
    """ "on Tuesday of next week"."""
    which = words.part("which").removeprefix("the ")
    base = context.base(which)
    day = base and (base.hi or base.lo)
    if not day or (base and base.lo and base.hi and (base.hi - base.lo).days > DAYS):
        return None
    step = {"last": -1, "previous": -1, "next": 1, "following": 1}.get(which, 0)
    found = day + timedelta(days=7 * step - day.weekday() + number_of_weekday(words.parts["weekday"]))
    return Stretch(found, found, "day")


def week_of_day(words: Words, context: Context) -> Stretch | None:
    """ "the week of March 6": the one that holds the day."""
    month = number_of_month(words.part("month") or words.part("secondmonth"))
    day, year = int(words.part("day") or words.part("secondday")), told_year(words, context)
    found = day_of(year, month, day) if year else bare_day(month, day, context)
    return week_of(found.lo) if found and found.lo else None
