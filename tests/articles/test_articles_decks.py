"""Sub-headlines and headlines that read as prose, told by what stands around them."""

from __future__ import annotations

import pytest

from onrecord.articles import cut
from onrecord.nouns import Article, Document

P1 = "The ferry to Orrin will not run until the board has paid its captain, the harbour master said on Monday."
P2 = "“I have not been paid since March,” the captain, Vera Moll, told a meeting in the sail loft."
P3 = "The board did not respond to a request for comment. It meets again in a fortnight, its clerk said."
TEXT = f"{P1}\n\n{P2}\n\n{P3}"
DECK = "The board owes her half a year. It says that the money is on its way"
TOP = "The Orrin Lantern\nNews | Sport | Tides\n\n"


def articles(page: str) -> list[Article]:
    return cut(Document(page="page-1", uri="a.txt", media_type="text/plain", captured=None, text=page))[0]


def regions(article: Article) -> list[tuple[str, str]]:
    return [(region, article.text[start:end]) for start, end, region in article.lines() if region != "body"]


@pytest.mark.parametrize(
    "below",
    ["By Joan Tull\n4 June 2031\n", "Joan Tull\nWed, 4 Jun 2031\n", "Joan Tull\nHarbour correspondent\n4 June 2031\n"],
)
def test_two_sentences_between_headline_and_byline_are_the_sub_headline(below: str) -> None:
    (article,) = articles(f"{TOP}Ferry captain goes unpaid\n{DECK}\n{below}\n{TEXT}")
    assert regions(article) == [("headline", "Ferry captain goes unpaid"), ("summary", DECK)]
    assert article.byline == "Joan Tull"
    assert article.published is not None
    assert article.published.from_ == "2031-06-04"
    assert article.text.endswith(P3)


def test_a_question_over_a_byline_is_the_headline() -> None:
    (article,) = articles(f"{TOP}HARBOUR\n\nWill the ferry ever sail again?\nBy Joan Tull\n4 June 2031\n\n{TEXT}")
    assert article.headline == "Will the ferry ever sail again?"


def test_an_unended_line_of_two_sentences_under_the_headline_is_the_sub_headline_without_a_byline_too() -> None:
    (article,) = articles(f"{TOP}4 June 2031\nFerry captain goes unpaid\n{DECK}\n{TEXT}")
    assert ("summary", DECK) in regions(article)


def test_a_brief_body_over_the_next_card_stays_a_body() -> None:
    brief = (
        "The board lost its chair on Monday after a vote on winter sailings that nobody had expected her to lose, and"
    )
    cards = (
        f"Tarn Times · 2 hours ago\nFerry board loses chair\n{brief} its clerk will stand in for her until April.\n{P2}"
    )
    first, second = articles(f"{cards}\nOrrin Post · 3 hours ago\nFerry captain goes unpaid\n{TEXT}\n")
    assert (first.headline, second.headline) == ("Ferry board loses chair", "Ferry captain goes unpaid")
    assert brief in first.text


@pytest.mark.parametrize(
    "age", ["Tarn Times - 3 hours ago", "3 hours ago | Tarn Times", "Tarn Times, 3 hours ago", "Tarn Times • 3h"]
)
def test_a_card_tells_its_outlet_and_its_age_with_any_mark_between(age: str) -> None:
    page = f"DAYSTREAM\nFor you | Saved | Wednesday 4 June 2031\n\nFerry captain goes unpaid\n{age}\n\n{TEXT}"
    (article,) = articles(f"{page}\n\nBridge shut by wind\nOrrin Post - 5 hours ago\n\n{TEXT}")[:1]
    assert (article.headline, article.outlet) == ("Ferry captain goes unpaid", "Tarn Times")
    assert article.published is not None
    assert article.published.from_ == "2031-06-04"
