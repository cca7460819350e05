"""A family of an invented report, whole: who made what from whom, in what way, and every slip that was put in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from msgspec.structs import replace

from onrecord.copies import trace
from onrecord.nouns import Article, Change, Copy, Reading

Make = Callable[..., Article]
Bare = Callable[[Article], Reading]
SLIPS = {
    ("number", "$4.2 million", "$42 million"),
    ("date", "June", "July"),
    ("name", "harbour minister", "port secretary"),
    ("source", "Two officials", "Two officers"),
    ("quote_marks", "Nobody ever answered me", "Nobody ever replied to me"),
}


@pytest.fixture
def family(make: Make, report: list[str], spun: list[str], other: list[str]) -> list[Article]:
    """The wire's report, a carrier, a rewriting and a rewriting's copy, a piece that lifts two paragraphs, a later
    version of that piece, and a write-up of the same quotations that is nobody's copy."""
    house = [line.replace("harbour", "harbor").replace("Mr ", "") for line in report[:-1]]
    lifting = [*other[:2], *report[3:5], "The museum of Tavesk has asked for a loan.", "A band played on the quay."]
    again = [*lifting, "This article was updated with the ferry times."]
    return [
        make("1-wire", report, "Lens of Orrin Head sold", outlet="Northwire", day="2024-06-03"),
        make("2-carrier", house, "Keeper sells lens", outlet="Morning Cod", agency="Northwire", day="2024-06-04"),
        make("3-spun", spun, "Lighthouse glass traded", outlet="Glimmer Daily", day="2024-06-05"),
        make("4-echo", [*spun, "Readers were astonished."], "Glass traded", outlet="Echo Hub", day="2024-06-06"),
        make("5-lifting", lifting, "A light goes out", outlet="Skerry Notes", day="2024-06-05"),
        make("6-later", again, "A light goes out", outlet="Skerry Notes", day="2024-06-05"),
        make("7-own", other[2:], "Anger in Tavesk", outlet="Tavesk Times", day="2024-06-04"),
    ]


def traced(bare: Bare, family: Sequence[Article]) -> tuple[list[Copy], list[Change]]:
    return trace(family, [bare(article) for article in family])


def test_every_copy_has_its_parent_its_kind_and_its_direction(bare: Bare, family: list[Article]) -> None:
    rows = {(row.original, row.copy, row.type, row.direction) for row in traced(bare, family)[0]}
    assert rows == {
        ("1-wire", "2-carrier", "syndicated", "certain"),
        ("1-wire", "3-spun", "rewritten", "certain"),
        ("3-spun", "4-echo", "syndicated", "unknown"),
        ("1-wire", "5-lifting", "excerpt", "likely"),
        ("5-lifting", "6-later", "update", "certain"),
    }


def test_without_dates_the_parents_are_the_same(bare: Bare, family: list[Article]) -> None:
    undated = [replace(article, published=None) for article in family]
    pairs = {frozenset((row.original, row.copy)) for row in traced(bare, undated)[0]}
    assert pairs == {frozenset((row.original, row.copy)) for row in traced(bare, family)[0]}


def test_every_slip_of_the_rewriting_is_told(bare: Bare, family: list[Article]) -> None:
    copies, changes = traced(bare, family)
    (row,) = [copy for copy in copies if copy.copy == "3-spun"]
    told = {(c.what, c.before.text, c.after.text) for c in changes if c.copy == row.id and c.before and c.after}
    assert told >= SLIPS
    assert "negation" in {what for what, *_ in told}


def test_house_style_changes_nothing_that_matters(bare: Bare, family: list[Article]) -> None:
    copies, changes = traced(bare, family)
    (row,) = [copy for copy in copies if copy.copy == "2-carrier"]
    assert {c.what for c in changes if c.copy == row.id} <= {"wording", "dropped"}
