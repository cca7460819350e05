"""What turns the sense of a report around is told as such; what only looks like it is not."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from onrecord.copies import compare
from onrecord.nouns import Article, Attribution, Reading

Make = Callable[..., Article]
CLOSING = "The mast of the packet boat was put up again on the quay by noon."


def told(make: Make, report: list[str], before: str, after: str) -> set[tuple[str, str, str]]:
    """The rows between the report with a sentence more and the report with that sentence otherwise."""
    sides = [make(name, [*report, line, CLOSING], day=day) for name, line, day in (
        ("a", before, "2024-06-03"), ("b", after, "2024-06-04"),
    )]  # fmt: skip
    copy, changes = compare(sides[0], sides[1], [])
    assert copy is not None
    return {(c.what, c.before.text if c.before else "", c.after.text if c.after else "") for c in changes}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Skerry Glass, the buyer's agent, declined to comment.", "Skerry Glass, the buyer's agent, admitted fault."),
        ("The union said the keeper was not paid.", "The union admitted the keeper was not paid."),
        ("The board asked the keeper to leave the tower.", "The board ordered the keeper to leave the tower."),
        ("The keeper denied that he took the lens.", "The keeper admitted that he took the lens."),
        ("The board approved the sale by five votes.", "The board rejected the sale by five votes."),
        ("The court convicted the keeper on both counts.", "The court acquitted the keeper on both counts."),
    ],
)
def test_another_act_of_speech_or_the_opposite_word_is_a_change_of_meaning(
    make: Make, report: list[str], before: str, after: str
) -> None:
    assert {what for what, *_ in told(make, report, before, after)} == {"meaning"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The union said the keeper was paid.", "The union stated the keeper was paid."),
        ("The board refused to discuss the sale.", "The board declined to discuss the sale."),
        ("The keeper was not available for comment.", "The keeper was unavailable for comment."),
        ("The organisers travelled towards the centre.", "The organizers traveled toward the center."),
    ],
)
def test_the_same_act_in_another_word_is_none(make: Make, report: list[str], before: str, after: str) -> None:
    assert {what for what, *_ in told(make, report, before, after)} <= {"wording"}


def test_a_denial_that_fell_away_is_a_change_of_meaning(make: Make, report: list[str]) -> None:
    rows = told(make, report, "The keeper denied breaking the lens.", "The keeper confessed breaking the lens.")
    assert {what for what, *_ in rows} == {"meaning"}
    rows = told(make, report, "The mayor, who denies breaking it, left.", "The mayor, who was breaking it, left.")
    assert "meaning" in {what for what, *_ in rows}


def test_a_resolve_that_was_only_weighed_is_a_hedge(make: Make, report: list[str]) -> None:
    rows = told(make, report, "He was considering legal action.", "He would take legal action.")
    assert {what for what, *_ in rows} == {"hedge"}


def test_people_who_are_counted_but_say_nothing_are_no_source(make: Make, report: list[str]) -> None:
    rows = told(make, report, "The fall of the lamp hurt four people.", "The fall of the lamp hurt 14 people.")
    assert rows == {("number", "four people", "14 people")}


def test_a_reading_shows_which_people_are_a_source(make: Make, report: list[str]) -> None:
    line = "Two officials knew of a letter that two officials hid."
    sides = [make("a", [*report, line, CLOSING]), make("b", [*report, line.replace("officials", "officers"), CLOSING])]
    readings = []
    for side in sides:
        at = side.text.rindex("Two of")
        spoken = Attribution(
            start=at, end=at + 40, cue=None, source=(at, at + 13), content=(), act="says", mode="indirect"
        )
        readings.append(
            Reading(article=side.id, reader="test", sentences=(), quotes=(), mentions=(), attributions=(spoken,))
        )
    _, changes = compare(sides[0], sides[1], readings)
    assert [c.before.text for c in changes if c.what == "source" and c.before] == ["Two officials"]


def test_a_day_lost_from_a_sentence_is_dropped(make: Make, report: list[str]) -> None:
    rows = told(make, report, "The keeper left the tower on Tuesday.", "The keeper left the tower.")
    assert rows == {("dropped", "on Tuesday", "")}


def test_two_numbers_of_which_one_took_the_others_place(make: Make, report: list[str]) -> None:
    rows = told(make, report, "He slept there four nights, perhaps five.", "He slept there five nights, maybe more.")
    assert ("number", "four nights", "five nights") in rows


def test_numbers_that_changed_places_with_their_nouns_are_no_change(make: Make, report: list[str]) -> None:
    rows = told(make, report, "It took 14 sailors and 3 dogs aboard.", "It took 3 dogs and 14 sailors aboard.")
    assert "number" not in {what for what, *_ in rows}


def test_a_sentence_worded_afresh_is_one_row(make: Make, report: list[str]) -> None:
    before = "Our keeper, it turned out, sold his lens for cash and kept money meant for sailors."
    after = "Our guardian, it turned out, vended his glass for specie and held funds meant for mariners."
    rows = told(make, report, before, after)
    assert {what for what, *_ in rows} == {"wording"}
    assert len(rows) == 1


def test_words_exchanged_beside_a_changed_number_are_told_too(make: Make, report: list[str]) -> None:
    rows = told(make, report, "The dealer paid 40 crowns for the lamp.", "The trader paid 90 crowns for the lamp.")
    assert rows == {("number", "40 crowns", "90 crowns"), ("wording", "dealer", "trader")}


def test_headlines_that_differ_in_two_places_are_told_whole(make: Make, report: list[str]) -> None:
    heads = (
        "Exclusive: Lens of Orrin Head sold to collector",
        "Lens of Orrin Head gone to a dealer; minister denies knowing",
    )
    a, b = (make(name, report, headline=head) for name, head in zip("ab", heads, strict=True))
    copy, changes = compare(a, b, [])
    assert copy is not None
    assert [(c.what, c.before and c.before.text, c.after and c.after.text) for c in changes] == [("meaning", *heads)]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The storm took at least 40 boats.", "The storm took 40 boats."),
        ("The price fell as much as 17 per cent.", "The price fell 17 per cent."),
        ("The crowd held about 900 people.", "The crowd held up to 900 people."),
        ("The board did not immediately respond to a letter.", "The board did not respond to a letter."),
        ("The keeper appeared to know of it.", "The keeper came to know of it."),
    ],
)
def test_a_bound_or_a_doubt_that_fell_away_is_a_hedge(make: Make, report: list[str], before: str, after: str) -> None:
    assert {what for what, *_ in told(make, report, before, after)} == {"hedge"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("The lens cost more than 40 crowns.", "The lens cost over 40 crowns."),
        ("The sale brought €4.2 million.", "The sale brought 4.2 million euros."),
        ("The keeper will appear before the board.", "The keeper will come before the board."),
        ("Governor Jonas Teal left the tower.", "Mr Teal left the tower."),
        ("The boat sailed on 3 June 2024.", "The boat sailed on June 3, 2024."),
    ],
)
def test_what_only_looks_like_a_changed_number_hedge_or_name_is_none(
    make: Make, report: list[str], before: str, after: str
) -> None:
    assert {what for what, *_ in told(make, report, before, after)} <= {"wording"}


@pytest.mark.parametrize(
    ("before", "after", "row"),
    [
        ("Two boats are still out at sea.", "One boat is still out at sea.", ("number", "Two boats", "One boat")),
        ("He was fifth keeper there.", "He was sixth keeper there.", ("number", "fifth keeper", "sixth keeper")),
        ("They got it on May 16 by post.", "They got it in May by post.", ("date", "May 16", "May")),
        ("It is about 40 per cent lit and ready.", "It is lit and ready.", ("dropped", "about 40 per cent", "")),
    ],
)
def test_small_numbers_ordinals_and_lost_days_are_told(
    make: Make, report: list[str], before: str, after: str, row: tuple[str, str, str]
) -> None:
    assert row in told(make, report, before, after)


def test_a_clause_lost_with_its_doubt_is_a_clause_lost(make: Make, report: list[str]) -> None:
    rows = told(make, report, "It was not shown, he said, and it may never be.", "It was not shown, he said.")
    assert rows == {("dropped", "and it may never be", "")}


def test_a_new_headline_is_one_row_and_its_number_another(make: Make, report: list[str]) -> None:
    heads = "Keeper of Orrin Head sells glass eye for $4 million", "Orrin Head: how 7 sailors lost their guide"
    a, b = (make(name, report, headline=head) for name, head in zip("ab", heads, strict=True))
    _, changes = compare(a, b, [])
    told_whole = [(c.before.text, c.after.text) for c in changes if c.what == "wording" and c.before and c.after]
    assert told_whole == [heads]
    assert {c.what for c in changes} <= {"wording", "number"}


def test_a_line_that_the_original_sets_out_twice_is_not_added_by_a_copy_that_words_it_otherwise(
    make: Make, report: list[str]
) -> None:
    line = "The keeper of the light had asked the board for a new lens three times in vain."
    spun = line.replace("asked", "begged").replace("in vain", "without success")
    a, b = make("a", [line, *report, line, CLOSING]), make("b", [spun, *report, CLOSING])
    _, changes = compare(a, b, [])
    assert [c for c in changes if c.what == "added"] == []
