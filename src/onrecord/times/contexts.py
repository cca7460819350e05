"""What an expression of time counts from."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from onrecord.times.calendars import Stretch


class Context(NamedTuple):
    """`spoken` is when the words were said or printed and `why` tells it in words; `narrative` the time the story has
    reached, with its own words in `told`; `ahead` and `perfect` what the tense says; `near` whether the
    story reached it in this sentence or the one before; `fiscal` the month the article's
    fiscal year begins in, where that is known; `clock` the minute of `spoken`, as ISO 8601 writes it, "" where only the
    day is known."""

    spoken: Stretch | None
    why: str
    narrative: Stretch | None = None
    told: str = ""
    ahead: bool = False
    perfect: bool = False
    fiscal: int | None = None
    near: bool = False
    clock: str = ""

    @property
    def day(self) -> date | None:
        """The last day on which it can have been said."""
        return self.spoken.hi or self.spoken.lo if self.spoken else None

    @property
    def back(self) -> Stretch | None:
        """The time the story has reached, else when it was said."""
        return self.narrative or self.spoken

    @property
    def back_told(self) -> str:
        """`back` in words."""
        return self.told if self.narrative else self.why


class Value(NamedTuple):
    """What an expression means: its stretch, None where it cannot be known; `basis` in words; `core` is X in
    "since X"."""

    stretch: Stretch | None
    precision: str
    basis: str
    core: Stretch | None = None
    approximate: bool = False
