"""The page on times shows the conventions that the code reads, and what it says of them holds."""

from pathlib import Path

import pytest

from onrecord import times
from onrecord.nouns import Article, When, digest
from onrecord.words import table

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "times.md").read_text(encoding="utf8")


def when(text: str, published: str = "2031-08-20") -> When:
    """The last time of a one-line article."""
    day = When(from_=published, to=published, precision="day", edtf=published, text=None, basis="given")
    article = Article(
        id="a", page=digest("page", "a"), place=0, url=None, headline=None, byline=None, outlet=None, agency=None,
        language="en", published=day, updated=None, text=text, places=(), regions=("body",),
    )  # fmt: skip
    return times.resolve([article], [], [], [])[1][-1].when


def test_the_page_shows_every_convention_and_no_other() -> None:
    rows = [f"| {row['means']} | {row['reason']} |" for row in table("conventions").values()]
    shown = [line for line in PAGE.splitlines() if line.startswith("| “")]
    assert shown == rows


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("It closed in early 2030.", "2030-01-01", "2030-03-31"),
        ("It closed in late March 2030.", "2030-03-21", "2030-03-31"),
        ("It closed in the early 1990s.", "1990-01-01", "1993-12-31"),
        ("It closed in the winter of 2029.", "2029-12-01", "2030-02-28"),
        ("It closed in fiscal 2030.", "2029-10-01", "2030-09-30"),
        ("It closed in the nineteenth century.", "1800-01-01", "1899-12-31"),
        ("It closed in the '80s.", "1980-01-01", "1989-12-31"),
        ("It closed two and a half years ago.", "2029-02-01", "2029-02-28"),
        ("It closed two to three weeks ago.", "2031-07-28", "2031-08-10"),
        ("It closed the week before Christmas 2030.", "2030-12-18", "2030-12-24"),
        ("It lost money in the year ended March 31, 2031.", "2030-04-01", "2031-03-31"),
        ("It opened on 3 May 2030 and closed later that year.", "2030-05-04", "2030-12-31"),
        ("It ran from March 2019 to December 2022.", "2019-03-01", "2022-12-31"),
        ("It ran between 3 May 2029 and 4 June 2030.", "2030-06-04", "2030-06-04"),
        ("It closed the summer before last.", "2029-06-01", "2029-08-31"),
        ("It closed the week before last.", "2031-08-04", "2031-08-10"),
        ("The bell rang at ten to four.", "2031-08-20", "2031-08-20"),
        ("It opened on the first of August.", "2031-08-01", "2031-08-01"),
        ("It will open on Tuesday of next week.", "2031-08-26", "2031-08-26"),
        ("It was heard the week of March 6, 2031.", "2031-03-03", "2031-03-09"),
        ("Stamped 05-Aug-2030.", "2030-08-05", "2030-08-05"),
        ("Talks were postponed until Friday.", None, "2031-08-22"),
        ("It was read to the town last Oct. 23.", "2030-10-23", "2030-10-23"),
    ],
)
def test_an_expression_means_its_stretch(text: str, lo: str | None, hi: str) -> None:
    found = when(text)
    assert (found.from_, found.to) == (lo, hi)


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("The wall fell in 490 BC.", "-0489"),
        ("The wall fell in the 5th century BC.", "-0499/-0400"),
        ("The stamp says 03/04/2031.", "2031-03-04/2031-04-03"),
        ("The stamp says 03/08/2031.", "[2031-03-08,2031-08-03]"),
        ("The stamp says 31/02/2031.", "XXXX"),
        ("They met on 30 February 2031.", "XXXX"),
        ("They meet every Friday.", "XXXX"),
    ],
)
def test_what_no_stretch_can_hold_stands_in_edtf_alone(text: str, edtf: str) -> None:
    assert when(text).edtf == edtf


def test_other_dates_in_figures_show_the_order_of_one_that_can_be_read_both_ways() -> None:
    assert when("Filed 25/07/2031, stamped 03/08/2031.").from_ == "2031-08-03"
    assert when("Filed 7/25/2031, stamped 03/08/2031.").from_ == "2031-03-08"


def test_a_day_that_no_calendar_has_says_so() -> None:
    assert when("They met on 30 February 2031.").basis == "not known: the calendar has no such day"


def test_a_day_of_the_month_is_of_the_month_told() -> None:
    assert when("The fair began on 3 May 2031. It closed on the 20th.").from_ == "2031-05-20"
    assert when("She birdied on the 18th.").from_ is None
