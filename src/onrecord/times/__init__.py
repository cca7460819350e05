"""Words + anchor -> Time. Every temporal expression as an interval, counted from where it was said."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Article, Copy, Dating, Reading, Saying, Story, Time


def resolve(
    articles: Sequence[Article], readings: Sequence[Reading], copies: Sequence[Copy], stories: Sequence[Story]
) -> tuple[list[Dating], list[Time], list[Saying]]:
    """When the articles of a thread were published, what their expressions of time mean, and when each attribution was said."""
    return (
        [Dating(article=a.id, published=a.published) for a in articles],
        [],
        [Saying(article=r.article, said=(None,) * len(r.attributions)) for r in readings],
    )
