"""One row an occurrence, across articles."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from tied_pages import draw

PIECES = [
    "{Ann Roe} ",
    "{Bo Lind} ",
    "sued ",
    "called ",
    '"a fool" ',
    "who ",
    "and ",
    ", ",
    "was praised by ",
    "\n",
    "the ",
    "“",
]


def test_a_copied_sentence_is_the_same_occurrence() -> None:
    told = "[In 2020|2020-01-01/2020-12-31] {Ann Roe} sued {Bo Lind} over a barge."
    found = draw(told, told.replace("a barge", "the barge"))
    assert [[span.article for span in tie.evidence] for tie in found] == [["a0", "a1"]]


def test_two_times_are_two_occurrences() -> None:
    found = draw(
        "{Ann Roe} sued {Bo Lind} [in 2020|2020-01-01/2020-12-31].",
        "{Ann Roe} sued {Bo Lind} [in 2022|2022-01-01/2022-12-31].",
    )
    assert len(found) == 2


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_evidence_stands_where_it_says_and_nobody_ties_himself(pieces: list[str]) -> None:
    text = "".join(pieces)
    plain = text.replace("{", "").replace("}", "")
    for tie in draw(text):
        assert tie.actor != tie.target
        for span in tie.evidence:
            assert plain[span.start : span.end] == span.text
            assert span.text.strip()
