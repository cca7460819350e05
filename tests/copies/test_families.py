"""Which articles of a family are aligned at all."""

from __future__ import annotations

from itertools import combinations, pairwise

from onrecord.copies.families import FIRST, NEAREST, closest

NAMES = [f"a{number:02}" for number in range(60)]
ORDER = {name: ("2024-06-03", name) for name in NAMES}


def test_a_small_family_is_aligned_whole() -> None:
    pairs = dict.fromkeys(combinations(NAMES[: NEAREST + 1], 2), 0.3)
    assert closest(pairs, ORDER) == sorted(pairs)


def test_of_a_large_family_every_article_meets_its_nearest_and_the_first() -> None:
    pairs = {(a, b): 1 / (1 + int(b[1:]) - int(a[1:])) for a, b in combinations(NAMES, 2)}
    kept = set(closest(pairs, ORDER))
    assert {(NAMES[0], name) for name in NAMES[1:]} <= kept
    assert set(pairwise(NAMES)) <= kept
    assert len(kept) <= len(NAMES) * (NEAREST + FIRST)


def test_pairs_that_were_no_candidates_are_not_aligned() -> None:
    assert closest({("a01", "a02"): 0.9}, ORDER) == [("a01", "a02")]
