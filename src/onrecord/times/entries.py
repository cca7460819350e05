"""Entries of a live page: the moment from which each speaks."""

from __future__ import annotations

from bisect import bisect_right
from typing import NamedTuple

from onrecord.nouns import Article, When
from onrecord.times.calendars import Stretch, stretch_of


class Moment(NamedTuple):
    """When an entry was written: its day, its minute as ISO 8601 writes it ("" where not told), its When, and
    what it is, in words."""

    day: Stretch
    clock: str
    when: When
    why: str


def moment_at(article: Article, at: int) -> Moment | None:
    """The moment of the entry that a character stands in; None outside every entry and where its day is not known."""
    place = bisect_right(article.entries, at, key=lambda entry: entry.start) - 1
    entry = article.entries[place] if place >= 0 else None
    if entry is None or at >= entry.end or entry.when is None:
        return None
    day = stretch_of(entry.when)
    if day is None:
        return None
    clock = entry.when.to[10:] if entry.when.to and entry.when.precision == "minute" else ""
    return Moment(day, clock, entry.when, f"the entry of {entry.text}")
