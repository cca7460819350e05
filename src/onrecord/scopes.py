"""What the scopes are made of: which rows join items into one group, and whom a row concerns."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from onrecord.nouns import Article, Copy, Imprint, Noun, Repeats, Sketch, Story, Theme
from onrecord.pipeline import Scope

JOINED_BY: dict[Scope, tuple[type[Noun], ...]] = {
    "site": (Imprint,), "family": (Sketch,), "circle": (Theme, Copy), "thread": (Story,),
}  # fmt: skip
"""The nouns whose rows make the groups of a scope; an item that none of them joins to another is its own group."""
WIDE: tuple[Scope, ...] = ("site", "family", "circle")
"""The scopes from which narrower or other groups take the rows of their own members alone."""

OF_PAGES: tuple[Scope, ...] = ("page", "site")
"""The scopes whose items are pages; the items of all others are articles."""


def joins(row: Any) -> Iterator[tuple[str, str]]:
    """`(item, key)` for each item that a row joins to those with the same key."""
    match row:
        case Imprint() if row.site is not None:
            yield row.page, row.site
        case Sketch() | Theme():
            yield from ((row.article, key) for key in row.keys)
        case Copy():
            yield from ((row.original, row.id), (row.copy, row.id))
        case Story():
            yield from ((article, row.thread) for article in row.articles)


def concerns(row: Any) -> tuple[str, ...]:
    """The articles (or the page) a row is about, where another group than its own may ask for it; else nothing."""
    match row:
        case Article():
            return (row.id,)
        case Copy():
            return (row.original, row.copy)
        case Story():
            return row.articles
        case Repeats():
            return (row.page,)
    return ()
