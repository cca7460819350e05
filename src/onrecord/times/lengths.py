"""Expressions that measure: durations, "three weeks later", "18 months ago", "within a year"."""

from __future__ import annotations

import math
import re
from datetime import date, datetime, timedelta

from onrecord.times.calendars import Stretch, around, move, shift, week_of
from onrecord.times.contexts import Context
from onrecord.times.grammar import Words
from onrecord.words import table

FEW: dict[str, tuple[float, float]] = {"few": (2, 5), "a few": (2, 5), "several": (3, 9)}
"""How many a vague number is: bounds wide enough to hold what people mean by it."""

PAST_SIGHT = 1_000
"""Numbers above this ("4,000 years ago") are no time of the news."""


STARTS = 31
"""Days that the story's time may span for a length of time to begin with it."""


_HALF = re.compile(r"(?:[ -]and[ -]a[ -]half| (?P<top>\d)/(?P<below>\d)|(?P<sign>[½¼¾]))$")
_SIGNS = {"½": 0.5, "¼": 0.25, "¾": 0.75}


def number(words: str) -> float | None:
    """A number in words or figures, "two and a half", "2 1/2"; None for a vague one."""
    numbers = table("times")["numbers"]
    if found := _HALF.search(words):
        whole = number(words[: found.start()])
        part = int(found["top"]) / int(found["below"]) if found["top"] else _SIGNS.get(found["sign"], 0.5)
        return None if whole is None else whole + part
    plain = words.replace("half an", "0.5").replace("half a", "0.5")
    if plain in numbers:
        return float(numbers[plain])
    pieces = plain.replace("-", " ").split()
    if pieces and all(piece in numbers for piece in pieces):
        return float(sum(numbers[piece] for piece in pieces))
    figures = plain.replace(",", "")
    return float(figures) if figures.replace(".", "", 1).isdigit() else None


_OR = re.compile(r" (?:to|or) |(?<=\d)[-–](?=\d)")


def _numbers(words: Words) -> tuple[float, float] | None:
    """The least and greatest number: of "two to three" both, of "a year" one; None for a vague one."""
    told = words.part("count")
    if told in FEW:
        return FEW[told]
    if not told and not words.part("unit").endswith("s"):
        return 1, 1
    both = [number(piece) for piece in _OR.split(told)]
    least, most = both[0], both[-1]
    if least is None or most is None or least > most:
        return None
    half = 0.5 if words.part("half") else 0
    return least + half, most + half


def unit_of(words: str) -> tuple[str, int]:
    """A unit as seconds, minutes, hours, days, weeks, months or years, and how many of them."""
    units = table("times")["units"]
    name = words if words in units else words.removesuffix("s") if words.removesuffix("s") in units else "century"
    base, times = units[name]
    return str(base), int(times)


def _bounds(words: Words) -> tuple[int, int, str] | None:
    """The least and greatest whole number of a unit that the words leave, in days, weeks, months or years."""
    unit, times = unit_of(words.part("unit"))
    both = _numbers(words)
    if both is None or both[1] * times > PAST_SIGHT:
        return None
    least, most = both
    if unit in ("second", "minute", "hour"):
        hours = {"hour": 1.0, "minute": 1 / 60, "second": 1 / 3600}[unit]
        return math.floor(least * times * hours / 24), math.ceil(most * times * hours / 24), "day"
    if unit == "year" and (least != int(least) or most != int(most)):
        return round(least * 12 * times), round(most * 12 * times), "month"
    if least != int(least) and unit in ("week", "month"):
        days = 7 if unit == "week" else 30
        return round(least * days * times), round(most * days * times), "day"
    return int(least * times), int(most * times), unit


def distance(words: Words, context: Context) -> Stretch | None:
    """ "18 months ago" counts from when it was said, "three weeks later" from the time the story has reached."""
    way, bounds = words.part("way"), _bounds(words)
    if bounds is None:
        return None
    least, most, unit = bounds
    if way == "ago" and (quarter := _of_the_quarter(words, context)):
        return quarter
    if way in ("ago", "from now", "hence"):
        return _from_speech(words, context, -1 if way == "ago" else 1)
    base = context.back if way in ("earlier", "previously", "prior", "before", "beforehand") else context.narrative
    if base is None:
        return None
    sign = 1 if way in ("later", "after", "on") else -1
    near, far = shift(base, sign * least, unit), shift(base, sign * most, unit)
    if near is None or far is None:
        return None
    lo, hi = (near, far) if sign > 0 else (far, near)
    lo, hi = _coarse(lo, words, base), _coarse(hi, words, base)
    if sign > 0 and not context.ahead and context.day and lo.lo and lo.lo > context.day:
        return None
    return Stretch(lo.lo, hi.hi, lo.grain if least == most else "days")


def _of_the_quarter(words: Words, context: Context) -> Stretch | None:
    """ "profit rose in the third quarter ... from a year ago": the same quarter of the year before."""
    story = context.narrative
    if not context.near or story is None or story.grain != "quarter" or words.part("unit") != "year":
        return None
    return shift(story, -1, "year")


def _coarse(found: Stretch, words: Words, base: Stretch) -> Stretch:
    """The month or year in which months or years from a single day end: "fifteen months later" is no day, while "three
    weeks later" and "a year later" mostly are counted to the day."""
    unit, times = unit_of(words.part("unit"))
    count = (_numbers(words) or (None,))[0]
    if base.lo != base.hi or unit not in ("month", "year") or found.lo is None or count is None:
        return found
    return found if count * times <= 1 else around(found.lo, unit) or found


