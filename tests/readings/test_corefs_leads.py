"""Antecedents in stories with several people about one matter: kin, offices in apposition, whose paragraph it is."""

from __future__ import annotations

from onrecord.nouns import Region
from onrecord.readings import corefs, names, quotes, sentences


def links(text: str) -> list[tuple[str, str | None]]:
    lines: list[tuple[int, int, Region]] = []
    start = 0
    for line in text.split("\n"):
        lines.append((start, start + len(line), "body"))
        start += len(line) + 1
    stops = sentences.split(text, lines)
    found = corefs.resolve(text, stops, quotes.find(text, lines), names.find(text, lines, stops))
    words = [text[m.start : m.end] for m in found]
    return [(word, None if m.antecedent is None else words[m.antecedent]) for word, m in zip(words, found, strict=True)]


def test_an_owner_is_nobody_s_apposition() -> None:
    found = links("They took her to be Orla Fenn, the governor's sister. The governor left.")
    assert ("the governor's sister", "Orla Fenn") in found
    assert ("the governor", None) in found
    assert ("The governor", "Orla Fenn") not in found


def test_a_speaker_behind_a_name_that_ends_a_clause_is_no_apposition() -> None:
    found = links("Its men will stay away until work goes on for Orla Fenn, the dockers' chairman warned.")
    assert ("the dockers' chairman", None) in found


def test_an_office_that_begins_with_a_body_belongs_to_the_person_behind_it() -> None:
    found = links("The governor’s brother, Harbour Works Director Peter Brekke, was away.")
    assert any(word == "The governor’s brother" and of and of.endswith("Peter Brekke") for word, of in found)


def test_that_engineer_is_the_engineer_just_told_of() -> None:
    found = links("It was granted though its own engineer said no. That engineer, Orla Fenn, has left.")
    assert ("its own engineer", "Orla Fenn") in found


def test_the_lead_named_last_is_meant_by_the_surname() -> None:
    text = "Peter Brekke wept. His sister, Governor Mary Brekke, left. Peter Brekke will stay. Then Brekke sat down."
    assert ("Brekke", "Peter Brekke") in links(text)


def test_a_pronoun_keeps_to_its_paragraph() -> None:
    text = (
        "Peter Brekke said no. He has a boat, and he said he would sail. “The sea,” his letter ends, “is calm.”\n"
        "Harbour chief Torvilan Oake will follow. He vowed to mend the quay."
    )
    assert ("He", "Torvilan Oake") in links(text)


def test_whoever_a_clause_about_another_names_is_not_the_subject() -> None:
    text = (
        "Mayor Peter Brekke left. He said he was ill.\n"
        "Chief Torvilan Oake, who fought the mayor for years, called it a lie. He will ask for an inquiry."
    )
    assert ("He", "Chief Torvilan Oake") in links(text)
