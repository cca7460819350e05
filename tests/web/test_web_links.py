"""File names, anchors and outward links."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.web.links import anchor, file_name, outward


def test_a_usual_id_names_its_file() -> None:
    assert file_name("article-0f3a9b") == "article-0f3a9b.html"
    assert file_name("actor-0f3a9b", 3) == "actor-0f3a9b-p3.html"


@given(st.text(max_size=60))
def test_no_id_makes_a_name_that_is_a_path_or_markup(row_id: str) -> None:
    assert re.fullmatch(r"[a-z]+-[0-9a-z]+", anchor(row_id))


def test_unusual_ids_stay_apart() -> None:
    assert anchor("../a") != anchor("../b")


@pytest.mark.parametrize(
    "url",
    [
        "javascript:alert(1)",
        "data:text/html,x",
        "http:alert(1)",
        "//example.org",
        "https://a b",
        "https://[x",
        "\x01https://a",
        "",
    ],
)
def test_an_address_that_is_not_plainly_of_the_web_is_no_link(url: str) -> None:
    assert outward(url) is None


def test_an_http_address_is_a_link() -> None:
    assert outward("https://example.org/a?b=1") == "https://example.org/a?b=1"
