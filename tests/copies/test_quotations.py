"""Quoted stretches are found by marks that are really set: curly, straight, single, nested, lost."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.copies.quotations import quoted


def inside(text: str) -> list[str]:
    return [text[a:b] for a, b in quoted(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “no more” and left.", ["no more"]),
        ('He said "no more" and left.', ["no more"]),
        ("He said 'no more' and left.", ["no more"]),
        ("He said ‘no more’ and left.", ["no more"]),
        ("‘It’s the pilots’ fault,’ she said.", ["It’s the pilots’ fault,"]),
        ("He called it “my ‘little’ boat” twice.", ["my ‘little’ boat"]),
        ("The captain's boat and the men's hats.", []),
        ("Nothing quoted.", []),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert inside(text) == expected


def test_a_lost_closing_mark_ends_with_its_sentence() -> None:
    assert inside("She said: “We sail. Then the rest follows.\nNext line “here”.") == ["We sail.", "here"]


@given(st.text(alphabet="ab .\n“”\"‘’'", max_size=200))
def test_stretches_are_in_order_apart_and_within_one_line(text: str) -> None:
    found = quoted(text)
    assert all(a < b and "\n" not in text[a:b] for a, b in found)
    assert all(x[1] <= y[0] for x, y in pairwise(found))
