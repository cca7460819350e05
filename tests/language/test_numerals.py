"""Numbers as news writes them."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.numerals import find


@pytest.mark.parametrize(("text", "expected"), [
    ("£11.2m and S$19.3 million", [(11.2e6, "GBP"), (19.3e6, "SGD")]),
    ("58 per cent, 44% and 3 percent", [(58.0, "%"), (44.0, "%"), (3.0, "%")]),
    ("twenty-one, thirteen and a half", [(21.0, None), (13.5, None)]),
    ("two-thirds of a million", [(0.666667, None), (1e6, None)]),
    ("1,200 adults, 14.5. Then 3", [(1200.0, None), (14.5, None), (3.0, None)]),
    ("3 dozen, a hundred thousand", [(36.0, None), (1e5, None)]),
    ("a third of them, by a third, a third higher", [(0.333333, None)] * 3),
    ("a third engineer, a third, sealed note and a third-party report", [(0.333333, None)]),
    ("12m deep, A4, 3rd, v2.1.3", []),
])  # fmt: skip
def test_values_and_units(text: str, expected: list[tuple[float, str | None]]) -> None:
    assert [(n.value, n.unit) for n in find(text)] == expected


PIECES = [*"0123456789,. £$%mbnk-", "five ", "million ", "and a half "]


@given(st.lists(st.sampled_from(PIECES), max_size=40).map("".join))
def test_places_are_in_order_and_inside(text: str) -> None:
    found = find(text)
    assert all(0 <= n.start < n.end <= len(text) for n in found)
    assert all(a.end <= b.start for a, b in pairwise(found))
