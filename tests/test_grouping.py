"""Groups found by lookups are those found by looking at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from itertools import combinations
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord import grouping
from onrecord.grouping import Bonds, Change, regroup
from onrecord.store import links as store_links
from onrecord.store.groups import Groups
from onrecord.store.links import Link, Links, is_sure

CROWD, FIRST = 3, 2
"""Small enough for crowds to come and go among a dozen items."""


class Held(NamedTuple):
    """An item: its keys, odd ones sure; and the side it takes: items of other sides are kin only where both are even,
    and not under a key that crowds hold."""

    keys: frozenset[int]
    side: int


State = dict[int, Held]
HELD = st.builds(Held, st.frozensets(st.integers(100, 107), max_size=4), st.integers(0, 3))
STEP = st.dictionaries(st.integers(1, 12), st.none() | HELD, min_size=1, max_size=6)
"""What some items are from now on; None takes an item out."""


@pytest.fixture(autouse=True)
def _small_crowds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(store_links, "CROWD", CROWD)
    monkeypatch.setattr(grouping, "CROWD", CROWD)
    monkeypatch.setattr(grouping, "FIRST", FIRST)


def rank(item: int) -> str:
    return f"{item * 7 % 13:02}"


def are_kin(a: Held, b: Held, crowded: bool) -> bool:
    return a.side == b.side or (not crowded and a.side % 2 == b.side % 2 == 0)


def bound(state: State, a: int, b: int) -> bool:
    """The rule, told of two items."""
    for key in state[a].keys & state[b].keys:
        holders = sorted((item for item, held in state.items() if key in held.keys), key=rank)
        crowded = len(holders) > CROWD
        if is_sure(key):
            return True
        if (not crowded or {a, b} & set(holders[:FIRST])) and are_kin(state[a], state[b], crowded):
            return True
    return False


def components(state: State) -> set[frozenset[int]]:
    leader = {item: item for item in state}
    for a, b in combinations(sorted(state), 2):
        if bound(state, a, b):
            leader = {item: leader[a] if own == leader[b] else own for item, own in leader.items()}
    return {frozenset(i for i, own in leader.items() if own == name) for name in leader.values()}


def kept(groups: Groups, items: Iterable[int]) -> set[frozenset[int]]:
    names = {item: groups.name(item) for item in items}
    assert all(set(groups.members(name)) == {i for i, n in names.items() if n == name} for name in names.values())
    return {frozenset(groups.members(name)) for name in names.values()}


class Scope:
    """A scope in memory, brought from state to state."""

    def __init__(self) -> None:
        sql = sqlite3.connect(":memory:")
        self.groups, self.links, self.state = Groups(sql, "test"), Links(sql, "test"), State()

    def to(self, after: State) -> None:
        """Brings the groups to a state, and holds what is told of it to the truth."""
        before, groups = self.state, self.groups
        old, new = (
            {(key, item) for item, held in state.items() for key in held.keys} for state in (before, after)
        )  # fmt: skip
        was = {groups.name(item): frozenset(groups.members(groups.name(item))) for item in before}
        self.links.note(sorted(old - new), -1)
        self.links.note(sorted(new - old), 1)
        went = sorted(before.keys() - after.keys())
        altered = [item for item in before.keys() & after.keys() if before[item] != after[item]]
        told = regroup(
            groups, self.links, Change(sorted(after.keys() - before.keys()), went, altered), self.bonds(after)
        )
        self.state = after
        now = {groups.name(item): frozenset(groups.members(groups.name(item))) for item in after}
        assert told.heirs.keys() == {name for name, members in now.items() if was.get(name) != members}
        assert told.gone >= {name for name in was if name not in now} - set(went)
        assert not told.gone & now.keys()
        for name, came_from in told.heirs.items():
            assert set(came_from) == {own for own, members in was.items() if members & now[name]}

    @staticmethod
    def bonds(state: State) -> Bonds:
        def keys(items: Collection[int]) -> Iterable[Link]:
            return [(key, item) for item in items for key in state[item].keys]

        return Bonds(rank, lambda a, b, crowded: are_kin(state[a], state[b], crowded), keys)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(STEP, max_size=6))
def test_any_changes_leave_the_connected_components(steps: list[dict[int, Held | None]]) -> None:
    scope = Scope()
    for changed in steps:
        scope.to({item: held for item, held in (scope.state | changed).items() if held is not None})
        assert kept(scope.groups, scope.state) == components(scope.state)


def same(*keys: int) -> Held:
    return Held(frozenset(keys), 1)


def test_the_larger_group_keeps_its_name_when_two_become_one() -> None:
    scope = Scope()
    scope.to({1: same(101), 2: same(101), 3: same(101), 4: same(103)})
    name = scope.groups.name(2)
    scope.to(scope.state | {5: same(101, 103)})
    assert {scope.groups.name(item) for item in range(1, 6)} == {name}


def test_items_that_share_a_key_and_are_no_kin_stay_apart() -> None:
    scope = Scope()
    scope.to({1: Held(frozenset({100}), 1), 2: Held(frozenset({100}), 3), 3: Held(frozenset({100}), 1)})
    assert kept(scope.groups, scope.state) == {frozenset({1, 3}), frozenset({2})}


def test_pairs_that_a_crowd_leaves_uncompared_are_counted() -> None:
    scope = Scope()
    scope.to({item: Held(frozenset({100}), item) for item in range(1, 8)})
    (crowd,) = scope.links.crowds()
    assert (crowd.size, crowd.uncompared()) == (7, 10)
    scope.to({item: held for item, held in scope.state.items() if item < 4})
    assert list(scope.links.crowds()) == []


def test_one_text_that_a_crowd_carries_is_one_group() -> None:
    scope = Scope()
    scope.to({item: same(100) for item in range(1, 13)})
    assert kept(scope.groups, scope.state) == {frozenset(range(1, 13))}
