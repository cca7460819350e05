"""Whose copy it is: sign-offs on lines of their own, agencies in bylines, datelines of several presses."""

from __future__ import annotations

import pytest

from onrecord.articles import cut
from onrecord.articles.signoffs import credit_alone
from onrecord.nouns import Article, Document

P1 = "The ferry to Orrin will not run until the board has paid its captain, the harbour master said on Monday."
P2 = "“I have not been paid since March,” the captain, Vera Moll, told a meeting in the sail loft."
P3 = "The board did not respond to a request for comment. It meets again in a fortnight, its clerk said."
HEAD = "The Orrin Lantern\nNews | Sport | Tides\n\nFerry captain goes unpaid\n"


def article(byline: str = "", opening: str = "", end: str = "") -> Article:
    page = f"{HEAD}{byline}4 June 2031\n\n{opening}{P1}\n\n{P2}\n\n{P3}\n{end}"
    (found,) = cut(Document(page="page-1", uri="a.txt", media_type="text/plain", captured=None, text=page))[0]
    return found


@pytest.mark.parametrize(
    ("end", "agency"),
    [
        ("NORDVIK\n\nTides: a table for June\nWrite to us at desk@lantern.example\n", "NORDVIK"),
        ("— Nordvik\n", "Nordvik"), ("(NVK)\n", "NVK"),
        ("NVK, FARWIRE\nRead next: The eels are back\n", "NVK, FARWIRE"),
        ("with NVK\n", "NVK"), ("Advertisement\nNVK\n", "NVK"),
    ],
)  # fmt: skip
def test_a_name_alone_below_the_body_is_the_agency(end: str, agency: str) -> None:
    found = article(end=end)
    assert found.agency == agency
    assert found.text.endswith(P3)


@pytest.mark.parametrize(
    "line", ["READ NEXT", "ENDS", "MORE", "— Vera Moll", "Related", "TOP STORIES", "Bridge shut by wind", "Nordvik"]
)
def test_other_lines_below_a_body_are_no_agency(line: str) -> None:
    assert credit_alone(line) is None


@pytest.mark.parametrize(
    ("byline", "people", "agency"),
    [
        ("By Our Foreign Staff and Nordvik", "Our Foreign Staff", "Nordvik"),
        ("By Joan Tull with NVK", "Joan Tull", "NVK"), ("By Joan Tull and AFP", "Joan Tull", "AFP"),
        ("By Joan Tull and Tom Ash", "Joan Tull and Tom Ash", None), ("BY JOAN TULL", "JOAN TULL", None),
    ],
)  # fmt: skip
def test_an_agency_in_a_byline_is_no_author(byline: str, people: str, agency: str | None) -> None:
    found = article(byline=f"{byline}\n")
    assert (found.byline, found.agency) == (people, agency)


@pytest.mark.parametrize(
    "opening", ["Orrin (Nordvik) — ", "ORRIN, June 4. /Nordvik/. ", "ORRIN, June 4 (Nordvik) -- ", "ORRIN (Nordvik) "]
)
def test_datelines_of_several_presses_name_the_agency(opening: str) -> None:
    assert article(opening=opening).agency == "Nordvik"


@pytest.mark.parametrize("line", ["Joan Tull, Associated Press", "Joan Tull @joantull"])
def test_a_name_without_by_is_the_author_beside_an_agency_or_a_handle(line: str) -> None:
    assert article(byline=f"{line}\n").byline == "Joan Tull"
