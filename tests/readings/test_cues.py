"""Cues among the tokens of invented sentences."""

from __future__ import annotations

import pytest

from onrecord.readings import cues, units


def lemmas(text: str, titled: bool = False) -> list[tuple[str, str]]:
    unit = next(units.units(text, [(0, len(text), "body")], [(0, len(text))], ()))
    return [(cue.lemma, cue.form) for cue in cues.find(unit.tokens, titled)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Lund denied it.", ("deny", "past")),
        ("Lund replies that it fell.", ("reply", "s")),
        ("Lund, quipping that it fell, left.", ("quip", "ing")),
        ("Lund has sworn that it fell.", ("swear", "participle")),
        ("Lund called for an inquiry.", ("call for", "past")),
        ("The picture appears to show Lund.", ("show", "s")),
        ("The survey put it at nine.", ("put", "past")),
    ],
)
def test_every_inflection_leads_to_its_verb(text: str, found: tuple[str, str]) -> None:
    assert found in lemmas(text)


@pytest.mark.parametrize(
    "text", ["The report is due.", "Lund’s claims were few.", "The State House fell.", "She wants to say it."]
)
def test_nouns_and_infinitives_are_no_cues(text: str) -> None:
    assert lemmas(text) == []


def test_a_headlines_verb_may_have_a_capital() -> None:
    assert lemmas("Bridge Fell, Lund Says", titled=True) == [("say", "s")]
    assert lemmas("Bridge Fell, Lund Says") == []


def test_negation_and_passive_are_noted() -> None:
    text = "Lund did not deny it and was told of it."
    unit = next(units.units(text, [(0, len(text), "body")], [(0, len(text))], ()))
    assert [(cue.lemma, cue.negated, cue.passive) for cue in cues.find(unit.tokens)] == [
        ("deny", True, False), ("tell", False, True),
    ]  # fmt: skip
