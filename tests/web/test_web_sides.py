from __future__ import annotations

import pytest

from onrecord.web.rows import Ref
from onrecord.web.views.sides import fullest


def _shown(*labels: str) -> list[str]:
    return [ref.text for ref in fullest(map(Ref, labels))]


@pytest.mark.parametrize("pointing", ["She", "one of them", "three of whom"])
def test_who_only_points_is_left_out_beside_somebody(pointing: str) -> None:
    assert _shown(pointing, "two pilots of the Anouk") == ["two pilots of the Anouk"]


def test_of_two_descriptions_the_fuller_stands() -> None:
    assert _shown("two pilots", "Two pilots of the Anouk", "the two pilots") == ["Two pilots of the Anouk"]


def test_a_pronoun_alone_is_said_to_name_nobody() -> None:
    assert _shown("one of them", "one of them") == ["not named (“one of them”)"]


def test_an_actor_with_a_page_stands_first_and_is_never_left_out() -> None:
    seen = fullest([Ref("the pilot Tove Lind"), Ref("Tove Lind", "actor.html")])
    assert seen[0].text == "Tove Lind"
