"""Dates as pages print them."""

from __future__ import annotations

import pytest

from onrecord.articles.stamps import find, seconds_ago


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("May 3, 2024 5:00 am ET", "2024-05-03T05:00-04:00"),
        ("Dec. 3, 2024 5:00 pm ET", "2024-12-03T17:00-05:00"),
        ("May 3, 2024, 11:40 IST", "2024-05-03T11:40+05:30"),
        ("PUBLISHED MAY 3, 2024, 04:55 PM SGT", "2024-05-03T16:55+08:00"),
        ("3 May 2024, 06:00", "2024-05-03T06:00"),
        ("Friday 3 May 2024 00.01 GMT", "2024-05-03T00:01+00:00"),
        (" date 2024-05-03 ", "2024-05-03"),
        ("3rd May 2024", "2024-05-03"),
        ("Fri, May 3, 2024 · 07:15 PM SGT", "2024-05-03T19:15+08:00"),
        ("2024-05-03T09:00:00.000Z", "2024-05-03T09:00+00:00"),
        ("2024-05-03T14:20:00+12:00", "2024-05-03T14:20+12:00"),
        ("18:30, 3 May 2024", "2024-05-03T18:30"),
        ("12. März 2024 um 09:30 Uhr", "2024-03-12T09:30"),
        ("Updated May 3, 2024, 9:40 a.m. EDT", "2024-05-03T09:40-04:00"),
    ],
)
def test_a_printed_date_keeps_its_clock_and_its_own_offset(line: str, iso: str) -> None:
    assert [stamp.iso() for stamp in find(line)] == [iso]


@pytest.mark.parametrize("line", ["May 3", "31 February 2024", "in 2024", "version 1.2.2024.5", "Room 12 May Street"])
def test_what_is_no_full_date_is_none(line: str) -> None:
    assert find(line) == []


def test_two_dates_of_a_line_are_found_in_order() -> None:
    assert [stamp.iso() for stamp in find("3 May 2024 | Updated 5 May 2024")] == ["2024-05-03", "2024-05-05"]


@pytest.mark.parametrize(
    ("line", "seconds"), [("39 minutes ago", 2340), ("an hour ago", 3600), ("5 days ago", 432000), ("2h ago", 7200)]
)
def test_age_of_a_card(line: str, seconds: int) -> None:
    assert seconds_ago(line) == seconds


def test_a_sentence_with_an_age_is_no_age() -> None:
    assert seconds_ago("He left two hours ago, she said.") is None
