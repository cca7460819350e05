"""How a timeline of one entity is compared with a gold one."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "bench"))

from timeline_scores import Entry, score, shares

GOLD = [Entry(1, "2020", "d", 1, "met"), Entry(2, "2021-05", "d", 2, "sold"), Entry(0, "XXXX", "d", 3, "lost")]


def test_a_timeline_agrees_with_itself() -> None:
    assert shares(score(GOLD, GOLD)) == (1, 1, 1)


def test_events_of_no_place_do_not_count() -> None:
    assert score(GOLD, GOLD)[3] == 3  # two dates and one order


def test_a_wrong_date_costs_its_relation_and_not_the_order() -> None:
    ours = [GOLD[0], Entry(2, "2022", "d", 2, "sold")]
    assert score(GOLD, ours) == (2, 3, 2, 3)


def test_events_of_one_date_follow_from_it() -> None:
    both = [Entry(1, "2020", "d", 1, "met"), Entry(1, "2020", "d", 2, "sold")]
    assert score(both, both) == (2, 2, 2, 2)


def test_an_order_that_follows_from_others_is_right() -> None:
    gold = [Entry(n, f"202{n}", "d", n, "met") for n in (1, 2, 3)]
    assert score(gold, [gold[0], gold[2]])[:2] == (3, 3)
