"""Article -> Reading. The model seam: what a reader sees in an article, as extents of its text."""

from __future__ import annotations

from onrecord.errors import ReaderError
from onrecord.nouns import Article, Reading
from onrecord.readings.composing import Composed, empty
from onrecord.readings.questions import Reader, spreads

__all__ = ["BUNDLED", "Composed", "Reader", "empty", "read", "spreads"]

BUNDLED: Reader = Composed()
"""The reader that reads where no other is asked for: rules for every question."""


def read(article: Article, reader: Reader = BUNDLED) -> list[Reading]:
    """The reading of one article (a list of one, as every stage gives lists). Raises ReaderError where the reader gave
    another number of readings, or one of another article."""
    found = reader.read([article])
    if [reading.article for reading in found] != [article.id]:
        raise ReaderError(f"a reader gives one reading an article; {reader.name} gave {len(found)} for {article.id}")
    return found
