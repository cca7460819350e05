"""From one date to another: "between 8 and 11 March", "from May to July", "2019-2021"."""

from __future__ import annotations

from datetime import date, timedelta

from onrecord.times.calendar_names import full_date, month, number_of_month, number_of_weekday, weekday
from onrecord.times.calendars import Stretch, day_of, month_of, year_of
from onrecord.times.contexts import Context
from onrecord.times.grammar import Words


def span_of_dates(words: Words, context: Context) -> Stretch | None:
    """ "between 8 and 11 March", "from May to July", "2019-2021", "from Monday to Friday"."""
    if words.part("toyear"):
        return _years(int(words.parts["year"]), words.parts["toyear"])
    if words.part("toweekday"):
        last = weekday(Words(words.start, words.end, "weekday", {"weekday": words.parts["toweekday"]}), context)
        if last is None or last.hi is None:
            return None
        days = (last.hi.weekday() - number_of_weekday(words.parts["weekday"])) % 7
        return Stretch(last.hi - timedelta(days=days), last.hi, "days")
    end_words = {
        **words.parts,
        "month": words.parts.get("tomonth") or words.parts["month"],
        "day": words.parts.get("today", ""),
    }
    end_words.pop("clock", None)
    if not words.part("today"):
        last = month(Words(words.start, words.end, "month", end_words), context)
        first = number_of_month(words.parts["month"])
        if last is None or last.hi is None:
            return None
        year = _first_year(words, last.hi, first)
        begins = month_of(year, first)
        return Stretch(begins.lo, last.hi, "months") if begins and begins.lo and begins.lo <= last.hi else None
    last = full_date(Words(words.start, words.end, "date", end_words), context)
    if last is None or last.hi is None:
        return None
    first = number_of_month(words.parts.get("month") or words.parts["tomonth"])
    begin = day_of(_first_year(words, last.hi, first), first, int(words.parts["day"]))
    return Stretch(begin.lo, last.hi, "days") if begin and begin.lo and begin.lo <= last.hi else None


def _first_year(words: Words, last: date, first: int) -> int:
    """The year of the first month, told or the nearest before the last day."""
    return int(words.part("fromyear") or last.year - (first > last.month))


def _years(first: int, last: str) -> Stretch | None:
    end = int(last) if len(last) == 4 else first // 100 * 100 + int(last)
    begin, finish = year_of(first), year_of(end)
    return Stretch(begin.lo, finish.hi, "years") if begin and finish and first < end else None