def away(core: Stretch, words: Words) -> Stretch | None:
    """ "two days before Christmas": the day named, moved; "the week before Christmas": the seven days up to it."""
    if words.part("many") == "the":
        return _up_to(core, words)
    bounds = _bounds(words._replace(parts={"count": words.parts["many"], "unit": words.parts["units"]}))
    if bounds is None:
        return None
    sign = 1 if words.part("away") == "after" else -1
    near, far = shift(core, sign * bounds[0], bounds[2]), shift(core, sign * bounds[1], bounds[2])
    if near is None or far is None:
        return None
    lo, hi = (near, far) if sign > 0 else (far, near)
    return Stretch(lo.lo, hi.hi, near.grain if lo == hi else "days")


def _up_to(core: Stretch, words: Words) -> Stretch | None:
    unit, times = unit_of(words.part("units"))
    sign = 1 if words.part("away") == "after" else -1
    near = core.hi if sign > 0 else core.lo
    first, far = near and move(near, sign, "day"), near and move(near, sign * times, unit)
    if first is None or far is None:
        return None
    return Stretch(min(first, far), max(first, far), "day" if first == far else "days")


def _minute(words: Words, context: Context, sign: int) -> Stretch | None:
    """ "An hour ago" where the minute is known in which it was said."""
    unit, times = unit_of(words.part("unit"))
    count, said = number(words.part("count")), context.spoken
    if unit not in ("minute", "hour") or count is None or not context.clock or said is None or said.lo is None:
        return None
    away = timedelta(**{f"{unit}s": float(count * times)})
    try:
        then = datetime.combine(said.lo, datetime.strptime(context.clock[:6], "T%H:%M").time()) + sign * away
    except (ValueError, OverflowError):
        return None
    return Stretch(then.date(), then.date(), "minute", then.strftime("T%H:%M") + context.clock[6:])


def _from_speech(words: Words, context: Context, sign: int) -> Stretch | None:
    """The calendar unit (year, month, week, day) that lies so far from when it was said."""
    bounds, said = _bounds(words), context.spoken
    if bounds is None or said is None or said.lo is None or said.hi is None:
        return None
    if (minute := _minute(words, context, sign)) is not None:
        return minute
    least, most, unit = bounds
    small = unit_of(words.part("unit"))[0] in ("second", "minute", "hour")
    if small and most <= 1:
        least, most = 0, 0
    first, last = (most, least) if sign < 0 else (least, most)
    lo, hi = move(said.lo, sign * first, unit), move(said.hi, sign * last, unit)
    if lo is None or hi is None:
        return None
    unit = "quarter" if words.part("unit").startswith("quarter") else unit
    begin, end = around(lo, unit), around(hi, unit)
    return Stretch(begin.lo, end.hi, unit if begin == end else f"{unit}s") if begin and end else None


def week_and_weekday(words: Words, context: Context) -> Stretch | None:
    """ "two weeks ago on Friday"."""
    weeks = int(number(words.part("count")) or 1)
    back = context.day and move(context.day, -weeks, "week")
    if not back:
        return None
    monday = week_of(back).lo
    weekday = int(table("times")["weekdays"][words.parts["weekday"].title()])
    day = monday + timedelta(days=weekday) if monday else back
    return Stretch(day, day, "day")


def limit(words: Words, context: Context) -> Stretch | None:
    """ "within seven days": from when it was said to the end of it. "in three weeks" is its end where the clause
    looks ahead."""
    bounds, said = _bounds(words), context.spoken
    if bounds is None or said is None or said.lo is None or said.hi is None:
        return None
    end = move(said.hi, bounds[1], bounds[2])
    if words.part("relation") == "within":
        return Stretch(said.lo, end, "within") if end else None
    return _from_speech(words, context, 1) if context.ahead else None


def duration(words: Words, context: Context) -> Stretch | None:
    """A length of time: up to when it was said in a perfect tense; else from the day the story has reached, where
    a day it is. None where neither is told."""
    bounds, said, story = _bounds(words), context.day, context.narrative
    if bounds is None:
        return None
    if context.perfect and said and words.part("relation") == "for":
        begin = move(said, -bounds[1], bounds[2])
        return Stretch(begin, said, "duration") if begin else None
    if (
        context.near
        and story
        and story.lo
        and story.hi
        and (story.hi - story.lo).days <= STARTS
        and words.part("relation") in ("for", "")
    ):
        end = move(story.lo, bounds[1], bounds[2])
        whole = end and move(end, -1, "day") if end and bounds[2] in ("month", "year") else end
        return Stretch(story.lo, whole, "duration") if whole else None
    return None


def stretch_beside(words: Words, context: Context) -> Stretch | None:
    """ "the last two weeks", "the next five years", "in the coming days"."""
    said, which = context.day, words.part("which")
    unit, times = unit_of(words.part("unit"))
    both = _numbers(words)
    if said is None or both is None or which in ("first", "final", "following", "previous") or not int(both[1]):
        return None
    most = int(both[1])
    said = _told_from(context, which) if context.chronicle else said
    end = said and move(said, (-most if which in ("last", "past") else most) * times, unit)
    if end is None or said is None:
        return None
    return Stretch(min(end, said), max(end, said), "days")


def _told_from(context: Context, which: str) -> date | None:
    """In a chronicle "the next six months" begin with the time told last, "the past decade" ends with it."""
    story = context.narrative
    return story and (story.lo if which in ("last", "past", "recent") else story.hi)


def whole_so_far(words: Words, context: Context) -> Stretch | None:
    """ "all month": from its first day to when it was said."""
    said = context.day
    unit = words.part("unit")
    found = around(said, unit) if said and unit in ("week", "month", "year", "day") else None
    return Stretch(found.lo, said, "days") if found else None
