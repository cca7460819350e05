from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.times import calendars
from onrecord.times.calendars import Stretch

DAYS = st.dates(min_value=date(1600, 1, 1), max_value=date(2399, 12, 31))


@pytest.mark.parametrize(
    ("year", "name", "expected"),
    [
        (2025, "Easter", "2025-04-20"),
        (2024, "Easter Monday", "2024-04-01"),
        (2025, "Thanksgiving", "2025-11-27"),
        (2024, "Black Friday", "2024-11-29"),
        (2024, "Election Day", "2024-11-05"),
        (2022, "Memorial Day", "2022-05-30"),
        (2026, "Christmas", "2026-12-25"),
    ],
)
def test_holidays_fall_on_their_day(year: int, name: str, expected: str) -> None:
    found = calendars.holiday_of(year, name)
    assert found is not None
    assert str(found.lo) == expected


def test_a_day_the_calendar_lacks_is_none() -> None:
    assert calendars.day_of(2025, 2, 30) is None
    assert calendars.day_of(2024, 2, 29) is not None


def test_winter_runs_into_the_next_year() -> None:
    assert calendars.season_of(2024, 4) == Stretch(date(2024, 12, 1), date(2025, 2, 28), "season")


@pytest.mark.parametrize(
    ("stretch", "expected"),
    [
        (calendars.year_of(2022), "2022"),
        (calendars.month_of(2022, 2), "2022-02"),
        (calendars.quarter_of(2024, 3), "2024-35"),
        (calendars.season_of(2021, 1), "2021-21"),
        (calendars.decade_of(1990), "199X"),
        (calendars.day_of(2025, 3, 7), "2025-03-07"),
        (Stretch(None, date(2025, 3, 7), "until"), "../2025-03-07"),
        (Stretch(date(2025, 3, 7), date(2025, 3, 9), "days"), "2025-03-07/2025-03-09"),
        (Stretch(date(2025, 3, 7), date(2025, 3, 7), "minute", "T18:15-04:00"), "2025-03-07T18:15:00-04:00"),
        (Stretch(None, None, "unknown"), "XXXX"),
    ],
)
def test_edtf_names_the_unit_a_stretch_is(stretch: Stretch, expected: str) -> None:
    assert calendars.edtf(stretch) == expected


def test_edtf_marks_what_is_approximate() -> None:
    found = calendars.year_of(2015)
    assert found is not None
    assert calendars.edtf(found, approximate=True) == "2015~"


def test_a_shorter_month_lends_its_last_day() -> None:
    assert calendars.move(date(2025, 3, 31), -1, "month") == date(2025, 2, 28)


def test_a_whole_month_stays_whole_when_moved() -> None:
    june = calendars.month_of(2025, 6)
    assert june is not None
    assert calendars.shift(june, -4, "month") == calendars.month_of(2025, 2)


@given(DAYS, st.integers(-500_000, 500_000), st.sampled_from(["day", "week", "month", "year"]))
def test_moving_never_raises(day: date, count: int, unit: str) -> None:
    assert calendars.move(day, count, unit) is None or isinstance(calendars.move(day, count, unit), date)


@given(DAYS, st.sampled_from(["day", "week", "month", "quarter", "year", "decade"]))
def test_a_day_lies_in_the_unit_around_it(day: date, grain: str) -> None:
    found = calendars.around(day, grain)
    assert found is not None
    assert found.lo is not None
    assert found.hi is not None
    assert found.lo <= day <= found.hi
