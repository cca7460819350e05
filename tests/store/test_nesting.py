"""Nested fields are told shortly, and come back whole."""

from __future__ import annotations

import json

import msgspec
import pytest

from onrecord.nouns import Article, Link, Span, Speaker, When
from onrecord.store.nesting import decode, encode

ARTICLE = Article(
    id="article-1", page="page-1", place=0, url=None, headline=None, byline=None, outlet=None, agency=None,
    language="en", published=None, updated=None, text="A bridge opens\nThe mayor cut a ribbon.",
    places=((None, None), (30, 53)), regions=("headline", "body"),
)  # fmt: skip
HTML = msgspec.structs.replace(ARTICLE, id="article-2", places=())
SINCE = When(
    from_=None, to=None, precision="since", edtf="..", text=None, basis="counted",
    anchor=When(from_="2031-01-01", to=None, precision="day", edtf="2031-01-01", text=None, basis="said"),
)  # fmt: skip
VALUES = [
    ARTICLE.span(2, 8), ARTICLE.span(19, 24), HTML.span(2, 8), SINCE,
    Speaker(text="The mayor", span=HTML.span(15, 24), actor=None, source_kind="named"),
    Link(text=None, actor=None, source_kind="unspecified"), ("a", "b"), (),
    Span(article="article-1", start=19, end=24, text="mayor", page_start=7, page_end=12),
    Span(article="article-1", start=19, end=24, text="mayor"),
    Span(article="article-9", start=19, end=24, text="mayor", prefix="The ", suffix=" cut"),
    Span(article="article-9", start=19, end=24, text="mayor"),
]  # fmt: skip


def articles(id_: str) -> Article | None:
    return {"article-1": ARTICLE, "article-2": HTML}.get(id_)


@pytest.mark.parametrize("value", VALUES)
def test_a_value_comes_back_as_it_went_in(value: object) -> None:
    assert msgspec.convert(decode(encode(value, articles), articles), type(value), strict=False) == value


def test_what_the_article_tells_and_what_is_not_set_is_left_out() -> None:
    assert json.loads(encode(HTML.span(2, 8), articles)) == {
        "article": "article-2",
        "start": 2,
        "end": 8,
        "text": "bridge",
    }
    assert json.loads(encode(SINCE.anchor, articles)).keys() == {"from", "to", "precision", "edtf", "text", "basis"}
