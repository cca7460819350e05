"""What a sentence's verbs say that one actor did to another."""

from __future__ import annotations

import pytest
from tied_pages import draw

from onrecord.nouns import Tie


def said(found: list[Tie]) -> list[tuple[str, str, str, str]]:
    return sorted((tie.actor, tie.type, tie.target, tie.sign) for tie in found)


@pytest.mark.parametrize(
    ("text", "tie"),
    [
        ("{Ann Roe} praised {Bo Lind} for his patience.", ("Ann Roe", "praises", "Bo Lind", "+")),
        ("{Ann Roe} sued her partner, {Bo Lind}, over the lease.", ("Ann Roe", "sues", "Bo Lind", "-")),
        ("{Ann Roe}, head of {Ardent}, fired {Bo Lind}.", ("Ann Roe", "dismisses", "Bo Lind", "-")),
        ("On Friday {Ann Roe} met with {Bo Lind} in Varn.", ("Ann Roe", "meets", "Bo Lind", "0")),
        ("{Ann Roe} has been in regular contact with {Bo Lind}.", ("Ann Roe", "meets", "Bo Lind", "+")),
        ("{Ann Roe} fell out with {Bo Lind} over the harbour.", ("Ann Roe", "clashes", "Bo Lind", "-")),
        ("{Ann Roe} asked {Bo Lind} to leave.", ("Ann Roe", "requests", "Bo Lind", "0")),
        ("{Ann Roe} donated 4,000 crowns to {Ardent}.", ("Ann Roe", "donates", "Ardent", "+")),
        ("{Ann Roe} made {Bo Lind} her chief of staff.", ("Ann Roe", "appoints", "Bo Lind", "+")),
        ("{Ann Roe} sent a copy of it to {Bo Lind}.", ("Ann Roe", "informs", "Bo Lind", "0")),
        ("{Ann Roe} rejected an offer from {Bo Lind}.", ("Ann Roe", "rejects", "Bo Lind", "-")),
        ("{Norland} awarded {Ardent} a medal.", ("Norland", "supports", "Ardent", "+")),
        ("{Ann Roe} dismissed {The Kestrel}'s report as gossip.", ("Ann Roe", "denies", "The Kestrel", "-")),
        ("{Ann Roe} called on {Bo Lind} to answer.", ("Ann Roe", "requests", "Bo Lind", "0")),
        ("{Ann Roe} called on Monday for {Bo Lind} to step down.", ("Ann Roe", "rejects", "Bo Lind", "-")),
        ("{Ann Roe} threatened, if he spoke, to ruin {Bo Lind}.", ("Ann Roe", "threatens", "Bo Lind", "-")),
    ],
)
def test_a_verb_between_two_actors_ties_them(text: str, tie: tuple[str, str, str, str]) -> None:
    assert said(draw(text)) == [tie]


def test_a_passive_turns_the_two_round() -> None:
    assert said(draw("{Bo Lind} was appointed by {Ann Roe}.")) == [("Ann Roe", "appoints", "Bo Lind", "+")]


def test_a_relative_clause_belongs_to_the_name_before_it() -> None:
    found = draw("{Cy Oddy} spoke after {Ann Roe}, who had sacked {Bo Lind}, left.")
    assert said(found) == [("Ann Roe", "dismisses", "Bo Lind", "-")]


def test_a_second_verb_takes_the_subject_over_an_aside() -> None:
    found = draw("{Ann Roe} sacked {Bo Lind}, days after {Cy Oddy} wrote to her, and thanked {Di Penn}.")
    assert said(found) == [("Ann Roe", "dismisses", "Bo Lind", "-"), ("Ann Roe", "thanks", "Di Penn", "+")]


@pytest.mark.parametrize(
    "text",
    [
        "{Ann Roe} has never met {Bo Lind}.",
        "{Ann Roe} would sue {Bo Lind}.",
        "{Ann Roe} refused to thank {Bo Lind}.",
        "Asked whether {Ann Roe} praised {Bo Lind}, they laughed.",
    ],
)
def test_what_is_denied_wished_or_asked_is_no_tie(text: str) -> None:
    assert draw(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "A lawyer for {Ann Roe} praised {Bo Lind}.",  # the lawyer did
        "{Ann Roe}'s lawyer praised {Bo Lind}.",
        "{Ann Roe} said the board fired {Bo Lind}.",  # the board did
        "{Ann Roe} sued the {Norland} minister.",  # the minister was
        "{?=?} praised {Bo Lind}.",  # nobody knows who
        "{Ann Roe} bombed, {Bo Lind} won.",
    ],
)
def test_an_unclear_subject_or_object_makes_no_tie(text: str) -> None:
    assert draw(text) == []


def test_a_name_that_looks_like_a_verb_is_none() -> None:
    assert draw("{Ann Roe} and Sue {Bo Lind} came late to the hearing in town.") == []


def test_the_two_men_are_the_last_two_named() -> None:
    found = draw("{Ann Roe} runs {Ardent} and {Bo Lind} the rest.\nThe two met in Varn.")
    assert said(found) == [("Ann Roe", "meets", "Bo Lind", "0")]


def test_the_tie_is_dated_by_its_own_clause() -> None:
    found = draw("[On Monday|2024-05-06] it rained, and [in 2019|2019-01-01/2019-12-31] {Ann Roe} sued {Bo Lind}.")
    assert [(tie.when and tie.when.from_) for tie in found] == ["2019-01-01"]


def test_the_deadline_of_a_request_is_not_its_date() -> None:
    found = draw("{Ann Roe} asked {Bo Lind} to report [on 9 May|2024-05-09].")
    assert [tie.when for tie in found] == [None]


def test_a_country_does_what_those_who_govern_it_do() -> None:
    assert said(draw("Later {Varn} awarded {Ardent} a licence.")) == [("Varn", "supports", "Ardent", "+")]


def test_what_is_done_in_a_country_is_not_done_to_it() -> None:
    assert draw("{Ann Roe} praised {Varn}.") == []


def test_his_where_the_doer_is_barred_is_the_only_other_named() -> None:
    found = draw("{Ann Roe}, who appointed {Bo Lind} and praised {his=?} patience, left.")
    assert ("Ann Roe", "praises", "Bo Lind", "+") in said(found)


def test_his_where_two_others_are_named_is_nobody() -> None:
    found = draw("{Ann Roe} met {Bo Lind} and {Cy Oddy} and praised {his=?} patience.")
    assert "praises" not in [kind for _, kind, _, _ in said(found)]


def test_who_behind_a_place_is_not_the_place() -> None:
    assert draw("Senator Cy Oddy of {Varn}, who criticised {Bo Lind}, left.") == []
