"""A long line is cut into pieces at their exact places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.blocks import Block, from_text
from onrecord.articles.units import LONG_LINE, MAX_UNIT, units

FILL = "The council met again on the pier, and nothing was decided there. " * 20


def cut(text: str) -> list[str]:
    return [block.text for block in units(from_text(text))]


def test_a_line_of_a_paragraph_s_length_stays_whole() -> None:
    line = FILL[: LONG_LINE - 10].strip()
    assert cut(line) == [line]


def test_a_long_line_is_cut_after_its_sentences() -> None:
    assert set(cut(FILL)) == {"The council met again on the pier, and nothing was decided there."}


def test_a_title_ends_where_a_sentence_begins() -> None:
    assert "Harbour Board Loses Its" in cut("Harbour Board Loses Its Chairman was the headline. " + FILL)


def test_dates_bylines_bars_and_chrome_are_pieces_of_their_own() -> None:
    parts = cut(FILL + "Subscribe News | Weather | Sport by Nora Fell 12 May 2031 The boat was late again. " + FILL)
    assert {"Subscribe", "by Nora Fell", "12 May 2031"} <= set(parts)


def test_words_without_any_mark_are_cut_by_count() -> None:
    assert max(piece.count(" ") for piece in cut("word " * 5000)) <= MAX_UNIT


def test_html_is_left_alone() -> None:
    block = Block(FILL)
    assert list(units([block])) == [block]


@given(st.text(st.sampled_from("aB. |,3\u2029\n'“By May"), max_size=400))
def test_pieces_stand_in_order_where_they_say_and_lose_nothing(text: str) -> None:
    page = (text + " ") * (LONG_LINE // max(1, len(text)) + 1)
    found = list(units(from_text(page)))
    assert all(page[block.start : block.end] == block.text for block in found)
    places = [(block.start or 0, block.end or 0) for block in found]
    assert places == sorted(places)
    assert "".join("".join(block.text.split()) for block in found) == "".join(page.split())
