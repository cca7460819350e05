"""Direct speech without quotation marks: posts and the turns of a talk."""

from __future__ import annotations

import pytest

from onrecord.nouns import Attribution, Mention
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


def test_answers_below_bare_questions_are_their_own_statements() -> None:
    text = "When did you read it?\nI read it in May.\nDid you act?\nI could not.\nWill you go?\nI will stay."
    assert told(text) == [
        (None, words, "says", "direct") for words in ("I read it in May.", "I could not.", "I will stay.")
    ]


def test_a_label_on_a_line_of_its_own_names_who_speaks() -> None:
    said = "The Gazette\nWere you warned?\nIda Marsh\nI was not.\nThe Gazette\nWill you go?\nIda Marsh\nNot now."
    text = f"Ida Marsh met us.\n{said}"
    assert [one[0] for one in told(text) if one[3] == "direct"] == ["The Gazette", "Ida Marsh"] * 2


ANSWERS = "When did you read it?\nI read it in May.\nDid you act?\nI could not.\nWill you go?\nI will stay."


@pytest.mark.parametrize(
    ("above", "guest"),
    [("Ida Marsh has been mayor for six years.", "Ida Marsh"), ("Ida Marsh followed Tom Reed as mayor.", None)],
)
def test_the_one_person_named_above_a_talk_answers(above: str, guest: str | None) -> None:
    text = f"{above}\n{ANSWERS}"
    lines, start = [], 0
    for line in text.split("\n"):
        lines.append((start, start + len(line), "body"))
        start += len(line) + 1
    people = [
        Mention(start=text.index(name), end=text.index(name) + len(name), type="person", form="name")
        for name in ("Ida Marsh", "Tom Reed")
        if name in text
    ]
    found = attributions.find(text, lines, sentences.split(text, lines), (), people)  # type: ignore[arg-type]
    assert {text[slice(*one.source)] if one.source else None for one in found} == {guest}


def test_links_to_pictures_behind_a_post_are_no_words_of_it() -> None:
    text = "It stays shut until June. pic.twitter.com/aB3 https://t.co/xY — Ida Marsh (@idamarsh) May 7, 2024"
    assert told(text) == [("Ida Marsh", "It stays shut until June.", "says", "direct")]
