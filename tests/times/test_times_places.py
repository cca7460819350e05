"""Where expressions of time may begin."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.times.grammar import forms, scan
from onrecord.times.places import bits, places

WORDS = [
    "the",
    "end",
    "of",
    "May",
    "may",
    "in",
    "2024",
    "two",
    "weeks",
    "ago",
    "Oct.",
    "9",
    "boat",
    "on",
    "Friday",
    "last",
]


def test_a_word_that_tells_time_opens_with_the_small_words_before_it() -> None:
    assert [at for at, _ in places("boats by the end of May")] == [6, 9, 13, 17, 20]


def test_small_letters_make_no_month() -> None:
    assert list(places("she may go")) == []


def test_the_classes_are_those_that_stand_near() -> None:
    ((_, near), *_) = list(places("in the spring of 1990"))
    assert near & bits()["season"]
    assert near & bits()["year"]
    assert not near & bits()["month"]


@given(st.lists(st.sampled_from(WORDS), max_size=12))
def test_every_form_that_matches_is_found_by_its_needs(words: list[str]) -> None:
    text = " ".join(words)
    near = dict(places(text))
    for found in scan(text):
        needs = [form.needs for form in forms() if form.kind == found.kind]
        assert any(need & near[found.start] == need for need in needs)


def test_each_form_needs_something() -> None:
    assert all(form.needs for form in forms())
