"""Article -> Reading. The model seam: what a reader sees in an article, as extents of its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from onrecord.nouns import Article, Reading


class Reader(Protocol):
    """Answers every question about texts at once. The same article gives the same Reading, alone or among others."""

    @property
    def name(self) -> str:
        """Name and version: a reading is kept by text and by this."""
        ...

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One Reading an article, in their order. Articles in a language it does not know get an empty Reading."""
        ...


class Rules:
    """The reader that needs no model: word lists and grammar. English only."""

    name = "rules-1"

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One Reading an article, in their order."""
        return [
            Reading(article=a.id, reader=self.name, sentences=(), quotes=(), mentions=(), attributions=()) for a in articles
        ]


def read(article: Article) -> list[Reading]:
    """The reading of one article by the bundled reader (a list of one, as every stage gives lists)."""
    return Rules().read([article])
