"""Statement, Reading, Time -> Event. The timeline: what happened, once, with every telling."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Article, Copy, Dating, Event, Reading, Reference, Statement, Time


def tell(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    references: Sequence[Reference],
    copies: Sequence[Copy],
    datings: Sequence[Dating],
    times: Sequence[Time],
    statements: Sequence[Statement],
) -> list[Event]:
    """The dated events of a thread, each once across its articles."""
    return []
