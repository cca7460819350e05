"""Where a chain leads."""

from __future__ import annotations

import pytest
from origins_desk import Told, desk, document, outlet, people, person

from onrecord.nouns import Link
from onrecord.origins.chains import Chains, outlet_key, proper


def test_outlets_are_passed_through_to_who_knows() -> None:
    story = desk(Told("The Gull", (outlet("Heron"), people("a pilot"), person("Ada Quist"))))
    trail = Chains(story.houses(), [], [], []).trail(story.statements[0], vouched=True, subjects=())
    assert trail.outlets == ("gull", "heron")
    assert trail.knower is not None
    assert trail.knower.text == "a pilot"


def test_a_pronoun_that_means_nobody_known_is_passed_over() -> None:
    story = desk(Told("The Gull", (person("he"), people("a pilot"))))
    trail = Chains(story.houses(), [], [], []).trail(story.statements[0], vouched=True, subjects=())
    assert trail.knower is not None
    assert trail.knower.text == "a pilot"


def test_a_document_at_the_end_knows() -> None:
    story = desk(Told("The Gull", (person("Tove Lind"), document("an audit"))))
    trail = Chains(story.houses(), [], [], []).trail(story.statements[0], vouched=True, subjects=())
    assert trail.knower is not None
    assert (trail.knower.text, trail.named) == ("an audit", True)


def test_a_part_of_one_outlets_name_means_it() -> None:
    story = desk(Told("The Orme Harbour Gull", ()), Told("Swift", ()))
    chains = Chains(story.houses(), [], [], [])
    assert chains.outlets(Link(text="the Gull", actor=None, source_kind="outlet")) == ["orme harbour gull"]


def test_a_part_of_two_outlets_names_means_neither() -> None:
    story = desk(Told("The Orme Gull", ()), Told("The Pell Gull", ()))
    chains = Chains(story.houses(), [], [], [])
    assert chains.outlets(Link(text="the Gull", actor=None, source_kind="outlet")) == ["gull"]


def test_copies_in_a_circle_end() -> None:
    story = desk(Told("Gull", ()), Told("Heron", ()), copies=((0, 1), (1, 0)))
    assert set(Chains(story.houses(), [], story.copies, []).voices.values()) <= {"gull", "heron"}


NAMED = [
    ("an internal Orme memo seen by The Gull", {"orme"}),
    ("the memo", set()),
    ("Tuesday’s report by the Pell Audit Office", {"pell", "audit", "office"}),
]


@pytest.mark.parametrize(("text", "names"), NAMED)
def test_the_names_of_a_document_leave_out_who_saw_it(text: str, names: set[str]) -> None:
    assert proper(text, {}, None) == names


def test_an_outlets_key_has_neither_article_nor_case() -> None:
    assert outlet_key("The GULL & Tern") == outlet_key("the gull, tern")
