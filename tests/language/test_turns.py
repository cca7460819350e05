"""Who speaks in a talk, line by line."""

from __future__ import annotations

import pytest

from onrecord.language.posts import signature
from onrecord.language.turns import speakers, turns

TALK = [
    "Ida Marsh met us in her office.",
    "THE GAZETTE: Were you warned?",
    "IDA MARSH: There was a report.",
    "I had not read it.",
    "GAZETTE: Will you resign?",
    "MARSH: No.",
]


def test_a_talk_gives_its_turns_and_its_speakers_once() -> None:
    found = turns(TALK)
    assert [(turn.line, TALK[turn.line][turn.begin :]) for turn in found] == [
        (1, "Were you warned?"), (2, "There was a report."), (4, "Will you resign?"), (5, "No."),
    ]  # fmt: skip
    assert speakers(found) == ["THE GAZETTE", "IDA MARSH"]


def test_questions_and_answers_have_roles() -> None:
    found = turns(["Q: When?", "A: On Sunday.", "Q: Where?", "A: At home."])
    assert [turn.role for turn in found] == ["asks", "answers", "asks", "answers"]


@pytest.mark.parametrize(
    "lines",
    [
        ["Price: 40 crowns", "Verdict: dull", "Price: 12 crowns", "Verdict: better"],
        ["PROS: light", "CONS: loud", "PROS: cheap", "CONS: slow"],
        ["Correction: The report is of 2021.", "The bridge is closed.", "Note: It opens in June.", "It was old."],
        ["MARSH: No.", "It rained."],
        [],
    ],
)
def test_labels_that_are_no_speakers_make_no_talk(lines: list[str]) -> None:
    assert turns(lines) == []


def test_a_signature_names_account_handle_and_day() -> None:
    found = signature("We will not. — Ida Marsh (@ida.marsh) May 7, 2024")
    assert found is not None
    assert found.group("name", "handle", "when") == ("Ida Marsh", "@ida.marsh", " May 7, 2024")


@pytest.mark.parametrize(
    "line", ["He wrote to her (@idamarsh) on Monday and got no answer at all, he told the paper.", "— Ida Marsh", ""]
)
def test_a_handle_inside_a_sentence_signs_nothing(line: str) -> None:
    assert signature(line) is None
