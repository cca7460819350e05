"""The local engine: same answers, same order, however many processes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.engines.local import ALONE, Local


def twice(number: int) -> int:
    return 2 * number


def broken(number: int) -> int:
    if number == 15:
        raise ValueError("fifteen")
    return number


pairs = st.lists(st.tuples(st.sampled_from("abcdefgh"), st.sampled_from("12345")))


def test_each_answers_in_the_order_of_the_items_across_processes() -> None:
    with Local(workers=2) as engine:
        assert list(engine.each(twice, range(ALONE * 3))) == [2 * n for n in range(ALONE * 3)]


def test_each_draws_items_lazily() -> None:
    drawn: list[int] = []

    def items() -> object:
        for n in range(100):
            drawn.append(n)
            yield n

    answers = Local().each(twice, items())  # type: ignore[arg-type]
    next(answers)
    assert len(drawn) <= ALONE + 1


def test_a_fault_of_the_work_is_raised_here() -> None:
    with Local(workers=2) as engine, pytest.raises(ValueError, match="fifteen"):
        list(engine.each(broken, range(30)))


@given(pairs)
def test_group_gives_sorted_keys_and_items_whatever_the_order(some: list[tuple[str, str]]) -> None:
    grouped = Local().group(some)
    assert grouped == Local().group(reversed(some))
    assert [key for key, _ in grouped] == sorted({key for key, _ in some})
    assert {(key, item) for key, items in grouped for item in items} == set(some)


@given(pairs)
def test_connect_puts_every_item_in_one_component(some: list[tuple[str, str]]) -> None:
    parts = Local().connect(some)
    assert parts == Local().connect(reversed(some))
    assert sorted(item for part in parts for item in part) == sorted({item for item, _ in some})


@given(pairs)
def test_connect_joins_items_of_one_key_and_only_through_keys(some: list[tuple[str, str]]) -> None:
    home = {item: number for number, part in enumerate(Local().connect(some)) for item in part}
    keys: dict[str, set[int]] = {}
    for item, key in some:
        keys.setdefault(key, set()).add(home[item])
    assert all(len(homes) == 1 for homes in keys.values())
    assert len(set(home.values())) >= len({i for i, _ in some}) - sum(1 for _ in some)
