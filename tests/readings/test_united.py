from __future__ import annotations

from typing import Any

from onrecord.nouns import Attribution, Extent
from onrecord.readings.united import SURE, United
from onrecord.readings.united import united as join


def told(cue: Extent, content: Extent, source: Extent | None = None, **more: Any) -> Attribution:
    ends = [cue, content, *([source] if source else [])]
    given: dict[str, Any] = {"act": "says", "mode": "indirect", "confidence": 0.9} | more
    return Attribution(
        start=min(start for start, _ in ends), end=max(end for _, end in ends), cue=cue, source=source,
        content=(content,), **given,
    )  # fmt: skip


def united(first: list[Attribution], second: list[Attribution]) -> tuple[Attribution, ...]:
    """Of a text in which every word tells."""
    return join("said " * 30, first, second)


def test_what_the_second_alone_found_is_taken() -> None:
    mine, theirs = told((10, 14), (15, 40), (0, 9)), told((60, 64), (65, 90), (50, 59))
    assert united([mine], [theirs]) == (mine, theirs)


def test_of_two_with_one_cue_the_first_stays() -> None:
    mine = told((10, 14), (15, 40), (0, 9))
    assert united([mine], [told((8, 14), (15, 30), (0, 7))]) == (mine,)


def test_what_is_told_already_is_not_told_again() -> None:
    mine = told((60, 64), (15, 40), (50, 59))
    assert united([mine], [told((5, 9), (14, 42), (0, 4))]) == (mine,)


def test_what_is_not_sure_is_left_out() -> None:
    assert united([], [told((10, 14), (15, 40), (0, 9), confidence=SURE["says"] - 0.01)]) == ()


def test_one_inside_a_content_hangs_on_it_and_must_be_surer() -> None:
    outer, inner = told((10, 14), (15, 80), (0, 9)), told((30, 34), (35, 60), (20, 29))
    assert [one.parent for one in united([outer], [inner])] == [None, 0]
    assert len(united([outer], [told((30, 34), (35, 60), (20, 29), confidence=SURE["says"])])) == 1


def test_parents_keep_pointing_where_they_did_when_others_come_between() -> None:
    outer, inner = told((50, 54), (55, 99), (40, 49)), told((70, 74), (75, 90), (60, 69), parent=0)
    found = united([outer, inner], [told((10, 14), (15, 30), (0, 9))])
    assert [one.cue for one in found] == [(10, 14), (50, 54), (70, 74)]
    assert [one.parent for one in found] == [None, None, 1]


def test_the_order_of_the_second_means_nothing() -> None:
    ones = [told((10, 14), (15, 40), (0, 7), confidence=0.8), told((8, 12), (15, 44), (0, 7), confidence=0.7)]
    assert united([], ones) == united([], ones[::-1])


def test_one_finder_beside_another_has_both_names() -> None:
    class Finder:
        spreads = True

        def __init__(self, name: str, *found: Attribution) -> None:
            self.name, self.found = name, found

        def find_attributions(self, seen: Any) -> list[tuple[Attribution, ...]]:
            return [self.found for _ in seen]

    both = United(Finder("rules-9"), Finder("net-2", told((10, 14), (15, 40), (0, 9))))
    assert (both.name, both.spreads) == ("rules-9 + net-2", True)


def test_what_nobody_told_is_left_out() -> None:
    assert united([], [told((10, 14), (15, 40))]) == ()
