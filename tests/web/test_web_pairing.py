"""Two texts line against line."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.pairing import MOST, pairs


def test_lines_that_share_their_words_answer_one_another() -> None:
    left = ["Headline", "the mill leaked on Monday", "rain fell"]
    right = ["Other title", "rain fell", "the mill had leaked Monday", "new words here"]
    assert pairs(left, right) == [(0, 0), (None, 1), (1, 2), (2, None), (None, 3)]


@given(st.lists(st.text("ab ", max_size=8), max_size=8), st.lists(st.text("ab ", max_size=8), max_size=8))
def test_every_line_stands_once_and_in_order(left: list[str], right: list[str]) -> None:
    found = pairs(left, right)
    assert [a for a, _ in found if a is not None] == list(range(len(left)))
    assert [b for _, b in found if b is not None] == list(range(len(right)))


def test_very_long_texts_are_set_in_plain_order() -> None:
    assert pairs(["x"] * (MOST + 1), ["x"]) == [(0, 0), *((number, None) for number in range(1, MOST + 1))]
