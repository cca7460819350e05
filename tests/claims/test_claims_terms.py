"""Words become terms."""

from __future__ import annotations

import pytest

from onrecord.claims.terms import senses, terms


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("payments were frozen", "the payment was suspended"),
        ("he resigned", "her resignation"),
        ("two inspections", "an inspection"),
        ("the captain’s letters", "letter of the captain"),
    ],
)
def test_inflections_and_senses_meet(one: str, other: str) -> None:
    assert set(terms(one)) & set(terms(other))
    assert set(terms(one)) == set(terms(other))


def test_words_without_content_are_no_terms() -> None:
    assert terms("it was not they who said so on Monday") == []


def test_numbers_are_no_terms_for_they_are_compared_by_value() -> None:
    assert terms("seven of 212 messages") == terms("messages")


def test_a_hyphenated_word_is_also_its_parts() -> None:
    assert {"back-channel", "channel"} & set(terms("an icy harbour-channel"))


def test_no_word_stands_for_two_senses() -> None:
    assert senses()["frozen"] == senses()["suspended"] != senses()["paid"]


def test_a_word_as_long_as_a_page_is_cut() -> None:
    assert all(len(term) <= 40 for term in terms("x" * 300_000))
