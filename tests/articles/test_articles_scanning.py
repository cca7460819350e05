"""The tokenizer: what the HTML standard calls a tag, and time that grows with the page and no faster."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.scanning import MOST_TAGS, attributes_of, scan


def tags(html: str) -> list[str]:
    return [raw or tag or "" for _, raw, _, _, tag, _ in scan(html)[0]][:-1]


def texts(html: str) -> list[str]:
    return [text for text, *_ in scan(html)[0]]


def test_text_stands_before_its_tag() -> None:
    assert texts("Ferry<b>late</b>again") == ["Ferry", "late", "again"]
    assert tags("Ferry<b>late</b>again") == ["b", "/b"]


def test_a_bracket_inside_a_quoted_value_ends_no_tag() -> None:
    assert texts("""<a title="x > y" id='p>q'>quay</a>""") == ["", "quay", ""]


def test_an_apostrophe_in_a_bare_value_opens_no_quotation() -> None:
    assert texts("<a title=don't>quay</a> it's") == ["", "quay", " it's"]


def test_a_bracket_before_a_blank_is_text() -> None:
    assert texts("tide < 3 and <3") == ["tide < 3 and <3"]


@pytest.mark.parametrize("comment", ["<!-- a > b -->", "<!-->", "<!doctype html>", "<?php x ?>", "</ x>"])
def test_comments_and_their_like_are_no_tags(comment: str) -> None:
    assert tags(f"{comment}<p>") == ["", "p"]


def test_the_content_of_a_script_is_no_markup() -> None:
    [token, _] = scan('<SCRIPT type="a">if (a<b) "</p>" </scripts></Script >')[0]
    assert token[1:4] == ("SCRIPT", ' type="a"', 'if (a<b) "</p>" </scripts>')


def test_what_is_never_closed_runs_to_the_end() -> None:
    assert texts("<p>quay<!-- <p>berth") == ["", "quay", ""]
    assert texts("<p>quay<a href='berth") == ["", "quay", ""]


def test_attributes_are_read_as_the_standard_says() -> None:
    said = attributes_of(""" CLASS="a b" id='c' hidden data-n = 3 class=late title="it&#39;s" /""")
    assert said == {"class": "a b", "id": "c", "hidden": "", "data-n": "3", "title": "it's"}


def test_a_page_of_more_tags_than_are_read_says_so() -> None:
    tokens, unread = scan("<i>" * (MOST_TAGS + 5) + "quay")
    assert unread
    assert sum(1 for _ in tokens) == MOST_TAGS + 1


@pytest.mark.parametrize(
    "part",
    [
        '<a ">">',
        '<a =">">',
        '<a ="x ',
        "<a =' ",
        "<a",
        "<!--",
        "<script>",
        "<title ",
        "= ",
        '="" ',
        "</",
        "<!",
        "<a ='\"",
    ],
)
def test_hostile_parts_take_time_in_line_with_their_number(part: str) -> None:
    began = time.process_time()
    for _ in scan("<a " + part * 60_000)[0]:
        pass
    assert time.process_time() - began < 5, "a quadratic scan of 60,000 parts takes minutes"


@given(st.text(alphabet="<>a/!-='\" sxcript&;", max_size=80))
def test_every_page_has_tokens_and_no_text_is_told_twice(html: str) -> None:
    found = texts(html)
    assert sum(map(len, found)) <= len(html)
    assert all(text in html for text in found)
