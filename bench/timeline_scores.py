"""How a timeline is compared with a gold one, as the evaluation of SemEval-2015 task 4 (TimeLine) has it.

A timeline is a list of events (a word of a sentence of a document), each with a date and a place in the order. It
stands for a graph: each event is at the time of its date, and of two events next to each other in the list the first is
before the second or, where they have one place, at the same time. Events of place 0 do not count. Relations that follow
from those before them in the list count once. Precision is the share of ours that follow from the gold ones, recall the
share of the gold ones that follow from ours; figures of several timelines are summed before they are divided (micro).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

Node = tuple[str, ...]


class Entry(NamedTuple):
    """One event of a timeline: its place in the order, its date as the task writes it, and its word."""

    order: int
    date: str
    doc: str
    sentence: int
    word: str


class Link(NamedTuple):
    """One relation: `one` is before `other`, else they are at the same time."""

    one: Node
    other: Node
    before: bool


class Graph:
    """Events and dates: which are at one time, and which time is before which."""

    def __init__(self) -> None:
        self.home: dict[Node, Node] = {}
        self.later: defaultdict[Node, set[Node]] = defaultdict(set)

    def holds(self, link: Link) -> bool:
        """Whether a relation is there or follows from what is."""
        if link.one not in self.home or link.other not in self.home:
            return False
        return self._before(link.one, link.other) if link.before else self._find(link.one) == self._find(link.other)

    def add(self, link: Link) -> bool:
        """Adds a relation; False, and nothing is added, where it follows from what is there or contradicts it."""
        one, other = self._find(link.one), self._find(link.other)
        if one == other or self._before(other, one) or self._before(one, other):
            return False
        if link.before:
            self.later[one].add(other)
        else:
            self._join(one, other)
        return True

    def _join(self, one: Node, other: Node) -> None:
        self.home[other] = one
        self.later[one] |= self.later.pop(other, set())
        for nodes in self.later.values():
            if other in nodes:
                nodes -= {other}
                nodes |= {one}

    def _find(self, node: Node) -> Node:
        while (up := self.home.setdefault(node, node)) != node:
            node = up
        return node

    def _before(self, one: Node, other: Node) -> bool:
        goal, seen, open_ = self._find(other), set[Node](), [self._find(one)]
        while open_:
            for node in self.later[open_.pop()]:
                if node == goal:
                    return True
                if node not in seen:
                    seen.add(node)
                    open_.append(node)
        return False


def links(entries: Sequence[Entry]) -> list[Link]:
    """The relations of a timeline, in the task's order. A word that stands several times in a sentence is as many
    events."""
    listed = sorted((e for e in entries if e.order > 0), key=lambda e: (e.order, e.date, e.doc, e.sentence, e.word))
    seen: Counter[Node] = Counter()
    nodes: list[Node] = []
    for entry in listed:
        event = (entry.doc, str(entry.sentence), entry.word.lower())
        seen[event] += 1
        nodes.append((*event, str(seen[event])))
    out = [Link(node, (entry.date,), False) for node, entry in zip(nodes, listed, strict=True)]
    rows = list(zip(nodes, listed, strict=True))
    return out + [Link(one, other, a.order < b.order) for (one, a), (other, b) in pairwise(rows)]


def graph(entries: Sequence[Entry]) -> tuple[Graph, list[Link]]:
    """The graph of a timeline and the relations of it that follow from no others."""
    made = Graph()
    return made, [link for link in links(entries) if made.add(link)]


def score(gold: Sequence[Entry], ours: Sequence[Entry]) -> tuple[int, int, int, int]:
    """Right ones of ours, ours, found ones of gold, gold."""
    wanted, core = graph(gold)
    made, told = graph(ours)
    return sum(wanted.holds(link) for link in told), len(told), sum(made.holds(link) for link in core), len(core)


def shares(counts: Sequence[int]) -> tuple[float, float, float]:
    """Precision, recall and F1 of `score`'s numbers."""
    right, ours, found, gold = counts
    p, r = right / max(1, ours), found / max(1, gold)
    return p, r, 2 * p * r / max(1e-9, p + r)
