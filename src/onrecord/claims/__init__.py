"""Statement -> Claim. What is really being claimed, across articles."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Article, Claim, Dating, Reading, Statement


def match(
    articles: Sequence[Article], readings: Sequence[Reading], datings: Sequence[Dating], statements: Sequence[Statement]
) -> list[Claim]:
    """The claims of a thread, with the stance of each statement. Origins are not counted yet: `origins=()`, 0..0, no cycles."""
    return []
