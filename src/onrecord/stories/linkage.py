"""Average linkage over sparse likenesses: two groups join while the mean over all pairs across them is high enough and
nothing speaks against it.

Unlike joining through any one pair, it lets no chain of look-alikes grow into one giant group.
"""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple, Protocol

import numpy as np
from numpy.typing import NDArray

Pair = tuple[int, int]
MOVE, ROUNDS = 0.1, 3
"""How much nearer than its own group an item must be to another to be moved there, and how often all are looked at."""


class Opposition(Protocol):
    """What speaks against joining two groups of items."""

    def between(self, a: int, b: int) -> float:
        """What the mean likeness of the groups named `a` and `b` counts less."""
        ...

    def join(self, a: int, b: int) -> None:
        """Tells that `b` is now a part of `a`."""
        ...


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

    def among(self, group_of: NDArray[np.int64], groups: int) -> Likenesses:
        """The mean likenesses of `groups` numbered groups, `group_of[item]` being an item's."""
        a, b = group_of[self.low], group_of[self.high]
        apart = a != b
        low, high = np.minimum(a, b)[apart], np.maximum(a, b)[apart]
        codes, place = np.unique(low * groups + high, return_inverse=True)
        totals = np.bincount(place, self.value[apart], len(codes))  # adds in the order of the pairs
        sizes = np.bincount(group_of, minlength=groups)
        low, high = np.divmod(codes, max(1, groups))
        return Likenesses(low, high, totals / (sizes[low] * sizes[high]))


def clusters(
    likenesses: Likenesses, groups: Iterable[Sequence[int]], least: float, against: Opposition | None = None
) -> list[list[int]]:
    """Joins `groups` (a partition of numbered items) while any two have a mean likeness of at least `least`, after what
    speaks against them, groups being named by their smallest item, is taken off.

    Groups come back sorted, each sorted. Ties fall to the groups with the smallest members, so the order of what is
    given does not matter.
    """
    members = {min(group): sorted(group) for group in groups}
    sums, heap = _sums(likenesses, members, least)
    heapq.heapify(heap)
    while heap:
        mean, a, b = heapq.heappop(heap)
        if a not in members or b not in members or -mean != sums[a].get(b, 0.0) / (len(members[a]) * len(members[b])):
            continue
        if against is not None and -mean - against.between(a, b) < least:
            continue
        _join(members, sums, a, b)
        if against is not None:
            against.join(a, b)
        for near, total in sums[a].items():
            value = total / (len(members[a]) * len(members[near]))
            if value >= least:
                heapq.heappush(heap, (-value, min(a, near), max(a, near)))
    return sorted(sorted(group) for group in members.values())


def settled(likenesses: Likenesses, groups: Sequence[Sequence[int]]) -> list[list[int]]:
    """The same groups, each item moved to the group whose members it is most alike in the mean, where that is MOVE more
    than its own: what joined early, when groups were small, may have joined the wrong one."""
    of = np.zeros(sum(map(len, groups)), dtype=np.int64)
    for number, group in enumerate(groups):
        of[list(group)] = number
    for _ in range(ROUNDS):
        moved = _moved(likenesses, of, len(groups))
        if (moved == of).all():
            break
        of = moved
    found: dict[int, list[int]] = {}
    for item, number in enumerate(of.tolist()):
        found.setdefault(number, []).append(item)
    return sorted(found.values())


def _moved(likenesses: Likenesses, of: NDArray[np.int64], groups: int) -> NDArray[np.int64]:
    items = np.concatenate([likenesses.low, likenesses.high])
    towards = of[np.concatenate([likenesses.high, likenesses.low])]
    codes, place = np.unique(items * groups + towards, return_inverse=True)
    totals = np.bincount(place, np.concatenate([likenesses.value, likenesses.value]), len(codes))
    item, group = np.divmod(codes, max(1, groups))
    own = of[item] == group
    others = np.bincount(of, minlength=groups)[group] - own
    mean = np.round(totals / np.maximum(others, 1), 9)
    mine = np.full(len(of), np.inf)  # an item alone has nothing to leave
    mine[np.bincount(of, minlength=groups)[of] > 1] = 0.0
    mine[item[own]] = mean[own]
    order = np.lexsort((group, -mean, item))
    first = np.unique(item[order], return_index=True)[1]
    best, where, much = item[order][first], group[order][first], mean[order][first]
    moved = of.copy()
    nearer = much > mine[best] + MOVE
    moved[best[nearer]] = where[nearer]
    return moved


def _sums(
    likenesses: Likenesses, members: Mapping[int, Sequence[int]], least: float
) -> tuple[dict[int, dict[int, float]], list[tuple[float, int, int]]]:
    """For each group the summed likeness to each group it touches, a group named by its smallest member; and the pairs
    of groups whose mean reaches `least`, each as minus the mean and the two names."""
    sums: dict[int, dict[int, float]] = {name: {} for name in members}
    name_of = np.zeros(1 + max((max(group) for group in members.values()), default=0), dtype=np.int64)
    size_of = np.ones(len(name_of))
    for name, group in members.items():
        name_of[group] = name
        size_of[name] = len(group)
    a, b = name_of[likenesses.low], name_of[likenesses.high]
    apart = a != b
    pairs, place = np.unique(
        np.minimum(a, b)[apart] * len(name_of) + np.maximum(a, b)[apart], return_inverse=True
    )  # fmt: skip
    totals = np.bincount(place, likenesses.value[apart], len(pairs))  # adds in the order of the pairs
    low, high = np.divmod(pairs, len(name_of))
    for x, y, total in zip(low.tolist(), high.tolist(), totals.tolist(), strict=True):
        sums[x][y] = sums[y][x] = total
    means = totals / (size_of[low] * size_of[high])
    near = means >= least
    return sums, list(zip((-means[near]).tolist(), low[near].tolist(), high[near].tolist(), strict=True))


def _join(members: dict[int, list[int]], sums: dict[int, dict[int, float]], a: int, b: int) -> None:
    members[a] = members[a] + members.pop(b)
    for near, total in sorted(sums.pop(b).items()):
        del sums[near][b]
        if near != a:
            sums[a][near] = sums[a].get(near, 0.0) + total
            sums[near][a] = sums[a][near]
