"""The timeline: events in the order of their time, each drawn as the stretch it may have happened in, with when it
was said, published and copied beside it; above each year the four clocks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from onrecord.nouns import Event, When
from onrecord.web.clocks import CLOCKS, Clock, Days, days
from onrecord.web.links import anchor, to_statement
from onrecord.web.moments import Moment, moment, ordinal, words
from onrecord.web.rows import Ref, actor_ref, clip, place_ref, speaker_ref
from onrecord.web.shelf import Shelf

WIDTH = 1000
"""Units of a drawn axis."""

THINNEST = 8
"""Least width of a bar, so that a day in a year can be seen."""

LIGHTEST, DARKER = 0.35, 0.15
"""How dark one stretch of a clock is drawn, and how much each further one in the same place adds."""

MONTHS = "JFMAMJJASOND"

UNDATED = "Undated"


class Bar(NamedTuple):
    """A stretch on the axis of its year: where it starts and how wide it is, and whether it goes on past an end."""

    x: int
    width: int
    before: bool
    after: bool


class Happened(NamedTuple):
    """An event as one row. `published` and `copied` are the stretches in which its articles, and those of them that are
    made from others, appeared; `said` when the one on whose word it stands said it; `unordered` is true where its
    stretch meets that of the row above, so that nobody can tell which came first."""

    anchor: str
    when: Moment | None
    bar: Bar | None
    line: str
    actors: tuple[Ref, ...]
    evidence: tuple[Ref, ...]
    on_word_of: Ref | None
    said: Moment | None
    published: str
    copied: str
    unordered: bool = False


class Lane(NamedTuple):
    """One clock in one year: how many stretches it has there and where they lie, each with how dark it is."""

    name: str
    number: int
    bars: tuple[tuple[Bar, float], ...]


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
    lanes: tuple[Lane, ...] = ()


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
        shown = tuple(_unordered(shelf, list(rows), axis))
        out.append(Year(f"year-{name.lower()}", name, _ticks(axis), shown, _lanes(shelf, axis)))
    return out


def _unordered(shelf: Shelf, rows: Sequence[Event], axis: Axis | None) -> Iterator[Happened]:
    """The rows of one year, each that meets the one above it marked."""
    above: Days | None = None
    for row in rows:
        here = days(row.when)
        meets = above is not None and here is not None and here[0] <= above[1]
        yield happened(shelf, row, axis)._replace(unordered=meets)
        above = here


def _lanes(shelf: Shelf, axis: Axis | None) -> tuple[Lane, ...]:
    """The four clocks of a year; those that have nothing there are left out."""
    held = shelf.clocks.get(date.fromordinal(axis.first).year) if axis else None
    if axis is None or held is None:
        return ()
    return tuple(_lane(name, held[name], axis) for name in CLOCKS if held[name])


def _lane(name: Clock, stretches: Sequence[Days], axis: Axis) -> Lane:
    drawn = Counter(_drawn(first, last, axis) for first, last in stretches)
    bars = tuple((bar, min(LIGHTEST + DARKER * number, 1.0)) for bar, number in sorted(drawn.items()))
    return Lane(name, len(stretches), bars)


def happened(shelf: Shelf, row: Event, axis: Axis | None = None) -> Happened:
    """One event; without an axis it has no bar."""
    word = shelf.statement.get(row.on_word_of) if row.on_word_of else None
    told = sorted({span.article for span in row.evidence})
    return Happened(
        anchor=anchor(row.id), when=moment(row.when), bar=_bar(row.when, axis) if row.when and axis else None,
        line=clip(_elided(row.line), 400),
        actors=tuple(actor_ref(shelf, name) for name in row.actors if name in shelf.actor),
        evidence=tuple(place_ref(shelf, span) for span in row.evidence),
        on_word_of=Ref(speaker_ref(shelf, word).text, to_statement(word.article, word.id)) if word else None,
        said=moment(word.said) if word else None, published=_span(shelf, told),
        copied=_span(shelf, [article for article in told if article in shelf.copied]),
    )  # fmt: skip


def _elided(line: str) -> str:
    """A line with a sign before it where it begins inside its sentence."""
    return f"… {line}" if line[:1].islower() else line


def _span(shelf: Shelf, articles: Sequence[str]) -> str:
    """From the first to the last day on which dated articles appeared, in words; "" where none is dated."""
    known = filter(None, (days(shelf.article[article].published) for article in articles if article in shelf.article))
    ends = sorted(date.fromordinal(end).isoformat() for stretch in known for end in stretch)
    return words(ends[0], ends[-1]) if ends else ""


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
    bar = _drawn(axis.first if start is None else start, axis.last if end is None else end, axis)
    return bar._replace(before=bar.before or start is None, after=bar.after or end is None)


def _drawn(first: int, last: int, axis: Axis) -> Bar:
    x = min(_x(max(first, axis.first), axis), WIDTH - THINNEST)
    width = min(max(_x(min(last, axis.last) + 1, axis) - x, THINNEST), WIDTH - x)
    return Bar(x, width, first < axis.first, last > axis.last)


def _x(day: int, axis: Axis) -> int:
    return (day - axis.first) * WIDTH // (axis.last + 1 - axis.first)
