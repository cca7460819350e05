"""Which statements become one claim, and how they stand to it."""

from __future__ import annotations

from random import Random

from claims_desk import Desk, Said, desk
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.nouns import Mention, Reading

FERRY = "the ferry Anouk lost both engines off Cape Marrow"


def test_the_same_thing_in_other_words_is_one_claim() -> None:
    story = desk(
        Gull=[Said("Tove Lind", "said", "the ferry Anouk lost both engines near Cape Marrow")],
        Heron=[Said("Tove Lind", "said", "both engines of the ferry Anouk were lost off Cape Marrow")],
        Swift=[Said("Omar Reyes", "said", "the town library closes for repairs in autumn")],
    )
    claims = story.claims()
    assert sorted(len(c.statements) for c in claims) == [1, 2]
    assert story.claim_of("the ferry").outlets == 2
    assert story.claim_of("the ferry").articles == 2


def test_a_denial_in_the_claims_words_denies_it() -> None:
    story = desk(
        Gull=[
            Said("Tove Lind", "said", FERRY),
            Said("Marrow Lines", "denied", "that the ferry Anouk lost both engines", act="denies"),
        ]
    )
    assert story.stances(FERRY) == {FERRY: "asserts", "that the ferry Anouk lost both engines": "denies"}
    assert story.claim_of(FERRY).disputed


def test_a_negated_answer_denies_what_it_negates() -> None:
    story = desk(
        Gull=[
            Said("Tove Lind", "said", FERRY),
            Said("Marrow Lines", "said", "the ferry Anouk did not lose its engines", act="denies"),
        ]
    )
    assert story.stances(FERRY)["the ferry Anouk did not lose its engines"] == "denies"


def test_a_denial_that_only_points_denies_what_stands_before_it() -> None:
    story = desk(
        Gull=[
            Said("Omar Reyes", "said", "the town library closes for repairs in autumn"),
            Said("Tove Lind", "said", FERRY),
            Said("Marrow Lines", "denied", "it", act="denies"),
        ]
    )
    assert story.stances(FERRY)["it"] == "denies"
    assert "it" not in story.stances("the town library")


def test_a_dismissed_report_is_the_one_the_outlet_told() -> None:
    story = desk(
        Gull=[
            Said("The Heron", "reported", FERRY, kind="outlet"),
            Said("Omar Reyes", "said", "the town library closes for repairs in autumn"),
            Said("Marrow Lines", "called", "the report false", act="denies"),
        ]
    )
    assert story.stances(FERRY)["the report false"] == "denies"


def test_a_denial_with_its_own_version_makes_a_claim_of_it_as_well() -> None:
    own = "I spent one lunch with the captain on a windy pier"
    story = desk(
        Gull=[
            Said("The Heron", "reported", "the minister took money from captain Lind every month", kind="outlet"),
            Said("Ada Quist", "called", "the report false", act="denies"),
            Said("Ada Quist", "said", own, act="denies", mode="direct"),
        ]
    )
    rows = [{s.id: s.stance for s in c.statements} for c in story.claims()]
    denial = story.said(own).id
    assert sorted(row[denial] for row in rows if denial in row) == ["asserts", "denies"]


def test_another_version_of_what_others_say_denies_it() -> None:
    story = desk(
        Gull=[
            Said("The Heron", "reported", "the minister met ferry captain Lind every month", kind="outlet"),
            Said("Ada Quist", "said", "I met the ferry captain Lind twice", act="denies", mode="direct"),
        ]
    )
    assert story.stances("the minister met")["I met the ferry captain Lind twice"] == "denies"


def test_a_denial_alone_with_a_rejecting_cue_still_denies() -> None:
    story = desk(Gull=[Said("Marrow Lines", "denied", "dumping oil in the bay at night", act="denies")])
    assert story.stances("dumping")["dumping oil in the bay at night"] == "denies"


def test_other_numbers_are_another_claim_and_say_so() -> None:
    story = desk(
        Gull=[Said("Tove Lind", "said", "the harbour repair will cost 3.8 million euros this year")],
        Heron=[Said("Tove Lind", "said", "the harbour repair will cost 38 million euros this year")],
    )
    first, second = (story.claim_of(s.text) for s in story.statements)
    assert first.id != second.id
    cheap = first if "3.8" in first.text else second
    assert [v.differs for v in cheap.variants] == ["says 38 million EUR where this says 3.8 million EUR"]


