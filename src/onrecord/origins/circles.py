"""Who cites whom, and where that goes round in a circle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

MOST = 50
"""Circles listed for one claim: in a knot of outlets that all cite each other their number grows without measure."""
STEPS = 20_000
"""Paths followed for one claim in search of circles."""

Graph = Mapping[str, Iterable[str]]


def components(graph: Graph) -> list[frozenset[str]]:
    """Strongly connected components, cited ones first (Tarjan 1972, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    open_: set[str] = set()
    out: list[frozenset[str]] = []
    for start in sorted(graph):
        if start in index:
            continue
        work = [(start, iter(sorted(graph[start])))]
        index[start] = low[start] = len(index)
        stack.append(start)
        open_.add(start)
        while work:
            node, rest = work[-1]
            nxt = next((n for n in rest if n not in index or n in open_), None)
            if nxt is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    at = stack.index(node)
                    out.append(frozenset(stack[at:]))
                    open_ -= out[-1]
                    del stack[at:]
            elif nxt in index:
                low[node] = min(low[node], index[nxt])
            else:
                index[nxt] = low[nxt] = len(index)
                stack.append(nxt)
                open_.add(nxt)
                work.append((nxt, iter(sorted(graph.get(nxt, ())))))
    return out


def circles(graph: Graph) -> list[tuple[str, ...]]:
    """The elementary circles of a graph, each from its lowest node on, at most `MOST`, sorted."""
    out: list[tuple[str, ...]] = []
    steps = 0
    for component in components(graph):
        for start in sorted(component):
            paths: list[tuple[str, ...]] = [(start,)]
            while paths and len(out) < MOST and steps < STEPS:
                path = paths.pop()
                steps += 1
                for node in sorted(graph.get(path[-1], ()), reverse=True):
                    if node == start and len(path) > 1:
                        out.append(path)
                    elif node in component and node > start and node not in path:
                        paths.append((*path, node))
    return sorted(out)
