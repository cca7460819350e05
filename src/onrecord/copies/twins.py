"""Twins: one article on several pages of one address, as it is read on a screen, in print, on a telephone (AMP)."""

from __future__ import annotations

from onrecord.language.addresses import plain
from onrecord.nouns import Article, Evidence


def are_twins(a: Article, b: Article) -> bool:
    """Whether two pages give one address as theirs and hold the same body, word for word; their heads may differ (a
    print page has no summary)."""
    return same_address(a, b) and _body(a) == _body(b)


def same_address(a: Article, b: Article) -> bool:
    """Whether two articles stand on two pages that both name one address."""
    if a.url is None or b.url is None or a.page == b.page:
        return False
    return a.url == b.url or plain(a.url) == plain(b.url)


def address_evidence(a: Article, b: Article) -> tuple[Evidence, ...]:
    """That both pages name one address, where they do."""
    if not same_address(a, b):
        return ()
    return (Evidence(why="both pages give one address as theirs", before=a.url, after=b.url),)


def _body(article: Article) -> list[str]:
    """The words of the body, letter case and marks beside them left out."""
    text = " ".join(article.text[start:end] for start, end, region in article.lines() if region == "body")
    return [word.strip(".,;:!?\"'“”‘’()") for word in text.casefold().split()]
