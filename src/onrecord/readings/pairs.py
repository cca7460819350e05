"""Two answerers of one question beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from onrecord.readings.questions import Answerer, spreads

A = TypeVar("A", bound=Answerer)


@dataclass(frozen=True)
class Pair(Generic[A]):
    """The one that is believed first, and the one that adds to it or mends it."""

    first: A
    second: A

    @property
    def name(self) -> str:
        """Both names."""
        return f"{self.first.name} + {self.second.name}"

    @property
    def spreads(self) -> bool:
        """Whether both do."""
        return spreads(self.first) and spreads(self.second)
