"""What an expression of time counts from."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from onrecord.times.calendars import Stretch

POINTING = frozenset({"that", "same", "following", "previous", "preceding", "subsequent"})
"""Words that point at the time the story has reached, not at when it was said."""


class Context(NamedTuple):
    """`spoken` is when the words were said or printed and `why` tells it in words; `narrative` the time the story has
    reached, with its own words in `told`; `ahead` and `perfect` what the tense says; `near` whether the
    story reached it in this sentence or the one before; `fiscal` the month the article's
    fiscal year begins in, where that is known; `clock` the minute of `spoken`, as ISO 8601 writes it, "" where only the
    day is known; `chronicle` says that bare days and months are of the time the story has
    reached; `day_first` in which order the article's dates in figures stand, None where they do not show it."""

    spoken: Stretch | None
    why: str
    narrative: Stretch | None = None
    told: str = ""
    ahead: bool = False
    perfect: bool = False
    fiscal: int | None = None
    near: bool = False
    clock: str = ""
    chronicle: bool = False
    day_first: bool | None = None

    @property
    def day(self) -> date | None:
        """The last day on which it can have been said."""
        return self.spoken.hi or self.spoken.lo if self.spoken else None

    @property
    def back(self) -> Stretch | None:
        """The time the story has reached, else, but not in a chronicle, when it was said."""
        return self.narrative or (None if self.chronicle else self.spoken)

    def base(self, which: str) -> Stretch | None:
        """What "that", "the following" and their like count from, and in a chronicle a bare season, "the end of the
        year" and "the next spring": the time the story has reached; for the rest when it was said."""
        return self.back if which in POINTING or (self.chronicle and which in ("", "next")) else self.spoken

    @property
    def back_told(self) -> str:
        """`back` in words."""
        return self.told if self.narrative else self.why


class Value(NamedTuple):
    """What an expression means: its stretch, None where it cannot be known; `basis` in words; `core` is X in
    "since X"; `edtf` where no stretch can hold it."""

    stretch: Stretch | None
    precision: str
    basis: str
    core: Stretch | None = None
    approximate: bool = False
    edtf: str = ""
