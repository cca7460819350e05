"""Which denials dispute a claim, and which stand near one by chance."""

from __future__ import annotations

import pytest
from claims_desk import Said, desk


def _disputed(*lines: Said) -> list[str]:
    return [claim.text for claim in desk(Gull=list(lines)).claims() if claim.disputed]


def test_a_denial_in_the_claims_own_words_disputes_it() -> None:
    told = Said("Ada Quill", "said", "the ferry company had hidden the inspection report")
    assert _disputed(told, Said("Bram Oster", "denied", "the company had hidden the inspection report", "denies"))


@pytest.mark.parametrize("what", ["everything", "that through a lawyer", "through a lawyer", "both"])
def test_a_denial_of_nothing_in_particular_disputes_nothing(what: str) -> None:
    told = Said("Ada Quill", "said", "We should tell the city before we tell the lawyers", mode="direct")
    assert not _disputed(told, Said("Bram Oster", "denied", what, "denies"))


def test_a_pointing_denial_meets_what_was_just_said_of_whoever_denies() -> None:
    told = Said("Ada Quill", "said", "Bram Oster had sold the lighthouse twice")
    assert _disputed(told, Said("Bram Oster", "denied", "it", "denies"))


def test_a_pointing_denial_meets_nothing_said_of_somebody_else() -> None:
    told = Said("Ada Quill", "said", "Carl Venn had sold the lighthouse twice")
    assert not _disputed(told, Said("Bram Oster", "denied", "it", "denies"))


def test_remarks_that_share_a_person_are_no_dispute() -> None:
    told = Said("Ada Quill", "said", "she had confidence in the mayor of Quay")
    assert not _disputed(told, Said("Bram Oster", "denied", "the mayor of Quay had hidden it", "denies"))


def test_nobody_disputes_what_they_claim_themselves_under_another_description() -> None:
    told = Said("The mayor of Quay", "accused", "of starting a whispering campaign over the harbour")
    assert not _disputed(told, Said("Quay mayor", "rejects", "whispering campaign over the harbour", "denies"))


def test_a_condition_is_no_claim_to_dispute() -> None:
    told = Said("Ada Quill", "says", "if the company hid the report let it show the letter")
    assert not _disputed(told, Said("Bram Oster", "denied", "the company hid the report or letter", "denies"))
