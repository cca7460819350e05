"""Statement -> Claim. What is really being claimed, across articles."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.claims.altered import faithful
from onrecord.claims.grouping import group, notions
from onrecord.claims.likeness import weights
from onrecord.claims.pointing import Pointing
from onrecord.claims.propositions import names, propositions
from onrecord.claims.sifting import sifted
from onrecord.claims.weaving import Weaving
from onrecord.nouns import Article, Claim, Copy, Dating, House, Reading, Statement


def match(
    articles: Sequence[Article],
    readings: Sequence[Reading],
    copies: Sequence[Copy],
    houses: Sequence[House],
    datings: Sequence[Dating],
    statements: Sequence[Statement],
) -> list[Claim]:
    """The claims of a thread, with the stance of each statement. Origins are not counted yet: `origins=()`, 0..0, no
    cycles.

    A claim is one checkable thing; a claim that a single statement makes is one too. Silences, questions and requests
    make none, but stand with the claims they are about. A denial stands with what it denies, and where it gives its
    own version ("I met him twice") that is a claim of its own as well. A claim is disputed only where a
    denial meets what another asserts. What a copy turned round is nobody's word and stands with no claim. Claims come
    sorted by id.
    """
    members = faithful(propositions(articles, readings, statements), copies)
    called = names(articles, readings)
    weight = weights(notions(members)[0], called)
    groups, clashes = group(members, weight, called)
    groups = sifted(members, groups, called)
    pointing = Pointing(members, groups, weight, called)
    groups = pointing.gathered()
    return Weaving(houses, datings, members, groups, called).claims(pointing.denied(), clashes)
