"""Twins of one page are one house; a name is lent only where one alone is told."""

from __future__ import annotations

import pytest

from onrecord.copies import houses
from onrecord.nouns import Article, Copy

ADDRESS = "https://www.gazette.example/lens"


def article(
    number: int, outlet: str | None = None, url: str | None = None, page: str | None = None, agency: str | None = None
) -> Article:
    return Article(
        id=f"article-{number}", page=page or f"page-{number}", place=0, url=url, headline=None, byline=None,
        outlet=outlet, agency=agency, language="en", published=None, updated=None, text="x", places=(),
        regions=("body",),
    )  # fmt: skip


def identical(a: int, b: int) -> Copy:
    return Copy(
        id=f"copy-{a}-{b}", original=f"article-{a}", copy=f"article-{b}", type="identical", direction="unknown",
        share=1.0, evidence=(),
    )  # fmt: skip


def names(*articles: Article, copies: tuple[Copy, ...] = ()) -> list[str]:
    return [house.name for house in houses(articles, copies)]


@pytest.mark.parametrize(
    "other",
    [
        "http://gazette.example/lens/",
        "https://amp.gazette.example/lens",
        "https://gazette.example/lens/amp/",
        "https://gazette-example.cdn.ampproject.org/c/s/www.gazette.example/lens",
    ],
)
def test_pages_of_one_address_in_any_form_are_one_house(other: str) -> None:
    twins = (article(1, "Skerry Gazette", ADDRESS), article(2, "gazette.example", other), article(3, None, other))
    assert names(*twins) == ["Skerry Gazette"] * 3


def test_two_names_for_one_address_are_one() -> None:
    assert len(set(names(article(1, "Skerry Gazette", ADDRESS), article(2, "The Gazette", ADDRESS)))) == 1


def test_a_page_that_names_only_its_host_is_the_house_of_that_host() -> None:
    assert (
        names(article(1, "Skerry Gazette", ADDRESS), article(2, "gazette.example", "https://gazette.example/2"))
        == ["Skerry Gazette"] * 2
    )


def test_a_nameless_page_with_the_same_body_is_the_house_of_the_one_that_names_itself() -> None:
    told = names(article(1, "Skerry Gazette"), article(2), article(3), copies=(identical(1, 2), identical(2, 3)))
    assert told == ["Skerry Gazette"] * 3


def test_two_nameless_pages_with_the_same_body_are_one_house() -> None:
    assert len(set(names(article(1), article(2), copies=(identical(1, 2),)))) == 1


def test_carriers_of_one_text_stay_two_and_lend_their_names_to_nobody() -> None:
    told = names(
        article(1, "Skerry Gazette"), article(2, "Pell Post"), article(3),
        copies=(identical(1, 2), identical(2, 3)),
    )  # fmt: skip
    assert told == ["Skerry Gazette", "Pell Post", "article article-3"]


def test_cards_on_one_page_keep_their_own_houses() -> None:
    cards = (article(1, "Skerry Gazette", ADDRESS, page="p"), article(2, "Pell Post", ADDRESS, page="p"))
    assert names(*cards) == ["Skerry Gazette", "Pell Post"]


def test_agency_copy_is_the_agencys() -> None:
    assert names(article(1, "Skerry Gazette", agency="Northwire")) == ["Northwire"]
