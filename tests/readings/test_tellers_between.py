"""Tellers in the middle of what they tell, in relative clauses and behind other clauses."""

from __future__ import annotations

import pytest
from test_attributions import only, told

from onrecord.readings import attributions, quotes, sentences


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            "The town was promised in May, Oduya said, that half the jobs would go to its people.",
            "Oduya",
            ("The town was promised in May", "half the jobs would go to its people"),
        ),
        (
            "Lawyers are divided, said Nora Till, who teaches in Corle, and no court has ruled on it.",
            "Nora Till, who teaches in Corle",
            ("Lawyers are divided", "no court has ruled on it"),
        ),
        (
            "It had failed, Oduya, the engineer, told a panel.",
            "Oduya, the engineer",
            ("It had failed",),
        ),
    ],
)
def test_what_stands_around_a_teller_is_told(text: str, source: str, content: tuple[str, ...]) -> None:
    one = only(text)
    assert (one.source, one.content) == (source, content)


def test_a_verb_behind_a_teller_between_commas_is_no_second_statement() -> None:
    assert [one.cue for one in told("The firm's own experts, he added, had found nothing.")] == ["added"]


def test_what_is_said_in_a_relative_clause_ends_with_it() -> None:
    one = only("Oduya, who says that the bridge floods, was standing across the street.")
    assert (one.source, one.content) == ("Oduya", ("the bridge floods",))


@pytest.mark.parametrize(
    ("text", "source"),
    [
        (
            "Reached at home, the engineer, who for months had left, said he bore no grudge.",
            "the engineer, who",
        ),
        ("Four hours later his brother, the mayor, said he would resign.", "his brother, the mayor"),
        ("It was a turn for a man who vowed to stay.", "a man"),
        ("Oduya, the only one to come, drew boos when she urged patience.", "she"),
        ("The council, which owns the land, will sell it, its chair, Ada Lund, told the paper.", "its chair, Ada Lund"),
        ("It is unclear how many times Oduya asked for the keys.", "Oduya"),
        ("Oduya left after telling the panel that the bridge was sound.", "Oduya"),
    ],
)
def test_the_nearest_subject_of_its_own_clause_tells(text: str, source: str) -> None:
    assert [(one.source or "")[: len(source)] for one in told(text)] == [source]


@pytest.mark.parametrize("text", ["“It sounds like me,” Oduya allowed.", "“Sorry builds no wall,” fumed Oduya."])
def test_a_rare_verb_beside_a_quotation_tells(text: str) -> None:
    assert [one.source for one in told(text)] == ["Oduya"]


def test_does_say_is_say() -> None:
    assert only("The report does say that the bridge was sound.").content == ("the bridge was sound",)


@pytest.mark.parametrize(
    "text",
    [
        "The asking price for the land has come down.",
        "Both pleaded not guilty before a judge.",
        "Nobody asked him to write.",
        "Oduya allowed the dogs into the hall.",
        "Imagine if Oduya had said: “I am sorry.”",
        "Suppose the mayor had said that the bridge was sold.",
        "If Oduya said it was sold, nobody would believe her.",
    ],
)
def test_what_only_looks_like_telling_does_not(text: str) -> None:
    assert told(text) == []


def test_a_second_verb_of_a_paper_is_its_own_statement() -> None:
    found = told("The report states that data are thin and recommends three more wells.")
    assert {one.content for one in found} == {("data are thin",), ("three more wells",)}


def test_a_thing_that_is_said_to_be_so_is_part_of_what_is_said() -> None:
    assert only("Oduya said a report that he had left was “a lie”.").content == (
        "a report that he had left was “a lie”",
    )
    assert only("Oduya announced the same day that the pier was shut.").content == ("the pier was shut",)


@pytest.mark.parametrize(
    ("headline", "source"),
    [
        ("Oduya deletes post claiming the bridge was sold", "post"),
        ("Herald sinks mayor Lund's denials, reports secret “sale” of bridge", "Herald"),
    ],
)
def test_a_headlines_present_is_no_part_of_who_tells(headline: str, source: str) -> None:
    lines = [(0, len(headline), "headline")]
    cut = sentences.split(headline, lines), quotes.find(headline, lines)  # type: ignore[arg-type]
    found = attributions.find(headline, lines, *cut, ())  # type: ignore[arg-type]
    assert [headline[slice(*one.source)] for one in found if one.source] == [source]
