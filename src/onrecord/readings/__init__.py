"""Article -> Reading. The model seam: what a reader sees in an article, as extents of its text."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from onrecord.nouns import Article, Reading
from onrecord.readings import attributions, corefs, names, quotes, sentences


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

    name = "rules-2"

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One Reading an article, in their order."""
        return [self._read(article) for article in articles]

    def _read(self, article: Article) -> Reading:
        if article.language != "en":
            return Reading(article=article.id, reader=self.name, sentences=(), quotes=(), mentions=(), attributions=())
        lines = article.lines()
        stops = sentences.split(article.text, lines)
        quoted = quotes.find(article.text, lines)
        mentions = corefs.resolve(article.text, stops, quoted, names.find(article.text, lines, stops))
        return Reading(
            article=article.id, reader=self.name, sentences=stops, quotes=quoted, mentions=mentions,
            attributions=tuple(attributions.find(article.text, lines, stops, quoted, mentions)),
        )  # fmt: skip


def read(article: Article) -> list[Reading]:
    """The reading of one article by the bundled reader (a list of one, as every stage gives lists)."""
    return Rules().read([article])
