from __future__ import annotations

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.models.spans import Stretch, stretches


def rows(*told: str) -> np.ndarray:
    """Chances in which a word is as told: "." none, a kind's number with "b" where it begins."""
    out = np.full((len(told), 5), 0.02, dtype=np.float32)
    for n, word in enumerate(told):
        out[n, 0 if word == "." else 1 + 2 * int(word[0]) + (not word.endswith("b"))] = 0.92
    return out


def spans(*told: str) -> list[tuple[int, int, int]]:
    return [(one.first, one.last, one.kind) for one in stretches(rows(*told))]


def test_words_of_one_kind_in_a_row_are_one_stretch() -> None:
    assert spans(".", "0b", "0", "1b", "1", ".") == [(1, 3, 0), (3, 5, 1)]


def test_a_stretch_ends_where_another_of_its_kind_begins() -> None:
    assert spans("0b", "0", "0b") == [(0, 2, 0), (2, 3, 0)]


def test_a_kind_that_goes_on_without_having_begun_begins() -> None:
    assert spans(".", "1", "1") == [(1, 3, 1)]


def test_a_bias_lets_in_what_is_not_likeliest() -> None:
    chances = np.array([[0.6, 0.3, 0.1]], dtype=np.float32)
    assert not list(stretches(chances))
    assert next(iter(stretches(chances, 0.3)))[:3] == Stretch(0, 1, 0, 0.4)[:3]


@settings(deadline=None)
@given(st.lists(st.lists(st.floats(0, 1, width=32), min_size=5, max_size=5), max_size=30))
def test_stretches_are_in_order_and_do_not_overlap(chances: list[list[float]]) -> None:
    found = list(stretches(np.array(chances, dtype=np.float32).reshape(-1, 5)))
    places = [at for one in found for at in (one.first, one.last)]
    assert places == sorted(places)
    assert all(one.first < one.last for one in found)
