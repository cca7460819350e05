"""The four clocks of a record, by year."""

from __future__ import annotations

import pytest

from onrecord.nouns import When
from onrecord.web.clocks import by_year, days


def stretch(first: str | None, last: str | None) -> When:
    return When(from_=first, to=last, precision="days", edtf="", text=None, basis="")


@pytest.mark.parametrize("when", [None, stretch(None, "2031-05-01"), stretch("2029-01-01", "2031-05-01")])
def test_open_and_long_stretches_are_not_drawn(when: When | None) -> None:
    assert days(when) is None


def test_a_record_of_nothing_has_no_year() -> None:
    assert by_year([], [], {}, []) == {}
