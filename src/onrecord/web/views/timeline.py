"""The timeline: events in the order of their time, each drawn as the stretch it may have happened in."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from onrecord.nouns import Event, When
from onrecord.web.links import anchor, to_statement
from onrecord.web.moments import Moment, moment, ordinal
from onrecord.web.rows import Ref, actor_ref, clip, place_ref, speaker_ref
from onrecord.web.shelf import Shelf

WIDTH = 1000
"""Units of a drawn axis."""

THINNEST = 8
"""Least width of a bar, so that a day in a year can be seen."""

MONTHS = "JFMAMJJASOND"

UNDATED = "Undated"


class Bar(NamedTuple):
    """A stretch on the axis of its year: where it starts and how wide it is, and whether it goes on past an end."""

    x: int
    width: int
    before: bool
    after: bool


class Happened(NamedTuple):
    """An event as one row."""

    anchor: str
    when: Moment | None
    bar: Bar | None
    line: str
    actors: tuple[Ref, ...]
    evidence: tuple[Ref, ...]
    on_word_of: Ref | None


class Tick(NamedTuple):
    """A month on the axis."""

    x: int
    name: str


class Year(NamedTuple):
    """The events that begin in one year, under one axis."""

    anchor: str
    name: str
    ticks: tuple[Tick, ...]
    events: tuple[Happened, ...]


class Axis(NamedTuple):
    """First and last day drawn, as ordinals."""

    first: int
    last: int


def events(shelf: Shelf) -> list[Event]:
    """In the order of their time, the undated last."""
    return sorted(shelf.events, key=_order)


def years(shelf: Shelf, every: Sequence[Event], chunk: Sequence[Event]) -> list[Year]:
    """One page of the timeline, under a heading for each year. The axis of a year is the same on every page."""
    del every
    out = []
    for name, rows in groupby(chunk, key=_year):
        axis = _axis(name)
        shown = tuple(happened(shelf, row, axis) for row in rows)
        out.append(Year(f"year-{name.lower()}", name, _ticks(axis), shown))
    return out


def happened(shelf: Shelf, row: Event, axis: Axis | None = None) -> Happened:
    """One event; without an axis it has no bar."""
    word = shelf.statement.get(row.on_word_of) if row.on_word_of else None
    return Happened(
        anchor=anchor(row.id), when=moment(row.when), bar=_bar(row.when, axis) if row.when and axis else None,
        line=clip(row.line, 400), actors=tuple(actor_ref(shelf, name) for name in row.actors if name in shelf.actor),
        evidence=tuple(place_ref(shelf, span) for span in row.evidence),
        on_word_of=Ref(speaker_ref(shelf, word).text, to_statement(word.article, word.id)) if word else None,
    )  # fmt: skip


def _order(row: Event) -> tuple[str, str, str]:
    start, end = _ends(row.when)
    return start or end or "9999-99", end or "9999-99", row.id


def _ends(when: When | None) -> tuple[str | None, str | None]:
    return (when.from_, when.to) if when else (None, None)


def _year(row: Event) -> str:
    start, end = _ends(row.when)
    day = ordinal(start) or ordinal(end)
    return str(date.fromordinal(day).year) if day else UNDATED


def _axis(name: str) -> Axis | None:
    if name == UNDATED:
        return None
    return Axis(date(int(name), 1, 1).toordinal(), date(int(name), 12, 31).toordinal())


def _ticks(axis: Axis | None) -> tuple[Tick, ...]:
    if axis is None:
        return ()
    year = date.fromordinal(axis.first).year
    return tuple(Tick(_x(date(year, month, 1).toordinal(), axis), name) for month, name in enumerate(MONTHS, 1))


def _bar(when: When, axis: Axis) -> Bar | None:
    start, end = ordinal(when.from_), ordinal(when.to)
    if start is None and end is None:
        return None
    first = axis.first if start is None else max(start, axis.first)
    last = axis.last if end is None else min(end, axis.last)
    x = min(_x(first, axis), WIDTH - THINNEST)
    width = min(max(_x(last + 1, axis) - x, THINNEST), WIDTH - x)
    return Bar(x, width, start is None or start < axis.first, end is None or end > axis.last)


def _x(day: int, axis: Axis) -> int:
    return (day - axis.first) * WIDTH // (axis.last + 1 - axis.first)
