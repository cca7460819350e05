"""Page -> Article, Scrap. Several articles on a page are split, what belongs to none is a scrap with a reason."""

from __future__ import annotations

from onrecord.nouns import Article, Document, Refusal, Scrap


def cut(document: Document) -> tuple[list[Article], list[Scrap], list[Refusal]]:
    """The articles of a page in page order, what was cut off, and, where there is no article, why."""
    return [], [], [Refusal(page=document.page, reason="not yet built")]
