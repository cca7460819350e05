from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.times.expressions import find


def words(text: str) -> list[str]:
    return [text[found.start : found.end] for found in find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It opened on Oct. 9, 2025, he said.", ["on Oct. 9, 2025"]),
        ("It opened 22nd March 2025.", ["22nd March 2025"]),
        ("The form of 2025-10-09 is lost.", ["2025-10-09"]),
        ("She left on 3 June last year.", ["on 3 June last year"]),
        ("It closed in July of last year.", ["in July of last year"]),
        ("They met late on Thursday.", ["late on Thursday"]),
        ("They met on Friday evening.", ["on Friday evening"]),
        ("Prices fell in the third quarter of last year.", ["in the third quarter of last year"]),
        ("It ran between 8 and 11 March.", ["between 8 and 11 March"]),
        ("It ran from May to July.", ["from May to July"]),
        ("The bridge closed 18 months ago.", ["18 months ago"]),
        ("By this time next year it stands.", ["By this time next year"]),
        ("It is due by the end of the month.", ["by the end of the month"]),
        ("He came at 7:25 p.m. Eastern on Friday.", ["at 7:25 p.m. Eastern on Friday"]),
        ("Orla Finch, 53, spoke.", ["53"]),
        ("A 53-year-old baker spoke.", ["53-year-old"]),
        ("They waited for 41 hours.", ["for 41 hours"]),
        ("It began in the late 1990s.", ["in the late 1990s"]),
        ("She left the following day.", ["the following day"]),
        ("It came before Thursday's vote.", ["Thursday"]),
        ("She lost in the 2016 race.", ["2016"]),
        ("It shuts before Thanksgiving.", ["before Thanksgiving"]),
        ("She has led it since early 2019.", ["since early 2019"]),
    ],
)
def test_expressions_are_found_whole(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "She may march on.",
        "The prime minister, Tessa May, spoke.",
        "It costs $2025 in all.",
        "Some 2000 people came.",
        "It still never rains; the former mayor often walks.",
        "He earns $5 a month.",
        "A second official agreed.",
        "A quarter of the fleet is lost.",
        "The score was 3.14 in all.",
        "Boats were certified at 14.5 metres.",
    ],
)
def test_look_alikes_are_left(text: str) -> None:
    assert words(text) == []


def test_a_full_month_name_keeps_the_full_stop_out() -> None:
    assert words("It shut last August. Nobody came.") == ["last August"]


def test_a_readers_extent_counts_only_where_nothing_else_stands() -> None:
    text = "On Monday, at harvest, it rained."
    extra = ((3, 9), (11, 21))
    assert [text[found.start : found.end] for found in find(text, extra)] == ["On Monday", "at harvest"]


@given(st.text(alphabet=st.sampled_from("0123456789 /-.,:ofinMayMarch Monday last two weeks ago\n“”$"), max_size=200))
def test_expressions_stand_in_order_and_apart(text: str) -> None:
    found = find(text)
    assert all(0 <= one.start < one.end <= len(text) for one in found)
    assert all(one.end <= two.start for one, two in pairwise(found))


def test_hostile_numbers_and_marks_end_soon() -> None:
    assert len(find("last " * 20_000)) == 0
    assert len(find("1" * 100_000)) <= 1
    assert len(find("on the " * 20_000)) == 0


@pytest.mark.parametrize(
    "text",
    [
        "The host of Kestrel This Morning saw it.",
        "He said it on Today to a guest.",
        "She runs the Friday Night Show with them.",
        "He was on “Forty” and on 90 Minutes with her.",
    ],
)
def test_capitals_inside_a_sentence_make_names(text: str) -> None:
    assert words(text) == []


def test_capitals_at_its_start_and_in_a_headline_do_not() -> None:
    assert words("Today she left.") == ["Today"]
    assert words("Ardent Opens New Harbour Office Today After Delay") == ["Today"]


def test_following_before_a_weekday_is_a_preposition() -> None:
    assert words("It shut following Monday's vote.") == ["Monday"]
    assert words("It shut the following Monday.") == ["the following Monday"]


def test_a_length_on_something_is_no_look_ahead() -> None:
    assert words("He spoke for 66 minutes on the channel.") == ["for 66 minutes"]
    assert words("Ten years on, she sails.") == ["Ten years on"]
