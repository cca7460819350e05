"""Statement, Time -> Figure. Numbers with what they count and who gave them."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Article, Figure, Reading, Statement, Time


def find(
    articles: Sequence[Article], readings: Sequence[Reading], statements: Sequence[Statement], times: Sequence[Time]
) -> list[Figure]:
    """The figures given in a thread's articles."""
    return []
