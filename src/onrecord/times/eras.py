"""Centuries, years before our era, and days of a month that is told elsewhere."""

from __future__ import annotations

from onrecord.times.calendars import Stretch, century_of, day_of
from onrecord.times.contexts import Context
from onrecord.times.grammar import Words
from onrecord.times.portions import portion
from onrecord.words import table


def century(words: Words, context: Context) -> Stretch | None:  # noqa: ARG001  a reckoner of the table's shape
    """ "in the early 19th century"; None before our era."""
    told = words.part("century")
    count = table("times")["ordinals"].get(told) or int(told[:-2])
    found = None if words.part("era") else century_of(count)
    return found and portion(found, words.part("pre"))


def before_era(words: Words) -> str:
    """ "490 BC" in Extended Date/Time Format, which has a year 0: "-0489". "" for anything else. The record's dates are
    those of ISO 8601 from year 1 on, so that `from` and `to` stay open."""
    if words.part("century") and words.part("era"):
        count = table("times")["ordinals"].get(words.part("century")) or int(words.part("century")[:-2])
        return _between(100 * count, 100 * count - 99)
    if not words.part("bc"):
        return ""
    first = int(words.part("bc"))
    if words.part("tens"):
        return _between(first + 9, first)
    return _between(first, int(words.part("bcto"))) if words.part("bcto") else _astronomical(first)


def _between(first: int, last: int) -> str:
    return f"{_astronomical(first)}/{_astronomical(last)}"


def _astronomical(year: int) -> str:
    return f"-{year - 1:04d}" if year > 1 else "0000"


def month_day(words: Words, context: Context) -> Stretch | None:
    """ "on the 20th": of the month that the story has just reached, and None where it has reached none: "birdied on the
    18th" is no day."""
    story = context.narrative
    if story is None or story.lo is None or story.hi is None or not (context.near or context.chronicle):
        return None
    same = (story.lo.year, story.lo.month) == (story.hi.year, story.hi.month)
    return day_of(story.lo.year, story.lo.month, int(words.part("day")[:-2])) if same else None
