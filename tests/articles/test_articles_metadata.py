"""What pages declare, well or badly."""

from __future__ import annotations

import pytest

from onrecord.articles.metadata import from_markup


def test_an_article_deep_in_a_graph_is_found_and_its_entities_are_read() -> None:
    ld = (
        '{"@graph": [{"@type": "WebSite"}, {"@type": ["NewsArticle"], "headline": "Quay &amp; crane",'
        ' "author": [{"name": "Ida Marsh"}, {"name": "Tom Reed"}], "datePublished": ["2031-05-03"]}]}'
    )
    found = from_markup([], "", [ld])
    assert (found.headline, found.byline, found.published) == ("Quay & crane", "Ida Marsh and Tom Reed", "2031-05-03")


@pytest.mark.parametrize(
    "ld",
    [
        "{",
        "[" * 5000,
        '{"@type": "NewsArticle", "headline": {"a": 1}, "author": [[[1]]], "datePublished": 3}',
        "null",
        "",
    ],
)
def test_broken_or_odd_json_says_nothing(ld: str) -> None:
    found = from_markup([], "", [ld])
    assert (found.headline, found.byline, found.published) == (None, None, None)


def test_every_declared_date_is_kept_with_what_declares_it() -> None:
    metas = [("article:published_time", "2031-05-03"), ("date", "2031-05-02"), ("lastmod", "2031-05-04")]
    assert from_markup(metas, "", []).dates == (
        ("meta published", "2031-05-03"),
        ("meta date", "2031-05-02"),
        ("meta changed", "2031-05-04"),
    )
