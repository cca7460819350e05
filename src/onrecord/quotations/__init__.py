"""Statement -> Quotation. One utterance and its variants across articles."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Article, Dating, Quotation, Statement


def gather(articles: Sequence[Article], datings: Sequence[Dating], statements: Sequence[Statement]) -> list[Quotation]:
    """The utterances of a thread that are quoted, each once, with its variants."""
    return []
