"""Average linkage over sparse likenesses: two groups join while the mean over all pairs across them is high enough.

Unlike joining through any one pair, it lets no chain of look-alikes grow into one giant group.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Pair = tuple[int, int]


class Likenesses(NamedTuple):
    """How alike pairs of numbered items are, sorted by pair: item `low[i]` and item `high[i]`, low < high, are
    `value[i]` alike, 0..1. A pair that is not there counts as 0."""

    low: NDArray[np.int64]
    high: NDArray[np.int64]
    value: NDArray[np.float64]

    @classmethod
    def of(cls, pairs: Mapping[Pair, float]) -> Likenesses:
        """From pairs in any order."""
        items = sorted(pairs.items())
        return cls(
            np.array([a for (a, _), _ in items], dtype=np.int64), np.array([b for (_, b), _ in items], dtype=np.int64),
            np.array([value for _, value in items], dtype=np.float64),
        )  # fmt: skip

    def within(self, group_of: NDArray[np.int64]) -> dict[Pair, float]:
        """The pairs of one group, `group_of[item]` being an item's."""
        own = group_of[self.low] == group_of[self.high]
        pairs = zip(self.low[own].tolist(), self.high[own].tolist(), strict=True)
        return dict(zip(pairs, self.value[own].tolist(), strict=True))


def clusters(likenesses: Likenesses, groups: Iterable[Sequence[int]], least: float) -> list[list[int]]:
    """Joins `groups` (a partition of numbered items) while any two have a mean likeness of at least `least`.

    Groups come back sorted, each sorted. Ties fall to the groups with the smallest members, so the order of what is
    given does not matter.
    """
    members = {min(group): sorted(group) for group in groups}
    sums = _sums(likenesses, members)
    heap = [
        (-total / (len(members[a]) * len(members[b])), a, b)
        for a, near in sums.items()
        for b, total in near.items()
        if a < b
    ]
    heap = [entry for entry in heap if -entry[0] >= least]
    heapq.heapify(heap)
    while heap:
        mean, a, b = heapq.heappop(heap)
        if a not in members or b not in members or -mean != sums[a].get(b, 0.0) / (len(members[a]) * len(members[b])):
            continue
        _join(members, sums, a, b)
        for near, total in sums[a].items():
            value = total / (len(members[a]) * len(members[near]))
            if value >= least:
                heapq.heappush(heap, (-value, min(a, near), max(a, near)))
    return sorted(sorted(group) for group in members.values())


def _sums(likenesses: Likenesses, members: Mapping[int, Sequence[int]]) -> dict[int, dict[int, float]]:
    """For each group the summed likeness to each group it touches, a group named by its smallest member."""
    sums: dict[int, dict[int, float]] = {name: {} for name in members}
    name_of = np.zeros(1 + max((max(group) for group in members.values()), default=0), dtype=np.int64)
    for name, group in members.items():
        name_of[group] = name
    a, b = name_of[likenesses.low], name_of[likenesses.high]
    apart = a != b
    pairs, place = np.unique(
        np.minimum(a, b)[apart] * len(name_of) + np.maximum(a, b)[apart], return_inverse=True
    )  # fmt: skip
    totals = np.bincount(place, likenesses.value[apart], len(pairs))  # adds in the order of the pairs
    for code, total in zip(pairs.tolist(), totals.tolist(), strict=True):
        x, y = divmod(code, len(name_of))
        sums[x][y] = sums[y][x] = total
    return sums


def _join(members: dict[int, list[int]], sums: dict[int, dict[int, float]], a: int, b: int) -> None:
    members[a] = members[a] + members.pop(b)
    for near, total in sorted(sums.pop(b).items()):
        del sums[near][b]
        if near != a:
            sums[a][near] = sums[a].get(near, 0.0) + total
            sums[near][a] = sums[a][near]
