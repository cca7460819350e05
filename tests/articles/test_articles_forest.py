"""A forest's answers: whole numbers, the same for a row alone and in company."""

import msgspec
import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.forest import Forest, Grown, read_forest, shipped
from onrecord.articles.judging import FILE
from onrecord.articles.layout import NAMES

TWO = Forest(
    names=["length", "links"],
    columns=[[0, 1, 1], [1, 0, 0]],
    bounds=[[10, 5, 50], [20, 0, 0]],
    leaves=[[1, 2, 3, 4], [100, 100, 200, 200]],
)


@pytest.mark.parametrize(
    ("row", "answer"), [((10, 5), 101), ((10, 6), 102), ((11, 20), 103), ((11, 50), 203), ((11, 51), 204)]
)
def test_a_value_up_to_the_bound_goes_left(row: tuple[int, int], answer: int) -> None:
    assert Grown(TWO).ask(np.array([row], dtype=np.int32)).tolist() == [answer]


@given(st.lists(st.lists(st.integers(-5, 5000), min_size=len(NAMES), max_size=len(NAMES)), min_size=1, max_size=6))
def test_a_row_is_answered_alike_alone_and_in_company(rows: list[list[int]]) -> None:
    forest = shipped(FILE, NAMES)
    together = forest.ask(np.array(rows, dtype=np.int32)).tolist()
    assert together == [forest.ask(np.array([row], dtype=np.int32))[0] for row in rows]


def test_a_forest_of_other_columns_is_refused() -> None:
    with pytest.raises(ValueError, match=r"training/layout\.py"):
        read_forest(msgspec.json.encode(TWO), ("length", "words"))
