from datetime import date

import pytest

from onrecord.times import tenses
from onrecord.times.calendars import Stretch, written
from onrecord.times.contexts import Context, Value
from onrecord.times.expressions import find
from onrecord.times.values import value

SAID = date(2025, 10, 9)  # a Thursday


def meaning(text: str, story: Stretch | None = None, said: date | None = SAID) -> Value:
    found = find(text)[-1]
    spoken = Stretch(said, said, "day") if said else None
    context = Context(
        spoken,
        "the article's date",
        story,
        "the story",
        tenses.ahead(text, found),
        tenses.perfect(text, found),
        near=True,
    )
    return value(found, context)


def ends(found: Value) -> tuple[str | None, str | None]:
    assert found.stretch is not None
    return written(found.stretch.lo), written(found.stretch.hi)


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("She spoke on Thursday", "2025-10-09", "2025-10-09"),
        ("She spoke on Friday", "2025-10-03", "2025-10-03"),
        ("She spoke last Thursday", "2025-10-02", "2025-10-02"),
        ("She will speak on Friday", "2025-10-10", "2025-10-10"),
        ("She spoke in May", "2025-05-01", "2025-05-31"),
        ("She spoke in November", "2024-11-01", "2024-11-30"),
        ("The shop is expected to open in March", "2026-03-01", "2026-03-31"),
        ("They will rule on a request filed in January", "2025-01-01", "2025-01-31"),
        ("She spoke last summer", "2025-06-01", "2025-08-31"),
        ("She spoke in the spring of 2021", "2021-03-01", "2021-05-31"),
        ("She spoke in early 2023", "2023-01-01", "2023-03-31"),
        ("She spoke in mid-2024", "2024-05-01", "2024-08-31"),
        ("She spoke late last year", "2024-10-01", "2024-12-31"),
        ("She spoke last week", "2025-09-29", "2025-10-05"),
        ("She spoke about ten years ago", "2015-01-01", "2015-12-31"),
        ("She spoke 18 months ago", "2024-04-01", "2024-04-30"),
        ("She spoke six weeks ago", "2025-08-25", "2025-08-31"),
        ("She spoke a fortnight ago", "2025-09-25", "2025-09-25"),
        ("She spoke two quarters ago", "2025-04-01", "2025-06-30"),
        ("She spoke in the fourth quarter of fiscal 2024", "2024-07-01", "2024-09-30"),
        ("It stops at the end of June", "2025-06-24", "2025-06-30"),
        ("It will stop by the end of the month", "2025-10-31", "2025-10-31"),
        ("It will stop by Thanksgiving", "2025-11-27", "2025-11-27"),
        ("It will stop before Christmas", "2025-10-09", "2025-12-24"),
        ("She has led it since early 2019", "2019-01-01", "2025-10-09"),
        ("He led it until 2017", None, "2017-12-31"),
        ("It ran between 28 December and 3 January 2024", "2023-12-28", "2024-01-03"),
        ("It will close within seven days", "2025-10-09", "2025-10-16"),
        ("She has waited for two years", "2023-10-09", "2025-10-09"),
        ("It shut in the second week of June", "2025-06-08", "2025-06-14"),
        ("It shut on 22/03/2025", "2025-03-22", "2025-03-22"),
        ("It shut on 9 November", "2025-11-09", "2025-11-09"),
        ("It shut on 9 August", "2025-08-09", "2025-08-09"),
        ("It shut two days before Christmas 2024", "2024-12-23", "2024-12-23"),
        ("It shut three weeks after 1 May 2024", "2024-05-22", "2024-05-22"),
    ],
)
def test_counted_from_when_it_was_said(text: str, lo: str | None, hi: str | None) -> None:
    assert ends(meaning(text)) == (lo, hi)


@pytest.mark.parametrize(
    ("text", "lo", "hi"),
    [
        ("Three weeks later it sank", "2024-10-08", "2024-10-08"),
        ("The following day it sank", "2024-09-18", "2024-09-18"),
        ("That month it sank", "2024-09-01", "2024-09-30"),
        ("Ten days earlier it sank", "2024-09-07", "2024-09-07"),
        ("A year earlier it sank", "2023-09-17", "2023-09-17"),
        ("It was dark for 41 hours", "2024-09-17", "2024-09-19"),
    ],
)
def test_counted_from_where_the_story_is(text: str, lo: str, hi: str) -> None:
    assert ends(meaning(text, Stretch(date(2024, 9, 17), date(2024, 9, 17), "day"))) == (lo, hi)


def test_a_year_earlier_keeps_the_quarter() -> None:
    quarter = Stretch(date(2024, 10, 1), date(2024, 12, 31), "quarter")
    assert ends(meaning("It was 4 a year earlier", quarter)) == ("2023-10-01", "2023-12-31")


def test_since_keeps_its_own_interval() -> None:
    found = meaning("She has led it since 2019")
    assert found.precision == "since"
    assert found.core == Stretch(date(2019, 1, 1), date(2019, 12, 31), "year")


def test_two_readings_of_a_figure_date_far_apart_are_unknown() -> None:
    found = meaning("It shut on 03/11/2024")
    assert found.stretch is None
    assert "either order" in found.basis


def test_two_readings_of_a_figure_date_close_by_are_one_stretch() -> None:
    assert ends(meaning("It shut on 03/04/2024")) == ("2024-03-04", "2024-04-03")


@pytest.mark.parametrize("text", ["It shut on February 30", "It shut on 31/02/2024", "It shut on Feb. 30, 2024"])
def test_days_that_no_calendar_has_are_unknown(text: str) -> None:
    assert meaning(text).stretch is None


@pytest.mark.parametrize("text", ["It shut on Thursday", "It shut last week", "It shut 18 months ago", "It shut today"])
def test_without_a_date_to_count_from_nothing_is_known_and_the_basis_says_so(text: str) -> None:
    found = meaning(text, said=None)
    assert found.stretch is None
    assert found.basis.startswith("not known: ")


def test_what_follows_lies_not_after_publication() -> None:
    told = Stretch(SAID, SAID, "day")
    assert meaning("Three weeks later it sank", told).stretch is None


def test_a_length_that_begins_nowhere_is_unknown() -> None:
    assert meaning("A 12-year lease was signed").stretch is None


def test_distances_beyond_the_calendar_are_unknown() -> None:
    assert meaning("She spoke 900 centuries ago").stretch is None
    assert meaning("She spoke 300 years ago").stretch == Stretch(date(1725, 1, 1), date(1725, 12, 31), "year")


def test_in_an_undated_text_a_date_follows_the_story() -> None:
    story = Stretch(date(1871, 5, 2), date(1871, 5, 2), "day")
    assert ends(meaning("It sank on 9 March", story, said=None)) == ("1872-03-09", "1872-03-09")
    assert ends(meaning("It sank in June", story, said=None)) == ("1871-06-01", "1871-06-30")
