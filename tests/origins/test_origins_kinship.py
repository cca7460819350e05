"""One source under two descriptions."""

from __future__ import annotations

import pytest
from origins_desk import Told, desk, document, outlet, people, person

from onrecord.nouns import SourceKind

Who = tuple[str, SourceKind]


def body(words: str) -> Who:
    return (words, "organisation")


ONE = [
    (body("Pell Ferries"), body("the company")),
    (body("the Western Audit Office"), body("AUDITORS")),
    (body("the Pell Harbour Ministry"), people("a ministry spokesman")),
    (body("the Pell Harbour Ministry"), person("Ada Quist, a spokeswoman for the Pell Harbour Ministry")),
    (body("Pell Ferries"), body("Pell Ferries Holding")),
    (document("the Orme audit"), document("a passage on page 12")),
    (document("a leaked audit"), document("the audit")),
]


@pytest.mark.parametrize(("first", "second"), ONE)
def test_two_descriptions_of_one_source_count_once(first: Who, second: Who) -> None:
    assert len(desk(Told("Gull", (first,)), Told("Heron", (second,))).labels()) == 1


TWO = [
    (body("the Western Audit Office"), body("the committee")),
    (body("Pell Ferries"), person("Ada Quist, a former director of Pell Ferries")),
    (body("Pell Ferries"), people("a clerk at the company")),
    (document("a leaked memo"), document("an audit")),
    (body("Pell Ferries"), body("Pell City")),
]


@pytest.mark.parametrize(("first", "second"), TWO)
def test_who_only_stands_near_a_source_is_another(first: Who, second: Who) -> None:
    assert len(desk(Told("Gull", (first,)), Told("Heron", (second,))).labels()) == 2


def test_a_description_that_two_could_be_meant_by_is_neither() -> None:
    story = desk(
        Told("Gull", (body("Pell Ferries"),)),
        Told("Gull", (body("Orme Lines"),)),
        Told("Heron", (body("the company"),)),
    )
    assert len(story.labels()) == 3


def test_a_description_taken_for_another_articles_source_widens_the_interval() -> None:
    _, tally = desk(Told("Gull", (body("Pell Ferries"),)), Told("Heron", (body("the company"),))).counted()
    assert (len(tally.origins), tally.origins_from, tally.origins_to) == (1, 1, 2)


def test_a_source_meant_by_a_pronoun_alone_is_labelled_by_whose_it_is() -> None:
    assert desk(Told("Gull", (person("She"),))).labels() == ["a source of Gull"]
    assert desk(Told("Gull", (people("one of them"),))).labels() == ["a source of Gull"]


def test_an_outlet_outside_the_pile_is_known_by_the_word_before_its_name() -> None:
    story = desk(Told("Heron", (person("the daily Gull"),)), Told("Swift", (outlet("the Gull"), people("two pilots"))))
    assert story.labels() == ["two pilots"]


def test_a_report_said_to_be_an_outlets_leads_to_the_outlets_source() -> None:
    story = desk(
        Told("pellwatch.example", (people("a broker"),)),
        Told("Heron", (document("a report by the website Pell Watch, which cited a broker"),)),
    )
    assert story.labels() == ["a broker"]


def test_a_paper_that_an_outlet_has_seen_is_not_the_outlets() -> None:
    story = desk(Told("Gull", (people("two pilots"),)), Told("Heron", (document("an Orme audit seen by the Gull"),)))
    assert len(story.labels()) == 2


def test_an_office_is_the_person_whom_the_thread_calls_so() -> None:
    president = person("Tove Lind, the president of Pell Ferries")
    assert len(desk(Told("Gull", (president,)), Told("Heron", (people("The president"),))).labels()) == 1
    assert len(desk(Told("Gull", (person("Tove Lind"),)), Told("Heron", (people("the president"),))).labels()) == 2
