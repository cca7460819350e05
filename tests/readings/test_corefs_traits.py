"""Nominals that tell a trait instead of an office."""

from __future__ import annotations

import pytest
from articles_made import article

from onrecord import readings


def meant(text: str, words: str) -> str | None:
    """The words of whom the last mention of `words` means; None where it means nobody named."""
    mentions = readings.read(article(text))[0].mentions
    found = [m for m in mentions if text[m.start : m.end] == words][-1]
    if found.antecedent is None:
        return None
    best = mentions[found.antecedent]
    return text[best.start : best.end]


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "Ivo Holt, the Danish doctor of the team, left on Friday. Mr Low stayed. The Dane denied it.",
            "The Dane",
            "Ivo Holt",
        ),
        (
            "Mr Oake, an American entrepreneur, met Mr Low. Mr Low described the American as late.",
            "the American",
            "Mr Oake",
        ),
        (
            "Anna Low, 44, was there with Ivo Holt, 50. The 44-year-old said she was tired.",
            "The 44-year-old",
            "Anna Low",
        ),
        ("A 31-year-old nurse, Anna Low, left with Ivo Holt, 31. The 32-year-old stayed.", "The 32-year-old", None),
        ("Dr Holt denied her account. Reached on Monday, the Dane, 58, said he had left.", "the Dane", "Dr Holt"),
        ("Anna Low fell in the last race. The cyclist said she was well.", "The cyclist", "Anna Low"),
        ("The doctor Ivo Holt denied it. The cyclist said she was well.", "The cyclist", None),
        ("Ivo Holt denied it. The lawyer said she was well.", "The lawyer", None),
    ],
)
def test_a_trait_means_whom_it_was_told_of_or_who_was_spoken_of_last(text: str, words: str, name: str | None) -> None:
    assert meant(text, words) == name


def test_an_age_between_a_name_and_its_noun_parts_them_not() -> None:
    assert meant("Anna Low, 44, a soigneur, was there.", "a soigneur") == "Anna Low"


@pytest.mark.parametrize("text", ["The American dream is over.", "The rebel camp fell.", "The Danish voters left."])
def test_an_adjective_before_a_noun_is_nobody(text: str) -> None:
    nouns = {"American", "rebel", "Danish"}
    said = [text[m.start : m.end].split()[-1] for m in readings.read(article(text))[0].mentions]
    assert nouns.isdisjoint(said)