def test_a_lost_not_is_another_claim_and_says_so() -> None:
    story = desk(
        Gull=[Said("the inspectors", "said", "the captain was not warned about the storm over Cape Marrow")],
        Heron=[Said("the inspectors", "said", "the captain was warned about the storm over Cape Marrow")],
    )
    told = story.claim_of("the captain was warned")
    assert [v.differs for v in told.variants] == ["says that it is not so"]


def _met(story: Desk, claim: str) -> dict[str, str]:
    texts = {s.id: s.text for s in story.statements}
    return {texts[s.id]: s.meets for s in story.claim_of(claim).statements}


BRIBE = "Ada Quist took money from the ferry line Marrow"
DENIED = Said("Ada Quist", "denied", "taking money from the ferry line Marrow", act="denies", day="2030-05-01")


def test_a_denial_said_before_the_claim_is_before() -> None:
    later = Said("Ada Quist", "denied", "she took money from the ferry line Marrow", act="denies", day="2031-03-04")
    story = desk(Gull_2031_03_04=[Said("Tove Lind", "said", BRIBE, day="2031-03-03"), later], Tern_2030_05_02=[DENIED])
    assert _met(story, BRIBE) == {BRIBE: "true", later.what: "true", DENIED.what: "before"}


def test_a_claim_whose_day_only_its_page_tells_is_no_later_than_a_denial() -> None:
    story = desk(Gull_2031_03_04=[Said("Tove Lind", "said", BRIBE)], Tern_2030_05_02=[DENIED])
    assert _met(story, BRIBE)[DENIED.what] == "true"


def test_a_denial_told_beside_the_claim_is_not_before_it() -> None:
    story = desk(Gull_2031_03_04=[Said("Tove Lind", "said", BRIBE, day="2031-03-03"), DENIED])
    assert _met(story, BRIBE)[DENIED.what] == "true"


def test_a_demand_and_its_refusal_are_two_claims() -> None:
    refusal = "I did nothing wrong and I will not leave as warden Quist"
    story = desk(
        Gull=[Said("Tove Lind", "said", "Ada Quist should leave as warden")],
        Tern=[Said("Ada Quist", "said", refusal, mode="direct")],
    )
    assert story.stances(refusal) == {refusal: "asserts"}


def test_a_not_about_something_else_denies_nothing() -> None:
    told, remark = "toll prices will rise by a tenth", "Nobody likes a price rise"
    story = desk(Gull=[Said("Ada Quist", "said", told), Said("Ada Quist", "said", remark, mode="direct")])
    assert "denies" not in story.stances(told).values()


def test_the_words_of_a_claim_are_those_of_one_who_asserts_it() -> None:
    told, answer = "Ada Quist took money from the ferry line Marrow in cash", "she took money from the ferry line"
    denials = [Said("Ada Quist", "denied", answer, act="denies")]
    story = desk(Gull=[Said("Tove Lind", "said", told)], Tern=denials, Rook=denials, Auk=denials)
    claim = story.claim_of(told)
    assert (claim.text, story.stances(told)) == (told, {told: "asserts", answer: "denies"})


def test_a_denial_that_a_copy_turns_round_is_nobodys_word() -> None:
    told, what = "Ada Quist took money from the ferry line Marrow", "she took money from the ferry line"
    story = desk(
        Gull=[Said("Tove Lind", "said", told), Said("Ada Quist", "denied", what, act="denies")],
        Tern=[Said("Tove Lind", "said", told), Said("Ada Quist", "confirmed", what, act="confirms")],
    )
    who = {s.id: s.speaker.text for s in story.statements if s.speaker}
    stands = story.copied("Gull", "Tern").claim_of(told).statements
    assert {s.stance for s in stands if who[s.id] == "Ada Quist"} == {"denies"}


def test_a_denial_of_everything_stands_with_no_claim() -> None:
    told = "the ferry Anouk carried no lifeboats"
    story = desk(Gull=[Said("Tove Lind", "said", told), Said("Ada Quist", "denied", "everything", act="denies")])
    assert story.stances(told) == {told: "asserts"}


def test_an_office_in_common_is_no_claim_in_common() -> None:
    praise, doubt = "the council leader can read a chart", "the council leader slept badly"
    story = desk(Gull=[Said("Tove Lind", "said", praise)], Tern=[Said("Odo Marr", "said", doubt)])
    assert story.stances(praise) == {praise: "asserts"}


