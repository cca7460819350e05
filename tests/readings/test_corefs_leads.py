"""Antecedents in stories with several people about one matter: kin, offices in apposition, whose paragraph it is."""

from __future__ import annotations

from test_corefs import links


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


def test_an_office_in_apposition_explains_whose_brother_it_is() -> None:
    text = "Peter Brekke wept. Hours later his sister, the governor, left. “Enough,” Governor Mary Brekke said."
    assert ("his sister", "Governor Mary Brekke") in links(text)


def test_who_gives_only_a_first_name_has_it() -> None:
    assert ("Their steward", "Torvil") in links("Their steward, who gave his name only as Torvil, said no.")


def test_the_judge_of_the_opening_is_the_one_with_the_title() -> None:
    text = (
        "A federal judge on Thursday refused to silence the lawyers in the harbour case, and told them all to hush.\n"
        "“I have work to do,” Judge Orla Fenn said."
    )
    assert ("A federal judge", "Judge Orla Fenn") in links(text)


def test_who_speaks_at_the_opening_s_end_is_named_next() -> None:
    text = (
        "Dockers will leave every quay in the county in May unless the money comes, the union's manager warned.\n"
        "Orla Fenn said that 40 men had been idle."
    )
    assert ("the union's manager", "Orla Fenn") in links(text)


def test_the_minister_of_two_is_neither_from_afar() -> None:
    text = (
        "Trade Minister Orla Fenn met Health Minister Peter Brekke. Rain fell. Rain fell on. It was May. The quay was "
        "shut. The minister left."
    )
    assert ("The minister", None) in links(text)


def test_it_said_is_no_outside_firm_just_hired() -> None:
    text = "Lund Dredging Group said no. It has hired an outside firm to look, it said."
    assert ("it", "Lund Dredging Group") in links(text)


def test_it_says_is_nobody_whom_a_preposition_governs() -> None:
    text = "The offer to the Lund Group was set out in a memo of the Harbour Office. It says nothing."
    assert ("It", None) in links(text)


def test_a_paper_before_its_sort_is_that_paper() -> None:
    assert ("The Varle Courier newspaper", "Varle Courier") in links("The Varle Courier newspaper said so in May.")
