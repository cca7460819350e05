"""Antecedents: which mentions of an article mean the same, and which stay open."""

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


def test_a_surname_means_the_full_name() -> None:
    assert ("Fenn", "Orla Fenn") in links("They met Orla Fenn. Later Fenn left.")


def test_an_honorific_tells_two_people_of_one_surname_apart() -> None:
    found = links("They met Peter Fenn and his sister, Mary Fenn. Mr Fenn left. Ms Fenn stayed.")
    assert ("Mr Fenn", "Peter Fenn") in found
    assert ("Ms Fenn", "Mary Fenn") in found


def test_a_bare_surname_of_two_people_stays_open() -> None:
    found = links("Yesterday Peter Fenn and Mary Fenn met in Varle. Later Fenn left.")
    assert ("Fenn", None) in found


def test_a_short_given_name_means_the_person_it_begins() -> None:
    assert ("Torv", "Torvilan Brekke") in links(
        "They met Torvilan Brekke. “We call him Torv there,” she said. Torv left."
    )


def test_an_acronym_means_the_body_whose_letters_it_has() -> None:
    assert ("NSO", "Northern Survey Office") in links(
        "She leads the Northern Survey Office. A reply from the NSO came."
    )


def test_an_apposition_is_the_name_beside_it() -> None:
    found = links("Quilla Oake, a spokeswoman for the club, said no. They asked the skipper, Torvil Brekke, again.")
    assert ("a spokeswoman for the club", "Quilla Oake") in found
    assert ("the skipper", "Torvil Brekke") in found


def test_an_office_means_who_holds_it() -> None:
    found = links("They met Gen. Orla Fenn and Minister Peter Brekke. The general left. The minister stayed.")
    assert ("The general", "Gen. Orla Fenn") in found
    assert ("The minister", "Minister Peter Brekke") in found


def test_a_former_holder_is_not_the_holder() -> None:
    assert ("The former minister", "Minister Peter Brekke") not in links(
        "They met Minister Peter Brekke. The former minister left."
    )


def test_the_company_is_the_company_and_no_ministry() -> None:
    found = links(
        "The Ministry of Ports fined Brekke Marine Ltd on Monday. The company paid. The ministry was pleased."
    )
    assert ("The company", "Brekke Marine Ltd") in found
    assert ("The ministry", "Ministry of Ports") in found


def test_the_newspaper_is_the_outlet() -> None:
    assert ("The newspaper", "The Varle Gazette") in links(
        "It was told by The Varle Gazette. The newspaper named nobody."
    )


def test_the_official_is_the_official_that_was_brought_in() -> None:
    assert ("The official", "a senior port official") in links("They asked a senior port official. The official knew.")


def test_a_pronoun_means_the_subject_of_its_gender() -> None:
    found = links("Ms Fenn wrote to Mr Brekke in May. She had no reply.")
    assert ("She", "Ms Fenn") in found


def test_a_pronoun_inside_a_quotation_stays_open() -> None:
    assert ("he", None) in links("Mr Brekke left. “Then he came,” Ms Fenn said.")


def test_they_are_the_people_of_the_sentence_before() -> None:
    found = links("Six people familiar with the plan spoke. They asked for nothing.")
    assert ("They", "Six people familiar with the plan") in found


def test_it_means_a_body_only_where_it_speaks() -> None:
    found = links("Brekke Marine Ltd would not pay. It said the ship was sound. It was raining.")
    assert [link for word, link in found if word == "It"] == ["Brekke Marine Ltd", None]


def test_his_company_is_the_one_he_was_introduced_with() -> None:
    found = links("Mr Torvil Brekke, the founder of the ferry line Norrsund Ltd, left. His company paid.")
    assert ("His company", "Norrsund Ltd") in found


def test_an_office_never_stands_for_the_place_before_it() -> None:
    assert ("The mayor of Turmouth", "TURMOUTH") not in links("TURMOUTH – The mayor of Turmouth denied it on Monday.")


def test_a_town_is_no_form_of_its_paper() -> None:
    assert ("Turmouth", "Turmouth Herald") not in links("They read the Turmouth Herald. Later they left Turmouth.")


