"""Trees that grow together: which nodes are connected, while edges come one by one."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

Node = TypeVar("Node", bound=Hashable)


class Forest(Generic[Node]):
    """Disjoint sets of nodes (Tarjan 1975, with path halving and union by size)."""

    def __init__(self, nodes: Iterable[Node] = ()) -> None:
        self._parent: dict[Node, Node] = {node: node for node in nodes}
        self._size: dict[Node, int] = {}

    def root(self, node: Node) -> Node:
        """The node that stands for all that are connected with this one; a node not seen before is a tree alone."""
        parent = self._parent
        above = parent.setdefault(node, node)
        while above != node:
            parent[node] = node = parent[above]
            above = parent[node]
        return node

    def join(self, a: Node, b: Node) -> None:
        """Connects two nodes."""
        a, b = self.root(a), self.root(b)
        if a == b:
            return
        if self._size.get(a, 1) < self._size.get(b, 1):
            a, b = b, a
        self._parent[b] = a
        self._size[a] = self._size.get(a, 1) + self._size.pop(b, 1)

    def trees(self) -> list[list[Node]]:
        """All nodes, those connected together."""
        found: dict[Node, list[Node]] = {}
        for node in list(self._parent):
            found.setdefault(self.root(node), []).append(node)
        return list(found.values())
