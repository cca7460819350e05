"""What a claim's page tells of the copies that changed it."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import msgspec
import pytest

from onrecord.nouns import Row
from onrecord.web.shelf import Rows, Shelf
from onrecord.web.views import claims
from onrecord.web.views.alterations import alterations

MakeBook = Callable[[Iterable[Row]], Rows]


@pytest.fixture
def shelf(book: Rows) -> Shelf:
    return Shelf(book)


def _changed(shelf: Shelf, what: str, make_book: MakeBook) -> Shelf:
    """The record with a change of that kind over the words of a statement of its copy."""
    (copy,) = shelf.copy.values()
    told = next(row for row in shelf.statement.values() if row.article == copy.copy and row.act == "says")
    (change,) = shelf.changes
    made = msgspec.structs.replace(change, id="change-2", what=what, after=told.content[0])
    return Shelf(make_book([made]))


def test_a_claim_says_that_a_copy_changed_it(shelf: Shelf, make_book: MakeBook) -> None:
    changed = _changed(shelf, "hedge", make_book)
    row = claims.claims(changed)[0]
    (found,) = alterations(changed, row)
    assert (found.kind, found.before) == ("hedge", "admits")
    assert found.beside.href is not None
    assert claims.brief(changed, row).altered


def test_other_words_for_the_same_are_no_change_of_a_claim(shelf: Shelf, make_book: MakeBook) -> None:
    changed = _changed(shelf, "wording", make_book)
    row = claims.claims(changed)[0]
    assert alterations(changed, row) == ()
    assert not claims.brief(changed, row).altered
