"""A long text as windows of whole sentences with their surroundings, so that every piece is read once with context."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from onrecord.models.pieces import Ints

WINDOW = 254
"""Pieces of a window beside its first and last sign: what the model was trained on."""
CORE = 176
"""Pieces a window is read for; the rest is their surroundings. 226 takes three quarters of the time and costs 0.002 of
whole attributions on PolNeAR's dev part."""


class Window(NamedTuple):
    """Pieces `start..end` are given to the model, `first..last` of them are read."""

    start: int
    end: int
    first: int
    last: int


def cut(size: int, stops: Sequence[int]) -> Iterator[Window]:
    """The windows of a text of `size` pieces; `stops` are the pieces that begin a sentence, in order. The cores follow
    each other without gap or overlap; a sentence longer than a core is cut."""
    places = np.unique(np.array([0, *[stop for stop in stops if 0 < stop < size], size], dtype=np.int64))
    at = 0
    while at < size:
        last = _before(places, at + CORE, at) or min(size, at + CORE)
        room = WINDOW - (last - at)
        start = _after(places, at - room // 2, at)
        end = _before(places, last + room - (at - start), last) or last
        yield Window(start, end, at, last)
        at = last


def _before(places: Ints, limit: int, floor: int) -> int:
    """The last place not behind `limit`, 0 where it is not behind `floor`."""
    found = int(places[np.searchsorted(places, limit, side="right") - 1])
    return found if found > floor else 0


def _after(places: Ints, floor: int, limit: int) -> int:
    """The first place not before `floor`, `limit` at most."""
    return min(limit, int(places[np.searchsorted(places, max(0, floor))]))
