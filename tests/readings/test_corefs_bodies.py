"""Bodies that are only described."""

from __future__ import annotations

import pytest
from articles_made import article

from onrecord import readings


def meant(text: str, words: str) -> str | None:
    """The words of what the last mention of `words` means; None where it means nothing named."""
    mentions = readings.read(article(*text.split("\n")))[0].mentions
    found = [m for m in mentions if text[m.start : m.end] == words][-1]
    best = None if found.antecedent is None else mentions[found.antecedent]
    return text[best.start : best.end] if best else None


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (
            "The National Bank of Varne met Low Bank. The central bank said it was calm.",
            "the central bank",
            "National Bank of Varne",
        ),
        (
            "The audit, by the accountants Low Fenn, is new. The auditors write that it is short.",
            "The auditors",
            "Low Fenn",
        ),
        ("The Varne Civil Service left on Friday. The weather office said it was calm.", "The weather office", None),
        ("Jo Low and Ann Fenn left with lawyers. The auditors stayed.", "The auditors", None),
    ],
)
def test_a_description_means_the_body_it_fits_alone(text: str, words: str, name: str | None) -> None:
    found = meant(text, words if words in text else words.capitalize())
    assert (found or "").removeprefix("The ") == (name or "")


@pytest.mark.parametrize("phrase", ["the embattled bank", "a small family firm"])
def test_adjectives_that_no_list_knows_leave_a_description_whole(phrase: str) -> None:
    text = f"On Monday {phrase} said nothing."
    assert phrase in [text[m.start : m.end] for m in readings.read(article(text))[0].mentions]


def test_a_verb_before_a_noun_is_no_adjective() -> None:
    text = "The men left bank."
    assert [text[m.start : m.end] for m in readings.read(article(text))[0].mentions] == ["The men"]
