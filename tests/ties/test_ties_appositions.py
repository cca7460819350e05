"""Descriptions beside names."""

from __future__ import annotations

import pytest
from tied_pages import draw

from onrecord.nouns import Tie


def said(found: list[Tie]) -> list[tuple[str, str, str]]:
    return sorted((tie.actor, tie.type, tie.target) for tie in found)


@pytest.mark.parametrize(
    "text",
    [
        "{Ann Roe} fired {her head=?} of policy, {Bo Lind}, on Monday.",
        "{Ann Roe} fired {the rival=?} candidate {Bo Lind}.",
        "{Ann Roe}, {the council leader=?}, who in 2021 fired {Bo Lind}, left.",
    ],
)
def test_a_description_beside_a_name_is_who_is_named(text: str) -> None:
    assert said(draw(text)) == [("Ann Roe", "dismisses", "Bo Lind")]


def test_the_solicitors_named_behind_their_description_are_the_ones_who_threaten() -> None:
    text = "In a letter to {The Kestrel} {the solicitors=?}, {Ardent}, threatened to sue."
    assert said(draw(text)) == [("Ardent", "threatens", "The Kestrel")]


def test_a_name_with_a_verb_of_its_own_is_not_who_is_described() -> None:
    assert draw("{Cy Oddy} thanked {a friend=?}, {Ann Roe} said.") == []


def test_an_owner_is_not_who_is_described() -> None:
    assert draw("{Cy Oddy} thanked {a friend=?}, {Ann Roe}'s cook.") == []
