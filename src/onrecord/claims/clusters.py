"""Average-linkage clustering of what is alike: cautious, because one bridge must not make one giant."""

from __future__ import annotations

import heapq
from collections.abc import Iterable, Mapping

Pair = tuple[int, int]


def clusters(sizes: Mapping[int, int], pairs: Mapping[Pair, float], threshold: float) -> list[list[int]]:
    """Groups of the keys of `sizes` by average linkage. `pairs` gives the likeness of `low < high` (absent = 0,
    negative = repelled); two groups join while the mean likeness over all their pairs, weighted by size, is at least
    `threshold`. Ties go to the lowest keys. About O(p log p) for p pairs."""
    members = {key: [key] for key in sizes}
    weight = dict(sizes)
    links: dict[int, dict[int, float]] = {key: {} for key in sizes}
    for (a, b), value in pairs.items():
        links[a][b] = links[b][a] = value * sizes[a] * sizes[b]
    heap = [(-links[a][b] / (weight[a] * weight[b]), a, b) for (a, b), value in pairs.items() if value >= threshold]
    heapq.heapify(heap)
    while heap:
        value, a, b = heapq.heappop(heap)
        if a not in members or b not in members or -value != links[a][b] / (weight[a] * weight[b]):
            continue
        _join(a, b, members, weight, links)
        for other, total in links[a].items():
            mean = total / (weight[a] * weight[other])
            if mean >= threshold:
                heapq.heappush(heap, (-mean, *_ordered(a, other)))
    return sorted(sorted(group) for group in members.values())


def _join(
    a: int, b: int, members: dict[int, list[int]], weight: dict[int, int], links: dict[int, dict[int, float]]
) -> None:
    """Puts `b` into `a`."""
    members[a] += members.pop(b)
    weight[a] += weight.pop(b)
    for other, total in links.pop(b).items():
        links[other].pop(b)
        if other != a:
            links[a][other] = links[other][a] = links[a].get(other, 0.0) + total


def _ordered(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)


def connected(nodes: Iterable[int], pairs: Iterable[Pair]) -> dict[int, int]:
    """Each node's lowest companion, for nodes that `pairs` connect."""
    root = {node: node for node in nodes}

    def top(node: int) -> int:
        while root[node] != node:
            root[node] = root[root[node]]
            node = root[node]
        return node

    for a, b in pairs:
        low, high = sorted((top(a), top(b)))
        root[high] = low
    return {node: top(node) for node in root}
