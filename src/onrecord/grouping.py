"""How the groups of a scope change when a few of its items do: found by lookups, never by looking at all.

The groups of a scope are the connected components of its items, two of which are bound where they share a sure key, or
share another and are kin. Under a key that crowds hold, only the first few items, by their ids, are bound to the
others. So which groups there are depends on the items and on nothing else. An item that came is compared with what
holds its keys; whatever went, changed or lost a chance to be compared has its whole group put together anew."""

from __future__ import annotations

import heapq
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from onrecord.engines.forest import Forest
from onrecord.store.groups import Groups
from onrecord.store.links import CROWD, Crowd, Link, Links, is_sure

FIRST = 6
"""Items of a crowd that all others are compared with: one text carried by a thousand finds itself among them, a house's
boilerplate finds nothing."""
REFUSED = 1_000_000
"""Pairs known to be no kin that are kept in mind, some 100 MB."""


class Bonds(NamedTuple):
    """What is known of items: the id of one, by which a crowd is in order; whether two are kin (true of a key that
    crowds hold only where it is true of any other); the links of some that were there before."""

    rank: Callable[[int], str]
    kin: Callable[[int, int, bool], bool]
    keys: Callable[[Collection[int]], Iterable[Link]]


class Change(NamedTuple):
    """What happened to a scope beside the links that were noted: items that came and went, and items of which a row is
    another, so that they may be kin of others than before."""

    came: Collection[int]
    went: Collection[int]
    altered: Collection[int] = ()


class Regrouped(NamedTuple):
    """`heirs` are the groups with other members than before, each with the groups that its members came from; `gone`
    are the names that no group has any longer."""

    heirs: dict[int, tuple[int, ...]]
    gone: set[int]


class _Part(NamedTuple):
    """A component: groups that are in it whole, and loose items."""

    whole: set[int]
    loose: set[int]


class _Shift(NamedTuple):
    """What crowds that came, went or changed do to items: those that lost others to be compared with, and those that
    gained some."""

    lost: set[int]
    gained: set[int]


def regroup(groups: Groups, links: Links, change: Change, bonds: Bonds) -> Regrouped:
    """Brings the groups of a scope to what the change makes of them."""
    first = links.settle()
    shift = _shifted(links, bonds, first)
    came, went = set(change.came), set(change.went)
    loosened = shift.lost.union(change.altered, went, (item for _, item in links.removed())) - came
    undone = {groups.name(item) for item in loosened}
    before = {item: name for name in undone for item in groups.members(name)}
    free = (before.keys() | came) - went
    links.ask(bonds.keys(sorted((free - came) | (shift.gained - went - came))))
    binding = _Binding(groups, links, bonds, free)
    parts = binding.parts(((key, items, items) for key, items in links.shared()) if first else links.wanted())
    groups.set_alone(before)
    heirs: dict[int, tuple[int, ...]] = {}
    names: set[int] = set()
    for part in parts:
        name = _name(groups, part, undone)
        names.add(name)
        was = part.whole | {before[item] for item in part.loose if item in before}
        if part.loose - before.keys() or was != {name} or _shrunk(part, before, name):
            heirs[name] = tuple(sorted(was))
        _settle(groups, part, name)
    return Regrouped(heirs, undone.union(*(part.whole for part in parts)) - names)


# --------------------------------------------------------------------------------------------------------- crowds


def _shifted(links: Links, bonds: Bonds, first: bool) -> _Shift:
    shift = _Shift(set(), set())
    for key in links.crowding(first):
        was = links.crowd(key)
        now = _formed(links, bonds, key) if was is None else _changed(links, bonds, key, was)
        links.set_crowd(key, now)
        if was is None:
            shift.lost.update(() if first else set(links.holders(key)) - links.moved(key)[0])
        elif now is None:
            shift.gained.update(links.holders(key))
        else:
            shift.lost.update(set(was.firsts) - set(now.firsts))
            shift.gained.update(set(now.firsts) - set(was.firsts))
    return shift


