"""The words of a sentence that tell a doing."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.events.doings import doings


def told(text: str) -> list[tuple[str, str]]:
    return [(doing.word, doing.form) for doing in doings(text, 0, len(text)) if doing.form != "noun"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ms Ferrer sold the barge", [("sold", "past")]),
        ("Ms Ferrer has really sold the barge", [("sold", "perfect")]),
        ("Ms Ferrer had sold the barge", [("sold", "before")]),
        ("Ms Ferrer will sell the barge", [("sell", "ahead")]),
        ("Ms Ferrer would sell the barge", [("sell", "supposed")]),
        ("Ms Ferrer was told of it", [("told", "past")]),
        ("He died in Oslo", [("died", "past")]),
        ("She sells the barge to Mr Oddy", [("sells", "present")]),
        ("The yard is small", []),
    ],
)
def test_the_form_of_a_verb_group_is_told_by_its_small_words(text: str, expected: list[tuple[str, str]]) -> None:
    assert told(text) == expected


def test_a_denied_doing_is_marked() -> None:
    (doing,) = doings("The board did not meet", 0, 22)
    assert (doing.word, doing.denied) == ("meet", True)


def test_what_undergoes_a_doing_is_told_from_who_does_it() -> None:
    (sued,) = doings("Mr Oddy was sued", 0, 16)
    (suing,) = doings("Mr Oddy was suing them", 0, 22)
    assert (sued.passive, suing.passive) == (True, False)


def test_an_adjective_is_no_doing() -> None:
    assert told("the leaked letter") == []


def test_a_noun_behind_to_is_no_infinitive() -> None:
    assert told("access to music, films and boats") == []


@given(st.text(max_size=200))
def test_doings_lie_in_order_inside_any_text(text: str) -> None:
    found = doings(text, 0, len(text))
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
