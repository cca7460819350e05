"""Reading -> Statement. Who, to whom, act, mode, chain, silence."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Article, Persona, Reading, Reference, Saying, Statement


def attribute(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    personas: Sequence[Persona],
    references: Sequence[Reference],
    sayings: Sequence[Saying],
) -> list[Statement]:
    """The statements of a thread's articles, each with its speaker, its chain and when it was said."""
    return []
