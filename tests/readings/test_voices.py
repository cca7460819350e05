"""Direct speech without quotation marks: posts and the turns of a talk."""

from __future__ import annotations

from onrecord.nouns import Attribution
from onrecord.readings import attributions, quotes, sentences


def read(text: str) -> list[Attribution]:
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, start + len(line), "body"))
        start += len(line) + 1
    return attributions.find(text, lines, sentences.split(text, lines), quotes.find(text, lines), ())  # type: ignore[arg-type]


def told(text: str) -> list[tuple[str | None, str, str, str]]:
    return [
        (
            text[slice(*one.source)] if one.source else None,
            " ".join(text[a:b] for a, b in one.content),
            one.act,
            one.mode,
        )
        for one in read(text)
    ]


def test_a_post_is_said_by_its_account() -> None:
    text = "The bridge is shut.\nIt stays shut until June. Sorry to all — Ida Marsh (@idamarsh) May 7, 2024"
    assert told(text) == [("Ida Marsh", "It stays shut until June. Sorry to all", "says", "direct")]


def test_a_post_signed_on_the_next_line_is_the_line_above() -> None:
    text = "It stays shut until June.\n— Ida Marsh (@idamarsh) May 7, 2024"
    assert told(text) == [("Ida Marsh", "It stays shut until June.", "says", "direct")]


TALK = (
    "Ida Marsh met us in her office.\nGAZETTE: Were you warned?\nMARSH: Tom Reed told me that the report was lost.\n"
    "GAZETTE: Will you go?\nMARSH: We shall see."
)


def test_a_turn_is_said_by_whom_its_label_names_and_a_question_is_asked() -> None:
    outer = [one for one in told(TALK) if one[3] == "direct"]
    assert outer == [
        ("GAZETTE", "Were you warned?", "asks", "direct"),
        ("MARSH", "Tom Reed told me that the report was lost.", "says", "direct"),
        ("GAZETTE", "Will you go?", "asks", "direct"),
        ("MARSH", "We shall see.", "says", "direct"),
    ]


def test_what_is_told_inside_a_turn_stands_inside_it() -> None:
    found = read(TALK)
    inner = next(one for one in found if one.mode == "indirect")
    assert inner.parent is not None
    assert TALK[slice(*found[inner.parent].source or (0, 0))] == "MARSH"


def test_answers_without_a_name_have_nobody_named_and_questions_are_no_statements() -> None:
    text = "Q: When?\nA: On Sunday night, at home.\nQ: Where?\nA: In the old house by the river."
    assert told(text) == [
        (None, "On Sunday night, at home.", "says", "direct"),
        (None, "In the old house by the river.", "says", "direct"),
    ]
