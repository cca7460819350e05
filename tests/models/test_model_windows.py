from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.models import windows


@settings(deadline=None)
@given(st.integers(0, 3000), st.lists(st.integers(0, 3000), max_size=80))
def test_every_piece_is_read_once_in_a_window_that_holds_it(size: int, stops: list[int]) -> None:
    found = list(windows.cut(size, sorted(set(stops))))
    assert [at for one in found for at in range(one.first, one.last)] == list(range(size))
    assert all(0 <= one.start <= one.first < one.last <= one.end <= size for one in found)
    assert all(one.end - one.start <= windows.WINDOW for one in found)


def test_a_window_ends_with_a_sentence_and_has_its_neighbours_around_it() -> None:
    stops = list(range(0, 1000, 8))
    found = list(windows.cut(1000, stops))
    assert all(one.first % 8 == 0 and one.start % 8 == 0 for one in found)
    assert all(one.start < one.first for one in found[1:])


def test_a_sentence_longer_than_a_window_is_cut() -> None:
    assert [one.last for one in windows.cut(400, [0])] == [windows.WINDOW - windows.NEAR, 400]


def test_a_short_text_is_one_window() -> None:
    assert list(windows.cut(windows.WINDOW, [0, 40, 90])) == [windows.Window(0, windows.WINDOW, 0, windows.WINDOW)]
