"""The ledger types what a copying changed and shows the words on both sides."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from onrecord.copies import compare
from onrecord.nouns import Article, Change

Make = Callable[..., Article]


def ledger(make: Make, before: list[str], after: list[str], **kind: str) -> list[Change]:
    copy, changes = compare(make("a", before, day="2024-06-03", **kind), make("b", after, day="2024-06-04", **kind), [])
    assert copy is not None
    assert (copy.original, copy.copy) == ("a", "b")
    return changes


def told(changes: list[Change], what: str) -> list[tuple[str, str]]:
    return sorted(
        (c.before.text if c.before else "", c.after.text if c.after else "") for c in changes if c.what == what
    )


@pytest.fixture
def changes(make: Make, report: list[str], spun: list[str]) -> list[Change]:
    return ledger(make, report, spun)


def test_a_number_that_became_another_is_shown_with_its_noun(changes: list[Change]) -> None:
    assert told(changes, "number") == [("$4.2 million", "$42 million")]


def test_a_month_that_became_another_is_a_date(changes: list[Change]) -> None:
    assert told(changes, "date") == [("June", "July")]


def test_an_office_and_a_body_renamed_are_names(changes: list[Change]) -> None:
    assert told(changes, "name") == [
        ("Coastal Lights Authority", "Coastal Lights Agency"),
        ("harbour minister", "port secretary"),
    ]


def test_a_lost_not_is_a_negation(changes: list[Change]) -> None:
    (before, after), *rest = told(changes, "negation")
    assert rest == []
    assert "not" in before.split()
    assert "not" not in after.split()


def test_a_quotation_without_marks_has_a_row_for_the_marks_and_one_for_the_words(changes: list[Change]) -> None:
    marks = told(changes, "quote_marks")
    assert ("I asked three times for a new one", "I asked three times for a new one") in marks
    assert ("Nobody ever answered me", "Nobody ever replied to me") in marks
    assert "answered" in str(told(changes, "quote"))
    assert "three times" not in str(told(changes, "quote"))


def test_officials_that_became_officers_are_another_source(changes: list[Change]) -> None:
    assert told(changes, "source") == [("Two officials", "Two officers")]


def test_every_span_stands_where_it_says(report: list[str], spun: list[str], changes: list[Change]) -> None:
    texts = {"a": "\n".join(report), "b": "\n".join(spun)}
    spans = [span for c in changes for span in (c.before, c.after) if span]
    assert len(spans) > 20
    assert all(texts[s.article][s.start : s.end] == s.text for s in spans)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("$4.2 million", "4.2 million dollars"),
        ("three times", "3 times"),
        ("3 March 2021", "March 3, 2021"),
        ("on Monday", "on June 3"),
    ],
)
def test_the_same_value_in_other_words_is_neither_number_nor_date(
    make: Make, report: list[str], before: str, after: str
) -> None:
    rows = ledger(make, report, [line.replace(before, after) for line in report])
    assert {c.what for c in rows} <= {"wording"}


def test_house_style_before_names_is_no_change_of_name(make: Make, report: list[str]) -> None:
    styled = [
        line.replace("Ivo Marrable", "Mr Ivo Marrable").replace("Bettina Quorn", "Ms Bettina Quorn") for line in report
    ]
    assert {c.what for c in ledger(make, report, styled)} <= {"wording"}


def test_a_changed_number_of_sources_is_a_source_too(make: Make, report: list[str]) -> None:
    rows = ledger(make, report, [line.replace("Two officials", "Five officials") for line in report])
    assert told(rows, "number") == told(rows, "source") == [("Two officials", "Five officials")]


def test_a_hedge_put_in_is_a_hedge(make: Make, report: list[str]) -> None:
    rows = ledger(make, report, [line.replace("has sold its lens", "has allegedly sold its lens") for line in report])
    assert [what for what in ("hedge", "negation", "meaning") if told(rows, what)] == ["hedge"]


def test_a_sentence_left_out_is_dropped_and_one_put_in_added(make: Make, report: list[str]) -> None:
    rows = ledger(make, report, [*report[:4], "The keeper's union called for calm on all sides.", *report[5:]])
    assert told(rows, "dropped") == [(report[4], "")]
    assert told(rows, "added") == [("", "The keeper's union called for calm on all sides.")]


def test_what_a_paywall_cut_off_was_not_dropped(make: Make, report: list[str]) -> None:
    whole, cut = make("a", report, outlet="Morning Cod"), make("b", report[:4], outlet="Tavesk Times")
    copy, changes = compare(whole, replace(cut, complete=False), [])
    assert copy is not None
    assert [c for c in changes if c.what in ("dropped", "added")] == []


def test_an_unchanged_copy_has_an_empty_ledger(make: Make, report: list[str]) -> None:
    assert ledger(make, report, report) == []


def test_a_date_copied_as_it_stood_is_no_change_on_another_day(make: Make, report: list[str]) -> None:
    stale = [*report, "The light was dark on Tuesday and is dark today."]
    assert told(ledger(make, stale, stale[:4] + stale[5:]), "date") == []


def test_a_verb_before_an_office_names_nobody_else(make: Make, report: list[str]) -> None:
    before = [*report, "Nobody could stop President Orlan Vey from selling it."]
    after = [*report, "Nobody could prevent President Orlan Vey from selling it."]
    assert told(ledger(make, before, after), "name") == []
