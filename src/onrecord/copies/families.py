"""Which articles of a family are compared at all, and which copy hangs on which parent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

CROWD = 40
"""A key that more articles share than this is a house's boilerplate or one text carried by many: its articles are
compared with the FIRST of them only, so that the work stays linear and every carrier still meets the earliest
ones."""
FIRST = 6


class Edge(NamedTuple):
    """A copy that was found: `weight` orders the parents a copy might have, the nearest highest."""

    original: str
    copy: str
    weight: tuple[float, ...]


def pairs(keys: Mapping[str, Sequence[str]], order: Mapping[str, tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs of ids (smaller first) that share a key. `keys`: id -> keys; `order`: id -> what "earliest" goes by."""
    holders: dict[str, list[str]] = defaultdict(list)
    for article in sorted(keys):
        for key in sorted(set(keys[article])):
            holders[key].append(article)
    found: Counter[tuple[str, str]] = Counter()
    for members in holders.values():
        found.update(_within(members, order))
    return sorted(found)


def _within(members: Sequence[str], order: Mapping[str, tuple[str, str]]) -> set[tuple[str, str]]:
    firsts = members if len(members) <= CROWD else sorted(members, key=order.__getitem__)[:FIRST]
    return {(min(a, b), max(a, b)) for a in firsts for b in members if a != b}


def nearest(edges: Sequence[Edge]) -> list[Edge]:
    """Of all edges one a copy, heaviest first, so that no article comes from itself by any way round."""
    parent: dict[str, str] = {}
    kept = []
    for edge in sorted(edges, key=lambda e: ([-w for w in e.weight], e.original, e.copy)):
        if edge.copy not in parent and _root(parent, edge.original) != edge.copy:
            parent[edge.copy] = edge.original
            kept.append(edge)
    return kept


def _root(parent: Mapping[str, str], article: str) -> str:
    while article in parent:
        article = parent[article]
    return article
