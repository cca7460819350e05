from __future__ import annotations

from claims_desk import Said, desk

from onrecord.claims.propositions import propositions
from onrecord.claims.sifting import sifted

TOLL = Said("Ada Quist", "said", "the toll prices at the north gate will rise by a tenth")


def _sifted(*told: Said) -> list[int]:
    """The groups of an article's statements that were all taken for one."""
    story = desk(Gull=list(told))
    members = propositions(story.articles, story.readings, story.statements)
    return sifted(members, [0] * len(members), frozenset())


def test_a_remark_with_a_not_that_denies_nothing_is_set_apart() -> None:
    assert _sifted(TOLL, Said("Tove Lind", "said", "Nobody likes a price rise", mode="direct")) == [0, 1]


def test_a_denial_that_meets_only_a_side_clause_is_set_apart() -> None:
    told = Said("Tove Lind", "said", "a warning about the wall was cut days before the gate reopened to carts")
    assert _sifted(told, Said("Ada Quist", "denied", "she told masons the gate reopened", act="denies")) == [0, 1]


def test_a_denial_of_what_is_asserted_stays() -> None:
    denial = Said("Tove Lind", "denied", "the toll prices at the north gate will rise", act="denies")
    assert _sifted(TOLL, denial) == [0, 0]


def test_denials_of_one_thing_stay_together_when_set_apart() -> None:
    first = Said("Tove Lind", "denied", "she pressed masons over the wall", act="denies")
    again = Said("Tove Lind", "denied", "pressing masons", act="denies")
    assert _sifted(TOLL, first, again) == [0, 1, 1]


def test_a_denial_that_shares_only_who_was_told_and_a_side_clause_is_set_apart() -> None:
    told = Said(
        "Tove Lind", "said", "two masons were asked to cut a warning about the wall before the gate reopened to carts"
    )
    denial = Said("Ada Quist", "denied", "she pressed masons to hurry before the gate reopened to carts", act="denies")
    assert _sifted(told, denial) == [0, 1]
