"""Which pieces are body: numbers of their looks, a forest's scores, the best sequence of states."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from flat_pages import FERRY, page
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.blocks import from_text
from onrecord.articles.glyphs import AFTER, BEFORE, ENDED, IN_LOWER, WORDS, words_of
from onrecord.articles.kinds import label
from onrecord.articles.oblivious import BATCH, scores
from onrecord.articles.sequences import BODY, FIRST, FOREST, INSIDE, LAST, OUTSIDE, best_path, stretches
from onrecord.articles.traits import traits


def row(state: int, sure: int = 20_000) -> list[int]:
    return [sure if place == state else 0 for place in range(5)]


def test_words_are_counted_by_how_they_begin_and_end() -> None:
    totals = words_of('The boat sank. "It sank," he said.').totals[:, -1]
    assert (totals[WORDS], totals[IN_LOWER], totals[ENDED]) == (7, 5, 2)


def test_a_long_word_that_comes_again_is_known_whatever_its_case_and_marks() -> None:
    totals = words_of("Harbour boats left the harbour, early").totals[:, -1]
    assert (totals[BEFORE], totals[AFTER]) == (1, 1)


def test_a_page_s_numbers_are_one_row_a_piece() -> None:
    text = page(FERRY)
    lines = label(from_text(text))
    assert len(traits(text, lines)) == len(lines)


def test_a_piece_has_the_same_score_alone_and_in_a_batch() -> None:
    text = page(FERRY)
    rows = np.tile(traits(text, label(from_text(text))), (BATCH // 40, 1))
    whole = scores(FOREST, rows)
    assert (whole[:1] == scores(FOREST, rows[:1])).all()
    assert (whole[BATCH - 3 : BATCH + 3] == scores(FOREST, rows[BATCH - 3 : BATCH + 3])).all()


def test_the_best_sequence_is_read_from_clear_scores() -> None:
    states = [OUTSIDE, FIRST, BODY, INSIDE, BODY, LAST, OUTSIDE, FIRST, LAST, OUTSIDE]
    assert best_path([row(state) for state in states]) == states


def test_one_piece_may_be_a_whole_article() -> None:
    assert best_path([row(OUTSIDE), row(LAST, 60_000), row(OUTSIDE)]) == [OUTSIDE, LAST, OUTSIDE]


def test_a_weak_doubt_in_the_middle_of_a_body_breaks_nothing() -> None:
    states = [OUTSIDE, FIRST, BODY, BODY, LAST, OUTSIDE]
    rows = [row(state) for state in states]
    rows[2] = [900, 0, 0, 0, 0]
    assert best_path(rows) == states


@given(st.lists(st.lists(st.integers(-9000, 9000), min_size=5, max_size=5), min_size=1, max_size=30))
def test_every_sequence_is_one_that_articles_can_have(rows: list[list[int]]) -> None:
    states = [LAST, *best_path(rows), OUTSIDE]
    after = {
        OUTSIDE: {OUTSIDE, FIRST, LAST}, LAST: {OUTSIDE, FIRST, LAST}, FIRST: {BODY, INSIDE, LAST},
        BODY: {BODY, INSIDE, LAST}, INSIDE: {BODY, INSIDE, LAST},
    }  # fmt: skip
    assert all(state in after[before] for before, state in pairwise(states))


def test_an_empty_page_has_no_stretch() -> None:
    assert stretches("", []) == []
