"""Sentences: where they end, and where a full stop ends none."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.nouns import Region
from onrecord.readings import sentences


def lines(text: str) -> list[tuple[int, int, Region]]:
    out: list[tuple[int, int, Region]] = []
    start = 0
    for line in text.split("\n"):
        out.append((start, start + len(line), "body"))
        start += len(line) + 1
    return out


def split(text: str) -> list[str]:
    return [text[start:end] for start, end in sentences.split(text, lines(text))]


def test_a_title_ends_no_sentence() -> None:
    assert split("Mr. Brekke met Gen. Orla Fenn. She left.") == ["Mr. Brekke met Gen. Orla Fenn.", "She left."]


def test_an_initial_ends_no_sentence() -> None:
    assert split("It was R. T. Brekke who called. Nobody came.") == ["It was R. T. Brekke who called.", "Nobody came."]


def test_a_month_before_a_day_ends_no_sentence() -> None:
    assert split("It sank on Oct. 24 at 5 p.m. in fog. Nobody died.")[0].startswith("It sank on Oct. 24")


def test_a_quotation_that_opens_after_a_full_stop_begins_a_sentence() -> None:
    assert split("Brekke said so. “What now?” she asked.") == ["Brekke said so.", "“What now?” she asked."]


def test_a_small_letter_continues_the_sentence() -> None:
    assert split("“Why?” asked Fenn.") == ["“Why?” asked Fenn."]


def test_no_sentence_crosses_a_line() -> None:
    assert split("A subhead\nBrekke left") == ["A subhead", "Brekke left"]


@given(st.text(alphabet="aB .?!\n“”'\"", max_size=80))
def test_sentences_are_in_order_apart_and_trimmed(text: str) -> None:
    end = 0
    for start, stop in sentences.split(text, lines(text)):
        assert end <= start < stop <= len(text)
        assert text[start:stop] == text[start:stop].strip()
        assert "\n" not in text[start:stop]
        end = stop


def test_every_word_is_in_a_sentence() -> None:
    text = "One. “Two!” Three? four\nFive. U.S. six"
    held = "".join(split(text)).replace(" ", "")
    assert held == text.replace(" ", "").replace("\n", "")


def test_a_line_of_three_hundred_thousand_words_is_cut() -> None:
    text = "word " * 300_000
    found = sentences.split(text, lines(text))
    assert sum(end - start for start, end in found) > 1_000_000
    assert max(end - start for start, end in found) <= sentences.LONGEST


def test_a_plain_word_before_a_stop_ends_its_sentence() -> None:
    text = (
        "The band said it would play by the end of the month. Otterby declined to comment. Asked, it said no. It wept."
    )
    found = sentences.split(text, lines(text))
    assert [text[start:end].split()[0] for start, end in found] == ["The", "Otterby", "Asked,", "It"]
