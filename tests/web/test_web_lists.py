"""Quotations, figures given and corrections."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import pytest

from onrecord.nouns import Correction, Figure, Quotation, Row, Target
from onrecord.web.links import to_statement
from onrecord.web.shelf import Rows, Shelf
from onrecord.web.views import corrections, figures, quotations

MakeBook = Callable[[Iterable[Row]], Rows]


@pytest.fixture
def shelf(book: Rows) -> Shelf:
    return Shelf(book)


def test_a_quotation_shows_its_wordings_and_who_prints_it(make_book: MakeBook, shelf: Shelf) -> None:
    told = [row for row in shelf.statement.values() if row.act == "says"]
    ids = tuple(row.id for row in told)
    once = Quotation(id="quotation-1", text="the dam", statements=ids[:1], first=None, variants=())
    twice = Quotation(id="quotation-2", text="It leaked", statements=ids, first=ids[0], variants=("It had leaked",))
    many = Shelf(make_book([once, twice]))
    (row,) = quotations.quoted(many, quotations.quotations(many))
    assert (row.text, tuple(wording.words for wording in row.variants), [ref.text for ref in row.speakers]) == (
        "It leaked", ("It had leaked",), ["Dara Venn"],
    )  # fmt: skip
    assert row.first is not None
    assert row.first.href == to_statement(told[0].article, told[0].id)
    assert {ref.text for ref in row.places} == {"The Osk Courier", "Valley Wire"}


def test_a_figure_leads_to_its_characters_and_to_whose_word_it_is(make_book: MakeBook, shelf: Shelf) -> None:
    told = next(row for row in shelf.statement.values() if row.act == "says")
    span = shelf.article[told.article].span(0, 4)
    row = Figure(id="figure-1", what="owners", value=1, unit=None, span=span, when=None, on_word_of=told.id)
    many = Shelf(make_book([row]))
    (group,) = figures.counted(many, figures.figures(many))
    (shown,) = group.rows
    assert (shown.given.text, shown.given.href) == ("Mill owners", f"{told.article}.html#at-0-4")
    assert shown.on_word_of is not None
    assert shown.on_word_of.text == "Dara Venn"


def test_the_log_shows_what_was_decided_and_what_became_of_it(make_book: MakeBook, shelf: Shelf) -> None:
    venn = next(row for row in shelf.actor.values() if row.name == "Dara Venn")
    merge = Correction(
        id="correction-1", what="merge", by="desk", at="2031-05-09T10:00+00:00", reason="the same", state="applied",
        target=Target(kind="actor", id=venn.id, other="actor-00"),
    )  # fmt: skip
    lost = Correction(
        id="correction-2", what="reject", by="desk", at="2031-05-08T10:00+00:00", reason=None, state="orphaned",
        target=Target(kind="statement", id="statement-00", quotation="the dam holds"),
    )  # fmt: skip
    many = Shelf(make_book([merge, lost]))
    first, second = corrections.decided(many, corrections.corrections(many))
    assert (first.what, first.about.text, first.applied, first.at) == (
        "two are one", "Dara Venn", True, "9 May 2031, 10:00",
    )  # fmt: skip
    assert first.other is not None
    assert first.other.text == "not in the record"
    assert (second.about.text, second.about.href, second.applied) == ("the dam holds", None, False)
