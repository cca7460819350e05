"""Statement, Reading -> Tie. How people and bodies stand to one another, an occurrence a row."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Article, Persona, Reading, Reference, Statement, Tie, Time


def draw(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    personas: Sequence[Persona],
    references: Sequence[Reference],
    times: Sequence[Time],
    statements: Sequence[Statement],
) -> list[Tie]:
    """What the actors of a thread did or said towards one another."""
    return []
