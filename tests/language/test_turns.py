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


def test_initials_are_labels_of_those_who_are_named() -> None:
    lines = ["Ida Marsh’s office is cold.", "TG: Were you warned?", "IM: I was.", "TG: Do you regret it?", "IM: I do."]
    named = ["Ida Marsh spoke to Tom Grier.", *lines[1:]]
    assert [turn.named for turn in turns(named)] == ["Tom Grier", "Ida Marsh", "Tom Grier", "Ida Marsh"]
    assert speakers(turns(named)) == ["Tom Grier", "Ida Marsh"]


def test_initials_of_two_people_are_nobodys() -> None:
    both = ["Ida Marsh and Ivo Mell met Tom Grier.", "TG: You?", "IM: I was.", "TG: Do you regret it?", "IM: I do."]
    assert all(not turn.named for turn in turns(both) if turn.label == "IM")


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
    line = "We will not. — Ida Marsh (@ida.marsh) May 7, 2024"
    found = signature(line)
    assert found is not None
    assert [line[slice(*found.name)], line[slice(*found.handle)], line[: found.start]] == [
        "Ida Marsh",
        "@ida.marsh",
        "We will not. ",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "We will not. Posted by Ida Marsh on Tuesday, May 7, 2024",
        "We will not. A post shared by Ida Marsh (@idamarsh)",
        "We will not. A post shared by Ida Marsh (@idamarsh) on May 7, 2024 at 9:12am PDT",
        "We will not. — Ida Marsh (@idamarsh@social.example) May 7, 2024",
    ],
)
def test_each_house_of_posts_signs_in_its_own_words(line: str) -> None:
    found = signature(line)
    assert found is not None
    assert (line[slice(*found.name)], line[: found.start]) == ("Ida Marsh", "We will not. ")


@pytest.mark.parametrize(
    "line",
    [
        "Posted by Ida Marsh on May 7, 2024",
        "He wrote to her (@idamarsh) on Monday and got no answer at all, he told the paper.",
        "— Ida Marsh",
        "",
    ],
)
def test_a_handle_inside_a_sentence_signs_nothing(line: str) -> None:
    assert signature(line) is None


ASKED = [
    "Ida Marsh met us in her office.",
    "When did you read the report?",
    "I read it in May. It was a shock.",
    "Did you tell the council?",
    "Nobody asked me.",
    "What will you do now?",
    "I will stay in my office.",
]


def test_labels_may_stand_on_lines_of_their_own() -> None:
    said = ("The Gazette", "Were you warned?", "Marsh", "I was not.", "The Gazette", "Will you go?", "Marsh", "No.")
    lines = ["Ida Marsh spoke to us.", *said]
    assert [(turn.label, lines[turn.line], turn.at) for turn in turns(lines)] == [
        ("The Gazette", "Were you warned?", 1), ("Marsh", "I was not.", 3),
        ("The Gazette", "Will you go?", 5), ("Marsh", "No.", 7),
    ]  # fmt: skip


def test_questions_to_you_and_answers_by_me_need_no_labels() -> None:
    found = turns(ASKED)
    assert [(turn.line, turn.role, turn.at) for turn in found] == [
        (1, "asks", 1), (2, "answers", 1), (3, "asks", 3), (4, "answers", 3), (5, "asks", 5), (6, "answers", 5),
    ]  # fmt: skip
    assert speakers(found) == ["one who asks", "one who answers"]


def test_questions_that_a_writer_answers_himself_are_no_talk() -> None:
    lines = ["What happened?", "The wall gave way.", "Who runs it?", "The county does.", "Can you go back?", "Not yet."]
    assert turns(lines) == []


def test_a_letter_and_a_stop_are_a_label() -> None:
    lines = ["Q. When?", "A. On Sunday.", "Q. Where were you?", "A. At home."]
    assert [(turn.role, lines[turn.line][turn.begin :]) for turn in turns(lines)][:2] == [
        ("asks", "When?"),
        ("answers", "On Sunday."),
    ]


def test_names_in_a_list_are_no_labels() -> None:
    assert turns(["Ida Marsh", "The mayor of Wexby", "Tom Reed", "The clerk", "Ada Lund", "The owner"]) == []


def test_an_office_and_a_house_may_stand_behind_a_name() -> None:
    lines = [
        "IDA MARSH, MAYOR, TOWN OF WEXBY: I was not warned.",
        "TOM REED, HOST: Will you go?",
        "MARSH: No.",
        "REED: Why not?",
    ]
    assert [turn.label for turn in turns(lines)] == ["IDA MARSH", "TOM REED", "MARSH", "REED"]


def test_the_time_of_a_recording_may_stand_before_a_label() -> None:
    lines = [
        "[00:12] TOM REED: Were you there?",
        "[00:20] IDA MARSH: I was.",
        "(0:31) TOM REED: When?",
        "1:02:03 IDA MARSH: No.",
    ]
    assert [(turn.label, lines[turn.at][turn.start :][: len(turn.label)]) for turn in turns(lines)] == [
        ("TOM REED", "TOM REED"), ("IDA MARSH", "IDA MARSH"), ("TOM REED", "TOM REED"), ("IDA MARSH", "IDA MARSH"),
    ]  # fmt: skip
