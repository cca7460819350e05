"""Where names begin, which are none, and the learnt weights behind doubtful ones."""

from __future__ import annotations

import pytest

from onrecord.readings import names, sentences
from onrecord.readings.name_weights import ANSWERS, chances


def types(text: str) -> dict[str, str]:
    lines = [(0, len(text), "body")]
    found = names.find(text, lines, sentences.split(text, lines))  # type: ignore[arg-type]
    return {text[m.start : m.end]: m.type for m in found if m.form == "name"}


def test_chances_add_up_and_nothing_known_is_no_answer() -> None:
    told = chances({})
    assert sum(told.values()) == pytest.approx(1.0)
    assert set(told) == set(ANSWERS)


def test_a_role_with_a_capital_is_no_part_of_the_name() -> None:
    assert types("Yesterday the court heard Defendant Anna Fenn again.") == {"Anna Fenn": "person"}


def test_an_acronym_in_brackets_is_a_name() -> None:
    assert "NPC" in types("They wrote to the Norrsund Ports Commission (NPC) in May.")


def test_an_adjective_of_two_words_names_nothing() -> None:
    assert types("They met the South Korean envoy and a Costa Rican diver.") == {}


def test_a_foundation_called_after_somebody_is_a_body() -> None:
    assert types("They wrote to the Anna Fenn Foundation.") == {"Anna Fenn Foundation": "organisation"}


def test_a_people_is_a_group() -> None:
    assert types("Later the Norwegians left.") == {"Norwegians": "group"}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Yesterday they wrote to Torvil & Brekke about it.", "Torvil & Brekke", "organisation"),
        ("Later they rang Norrsund Waterworks about it.", "Norrsund Waterworks", "organisation"),
        ("It was denied by a spokesman for Kestwell on Monday.", "Kestwell", "organisation"),
        ("In May a Kestwell spokesman denied it.", "Kestwell", "organisation"),
        ("The company that feeds the pupils, Kestwell, did not reply.", "Kestwell", "organisation"),
        ("Later Kestwell, a campaign group, sued them.", "Kestwell", "organisation"),
        ("It was told to the Argus on Monday.", "Argus", "outlet"),
        ("It was said by its director, Zanna Korvik. She left.", "Zanna Korvik", "person"),
        ("TURMOUTH, May 4 (Norrwire) - A ferry left.", "TURMOUTH", "place"),
    ],
)
def test_what_stands_about_a_name_tells_its_type(text: str, name: str, kind: str) -> None:
    assert types(text)[name] == kind


def test_words_in_capitals_for_emphasis_are_no_names() -> None:
    assert types("WHO KNEW? They left.") == {}
    assert types("ALL of the water SPOILED, they claim.") == {}


def test_a_name_never_begins_with_the_noun_of_somebody_owned() -> None:
    assert "Friend Brekke" not in types("Later they heard Kestwell's Friend Brekke again.")