def _formed(links: Links, bonds: Bonds, key: int) -> Crowd:
    holders = list(links.holders(key))
    return Crowd(len(holders), tuple(heapq.nsmallest(FIRST, holders, bonds.rank)))


def _changed(links: Links, bonds: Bonds, key: int, was: Crowd) -> Crowd | None:
    more, fewer = links.moved(key)
    size = was.size + len(more) - len(fewer)
    if size <= CROWD:
        return None
    if fewer.intersection(was.firsts):
        return _formed(links, bonds, key)
    return Crowd(size, tuple(heapq.nsmallest(FIRST, more.union(was.firsts), bonds.rank)))


# -------------------------------------------------------------------------------------------------------- binding


class _Binding:
    """Items and whole groups growing together. A node is a free item's number, or minus the name of a group that
    nothing was taken from."""

    def __init__(self, groups: Groups, links: Links, bonds: Bonds, free: Collection[int]) -> None:
        self._groups, self._links, self._bonds, self._free = groups, links, bonds, free
        self._forest: Forest[int] = Forest(free)
        self._refused: set[tuple[int, int, bool]] = set()

    def parts(self, asked: Iterable[tuple[int, list[int], Iterable[int]]]) -> list[_Part]:
        """The components once every key was looked at: the items that it is looked at for, and those that hold it."""
        crowded = self._links.crowded()
        for key, items, holders in asked:
            if is_sure(key):
                self._join(items, holders)
            elif key in crowded and (crowd := self._links.crowd(key)):
                self._compare_crowd(items, holders, crowd)
            else:
                self._compare(items, list(holders), crowded=False)
        return [
            _Part({-node for node in tree if node < 0}, {node for node in tree if node > 0})
            for tree in self._forest.trees()
        ]

    def _node(self, item: int) -> int:
        return item if item in self._free else -self._groups.name(item)

    def _join(self, items: list[int], holders: Iterable[int]) -> None:
        """All that held a sure key before and stay in a whole group are in one: one of them is enough."""
        for item in (*items, *_one(other for other in holders if other not in self._free)):
            self._forest.join(self._node(items[0]), self._node(item))

    def _compare_crowd(self, items: list[int], holders: Iterable[int], crowd: Crowd) -> None:
        own = [item for item in items if item in crowd.firsts]
        self._compare(items, crowd.firsts, crowded=True)
        if own:
            self._compare(own, list(holders), crowded=True)

    def _compare(self, items: Collection[int], others: Collection[int], *, crowded: bool) -> None:
        nodes = {item: self._node(item) for item in {*items, *others}}
        roots = {self._forest.root(node) for node in nodes.values()}
        for item in items if len(roots) > 1 else ():
            for other in others:
                if self._forest.root(nodes[item]) != self._forest.root(nodes[other]) and self._kin(
                    min(item, other), max(item, other), crowded
                ):
                    self._forest.join(nodes[item], nodes[other])

    def _kin(self, a: int, b: int, crowded: bool) -> bool:
        if (a, b, crowded) in self._refused:
            return False
        if self._bonds.kin(a, b, crowded):
            return True
        if len(self._refused) >= REFUSED:
            self._refused.clear()
        self._refused.add((a, b, crowded))
        return False


def _one(items: Iterable[int]) -> Iterator[int]:
    for item in items:
        yield item
        return


# --------------------------------------------------------------------------------------------------------- naming


def _name(groups: Groups, part: _Part, undone: Collection[int]) -> int:
    """The largest whole group's, so that few rows change; else that of a group that was undone, or of an item."""
    if part.whole:
        return max(part.whole, key=lambda name: (groups.size(name), -name))
    return min(part.loose, key=lambda item: (item not in undone, item))


def _shrunk(part: _Part, before: dict[int, int], name: int) -> bool:
    return not part.whole and any(own == name and item not in part.loose for item, own in before.items())


def _settle(groups: Groups, part: _Part, name: int) -> None:
    moved = part.loose.union(*(groups.members(other) for other in part.whole - {name}))
    if part.whole and moved:
        moved.add(name)
    if len(moved) > 1:
        groups.set_group(name, moved)
