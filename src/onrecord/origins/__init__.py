"""Claim + Copy -> Origin. How many who actually know, once the echoes are taken away."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Article, Claim, Copy, Origin, Persona, Statement, Tally


def count(
    articles: Sequence[Article],
    personas: Sequence[Persona],
    copies: Sequence[Copy],
    statements: Sequence[Statement],
    claims: Sequence[Claim],
) -> tuple[list[Origin], list[Tally]]:
    """The origins of a thread's claims, and for each claim their ids, the interval of their number and the cycles."""
    return [], [Tally(claim=c.id, origins=(), origins_from=0, origins_to=0, cycles=()) for c in claims]
