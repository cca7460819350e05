"""Which tellings are of one happening."""

from __future__ import annotations

from dated_pages import tell
from hypothesis import given, settings
from hypothesis import strategies as st

AWARD = "{Norland} lent {Ardent} a ferry [in March 2019|2019-03-01/2019-03-31]."
LATER = "{Norland} lent {Ardent} its ferry [days later|2019-03-04/2019-03-10]."
PIECES = [
    "{Ann Roe} ",
    "sued ",
    "[in 2020|2020-01-01/2020-12-31] ",
    "[on Friday|2020-05-03] ",
    "who ",
    "and ",
    ", ",
    "\n",
    "was ",
    "“",
]


def test_two_tellings_become_one_event_at_their_common_time() -> None:
    (event,) = tell(AWARD, LATER)
    assert event.when is not None
    assert (event.when.from_, event.when.to) == ("2019-03-04", "2019-03-10")
    assert [span.article for span in event.evidence] == ["a0", "a1"]


def test_times_that_only_overlap_leave_the_stretch_between() -> None:
    (event,) = tell(AWARD, LATER.replace("2019-03-04/2019-03-10", "2019-02-20/2019-03-05"))
    assert event.when is not None
    assert (event.when.from_, event.when.to) == ("2019-03-01", "2019-03-05")
    assert event.when.basis == "common to days later; in March 2019"


def test_other_doings_of_the_same_day_stay_apart() -> None:
    found = tell("{Ann Roe} sacked {Bo Lind} [on Friday|2024-05-03].", "{Ardent} shares fell [on Friday|2024-05-03].")
    assert len(found) == 2


def test_the_same_doing_in_another_year_is_another_event() -> None:
    assert len(tell(AWARD, AWARD.replace("2019", "2011"))) == 2


def test_one_speaker_on_one_day_is_one_occasion() -> None:
    found = tell(
        "{Ann Roe} told guests [on Friday|2024-05-03] that all was well.",
        "{Ann Roe} said [on Friday|2024-05-03] she would stay.",
    )
    assert len(found) == 1


def test_the_articles_own_words_make_the_line_before_a_pronoun() -> None:
    (event,) = tell(AWARD.replace("{Norland}", "{It=Norland}"), LATER)
    assert event.line == "Norland lent Ardent its ferry days later."


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14))
def test_lines_and_spans_are_words_of_the_page(pieces: list[str]) -> None:
    found = tell("".join(pieces), AWARD)
    assert [event.id for event in found] == sorted(event.id for event in found)
    for event in found:
        assert event.evidence
        assert all(span.text.strip() == span.text != "" for span in event.evidence)


def test_the_order_of_times_and_statements_does_not_matter() -> None:
    text = "{Ann Roe} sued [in 2020|2020-01-01/2020-12-31]; the tower was sold [in 2021|2021-01-01/2021-12-31]."
    assert tell(text, AWARD, LATER) == tell(text, AWARD, LATER, turned=True)


def test_tellings_of_one_day_in_the_same_one_word_are_one_event() -> None:
    text = "It reopened [on Friday|2024-05-03]."
    assert len(tell(text, text)) == 1
