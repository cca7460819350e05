"""Antecedents that family words or the whole article tell."""

from __future__ import annotations

from onrecord.nouns import Region
from onrecord.readings import corefs, names, quotes, sentences


def links(text: str) -> dict[str, str | None]:
    lines: list[tuple[int, int, Region]] = [(0, len(text), "body")]
    stops = sentences.split(text, lines)
    found = corefs.resolve(text, stops, quotes.find(text, lines), names.find(text, lines, stops))
    words = [text[m.start : m.end] for m in found]
    return {word: None if m.antecedent is None else words[m.antecedent] for word, m in zip(words, found, strict=True)}


def test_her_father_is_the_man_whose_daughter_she_is_said_to_be() -> None:
    told = links("Anna Fenn, a daughter of the builder Piet Fenn, left on Monday. Her father did not respond.")
    assert told["Her father"] == "Piet Fenn"


def test_her_father_stays_open_where_no_family_is_told() -> None:
    assert links("Anna Fenn met Piet Brekke on Monday. Her father did not respond.")["Her father"] is None


def test_a_body_called_by_its_noun_before_its_name_is_found() -> None:
    told = links("Yesterday the commission said no. The Norrsund Ports Commission met again in May.")
    assert told["the commission"] == "Norrsund Ports Commission"


def test_a_house_that_a_body_is_known_by_is_the_body() -> None:
    told = links("The Tide House, as the commission is known, said no. The Varle Ports Commission met.")
    assert told["Tide House"] == "Varle Ports Commission"


def test_a_party_is_no_short_form_of_its_branch() -> None:
    assert links("They joined the Varle Democrats. Later the Democrats lost.")["Democrats"] is None
