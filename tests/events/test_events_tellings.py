"""Which clauses tell a dated happening."""

from __future__ import annotations

import pytest
from dated_pages import state, tell


def test_a_dated_doing_is_an_event_with_its_actors() -> None:
    (event,) = tell("{Ann Roe} founded {Ardent} [in 2014|2014-01-01/2014-12-31].")
    assert event.when is not None
    assert (event.when.from_, event.when.to) == ("2014-01-01", "2014-12-31")
    assert event.actors == ("Ann Roe", "Ardent")
    assert event.line == "Ann Roe founded Ardent in 2014."


def test_each_clause_tells_its_own() -> None:
    found = tell("{Ann Roe} sued [in 2020|2020-01-01/2020-12-31]; the tower was sold [in 2021|2021-01-01/2021-12-31].")
    assert sorted(event.evidence[0].text for event in found) == [
        "Ann Roe sued in 2020",
        "the tower was sold in 2021.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "{Ann Roe} did not speak [on Friday|2024-05-03].",  # denied
        "{Ann Roe} could speak [on Friday|2024-05-03].",  # supposed
        "{Ann Roe} was a pilot [on Friday|2024-05-03].",  # a state
        "{Ann Roe} sailed for [two years|2020-01-01/2020-12-31].",  # a length
        "{Ann Roe} sailed [41 hours|2024-05-03/2024-05-04].",
        "{Ann Roe} sailed [in the nineties|1990-01-01/1999-12-31].",  # too wide
        "{Ann Roe} sailed with the crew.",  # undated
    ],
)
def test_what_is_no_dated_happening_is_no_event(text: str) -> None:
    assert tell(text) == []


def test_a_ballot_to_come_is_an_event() -> None:
    (event,) = tell("A ballot is set for [4 July|2025-07-04].", published="2025-05-01")
    assert event.line == "A ballot is set for 4 July."


def test_a_past_dated_after_its_article_is_misread_and_left_out() -> None:
    assert tell("{Ann Roe} resigned [on Friday|2025-06-09].", published="2025-05-01") == []


def test_the_line_begins_with_the_subject_of_a_relative_clause() -> None:
    (event,) = tell("{Ann Roe}, the pilot who joined {Ardent} [in 2014|2014-01-01/2014-12-31], spoke.")
    assert event.line.startswith("Ann Roe, the pilot who joined Ardent in 2014")


def test_the_line_of_a_saying_holds_what_was_said() -> None:
    (event,) = tell("{The Kestrel} reported [on Friday|2024-05-03] that {Ann Roe} sold the barge.")
    assert event.line == "The Kestrel reported on Friday that Ann Roe sold the barge."
    assert event.evidence[0].text == "The Kestrel reported on Friday"


def test_a_reported_event_is_on_the_word_of_its_statement() -> None:
    text = "{Cy Oddy} said {Ann Roe} sold the barge [in 2019|2019-01-01/2019-12-31]."
    spoken = state(text, "Cy Oddy", "said", "Ann Roe sold the barge in 2019")
    assert [event.on_word_of for event in tell(text, statements=spoken)] == [spoken[0].id]


def test_a_sentence_beyond_all_measure_tells_nothing() -> None:
    text = "{Ann Roe} sued " + "him and " * 500 + "[in 2020|2020-01-01/2020-12-31]."
    assert tell(text) == []


def test_what_a_time_is_only_measured_against_is_no_event_of_it() -> None:
    assert tell("The fare rose to £48, a tenth more than [in 2014|2014-01-01/2014-12-31].") == []


def test_a_time_that_trails_a_request_is_not_on_the_word_of_who_asked() -> None:
    text = "{Cy Oddy} asked {Ann Roe} for a barge [in May|2024-05-01/2024-05-31]."
    asked = state(text, "Cy Oddy", "asked", "for a barge in May", "requests")
    assert [event.on_word_of for event in tell(text, statements=asked)] == [None]


def test_a_doing_beside_a_denied_one_is_an_event() -> None:
    (event,) = tell("{Ann Roe} could not agree with him and she left [on Friday|2024-05-03].")
    assert event.line.endswith("she left on Friday.")


def test_a_silence_is_no_event() -> None:
    assert tell("{Ann Roe} declined to comment [on Friday|2024-05-03].") == []


def test_a_day_that_is_spoken_of_does_not_date_what_is_done_on_another() -> None:
    text = "At an hour marking [June 6, 1944|1944-06-06] {Ann Roe} sang [on Sunday|2024-05-05]."
    assert [event.when and event.when.from_ for event in tell(text)] == ["2024-05-05"]