def test_a_campaign_group_is_not_the_company() -> None:
    found = links("They rang Norrsund Waterworks. Kestwell, a campaign group, said it would sue the company.")
    assert ("the company", "Norrsund Waterworks") in found


def test_who_said_something_last_is_meant_by_he_said() -> None:
    told = "Councillor Carl Oake, a friend of Fenn, said no. All is lost, he said."
    found = links(f"Peter Fenn met Peter Brekke. Fenn won. Fenn lost. {told}")
    assert found[-1] == ("he", "Councillor Carl Oake")


def test_a_long_quotation_puts_nobody_out_of_reach() -> None:
    found = links("Peter Fenn spoke. “It rained. It poured. The river rose. The bridge fell. We ran.” He added little.")
    assert found[-1] == ("He", "Peter Fenn")


def test_an_owner_is_not_who_a_pronoun_means() -> None:
    found = links("Asked about Carl Oake’s death, Carl Brekke said that he knew nothing.")
    assert found[-1] == ("he", "Carl Brekke")


def test_the_object_of_a_verb_is_not_its_subject() -> None:
    found = links("They met Mary Oake. While Brekke held a dinner for her, nobody came.")
    assert ("her", "Mary Oake") in found


def test_a_house_is_not_short_for_the_one_with_a_colour() -> None:
    found = links("The White House said no. Later the House voted.")
    assert ("House", "White House") not in found


def test_a_word_before_a_name_makes_nobody_else_of_it() -> None:
    assert ("Host Carl Oake", "Carl Oake") in links("They met Carl Oake. Host Carl Oake left.")


def test_an_initial_is_one_of_a_woman_s_name_too() -> None:
    assert ("J. Fenn", "Josephine Fenn") in links("They met Josephine Fenn. A letter from J. Fenn came.")


def test_a_nominee_is_who_was_introduced_as_one() -> None:
    found = links("Varlian presidential nominee Carl Oake spoke. Peter Brekke met Jo Fenn. The Varlian nominee left.")
    assert ("The Varlian nominee", "Carl Oake") in found


def test_a_person_s_acronym_in_brackets_is_that_person() -> None:
    found = links("They met Carl Manuel Oake Fenn (CMOF) there. Later CMOF left.")
    assert found[-1] == ("CMOF", "Carl Manuel Oake Fenn")


def test_a_former_chair_of_one_body_is_not_the_chair_of_another() -> None:
    found = links("The former chair of Varne Holdings left. Orla Fenn, the agency’s chair, stayed.")
    assert ("The former chair of Varne Holdings", "Orla Fenn") not in found


def test_the_commission_is_no_office() -> None:
    found = links("The Varle Audit Office spoke. The commission said it had no claim.")
    assert ("The commission", "Varle Audit Office") not in found


def test_somebody_named_in_passing_is_not_the_president_of_another_s_story() -> None:
    story = "Oake won. " * 9
    found = links(f"Carl Oake met President Jo Fenn. {story}The president laughed.")
    assert found[-1] == ("The president", None)


def test_a_firm_of_somebody_s_name_is_not_that_person() -> None:
    found = links("They met Orla Fenn. Fenn LLC won the grant. Ms Fenn said no.")
    assert ("Fenn LLC", None) in found
    assert ("Ms Fenn", "Orla Fenn") in found


def test_the_group_is_the_association_that_spoke() -> None:
    found = links("The Varle Boat Association spoke. The group won.")
    assert ("The group", "Varle Boat Association") in found


def test_a_listed_acronym_is_the_body_whose_letters_it_has() -> None:
    assert ("NRA", "National Rifle Association") in links("They joined the National Rifle Association. The NRA won.")


def test_who_answers_is_who_was_asked_about_herself() -> None:
    found = links("Asked by Peter Fenn whether she had known, Mary Low replied that she had not.")
    assert ("she", "Mary Low") in found


def test_a_question_with_a_clause_of_its_own_tells_nothing_of_the_answerer() -> None:
    found = links("Asked by Mary Low, who said she had known, Peter Fenn replied nothing.")
    assert ("she", "Mary Low") in found
