"""Article x Article -> Copy, Change. Who made what from whom, and what changed on the way."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Article, Change, Copy, Reading, Sketch


def sketch(article: Article, reading: Reading) -> list[Sketch]:
    """The keys that two articles share when one may be made from the other, quotations masked (a list of one)."""
    return [Sketch(article=article.id, keys=())]


def trace(articles: Sequence[Article], readings: Sequence[Reading]) -> tuple[list[Copy], list[Change]]:
    """The copies among articles connected by their sketches, each with its nearest parent, and what each copying changed."""
    return [], []
