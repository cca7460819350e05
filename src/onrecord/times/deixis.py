"""Expressions that point: today, last week, that month, the following day, the end of next month."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.times.calendars import Stretch, around, month_of, move, week_of
from onrecord.times.contexts import POINTING, Context
from onrecord.times.grammar import Words
from onrecord.times.portions import portion

BEGUN = 3
"""Weekdays (Monday to Wednesday) on which "this weekend", "the weekend" still mean the one just past."""

_DAYPARTS = frozenset({"night", "morning", "afternoon", "evening"})
_STEP = {
    "last": -1,
    "next": 1,
    "following": 1,
    "coming": 1,
    "previous": -1,
    "preceding": -1,
    "past": -1,
    "subsequent": 1,
}


def _unit(name: str) -> tuple[str, int]:
    """The grain a unit is reckoned in, and how many of it."""
    return {"fortnight": ("week", 2)}.get(name, ("day" if name in _DAYPARTS else name, 1))


def today(words: Words, context: Context) -> Stretch | None:
    """ "today", "yesterday evening", "tomorrow", "tonight"."""
    if context.spoken is None or context.day is None or context.spoken.lo is None:
        return None
    if (context.day - context.spoken.lo).days > 6:
        return None
    step = {"yesterday": -1, "tomorrow": 1}.get(words.part("word"), 0)
    lo, hi = move(context.spoken.lo, step, "day"), move(context.day, step, "day")
    return Stretch(lo, hi, "day" if lo == hi else "days")


def narrated(words: Words, context: Context) -> Stretch | None:  # noqa: ARG001  a reckoner of the table's shape
    """ "at the time", "since then": the time the story has reached."""
    return context.narrative


def age(words: Words, context: Context) -> Stretch | None:  # noqa: ARG001  a reckoner of the table's shape
    """An age holds on the day it is told."""
    return context.spoken and context.spoken._replace(grain="age", clock="")


def deictic(words: Words, context: Context) -> Stretch | None:
    """ "last week", "earlier this month", "that evening", "the following year", "the same day"."""
    which, name = words.part("which").removeprefix("the "), words.part("unit")
    which = "this" if which == "current" else which
    unit, count = _unit(name)
    if (which == "the" and words.part("portion") and _in_story(context)) or (context.chronicle and which == "this"):
        which = "that"
    story = (
        which in POINTING
        or (words.part("which").startswith("the ") and which != "this")
        or (which == "next" and unit == "day")
    )
    base = context.back if story else context.spoken
    if base is None or base.hi is None or base.lo is None:
        return None
    if story:
        found = _beside(base, unit, _STEP.get(which, 0) * count)
        return _around_story(found, words.part("portion"), base) if found else None
    if name == "weekend":
        return _weekend(base.hi, "next" if which == "the" and context.ahead else "this" if which == "the" else which)
    if unit == "day" and which in ("this", "that"):
        return base._replace(clock="")
    found = _moved(base.hi, unit, _STEP.get(which, 0) * count)
    return found and _portioned(found, words.part("portion"), base.hi)


def _in_story(context: Context) -> bool:
    """Whether "the end of the month" is of the month that this sentence or the one before told as past."""
    if context.chronicle:
        return True
    return context.near and not context.ahead and context.narrative is not None and not context.perfect


def _beside(base: Stretch, unit: str, step: int) -> Stretch | None:
    """The unit the story has reached, or its neighbour; a wider story ("in March ... the following day") moves as
    a whole."""
    if base.lo is None or base.hi is None:
        return None
    if unit == "weekend":
        return _weekend(base.hi, "next" if step > 0 else "this")
    lo, hi = _moved(base.lo, unit, step), _moved(base.hi, unit, step)
    if lo is None or hi is None:
        return None
    return lo if lo == hi else Stretch(lo.lo, hi.hi, base.grain if step == 0 else "days")


def _moved(day: date, unit: str, step: int) -> Stretch | None:
    if unit == "quarter":
        moved = move(day, 3 * step, "month")
    elif unit in ("decade", "century"):
        moved = move(day, (10 if unit == "decade" else 100) * step, "year")
    else:
        moved = move(day.replace(day=1) if unit == "month" else day, step, unit)
    return around(moved, unit) if moved else None


def _weekend(day: date, which: str) -> Stretch:
    saturday = week_of(day).lo
    assert saturday is not None
    saturday += timedelta(days=5)
    if which in ("last", "past") or (which == "this" and day.weekday() < BEGUN):
        saturday -= timedelta(days=7)
    elif which in ("next", "coming") and day.weekday() > 4:
        saturday += timedelta(days=7)
    return Stretch(saturday, saturday + timedelta(days=1), "days")


def _portioned(found: Stretch, words: str, said: date) -> Stretch | None:
    """ "earlier this month" ends, "later this year" begins, with the day it was said."""
    if found.lo is None or found.hi is None:
        return found
    if words == "earlier":
        return found._replace(hi=max(found.lo, min(found.hi, said)), grain="days")
    if words == "later":
        return found._replace(lo=min(found.hi, max(found.lo, said)), grain="days")
    return portion(found, words)


def _around_story(found: Stretch, words: str, base: Stretch) -> Stretch:
    """ "later that year" begins behind the time the story has reached, "earlier that month" ends before it, where that
    time is a part of the year or month."""
    if found.lo is None or found.hi is None or base.lo is None or base.hi is None:
        return found
    if words == "later" and base.hi < found.hi and base.lo >= found.lo:
        return found._replace(lo=base.hi + timedelta(days=1), grain="days")
    if words == "earlier" and base.lo > found.lo and base.hi <= found.hi:
        return found._replace(hi=base.lo - timedelta(days=1), grain="days")
    return found


def this_time(words: Words, context: Context) -> Stretch | None:
    """ "by this time next year": the same month of the next year."""
    step = -1 if words.part("which") == "last" else 1
    moved = move(context.day, step, words.part("unit")) if context.day else None
    if moved is None:
        return None
    return month_of(moved.year, moved.month) if words.part("unit") == "year" else Stretch(moved, moved, "day")


def edge(words: Words, context: Context) -> Stretch | None:
    """ "by the end of the month", "the first of next month", "at the beginning of that year"."""
    which = words.part("which") or words.part("that")
    base = context.narrative if not which and _in_story(context) else context.base(which)
    if base is None or base.hi is None:
        return None
    found = _moved(base.hi, _unit(words.part("unit"))[0], _STEP.get(which, 0))
    if found and words.part("portion") == "first" and found.lo:
        return Stretch(found.lo, found.lo, "day")
    return found and portion(found, words.part("portion"), words.part("relation"))


def day_beside(words: Words, context: Context) -> Stretch | None:
    """ "the day before", "the year after"; "the week before last"."""
    step = -1 if words.part("way") == "before" else 1
    if words.part("last"):
        day = context.day
        return _moved(day, _unit(words.part("unit"))[0], 2 * step) if day else None
    back = context.back
    if back is None:
        return None
    unit = _unit(words.part("unit"))[0]
    return _shifted(back, step, unit)


def _shifted(base: Stretch, step: int, unit: str) -> Stretch | None:
    """A neighbour that keeps the grain of the story: "September ... the year before" is the September before."""
    if base.lo is None or base.hi is None:
        return None
    lo, hi = move(base.lo, step, unit), move(base.hi, step, unit)
    if lo is None or hi is None:
        return None
    return around(lo, base.grain) if base.grain in ("month", "quarter", "year", "week") else Stretch(lo, hi, base.grain)
