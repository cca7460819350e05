"""Lines that can be read alone."""

from __future__ import annotations

from dated_pages import state, tell

from onrecord.events.lines import whole
from onrecord.nouns import Quote


def lines(text: str) -> list[str]:
    return [event.line for event in tell(text)]


def test_a_trailing_participle_is_left_out_where_commas_set_the_time_off() -> None:
    assert lines(
        "When {Ann Roe} bought the yard, renaming it Gull, [in 2022|2022-01-01/2022-12-31], she rehired {Cy Oddy}."
    ) == ["in 2022, she rehired Cy Oddy."]


def test_a_line_without_its_subject_begins_with_the_sentence() -> None:
    assert lines("The two, who had quarrelled, have met [since March|2024-03-01/2024-03-31].") == [
        "The two, who had quarrelled, have met since March."
    ]


def test_a_relative_clause_begins_with_the_name_it_tells_of() -> None:
    long = "The committee of the guild that had looked into the accounts of its yards for nine long years and more "
    text = long + "spoke at length and on every point of {Ann Roe}, who resigned [in 2019|2019-01-01/2019-12-31]"
    assert lines(text) == ["Ann Roe, who resigned in 2019"]


def test_an_interrupted_clause_goes_on_to_its_verb() -> None:
    assert lines("[A week later|2024-05-03], {Cy Oddy}, a pilot who founded {Ardent}, said he was done.") == [
        "A week later, Cy Oddy, a pilot who founded Ardent, said he was done."
    ]


def test_what_an_agency_puts_first_is_left_out() -> None:
    assert lines("HARMOUTH (AP) — {Ann Roe} resigned [on Friday|2024-05-03].") == ["Ann Roe resigned on Friday."]


def test_a_present_about_today_is_no_event() -> None:
    assert lines("[Today|2024-05-03] most sailors get their news by radio.") == []
    assert lines("[Today|2024-05-03] {Ann Roe} will name a mate.") == ["Today Ann Roe will name a mate."]


def test_a_slated_doing_to_come_is_an_event() -> None:
    (event,) = tell("{Ann Roe} is slated to speak [on Friday|2025-05-09].", published="2025-05-01")
    assert event.line == "Ann Roe is slated to speak on Friday."


def test_confidence_grows_with_articles_and_falls_on_somebodys_word() -> None:
    text = "{Ann Roe} sold the barge to {Cy Oddy} [in 2019|2019-01-01/2019-12-31]."
    (once,), (twice,) = tell(text), tell(text, text)
    assert twice.confidence > once.confidence
    said = "{Bo Finch} said {Ann Roe} sold the barge [in 2019|2019-01-01/2019-12-31]."
    (word,) = tell(said, statements=state(said, "Bo Finch", "said", "Ann Roe sold the barge in 2019"))
    assert word.confidence < once.confidence


def test_a_line_runs_on_to_the_end_of_the_quotation_it_would_break_off_in() -> None:
    text = "In 2021 Roe called Lind 'the first who can count' and left."
    quotes = [Quote(start=text.index("the first"), end=text.index("' and"))]
    begin, end = whole(text, (0, text.index(" who")), (0, len(text)), quotes)
    assert text[begin:end] == "In 2021 Roe called Lind 'the first who can count'"


def test_a_line_that_holds_only_its_time_becomes_the_sentence() -> None:
    text = "In 2021, when the hall reopened, Roe praised the roof."
    assert whole(text, (0, text.index(", Roe")), (0, len(text)), []) == (0, len(text))
    assert whole(text, (33, len(text)), (0, len(text)), []) == (33, len(text))


def test_a_relative_clause_begins_with_the_noun_it_tells_of() -> None:
    assert lines(
        "Nobody knows whether {Ann Roe} will drop the contract, which she signed [in 2019|2019-01-01/2019-12-31]."
    ) == ["the contract, which she signed in 2019."]


def test_what_somebody_was_told_is_no_relative_clause() -> None:
    text = "{Cy Oddy} told the court that {Ann Roe} sold the barge [in 2019|2019-01-01/2019-12-31]."
    assert lines(text) == [text.translate(str.maketrans("", "", "{}[")).split("|")[0] + "."]


def test_a_line_does_not_end_at_a_word_that_opens_more() -> None:
    assert lines("{Ann Roe} was asked [on Friday|2024-05-03] whether she would sell the barge.") == [
        "Ann Roe was asked on Friday whether she would sell the barge."
    ]


def test_a_line_that_begins_with_its_verb_becomes_the_sentence() -> None:
    assert lines("Asked [on Friday|2024-05-03], she left the hall.") == ["Asked on Friday, she left the hall."]


def test_who_behind_a_country_does_not_mean_it() -> None:
    text = "Officials in {Norland}, who sold the barge [in 2019|2019-01-01/2019-12-31], left."
    assert lines(text) == ["Officials in Norland, who sold the barge in 2019"]


def test_what_is_reported_beside_another_time_stands_alone() -> None:
    text = "{Cy Oddy} said [on Friday|2024-05-03] that {Ann Roe} sold the barge [in 2019|2019-01-01/2019-12-31]."
    assert "Ann Roe sold the barge in 2019." in lines(text)
