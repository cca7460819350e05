"""Mentions: what counts as a name, which type the words show, which noun phrases and pronouns refer."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.nouns import Mention, Region
from onrecord.readings import names, sentences


def lines(text: str, first: Region = "body") -> list[tuple[int, int, Region]]:
    out: list[tuple[int, int, Region]] = []
    start = 0
    for number, line in enumerate(text.split("\n")):
        out.append((start, start + len(line), "body" if number else first))
        start += len(line) + 1
    return out


def mentions(text: str, first: Region = "body") -> list[tuple[str, Mention]]:
    told = lines(text, first)
    return [(text[m.start : m.end], m) for m in names.find(text, told, sentences.split(text, told))]


def found(text: str, form: str, first: Region = "body") -> list[str]:
    return [words for words, mention in mentions(text, first) if mention.form == form]


def types(text: str) -> dict[str, str]:
    return {words: mention.type for words, mention in mentions(text) if mention.form == "name"}


def test_a_title_belongs_to_the_name() -> None:
    assert found("Yesterday Gen. Orla Fenn met Mr Brekke.", "name") == ["Gen. Orla Fenn", "Mr Brekke"]


def test_an_everyday_word_that_opens_a_sentence_is_no_name() -> None:
    assert found("Governments lean on owners. Remember that.", "name") == []


def test_a_name_that_opens_a_sentence_and_speaks_is_one() -> None:
    assert found("Brekke said the ship was sound.", "name") == ["Brekke"]


def test_days_and_months_are_no_names() -> None:
    assert found("They met on Monday and again in October.", "name") == []


def test_headline_capitals_count_only_where_the_body_knows_the_name() -> None:
    text = "Owner Fenn Quits Over Missing Cargo\nYesterday Orla Fenn left the firm."
    assert found(text, "name", "headline") == ["Fenn", "Orla Fenn"]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The ship was insured by the Varle Mutual.", "Varle Mutual", "organisation"),
        ("She wrote to the Ministry of Ports and Fisheries.", "Ministry of Ports and Fisheries", "organisation"),
        ("It was first told by The Varle Gazette.", "The Varle Gazette", "outlet"),
        ("He asked the law firm Dunn & Oake for help.", "Dunn & Oake", "organisation"),
        ("He posted it on the social network Chirrup.", "Chirrup", "product"),
        ("They asked the Kremlin again.", "Kremlin", "government"),
        ("The crew lives in Brasmar.", "Brasmar", "place"),
        ("They spoke to Torvil Brasmar, 44, a diver.", "Torvil Brasmar", "person"),
        ("A spokeswoman, Quilla Oake, would not say.", "Quilla Oake", "person"),
        ("Many Democrats left.", "Democrats", "group"),
        ("It breaks the Open Harbours Act.", "Open Harbours Act", "document"),
    ],
)
def test_words_beside_and_inside_a_name_tell_its_type(text: str, name: str, kind: str) -> None:
    assert types(text)[name] == kind


def test_a_surname_alone_has_the_type_of_the_full_name() -> None:
    assert types("They met Orla Fenn. Later they asked Fenn again.")["Fenn"] == "person"


def test_a_land_is_told_by_the_adjective_made_from_it() -> None:
    assert types("The fleet left Brasmaria at night. Two Brasmarian officials watched.")["Brasmaria"] == "place"


def test_a_name_goes_on_after_of_and_an_ampersand_but_not_over_a_possessive() -> None:
    assert found("We asked the Bank of Varle and Dunn & Oake about Varle's Harbour Office.", "name") == [
        "Bank of Varle", "Dunn & Oake", "Varle", "Harbour Office",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("It was told by six people familiar with the plan.", "six people familiar with the plan"),
        ("A spokesman for the Brasmar Embassy in Varle said no.", "A spokesman for the Brasmar Embassy in Varle"),
        ("The retired diver told the billionaire so.", "the billionaire"),
        ("A former trade ministry official agreed.", "A former trade ministry official"),
        ("One of the directors left.", "One of the directors"),
        ("Mr Brekke's office would not say.", "Mr Brekke's office"),
        ("Tax filings show it.", "Tax filings"),
        ("They asked the chief operating officer.", "the chief operating officer"),
        ("It was seen by a person who knows the payroll closely.", "a person who knows the payroll closely"),
    ],
)
def test_noun_phrases_are_held_whole(text: str, phrase: str) -> None:
    assert phrase in found(text, "nominal")


def test_the_reason_for_anonymity_is_no_part_of_the_phrase() -> None:
    assert found("It was seen by a diver who asked not to be named.", "nominal") == ["a diver"]


def test_pronouns_are_mentions() -> None:
    assert found("She told him that they left it.", "pronoun") == ["She", "him", "they", "it"]


@settings(max_examples=60)
@given(
    st.lists(
        st.sampled_from(
            ["Orla", "Fenn", "the", "of", "said", "“", "”", ".", "Mr.", "company", "He", "Ministry", "&", "\n", "'s"]
        ),
        max_size=30,
    )
)
def test_mentions_stand_where_they_say_and_in_order(words: list[str]) -> None:
    text = " ".join(words)
    last = (0, 0)
    for said, mention in mentions(text):
        assert said == said.strip() != ""
        assert "\n" not in said
        assert last <= (mention.start, -mention.end) or last[0] <= mention.start
        last = (mention.start, -mention.end)


def test_a_name_of_two_thousand_words_is_no_name() -> None:
    assert all(len(words) < 200 for words, _ in mentions("They met " + "Orla " * 2_000 + "there."))


def test_a_place_of_office_is_no_part_of_the_name_behind_it() -> None:
    assert found("They met the ambassador to Norway Carl Oake there.", "name") == ["Norway", "Carl Oake"]


def test_initials_without_stops_belong_to_the_name() -> None:
    assert found("The lawyers and R K Oake came.", "name") == ["R K Oake"]


def test_a_month_behind_a_given_name_is_a_surname() -> None:
    assert found("They met Anna May on May 4.", "name") == ["Anna May"]


def test_several_members_by_one_title_are_people() -> None:
    assert types("They met Senators Orla Fenn and Carl Oake.") == {
        "Senators Orla Fenn": "person",
        "Carl Oake": "person",
    }


def test_a_team_of_somebody_is_not_somebody() -> None:
    assert types("They asked Team Oake again.")["Team Oake"] == "organisation"


def test_a_hyphened_second_name_is_a_person_s() -> None:
    assert types("They saw Quorl Jia-min there.")["Quorl Jia-min"] == "person"


def test_a_university_may_be_called_after_a_king() -> None:
    assert types("They saw the King Oake University there.")["King Oake University"] == "organisation"


def test_a_whip_is_no_part_of_a_name() -> None:
    assert types("They asked Minority Whip Orla Fenn.")["Minority Whip Orla Fenn"] == "person"


def test_a_federal_office_keeps_its_country() -> None:
    assert "U.S. Attorney Orla Fenn" in found("A spokesman for U.S. Attorney Orla Fenn said no.", "name")


def test_a_union_s_branch_has_a_number() -> None:
    assert types("They met the Dockers’ Local 12 again. Yesterday Local 12 voted.") == {
        "Dockers’ Local 12": "organisation",
        "Local 12": "organisation",
    }


def test_a_body_called_after_a_person_is_no_person() -> None:
    told = types("They met Orla Brekke. Brekke said no. Later Brekke Solvane said yes.")
    assert told["Brekke Solvane"] == "organisation"


def test_a_chief_economist_s_name_has_no_economist_in_it() -> None:
    assert found("They met Lund Chief Economist Orla Fenn.", "name") == [
        "Lund",
        "Chief Economist Orla Fenn",
    ]


def test_each_clause_of_a_headline_may_have_its_office() -> None:
    assert "mayor" in found("Quay shut in Varle; mayor says why\nMore of it.", "nominal", "headline")
