"""Which articles of a family are compared at all, and which copy hangs on which parent."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

CROWD = 40
"""A key that more articles share than this is a house's boilerplate or one text carried by many: its articles are
compared with the FIRST of them only, so that the work stays linear and every carrier still meets the earliest
ones."""
FIRST = 6


NEAREST = 8
"""Of the articles that it may be made from, an article is aligned with so many that share most of its words, and with
the FIRST: among near equals a text's parent is one of these, and the work does not grow with the square of a family.
Families of NEAREST + 1 articles are aligned whole."""
FURTHER = 0.2
"""Share of a copy's own words that a further parent must explain and no nearer one does: a merge of two reports takes
a third and more from each, a background paragraph of the house is a tenth."""


class Edge(NamedTuple):
    """A copy that was found: `weight` orders the parents a copy might have, the nearest highest; `explained` are the
    copy's sentences that come from this parent, with the share of its own words that each is."""

    original: str
    copy: str
    weight: tuple[float, ...]
    explained: Mapping[int, float] = MappingProxyType({})


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


def closest(shared: Mapping[tuple[str, str], float], order: Mapping[str, tuple[str, str]]) -> list[tuple[str, str]]:
    """The pairs that are to be aligned, of those in which `shared` tells how much two articles have in common: every
    article's NEAREST, and its FIRST by `order`."""
    near: dict[str, list[tuple[float, tuple[str, str], str]]] = defaultdict(list)
    for (a, b), much in shared.items():
        near[a].append((-much, order[b], b))
        near[b].append((-much, order[a], a))
    kept = set()
    for article, others in near.items():
        firsts = sorted(others, key=lambda other: other[1])[:FIRST]
        kept |= {(min(article, b), max(article, b)) for *_, b in (*firsts, *sorted(others)[:NEAREST])}
    return sorted(kept)


def nearest(edges: Sequence[Edge]) -> list[Edge]:
    """Of all edges one a copy, heaviest first, so that no article comes from itself by any way round; and beside it
    those that explain a good part of the copy which its nearer parents do not (a merge)."""
    parent: dict[str, str] = {}
    kept = []
    ordered = sorted(edges, key=lambda e: ([-w for w in e.weight], e.original, e.copy))
    for edge in ordered:
        if edge.copy not in parent and _root(parent, edge.original) != edge.copy:
            parent[edge.copy] = edge.original
            kept.append(edge)
    return kept + _further(ordered, kept)


def _further(ordered: Sequence[Edge], kept: Sequence[Edge]) -> list[Edge]:
    above: dict[str, list[Edge]] = {edge.copy: [edge] for edge in kept}
    out = []
    for edge in ordered:
        nearer = above.get(edge.copy, [])
        known = {sentence for other in nearer for sentence in other.explained}
        new = sum(share for sentence, share in sorted(edge.explained.items()) if sentence not in known)
        if edge not in nearer and new >= FURTHER and edge.copy not in _ancestors(above, edge.original):
            above[edge.copy] = [*nearer, edge]
            out.append(edge)
    return out


def _ancestors(above: Mapping[str, Sequence[Edge]], article: str) -> set[str]:
    """The article and all that it comes from."""
    found, todo = {article}, [article]
    while todo:
        more = {edge.original for edge in above.get(todo.pop(), ())} - found
        found |= more
        todo += sorted(more)
    return found


def _root(parent: Mapping[str, str], article: str) -> str:
    while article in parent:
        article = parent[article]
    return article
