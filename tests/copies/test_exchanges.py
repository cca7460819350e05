"""Words that took one another's place, and what their rarity tells of the direction."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.copies import trace
from onrecord.copies.alignment import align
from onrecord.copies.exchanges import RAREST, exchanges, rarity
from onrecord.copies.texts import read
from onrecord.nouns import Article, Reading

Make = Callable[..., Article]
Bare = Callable[[Article], Reading]
SWAPS = {
    "minister": "curate", "people": "folks", "know": "ken", "asked": "besought", "told": "apprised",
    "money": "lucre", "found": "descried", "city": "burg", "started": "commenced", "large": "capacious",
    "house": "domicile", "years": "twelvemonths",
}  # fmt: skip


@pytest.fixture
def plain() -> list[str]:
    return [
        "The people of the city asked the minister on Monday where the money of the old house had gone.",
        "Nobody found it, and those who know were told that it had been gone for three years already.",
        "A large part of it was spent on a roof that was started in May and never finished since then.",
        "The minister told the people that a large house in the city was all that he had ever started.",
    ]


def strained(paragraphs: list[str]) -> list[str]:
    return [" ".join(SWAPS.get(word, word) for word in paragraph.split()) for paragraph in paragraphs]


def test_words_in_each_others_place_are_paired_and_names_are_not(make: Make, plain: list[str]) -> None:
    before, after = (
        ["Then a man from Orrin asked about the money in it."],
        ["Then a man from Pell besought about the lucre in it."],
    )
    found = exchanges(align(read(make("a", [*plain, *before]), None), read(make("b", [*plain, *after]), None)))
    assert found == [("asked", "besought"), ("money", "lucre")]


def test_a_word_of_no_news_article_is_the_rarest() -> None:
    assert rarity("people") < rarity("twelvemonths") == RAREST


def test_the_text_with_the_commoner_words_is_the_older(make: Make, bare: Bare, plain: list[str]) -> None:
    articles = [make("a", strained(plain)), make("z", plain)]
    (row,) = trace(articles, [bare(article) for article in articles])[0]
    assert (row.original, row.copy, row.direction) == ("z", "a", "likely")
    assert "rare words in the copy for common ones" in [sign.why for sign in row.evidence]
