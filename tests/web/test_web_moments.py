"""Stretches of time in words."""

from __future__ import annotations

import pytest

from onrecord.nouns import When
from onrecord.web.moments import Moment, moment, words


@pytest.mark.parametrize(
    ("start", "end", "shown"),
    [
        ("2031-05-06", "2031-05-06", "6 May 2031"),
        ("2031-05-01", "2031-05-31", "May 2031"),
        ("2032-02-01", "2032-02-29", "February 2032"),
        ("2031-01-01", "2031-12-31", "2031"),
        ("2029-01-01", "2031-12-31", "2029 to 2031"),
        ("2031-10-01", "2031-12-31", "October to December 2031"),
        ("2030-12-01", "2031-01-31", "December 2030 to January 2031"),
        ("2031-05-02", "2031-05-06", "2 to 6 May 2031"),
        ("2031-05-30", "2031-06-02", "30 May to 2 June 2031"),
        ("2030-12-30", "2031-01-02", "30 December 2030 to 2 January 2031"),
        (None, "2031-05-06", "by 6 May 2031"),
        ("2031-05-06", None, "from 6 May 2031"),
        (None, None, "date unknown"),
        ("2031-05-06T06:00", "2031-05-06T06:00", "6 May 2031, 06:00"),
        ("2031-05-06T06:00+02:00", "2031-05-06T06:00+02:00", "6 May 2031, 06:00"),
        ("2031-02-30", "2031-02-30", "2031-02-30"),
    ],
)
def test_a_stretch_is_told_as_people_tell_it(start: str | None, end: str | None, shown: str) -> None:
    assert words(start, end) == shown


def test_only_one_day_is_told_to_machines() -> None:
    one = When(from_="2031-05-06", to="2031-05-06", precision="day", edtf="", text=None, basis="the date line")
    assert moment(one) == Moment("6 May 2031", "the date line", "2031-05-06")
    wide = When(from_="2031-05-06", to="2031-05-07", precision="days", edtf="", text=None, basis="")
    assert moment(wide) == Moment("6 to 7 May 2031", "", None)
    assert moment(None) is None
