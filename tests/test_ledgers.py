"""What a copying changed, as a person reads it."""

from __future__ import annotations

from onrecord.ledgers import exchanges, in_reading_order
from onrecord.nouns import Change, ChangeType, Span


def change(name: str, what: ChangeType, before: int | None, after: int | None) -> Change:
    spans = [Span(article="x", start=at, end=at + 4, text="word") if at is not None else None for at in (before, after)]
    return Change(id=name, copy="copy", what=what, before=spans[0], after=spans[1])


def test_changes_stand_in_the_order_of_the_copy() -> None:
    rows = [change("c", "name", 10, 300), change("b", "added", None, 200), change("a", "number", 500, 40)]
    assert [row.id for row in in_reading_order(rows)] == ["a", "b", "c"]


def test_what_was_dropped_stands_where_it_would_have_stood() -> None:
    rows = [change("z", "number", 400, 220), change("m", "dropped", 300, None), change("a", "name", 100, 100)]
    assert [row.id for row in in_reading_order(rows)] == ["a", "m", "z"]


def test_what_was_dropped_before_everything_stands_first() -> None:
    rows = [change("a", "name", 100, 40), change("b", "dropped", 10, None)]
    assert [row.id for row in in_reading_order(rows)] == ["b", "a"]


def test_two_changes_of_the_same_words_are_one_exchange_the_weightier_first() -> None:
    rows = [change("a", "source", 10, 10), change("b", "number", 10, 10), change("c", "wording", 30, 30)]
    assert [found.whats for found in exchanges(rows)] == [("number", "source"), ("wording",)]
