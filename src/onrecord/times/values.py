"""An expression of time and what it counts from -> the stretch it means."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import timedelta

from onrecord.times import calendar_names, deixis, eras, lengths, numeric, quarters, ranges
from onrecord.times.calendars import Stretch, day_of, written
from onrecord.times.contexts import Context, Value
from onrecord.times.grammar import Words

Reckoner = Callable[[Words, Context], Stretch | None]

_RECKONERS: Mapping[str, Reckoner] = {
    "date": calendar_names.full_date,
    "numeric": numeric.numeric,
    "range": ranges.span_of_dates,
    "month": calendar_names.month,
    "weekday": calendar_names.weekday,
    "clock": calendar_names.clock,
    "quarter": quarters.quarter,
    "half": quarters.half,
    "thequarter": quarters.the_quarter,
    "ended": quarters.ended,
    "season": calendar_names.season,
    "decade": calendar_names.decade,
    "century": eras.century,
    "monthday": eras.month_day,
    "fiscal": quarters.fiscal_year,
    "year": calendar_names.year,
    "bareyear": calendar_names.year,
    "holiday": calendar_names.holiday,
    "weekof": calendar_names.week_of_month,
    "weekdayof": calendar_names.weekday_of_week,
    "weekofday": calendar_names.week_of_day,
    "thistime": deixis.this_time,
    "edge": deixis.edge,
    "deictic": deixis.deictic,
    "the": deixis.day_beside,
    "deixis": deixis.today,
    "attime": deixis.narrated,
    "then": deixis.narrated,
    "span": lengths.stretch_beside,
    "all": lengths.whole_so_far,
    "ago": lengths.distance,
    "weekdayweek": lengths.week_and_weekday,
    "within": lengths.limit,
    "duration": lengths.duration,
    "age": deixis.age,
}

LEAP = 2024
"""A year that has every day."""

_OWN_PRECISION = {"set": "set", "age": "age", "duration": "duration", "deixis": "day"}
_EXPLICIT = frozenset({"year", "calendaryear"})
_FROM_STORY = frozenset({"attime", "then", "the"})


def value(words: Words, context: Context) -> Value:
    """What an expression means where it stands. A stretch that its words or its anchor do not give is None."""
    reckon = _RECKONERS.get(words.kind)
    try:
        core = reckon(words, context) if reckon else None
        core = lengths.away(core, words) if core and words.part("away") else core
    except (ValueError, OverflowError):
        core = None
    basis = _basis(words, context)
    approximate = words.part("approx") in (
        "about",
        "around",
        "roughly",
        "some",
        "approximately",
        "nearly",
        "almost",
        "perhaps",
    )
    if ancient := eras.before_era(words):
        return Value(
            None, "year", "the words give the year, before the first that the record's dates can tell", edtf=ancient
        )
    if core is None and words.kind == "numeric":
        return _either(words, context)
    if core is None:
        return Value(None, _OWN_PRECISION.get(words.kind, "unknown"), _unknown(words, context))
    return _related(words.part("relation"), core, context, basis, approximate)


def _either(words: Words, context: Context) -> Value:
    """A date in figures that may be two days: both, as one of a set in EDTF; none where the calendar has neither."""
    days = numeric.numeric_days(words, context)
    if len(days) < 2:
        why = "the article is undated" if len(words.parts["year"]) == 2 and context.day is None else "no such day"
        return Value(None, "unknown", f"not known: {why}")
    told = [day.isoformat() for day in days]
    basis = f"not known: {told[0]} or {told[1]}, for day and month can be read in either order"
    return Value(None, "unknown", basis, edtf=f"[{','.join(told)}]")


def _related(relation: str, core: Stretch, context: Context, basis: str, approximate: bool) -> Value:
    """The stretch that "since", "until", "before", "after" make of X."""
    said = context.day
    if relation == "since":
        end = said if said and core.lo and core.lo <= said else None
        return Value(
            Stretch(core.lo, end, "since"),
            "since",
            f"since {_told(core)}, up to {context.why if said else 'when it was said'}; {basis}",
            core,
        )
    if relation in ("until", "till"):
        return Value(Stretch(None, core.hi, "until"), "until", f"until {_told(core)}; {basis}", core)
    if relation in ("before", "ahead of") and core.lo:
        last = core.lo - timedelta(days=1)
        first = said if said and said <= last else None
        return Value(Stretch(first, last, "before"), "before", f"before {_told(core)}; {basis}", core)
    if relation == "after" and core.hi:
        first = core.hi + timedelta(days=1)
        end = said if said and said >= first else None
        return Value(Stretch(first, end, "after"), "after", f"after {_told(core)}; {basis}", core)
    if relation == "by":
        return Value(core, "by", f"by {_told(core)}; {basis}", core)
    return Value(core, core.grain, basis, None, approximate)


def _told(stretch: Stretch) -> str:
    lo, hi = written(stretch.lo) or "an open beginning", written(stretch.hi) or "an open end"
    return lo if lo == hi else f"{lo} to {hi}"


_POINTING = frozenset(("that", "same", "following", "previous"))


def _basis(words: Words, context: Context) -> str:
    if words.part("away"):
        return f"{words.part('many')} {words.part('units')} {words.part('away')} the day named, seen from {context.why}"
    if words.parts.keys() & _EXPLICIT or words.kind in ("decade", "century"):
        return "the words give the year"
    way = words.part("way")
    if words.kind == "ago" and way not in ("ago", "from now", "hence"):
        return f"{words.part('count')} {words.part('unit')} {way}, counted from {context.back_told}"
    which = words.part("which").removeprefix("the ")
    if words.kind in _FROM_STORY or which in _POINTING or (which == "next" and words.part("unit") == "day"):
        return f"counted from {context.back_told}"
    if way:
        return f"{words.part('count')} {words.part('unit')} {'after' if way != 'ago' else 'before'} {context.why}"
    if context.spoken is None:
        return f"the first one from {context.back_told} on"
    if words.kind in ("weekday", "month", "date", "holiday", "season") and not words.part("which"):
        return f"the {'next' if context.ahead else 'last'} one as seen from {context.why}"
    return f"counted from {context.why}"


def _unknown(words: Words, context: Context) -> str:
    if context.spoken is None and words.kind not in ("event", "unread", "set", "duration"):
        return f"not known: {context.why}"
    if words.kind in ("event", "clause", "days"):
        return "not known: it hangs on an event that the words do not date"
    if words.kind == "set":
        return "not known: the words tell how often, not when"
    if words.kind == "duration" and not words.part("count"):
        return f"a length of some {words.part('unit')}; how many is not said"
    if words.kind == "duration":
        return f"a length of {words.part('count')} {words.part('unit')}; where it begins is not said"
    if words.kind == "date" and words.part("month") and _impossible(words):
        return "not known: the calendar has no such day"
    return "not known: the words name no time of the calendar"


def _impossible(words: Words) -> bool:
    """ "30 February"."""
    month, day = calendar_names.number_of_month(words.parts["month"]), calendar_names.day_number(words)
    return day_of(LEAP, month, day) is None
