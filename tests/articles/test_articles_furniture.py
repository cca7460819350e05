"""Furniture is told by its words; sentences of a body are not."""

from __future__ import annotations

import pytest

from onrecord.articles.furniture import REASONS, furniture, no_such_page, opens_comments, opens_teasers


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("We use cookies to improve your experience. By continuing you agree.", "cookie notice"),
        ("Accept All", "cookie notice"),
        ("Advertisement", "advert"),
        ("ADVERTISEMENT · Scroll to continue", "advert"),
        ("Share Facebook WhatsApp X", "share line"),
        ("Join the Gazette's Telegram channel and never miss a story.", "plug"),
        ("Sign up for our weekly letter", "plug"),
        ("Download our app for live bus times.", "plug"),
        ("ALSO READ: Ferry fares to rise in June", "related teaser"),
        ("Comments (12)", "comment"),
        ("Tags: bridges, Wexby", "tags"),
        ("© The Norland Gazette 2024", "footer"),
        ("(This story has been sourced from Meridwire.)", "credit line"),
        ("Subscribe to continue reading", "paywall"),
        ("Skip to main content", "navigation"),
    ],
)
def test_furniture_has_its_reason(line: str, reason: str) -> None:
    assert furniture(line) == reason
    assert reason in REASONS


@pytest.mark.parametrize(
    "line",
    [
        "The company said it would download the app data and share it with police.",
        "“Sign the paper,” she told him. “Join us or leave.”",
        "He declined to comment.",
        "The watchdog fined the site for tracking readers without consent.",
        "Her newsletter has four thousand readers, the ministry said.",
        "Share prices fell by a tenth on Monday.",
        "Home owners in Wexby want a new bridge.",
    ],
)
def test_sentences_of_a_body_are_no_furniture(line: str) -> None:
    assert furniture(line) is None


def test_long_paragraphs_are_never_furniture() -> None:
    assert furniture("Sign up for our newsletter " + "and the council said so " * 20) is None


def test_a_long_notice_that_speaks_of_cookies_throughout_is_one() -> None:
    notice = (
        "We have changed our cookie policy. We use cookies. You can change your cookie settings whenever you like. " * 4
    )
    assert furniture(notice) == "cookie notice"


def test_boxes_are_told_by_their_headings() -> None:
    assert opens_teasers("You may also like")
    assert opens_teasers("More from World")
    assert opens_comments("Leave a reply")
    assert not opens_teasers("More rain is forecast for the north of the county")


def test_a_page_that_is_not_there_says_so() -> None:
    assert no_such_page("Sorry, the page you are looking for has moved or gone.")
    assert not no_such_page("Four hundred and four people signed.")
