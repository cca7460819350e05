"""Where clauses end and begin."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.language.clauses import LONGEST, clauses


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in clauses(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("In May, the board, then of nine, met in Oslo.", ["In May, the board, then of nine, met in Oslo."]),
        ("She said that he left.", ["She said", "that he left."]),
        ("She said that year was long.", ["She said that year was long."]),
        ("He fired Ahn and named Birk.", ["He fired Ahn", "named Birk."]),
        ("Roe, who led it, quit.", ["Roe, who led it", "quit."]),
        ("He replied on air, calling her a clerk.", ["He replied on air", "calling her a clerk."]),
        ("He slept after the vote.", ["He slept after the vote."]),
        ("He slept after she voted.", ["He slept", "after she voted."]),
    ],
)
def test_a_clause_has_a_verb(text: str, pieces: list[str]) -> None:
    assert cut(text) == pieces


def test_a_sentence_beyond_all_measure_stays_whole() -> None:
    text = "he met her, and " * (LONGEST // 8)
    assert clauses(text, 0, len(text)) == [(0, len(text))]


@given(
    st.text(alphabet="ab, .;“”'\n-", max_size=80)
    | st.lists(st.sampled_from(["who ", "met ", ", ", "and ", "“", "X "])).map("".join)
)
def test_clauses_lie_in_order_inside_the_sentence(text: str) -> None:
    edges = [edge for piece in clauses(text, 0, len(text)) for edge in piece]
    assert edges == sorted(edges)
    assert all(0 <= edge <= len(text) for edge in edges)
