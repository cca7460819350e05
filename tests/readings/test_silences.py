"""Silences of invented sentences."""

from __future__ import annotations

import pytest
from test_attributions import told


@pytest.mark.parametrize(
    ("text", "cue", "content"),
    [
        ("Oduya did not respond to a request for comment.", "did not respond", ("a request for comment",)),
        ("Oduya didn’t respond.", "didn’t respond", ()),
        ("Oduya could not be reached on Monday.", "could not be reached", ()),
        ("Oduya was not available for comment.", "was not available for comment", ()),
        ("Oduya did not return my call.", "did not return", ("my call",)),
    ],
)
def test_who_does_not_answer_is_silent(text: str, cue: str, content: tuple[str, ...]) -> None:
    found = told(text)
    assert [(one.cue, one.source, one.content, one.act) for one in found] == [(cue, "Oduya", content, "no_response")]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Oduya declined to comment.", ()),
        ("Oduya declined to discuss the bridge.", ("the bridge",)),
        ("Oduya refused to say who paid.", ("who paid",)),
        ("Oduya would not say who paid.", ("who paid",)),
        ("Asked on Friday, Oduya declined, for the third time, to say who paid.", ("who paid",)),
        ("Oduya did not say who paid.", ("who paid",)),
        ("Oduya has not said when the bridge will open.", ("when the bridge will open",)),
        ("Oduya has yet to explain why the bridge fell.", ("why the bridge fell",)),
        ("Oduya did not identify the builder.", ("the builder",)),
        ("Oduya has said nothing about the bridge.", ("the bridge",)),
        ("Oduya has remained silent on the bridge.", ("the bridge",)),
        ("Oduya did not directly address the allegations.", ("the allegations",)),
        ("Oduya made no public statement.", ()),
    ],
)
def test_who_will_not_speak_declines(text: str, content: tuple[str, ...]) -> None:
    found = [one for one in told(text) if one.act == "declines"]
    assert [(one.source, one.content) for one in found] == [("Oduya", content)]


def test_neither_and_nor_are_two_silences() -> None:
    found = told("Neither Oduya nor the mayor answered calls.")
    assert [(one.source, one.act) for one in found] == [("Oduya", "no_response"), ("the mayor", "no_response")]


def test_a_query_left_unanswered_is_its_addressees_silence() -> None:
    found = told("A query to the bridge office went unanswered.")
    assert [(one.source, one.act) for one in found] == [("the bridge office", "no_response")]


def test_a_silence_after_but_shares_its_subject() -> None:
    found = told("Oduya confirmed that the bridge was closed but would not say why.")
    assert {(one.source, one.act, one.content) for one in found} == {
        ("Oduya", "confirms", ("the bridge was closed",)), ("Oduya", "declines", ("why",)),
    }  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "Patients did not respond to treatment in May.",
        "The team refused to lose.",
        "Oduya did not return to the bank after the war.",
        "The markets did not react to the vote.",
        "The bank refused to give him a loan.",
        "The clerk directed questions to a colleague.",
        "Oduya does not answer to the mayor.",
        "“He says things I wouldn't say,” Oduya said.",
        "Oduya did not respond in kind.",
    ],
)
def test_what_is_no_refusal_to_speak_is_no_silence(text: str) -> None:
    assert [one for one in told(text) if one.act in ("declines", "no_response")] == []


def test_every_member_of_a_list_is_silent() -> None:
    found = told("The bank, Ada Lund, the mayor, and the ministry also did not respond to similar requests.")
    assert [one.source for one in found] == ["The bank", "Ada Lund, the mayor", "the ministry"]
    assert {one.content for one in found} == {("similar requests",)}


def test_what_the_silent_one_did_besides_is_no_content() -> None:
    found = told("Oduya did not respond to the charges and maintained a light schedule.")
    assert [one.content for one in found] == [("the charges",)]


def test_an_adverb_before_what_went_unanswered_is_no_content() -> None:
    assert told("Oduya did not respond immediately to a request for comment.")[0].content == ("a request for comment",)


@pytest.mark.parametrize(
    "text",
    ["Oduya responded with a pointed non-denial.", "Oduya left the question unanswered.", "Oduya has not denied it."],
)
def test_a_pointed_non_denial_evades(text: str) -> None:
    assert [(one.source, one.act) for one in told(text)] == [("Oduya", "evades")]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Carl Oake, the head of the port, left 23 written questions unanswered.", "no_response"),
        ("Mr Oake left through a side door and ignored reporters' questions.", "no_response"),
        ("Neither Mr Oake nor Ms Fenn would be interviewed.", "declines"),
        ("Ardent confirmed it insures the port but would not put a figure on it.", "declines"),
        ("Ann Fenn could neither confirm nor reject that a draft existed.", "declines"),
    ],
)
def test_answers_that_did_not_come_are_silences(text: str, act: str) -> None:
    assert act in [one.act for one in told(text)]


@pytest.mark.parametrize("text", ["He left the questions to her.", "Neither the mayor nor his aide would resign."])
def test_what_asks_nobody_is_no_silence(text: str) -> None:
    assert list(told(text)) == []


def test_a_silence_that_is_denied_is_none() -> None:
    found = told("Oduya denied that the company had ignored calls about the smell.")
    assert [one.act for one in found] == ["denies"]


def test_a_question_whether_somebody_denies_is_no_denial() -> None:
    assert [one.act for one in told("“Do you deny that you wrote to her?” the judge asked.")] == ["asks"]
