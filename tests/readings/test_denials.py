"""Denials: what is said not to be so counts as one only where it is said of the speaker."""

from __future__ import annotations

import pytest
from test_attributions import told


@pytest.mark.parametrize(
    "text",
    [
        "Oduya said she had never met him.",
        "The company said it had never paid anyone.",
        "The ministry said they had never paid anyone.",
        "“I didn't go,” Oduya said.",
        "Ardent Bank said it broke no law.",
        "Ardent Bank said that it had “no account in the name of Bo Lind and never has had”.",
        "“My clients do not own a single share,” Oduya, their lawyer, said.",
        "“No banned person has held an account with us since April,” Oduya said.",
        "“He never met her,” a spokesman for Oduya said.",
        "Oduya's office said the minister has never met her.",
    ],
)
def test_who_says_of_themselves_that_it_is_not_so_denies(text: str) -> None:
    assert [one.act for one in told(text)] == ["denies"]


@pytest.mark.parametrize(
    "text",
    [
        "Oduya said the bureau didn't find anything in the letters.",
        "“He didn't go,” Oduya said.",
        "Mrs. Oduya said he had not done it.",
        "Oduya said he did not recall the sale.",
        "Oduya said she had no knowledge of boats.",
        "Her supporters say he never really had a chance.",
    ],
)
def test_who_says_it_of_somebody_else_says(text: str) -> None:
    assert [one.act for one in told(text)] == ["says"]


@pytest.mark.parametrize(
    "text",
    [
        "Oduya denied the claims.",
        "Oduya rejected the report that he had paid.",
        "Oduya called the story “absurd”.",
        "Oduya described the report as a fabrication.",
        "Oduya dismissed the allegations as politics.",
        "Oduya rejected the idea that he had paid.",
        "The office said the report was not accurate.",
        "Oduya said that was not his view.",
        "Oduya said no such meeting took place.",
        "The palace insists it knew nothing.",
        "The company said it had no agreement with Lund.",
        "Oduya branded it a forgery.",
        "Oduya said she was not involved in the sale.",
    ],
)
def test_who_rejects_what_was_said_denies(text: str) -> None:
    assert [one.act for one in told(text)] == ["denies"]


@pytest.mark.parametrize(
    "text",
    [
        "Oduya rejected the plan to widen the harbour.",
        "Oduya described the report as a “good story” for the town.",
        "Oduya contradicted the denial.",
        "Oduya called the coast a “good story in a bad year”.",
        "Oduya called out the mayor for his supposed lies.",
        "“No one is writing songs for her,” Oduya said.",
        "The panel concluded that there was no single cause.",
        "“No member of ours should have to sail on it,” Oduya said.",
        "Oduya contradicts his boss.",
        "Oduya dismissed the mayor as a relic of the past.",
        "Oduya dismissed him as the worst of the lot.",
        "Oduya disavowed the mayor.",
        "Everything Oduya says is a lie.",
        "Oduya called the moon landing a hoax.",
        "Oduya rejected the idea of a second bridge.",
        "Oduya calls it her “responsibility pact”.",
        "Oduya said no decision had been made on the bridge.",
        "Oduya said the town was wrong to sell the bridge.",
        "“No Bridge Left Behind was a good song,” Oduya said.",
    ],
)
def test_who_turns_down_a_plan_or_names_a_report_does_not_deny(text: str) -> None:
    assert "denies" not in [one.act for one in told(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The court denied the request for bail.",
        "The board denied them a visa.",
        "The ministry denied him a fishing licence until June.",
    ],
)
def test_to_deny_somebody_what_they_asked_for_is_no_saying(text: str) -> None:
    assert told(text) == []


def test_what_a_correction_takes_back_is_nobodys_statement() -> None:
    assert told("Correction: an earlier version of this article said Mr Pell was the harbour master.") == []


@pytest.mark.parametrize(
    "text",
    [
        "Oduya said it would challenge the sale in whichever court sits first.",
        "Oduya says he will see the newspaper in court.",
        "She warned that she would otherwise close the bridge.",
        "Oduya warned that Local 12 would stop work unless it was paid.",
    ],
)
def test_who_says_what_they_will_do_to_somebody_threatens(text: str) -> None:
    assert [one.act for one in told(text)] == ["threatens"]


@pytest.mark.parametrize(
    "text",
    ["Oduya warned that the bridge would fall if nothing was done.", "Oduya warned that Lund would lose if she ran."],
)
def test_a_warning_of_what_others_will_do_is_none(text: str) -> None:
    assert [one.act for one in told(text)] == ["says"]
