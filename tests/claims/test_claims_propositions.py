"""What a statement says."""

from __future__ import annotations

import pytest
from claims_desk import Said, desk

from onrecord.claims.propositions import Proposition, negated, propositions
from onrecord.nouns import Mention, Reading


def one(said: Said) -> Proposition:
    story = desk(Gull=[said])
    return propositions(story.articles, story.readings, story.statements)[0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the bridge was not closed", True),
        ("the bridge wasn’t closed", True),
        ("no bridge was closed", True),
        ("the bridge was closed, which nobody had expected", False),
        ("the bridge was closed because it was not safe", False),
        ("not only the bridge was closed", False),
    ],
)
def test_the_main_clause_decides_whether_it_is_negative(text: str, expected: bool) -> None:
    assert negated(text) is expected


def test_numbers_are_held_by_value_and_unit() -> None:
    assert one(Said("Tove Lind", "said", "they paid £1.2m for 40 boats in 2031")).amounts == {
        ("GBP", 1.2e6),
        ("boat", 40.0),
    }


def test_i_is_the_speaker() -> None:
    assert "lind" in one(Said("Tove Lind", "said", "I steered the ferry", mode="direct")).terms


def test_a_pronoun_is_the_name_it_stands_for() -> None:
    story = desk(Gull=[Said("Ada Quist", "said", "he steered the ferry")])
    article = story.articles[0]
    at = article.text.index(" he ") + 1
    name = Mention(start=0, end=9, type="person", form="name")
    him = Mention(start=at, end=at + 2, type="person", form="pronoun", antecedent=0)
    reading = Reading(article=article.id, reader="t", sentences=(), quotes=(), mentions=(name, him), attributions=())
    assert "quist" in propositions(story.articles, [reading], story.statements)[0].terms


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("it", True),
        ("the Heron's story", True),
        ("the claims as fiction", True),
        ("the engine failure", False),
    ],
)
def test_what_only_points(text: str, expected: bool) -> None:
    assert one(Said("Marrow Lines", "denied", text, act="denies")).points is expected


def test_a_clause_of_one_term_is_no_fragment() -> None:
    assert not one(Said("Ada Quist", "said", "she would never resign")).fragment
    assert one(Said("Ada Quist", "confirmed", "the payment")).fragment
