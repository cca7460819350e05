"""Groups found by lookups are those found by looking at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.engines.local import Local
from onrecord.grouping import Change, regroup
from onrecord.store.groups import Groups
from onrecord.store.links import Link

Keyed = dict[int, frozenset[int]]
"""The keys of each item."""
STEP = st.dictionaries(
    st.integers(1, 12), st.none() | st.frozensets(st.integers(100, 108), max_size=3), min_size=1, max_size=5
)
"""New keys of some items; None takes an item out."""


def components(keyed: Keyed) -> set[frozenset[int]]:
    pairs = [(str(item), str(key)) for item, keys in keyed.items() for key in (*keys, -item)]
    return {frozenset(map(int, group)) for group in Local().connect(pairs)}


def kept(groups: Groups, items: Iterable[int]) -> set[frozenset[int]]:
    names = {item: groups.name(item) for item in items}
    assert all(set(groups.members(name)) == {i for i, n in names.items() if n == name} for name in names.values())
    return {frozenset(groups.members(name)) for name in names.values()}


def step(groups: Groups, before: Keyed, after: Keyed) -> None:
    """Brings groups from one state to the next, and holds what is told of it to the truth."""

    def keys(items: Collection[int]) -> Iterable[Link]:
        return [(key, item) for item in items for key in after.get(item, ())]

    old = {(key, item) for item, keys in before.items() for key in keys}
    new = {(key, item) for item, keys in after.items() for key in keys}
    was = {groups.name(item): frozenset(groups.members(groups.name(item))) for item in before}
    came, went = sorted(after.keys() - before.keys()), sorted(before.keys() - after.keys())
    change = Change(came, went, lambda: sorted(new - old), sorted(old - new))
    told = regroup(groups, change, Local(), keys)
    now = {groups.name(item): frozenset(groups.members(groups.name(item))) for item in after}
    assert told.heirs.keys() == {name for name, members in now.items() if was.get(name) != members}
    assert told.gone >= {name for name in was if name not in now} - set(change.went)
    assert not told.gone & now.keys()
    for name, came_from in told.heirs.items():
        assert set(came_from) == {own for own, members in was.items() if members & now[name]}


@settings(max_examples=300, deadline=None)
@given(st.lists(STEP, max_size=6))
def test_any_changes_leave_the_connected_components(steps: list[dict[int, frozenset[int] | None]]) -> None:
    groups = Groups(sqlite3.connect(":memory:"), "test")
    keyed: Keyed = {}
    for changed in steps:
        after = {item: keys for item, keys in (keyed | changed).items() if keys is not None}
        step(groups, keyed, after)
        keyed = after
        assert kept(groups, keyed) == components(keyed)


def test_the_larger_group_keeps_its_name_when_two_become_one() -> None:
    groups = Groups(sqlite3.connect(":memory:"), "test")
    before: Keyed = {1: frozenset({100}), 2: frozenset({100}), 3: frozenset({100}), 4: frozenset({101})}
    step(groups, {}, before)
    name = groups.name(2)
    step(groups, before, before | {0: frozenset({100, 101})})
    assert {groups.name(item) for item in range(5)} == {name}
