"""Quotations: what opens and closes them, what only looks like a mark, and what is done where one is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.nouns import Region
from onrecord.readings import quotes


def lines(text: str) -> list[tuple[int, int, Region]]:
    out: list[tuple[int, int, Region]] = []
    start = 0
    for line in text.split("\n"):
        out.append((start, start + len(line), "body"))
        start += len(line) + 1
    return out


def quoted(text: str) -> list[str]:
    return [text[quote.start : quote.end] for quote in quotes.find(text, lines(text))]


def closed(text: str) -> list[bool]:
    return [quote.closed for quote in quotes.find(text, lines(text))]


@pytest.mark.parametrize(
    "text", ["“We sail,” she said.", '"We sail," she said.', "‘We sail,’ she said.", "'We sail,' she said."]
)
def test_all_four_kinds_of_marks_hold_a_quotation(text: str) -> None:
    assert quoted(text) == ["We sail,"]
    assert closed(text) == [True]


def test_an_apostrophe_inside_a_word_is_no_mark() -> None:
    assert quoted("'I don't know, and it's late,' Fenn said.") == ["I don't know, and it's late,"]


def test_a_plural_possessive_inside_single_marks_closes_nothing() -> None:
    assert quoted("'The pilots' union is here,' he said.") == ["The pilots' union is here,"]


def test_a_plural_possessive_outside_quotations_opens_nothing() -> None:
    assert quoted("The pilots' union and the owners' club met.") == []


def test_decades_and_clipped_words_are_no_marks() -> None:
    assert quoted("In the '90s he waited 'til dawn and 'twas cold.") == []


def test_feet_and_inches_are_no_marks() -> None:
    assert quoted('He is 6\'2" and said "no" twice.') == ["no"]


def test_a_nested_quotation_follows_its_outer_one() -> None:
    assert quoted("“He said, ‘Let us go,’ and went.”") == ["He said, ‘Let us go,’ and went.", "Let us go,"]


def test_straight_single_marks_nest_in_one_another() -> None:
    assert quoted("'I tell them, 'Come home',' he said.") == ["I tell them, 'Come home',", "Come home"]


def test_a_lost_mark_ends_the_quotation_where_its_teller_is_named() -> None:
    text = "“We are fine, she said. “Quite.”"
    assert quoted(text) == ["We are fine,", "Quite."]
    assert closed(text) == [False, True]


def test_a_lost_mark_never_swallows_the_next_paragraph() -> None:
    text = "“We are fine\nThe harbour closed."
    assert quoted(text) == ["We are fine"]


def test_a_quotation_that_goes_on_in_the_next_paragraph_ends_with_the_first() -> None:
    text = "“I told him. He knew.\n“And he laughed,” she said."
    assert quoted(text) == ["I told him. He knew.", "And he laughed,"]
    assert closed(text) == [False, True]


def test_a_stray_closing_mark_is_passed_over() -> None:
    assert quoted("We are fine,” she said.") == []


@pytest.mark.parametrize("unit", ["“ ", "” ", '" ', "' ", "‘a ", "“a \"b 'c ", "s' ", "“a, "])
def test_many_thousand_marks_are_read(unit: str) -> None:
    text = unit * 10_000
    assert all(0 <= quote.start < quote.end <= len(text) for quote in quotes.find(text, lines(text)))


@given(st.text(alphabet="ab .,\n“”‘’\"'", max_size=60))
def test_quotations_stand_within_one_line_and_hold_words(text: str) -> None:
    for quote in quotes.find(text, lines(text)):
        inner = text[quote.start : quote.end]
        assert inner
        assert inner == inner.strip()
        assert "\n" not in inner


@pytest.mark.parametrize(
    "text", ["''We are fine,'' she said.", "``We are fine,'' she said.", "“We are fine,'' she said."]
)
def test_two_single_marks_stand_for_a_double_one(text: str) -> None:
    assert quoted(text) == ["We are fine,"]


def test_a_nested_mark_before_two_single_ones_is_its_own() -> None:
    assert quoted("''I say: 'Come home,''' he said.") == ["I say: 'Come home,'", "Come home,"]


def test_an_opening_mark_in_the_place_of_a_closing_one_closes() -> None:
    assert quoted("“We are fine,“ she said. “Quite.”") == ["We are fine,", "Quite."]
