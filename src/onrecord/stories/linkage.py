"""Average linkage over sparse likenesses: two groups join while the mean over all pairs across them is high enough.

Unlike joining through any one pair, it lets no chain of look-alikes grow into one giant group.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence

Pair = tuple[int, int]


def clusters(likenesses: Mapping[Pair, float], groups: Iterable[Sequence[int]], least: float) -> list[list[int]]:
    """Joins `groups` (a partition of numbered items) while any two have a mean likeness of at least `least`.

    `likenesses`: (smaller, larger) -> 0..1; a pair that is not there counts as 0. Groups come back sorted, each
    sorted. Ties fall to the groups with the smallest members, so the order of what is given does not matter.
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


def _sums(likenesses: Mapping[Pair, float], members: Mapping[int, Sequence[int]]) -> dict[int, dict[int, float]]:
    """For each group the summed likeness to each group it touches, a group named by its smallest member."""
    group_of = {item: name for name, group in members.items() for item in group}
    sums: dict[int, dict[int, float]] = {name: {} for name in members}
    for (x, y), value in sorted(likenesses.items()):
        a, b = group_of[x], group_of[y]
        if a != b:
            sums[a][b] = sums[a].get(b, 0.0) + value
            sums[b][a] = sums[a][b]
    return sums


def _join(members: dict[int, list[int]], sums: dict[int, dict[int, float]], a: int, b: int) -> None:
    members[a] = members[a] + members.pop(b)
    for near, total in sorted(sums.pop(b).items()):
        del sums[near][b]
        if near != a:
            sums[a][near] = sums[a].get(near, 0.0) + total
            sums[near][a] = sums[a][near]
