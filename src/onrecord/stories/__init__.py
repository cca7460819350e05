"""Article -> Story. Articles on the same running matter within their time."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Article, Copy, Reading, Story, Theme, digest


def theme(article: Article, reading: Reading) -> list[Theme]:
    """The keys that two articles share when they may tell one story (a list of one)."""
    return [Theme(article=article.id, keys=())]


def gather(articles: Sequence[Article], readings: Sequence[Reading], copies: Sequence[Copy]) -> list[Story]:
    """The stories of articles connected by their themes or by copying: every article in exactly one."""
    return [
        Story(id=digest("story", a.id), title=a.headline or "", articles=(a.id,), first=None, last=None, thread=digest("thread", a.id))
        for a in articles
    ]
