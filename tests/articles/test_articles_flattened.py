"""Whole pages of flattened text: several articles, chrome and all, with and without their line breaks."""

from __future__ import annotations

import flat_pages
import pytest
from flat_pages import FERRY, MUSEUM, page

from onrecord.articles import cut
from onrecord.nouns import Article, Document, Scrap

CHROME = (*flat_pages.TOP[5:], *flat_pages.BOX[1:], *flat_pages.FOOT)


def read(text: str) -> tuple[list[Article], list[Scrap]]:
    articles, scraps, _ = cut(Document(page="p", uri="u", media_type="text/plain", captured=None, text=text))
    return articles, scraps


def body(article: Article) -> str:
    return " ".join(article.text[start:end] for start, end, region in article.lines() if region == "body")


@pytest.mark.parametrize("story", [FERRY, MUSEUM])
def test_a_whole_page_gives_its_article_and_none_of_its_chrome(story: flat_pages.Story) -> None:
    articles, _ = read(page(story))
    assert [article.headline for article in articles] == [story.headline]
    assert body(articles[0]) == " ".join(story.body)


def test_two_whole_pages_after_one_another_give_two_articles() -> None:
    articles, _ = read(page(FERRY) + "\n" + page(MUSEUM))
    assert [body(article) for article in articles] == [" ".join(story.body) for story in (FERRY, MUSEUM)]
    assert articles[1].headline == MUSEUM.headline


@pytest.mark.parametrize("between", ["\n", " "])
def test_lost_line_breaks_leave_two_articles(between: str) -> None:
    articles, _ = read(page(FERRY, " ") + between + page(MUSEUM, " "))
    assert len(articles) == 2
    for article, story in zip(articles, (FERRY, MUSEUM), strict=True):
        assert all(paragraph[30:] in article.text for paragraph in story.body[1:-1])
        assert not [line for line in CHROME if len(line) > 20 and line in article.text]


@pytest.mark.parametrize("breaks", ["\n", " "])
def test_every_line_stands_on_the_page_where_its_place_says(breaks: str) -> None:
    text = page(FERRY, breaks) + "\n" + page(MUSEUM, breaks)
    articles, scraps = read(text)
    for article in articles:
        lines = [article.text[start:end] for start, end, _ in article.lines()]
        assert lines == [text[start:end] for start, end in article.places]
    assert all(scrap.text == text[scrap.start : scrap.end] for scrap in scraps)


@pytest.mark.parametrize("breaks", ["\n", " "])
def test_every_word_of_a_page_is_in_an_article_or_a_scrap(breaks: str) -> None:
    text = page(FERRY, breaks) + "\n" + page(MUSEUM, breaks)
    articles, scraps = read(text)
    held = bytearray(len(text))
    for start, end in [place for article in articles for place in article.places]:
        assert start is not None
        assert end is not None
        held[start:end] = b"\1" * (end - start)
    for scrap in scraps:
        held[scrap.start : scrap.end] = b"\1" * len(scrap.text)
    bylines = {FERRY.byline, MUSEUM.byline}
    missing = "".join(char for char, kept in zip(text, held, strict=True) if not kept and not char.isspace())
    assert missing.strip("|·") in ("", *("".join(line.split()) for line in bylines))


def test_a_page_where_the_sequence_shows_no_article_is_read_line_by_line() -> None:
    short = "The mayor resigned on Friday. " * 2 + "She said that she had been asked to stay and had refused to do so."
    articles, _ = read("\n".join((*flat_pages.TOP, *flat_pages.BOX, short, short, *flat_pages.FOOT)))
    assert len(articles) <= 1
