"""What an article's own words tell of when it was published: not before the last day or year that it tells as past."""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from functools import cache

from onrecord.times.calendar_names import number_of_month
from onrecord.times.calendars import day_of
from onrecord.times.narration import Telling, Told
from onrecord.words import phrases

EARLIEST = 1990
"""The first year of news on the web: a later one bounds an article, an earlier one tells nothing of it."""
AFTER = 40
"""Characters behind a date in which stands what it is the date of."""
KINDS = {"date": ("", "on"), "month": ("", "in", "since", "during"), "year": ("in", "since", "during")}
"""Expressions that tell a year, and the words before them under which they tell it as past."""


def last_told(telling: Telling) -> tuple[date, str] | None:
    """The last day, month or year, told with its year and as past, by its first day, and its words; None for none."""
    told = (
        (day, telling.article.text[t.words.start : t.words.end]) for t in telling.told if (day := _past(telling, t))
    )
    return max(told, default=None)


def _past(telling: Telling, told: Told) -> date | None:
    words = told.words
    if words.kind not in KINDS or told.ahead or words.part("year") is None:
        return None
    if (words.part("relation") or "").lower() not in KINDS[words.kind] or _is_to_come(telling, told):
        return None
    year, month = words.part("year") or "", words.part("month")
    if not re.fullmatch(r"(?:19|20)\d\d", year) or int(year) < EARLIEST:
        return None
    number = number_of_month(month) if month else 1
    found = day_of(int(year), number, int(words.part("day") or 1)) if number else None
    return found.lo if found else None


def _is_to_come(telling: Telling, told: Told) -> bool:
    """Whether a sentence speaks, before an expression or right behind it, of what is still to come; headlines and
    summaries leave that open."""
    text, at = telling.article.text, told.words.start
    if telling.article.region(at) != "body":
        return True
    starts = [start for start, _ in telling.sentences]
    begin = telling.sentences[max(0, bisect_right(starts, at) - 1)][0]
    behind = text[told.words.end : told.words.end + AFTER].split(".")[0]
    return bool(_ahead().search(text, min(begin, at), at) or _object().match(behind))


@cache
def _ahead() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases('times', 'bounds', 'ahead'))})\b", re.IGNORECASE)


@cache
def _object() -> re.Pattern[str]:
    return re.compile(
        rf"\W{{0,3}}(?:\w+ ){{0,2}}(?:{'|'.join(phrases('times', 'bounds', 'objects'))})\b", re.IGNORECASE
    )
