"""How the groups of a scope change when a few of its items do: found by lookups, never by looking at all.

The groups of a scope are the connected components of its items under their keys. An item that came joins the groups
in which its keys are known; an item that went, or lost a key, has its whole group put together anew."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator
from typing import NamedTuple

from onrecord.engines import Engine
from onrecord.store.groups import Groups
from onrecord.store.links import Link

Keys = Callable[[Collection[int]], Iterable[Link]]
"""The links of items that were there before, those to other items left out."""


class Change(NamedTuple):
    """What happened to a scope: items that came and went, links that were added and taken away. All links of an item
    that came are among the added."""

    came: Collection[int]
    went: Collection[int]
    added: Callable[[], Iterable[Link]]
    removed: Collection[Link]


class Regrouped(NamedTuple):
    """`heirs` are the groups with other members than before, each with the groups that its members came from; `gone`
    are the names that no group has any longer."""

    heirs: dict[int, tuple[int, ...]]
    gone: set[int]


class _Part(NamedTuple):
    """A component: groups that are in it whole, and loose items."""

    whole: set[int]
    loose: set[int]


def regroup(groups: Groups, change: Change, engine: Engine, keys: Keys) -> Regrouped:
    """Brings the groups of a scope to what the change makes of them."""
    groups.unlink(change.removed)
    first = not groups.has_links()
    groups.link(change.added())
    came = set(change.came)
    undone = {groups.name(item) for item in {item for _, item in change.removed}.union(change.went) - came}
    before = {item: name for name in undone for item in groups.members(name)}
    free = (before.keys() | came).difference(change.went)
    added = change.added() if first else _with_known(groups, free, change.added)
    pairs = _pairs(groups, free, added, keys([item for item in free if item in before]))
    parts = [_part(nodes) for nodes in engine.connect(pairs)]
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


def _pairs(groups: Groups, free: Collection[int], *links: Iterable[Link]) -> Iterator[tuple[str, str]]:
    """`(node, key)`: a node is a free item, or a group that nothing was taken from."""

    def node(item: int) -> str:
        return f"i{item}" if item in free else f"g{groups.name(item)}"

    yield from ((node(item), node(item)) for item in free)
    yield from ((node(item), str(key)) for some in links for key, item in some)


def _with_known(groups: Groups, free: Collection[int], added: Callable[[], Iterable[Link]]) -> Iterator[Link]:
    """The links that were added, and for each key one item that held it before in a group that stays whole."""
    new = {link for link in added() if link[1] not in free}
    seen: set[int] = set()
    for key, item in added():
        yield key, item
        if key not in seen:
            seen.add(key)
            known = (one for one in groups.holders(key) if one not in free and (key, one) not in new)
            yield from ((key, one) for one in _first(known))


def _first(items: Iterator[int]) -> Iterator[int]:
    """One is enough: all that held a key before were in one group."""
    for item in items:
        yield item
        return


def _part(nodes: Iterable[str]) -> _Part:
    numbers: dict[str, set[int]] = {"g": set(), "i": set()}
    for node in nodes:
        numbers[node[0]].add(int(node[1:]))
    return _Part(numbers["g"], numbers["i"])


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
