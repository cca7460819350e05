"""Claim + Copy -> Origin. How many who actually know, once the echoes are taken away."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Article, Claim, Copy, House, Origin, Persona, Statement, Tally
from onrecord.origins.chains import Chains
from onrecord.origins.counting import published, tally


def count(
    articles: Sequence[Article],
    personas: Sequence[Persona],
    copies: Sequence[Copy],
    houses: Sequence[House],
    statements: Sequence[Statement],
    claims: Sequence[Claim],
) -> tuple[list[Origin], list[Tally]]:
    """The origins of a thread's claims, and for each claim their ids, the interval of their number and the cycles.

    Each asserting statement's chain is walked inward past outlets and agencies to who knows. A copy speaks with its
    original's voice; an outlet that only cites another adds nothing to it; unnamed people count once for each outlet
    that spoke to them; a circle of citations adds nobody. Those who deny are no origins. Origins come sorted by id,
    tallies in the claims' order.
    """
    chains, dates = Chains(houses, personas, copies, statements), published(articles)
    by_id = {statement.id: statement for statement in statements}
    counted = [tally(claim, by_id, chains, dates) for claim in claims]
    return sorted((o for origins, _ in counted for o in origins), key=lambda o: o.id), [t for _, t in counted]
