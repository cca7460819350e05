"""Days in figures whose order or century is open."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.orders import figured, order_of


@pytest.mark.parametrize(
    ("line", "iso"),
    [
        ("25/12/2031", "2031-12-25"),
        ("12/25/2031", "2031-12-25"),
        ("26 | 01 | 2032", "2032-01-26"),
        ("2031/12/05", "2031-12-05"),
        ("von Ida Marsh, 8.5.31", "2031-05-08"),
        ("05-May-31", "2031-05-05"),
        ("May 5, '31", "2031-05-05"),
        ("05/05/2031", "2031-05-05"),
    ],
)
def test_figures_with_one_reading_are_a_day(line: str, iso: str) -> None:
    assert [stamp.day.isoformat() for stamp in figured(line, None)] == [iso]


@pytest.mark.parametrize("line", ["03/04/2031", "31/02/2031", "version 8.5.31.2", "8:05.31", "5.5.55", "3/4"])
def test_figures_with_two_readings_or_none_are_no_day(line: str) -> None:
    assert figured(line, None) == []


def test_other_dates_of_the_page_tell_the_order() -> None:
    assert order_of(["03/04/2031", "12/25/2031"], (), None, "") == "month"
    assert order_of(["03/04/2031", "25/12/2031"], (), None, "") == "day"


def test_a_day_known_tells_the_order() -> None:
    assert order_of(["03/04/2031"], {date(2031, 3, 4)}, None, "") == "month"


@pytest.mark.parametrize(
    ("language", "host", "order"),
    [
        ("en-US", "a.example", "month"),
        ("de", "a.example", "day"),
        ("en", "a.example.com", None),
        ("en", "a.co.uk", "day"),
    ],
)
def test_language_and_country_tell_the_order(language: str, host: str, order: str | None) -> None:
    assert order_of(["03/04/2031"], (), language, host) == order


@given(st.text(alphabet="0123456789/.-|' aMy", max_size=60))
def test_any_figures_stay_within_the_line(line: str) -> None:
    assert all(line[stamp.start : stamp.end] == stamp.text for stamp in figured(line, "day"))
