"""Words are found exactly where they stand, or not at all."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.readings.phrases import occurrence, occurrences


def test_words_stand_at_words_and_not_inside_them() -> None:
    assert list(occurrences("art, part, art", "art")) == [(0, 3), (11, 14)]


def test_the_white_space_between_words_may_be_any() -> None:
    assert list(occurrences("the old\n harbour", "old harbour")) == [(4, 16)]


def test_what_stands_nowhere_is_not_found() -> None:
    assert occurrence("a new harbour", "old harbour") is None
    assert occurrence("a new harbour", "") is None
    assert occurrence("a new harbour", "New") is None


def test_an_occurrence_is_counted_from_one_within_its_stretch() -> None:
    assert occurrence("ho ho ho", "ho", 2) == (3, 5)
    assert occurrence("ho ho ho", "ho", 4) is None
    assert occurrence("ho ho ho", "ho", 1, 4, 8) == (6, 8)


@given(st.text(max_size=60), st.text(max_size=8))
def test_what_is_found_reads_as_what_was_sought(text: str, words: str) -> None:
    for start, end in occurrences(text, words):
        assert text[start:end].split() == words.split()


@given(st.text(alphabet="ab (.", max_size=40), st.integers(0, 40), st.integers(1, 10))
def test_every_stretch_that_begins_and_ends_at_words_is_found(text: str, start: int, length: int) -> None:
    cut = text[start : start + length].strip()
    at = text.find(cut)
    inside = (at > 0 and text[at - 1 : at + 1].isalnum()) or text[at + len(cut) - 1 : at + len(cut) + 1].isalnum()
    if cut and not inside:
        assert (at, at + len(cut)) in list(occurrences(text, cut)) or "".join(cut.split()) != cut.strip()