def test_a_not_so_said_of_a_claim_denies_it() -> None:
    answer = "the ferry Anouk had not lost an engine near the cape that night"
    story = desk(Gull=[Said("Tove Lind", "said", FERRY), Said("the Anouk's captain", "said", answer)])
    assert story.stances(FERRY)[answer] == "denies"


def test_a_confirmed_fragment_meets_the_claim_in_part() -> None:
    story = desk(
        Gull=[Said("Tove Lind", "said", FERRY), Said("the coastguard", "confirmed", "the engines", act="confirms")]
    )
    (claim,) = story.claims()
    assert {s.meets for s in claim.statements if s.id == story.said("the engines").id} == {"partial"}


def test_what_a_relative_clause_tells_in_passing_makes_no_claim_in_common() -> None:
    story = desk(
        Gull=[Said("Tove Lind", "said", "Omar Reyes, whose company repairs harbour cranes in Orme, won the chess cup")],
        Heron=[Said("Ada Quist", "said", "the company that repairs harbour cranes in Orme is bankrupt")],
    )
    assert [len(c.statements) for c in story.claims()] == [1, 1]


def test_people_in_common_are_no_claim_in_common() -> None:
    story = desk(
        Gull=[Said("the clerk", "said", "Ada Quist met Omar Reyes")],
        Heron=[Said("the clerk", "said", "Omar Reyes sued Ada Quist")],
    )
    named = [
        Reading(
            article=a.id,
            reader="t",
            sentences=(),
            quotes=(),
            attributions=(),
            mentions=tuple(
                Mention(start=a.text.index(name), end=a.text.index(name) + len(name), type="person", form="name")
                for name in ("Ada Quist", "Omar Reyes")
            ),
        )
        for a in story.articles
    ]
    assert [len(c.statements) for c in story._replace(readings=named).claims()] == [1, 1]


def test_silences_and_bare_requests_make_no_claim() -> None:
    story = desk(
        Gull=[
            Said("Marrow Lines", "did not answer", "questions about the ferry engines", act="no_response"),
            Said("Tove Lind", "asked for", "a larger pier for the northern ferry", act="requests"),
        ]
    )
    assert story.claims() == []


def test_the_text_of_a_claim_stands_on_a_page() -> None:
    story = desk(Gull=[Said("Tove Lind", "said", FERRY)], Heron=[Said("Tove Lind", "said", FERRY + " at night")])
    (claim,) = story.claims()
    assert any(claim.text == piece.text for s in story.statements for piece in s.content)


def test_one_term_in_common_is_no_claim_in_common() -> None:
    story = desk(
        Gull=[Said("Tove Lind", "said", "ferry fares rise")], Heron=[Said("Omar Reyes", "said", "ferry captains drink")]
    )
    assert [len(c.statements) for c in story.claims()] == [1, 1]


WORDS = ["ferry", "engine", "captain", "storm", "pier", "money", "court", "vote", "paid", "refused", "not", "12", "30"]
LINES = st.lists(
    st.tuples(
        st.lists(st.sampled_from(WORDS), min_size=1, max_size=6),
        st.sampled_from(["says", "denies", "evades", "requests"]),
    ),
    min_size=1,
    max_size=6,
)


def _random_desk(papers: list[list[tuple[list[str], str]]]) -> Desk:
    return desk(
        **{
            f"Paper{n}": [Said(f"Person {k}", "said", " ".join(what), act=act) for k, (what, act) in enumerate(lines)]  # type: ignore[arg-type]
            for n, lines in enumerate(papers)
        }
    )


@settings(max_examples=40, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=4), st.randoms(use_true_random=False))
def test_the_order_of_the_input_does_not_matter(papers: list[list[tuple[list[str], str]]], random: Random) -> None:
    story = _random_desk(papers)
    mixed = Desk(*(random.sample(rows, len(rows)) for rows in story))  # type: ignore[arg-type]
    assert story.claims() == mixed.claims()


@settings(max_examples=40, deadline=None)
@given(st.lists(LINES, min_size=1, max_size=4))
def test_ids_are_unique_and_members_exist(papers: list[list[tuple[list[str], str]]]) -> None:
    story = _random_desk(papers)
    claims, known = story.claims(), {s.id for s in story.statements}
    assert len({c.id for c in claims}) == len(claims)
    assert {s.id for c in claims for s in c.statements} <= known
    assert all(v.claim in {c.id for c in claims} for c in claims for v in c.variants)
