"""A later version owns up to some of its changes; the others are silent ones."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from onrecord.copies import compare
from onrecord.ledgers import is_note, is_silent
from onrecord.nouns import Article, Change, ChangeType, Copy

Make = Callable[..., Article]


def later(make: Make, before: list[str], after: list[str]) -> tuple[Copy, list[Change]]:
    copy, changes = compare(make("a", before, outlet="Skerry Gazette"), make("b", after, outlet="Skerry Gazette"), [])
    assert copy is not None
    return copy, changes


def changed(report: list[str], note: str) -> list[str]:
    """The report with another price and another minister, and a note."""
    return [line.replace("$4.2 million", "$2.4 million").replace("Quorn", "Quill") for line in report] + [note]


def owned(make: Make, report: list[str], note: str) -> tuple[set[ChangeType], set[ChangeType]]:
    """What is owned up to, and what is silent."""
    copy, changes = later(make, report, changed(report, note))
    told = {c.what for c in changes if c.note and not is_note(c)}
    return told, {c.what for c in changes if is_silent(c, copy)}


def test_a_note_that_gives_the_old_words_owns_up_to_their_change_and_to_no_other(make: Make, report: list[str]) -> None:
    note = "Correction: An earlier version of this article said the lens went for $4.2 million."
    assert owned(make, report, note) == ({"number"}, {"name"})


@pytest.mark.parametrize(
    ("note", "what"),
    [
        ("This article was amended on 9 June to correct a figure.", "number"),
        ("This article was amended to correct the spelling of a name.", "name"),
    ],
)
def test_a_note_that_only_names_the_sort_of_change_owns_up_to_that(
    make: Make, report: list[str], note: str, what: str
) -> None:
    assert owned(make, report, note)[0] == {what}


def test_without_a_note_every_change_is_silent(make: Make, report: list[str]) -> None:
    assert owned(make, report, "The lamp was lit again at dusk by a volunteer.") == (set(), {"number", "name"})


def test_the_note_is_no_silent_addition_and_shows_its_own_words(make: Make, report: list[str]) -> None:
    note = "Correction: An earlier version of this article said the lens went for $4.2 million."
    _, changes = later(make, report, changed(report, note))
    (row,) = [c for c in changes if is_note(c)]
    assert row.after is not None
    assert row.after.text == note


def test_what_was_put_in_by_an_update_is_owned_up_to_where_the_note_tells_it(make: Make, report: list[str]) -> None:
    extra = ["The Coastal Lights Authority denied it had consented.", "A ferry was late."]
    note = "This article has been updated to include the denial of the Coastal Lights Authority."
    _, changes = later(make, report, [*report, *extra, note])
    told = {c.after.text: c.note is not None for c in changes if c.after and not is_note(c)}
    assert told == {extra[0]: True, extra[1]: False}


def test_what_was_taken_out_is_owned_up_to_only_by_a_note_that_says_so(make: Make, report: list[str]) -> None:
    for note, silent in (
        ("This article was updated with words of the harbour minister Bettina Quorn.", True),
        ("This article was amended to remove words of the harbour minister Bettina Quorn.", False),
    ):
        copy, changes = later(make, report, [report[0], *report[2:], note])
        assert [is_silent(c, copy) for c in changes if c.what == "dropped"] == [silent]


def test_changes_of_another_outlets_copy_are_never_called_silent(make: Make, report: list[str]) -> None:
    a, b = make("a", report, outlet="Skerry Gazette"), make("b", changed(report, "It rained."), outlet="Tavesk Times")
    copy, changes = compare(a, b, [])
    assert copy is not None
    assert not any(is_silent(c, copy) or c.note for c in changes)


def test_of_two_states_of_one_address_the_one_saved_later_is_the_later_version(make: Make, report: list[str]) -> None:
    address = "https://gazette.example/lens"
    old, new = (
        replace(make(name, text), page=f"page-{name}", url=address, captured=day)
        for name, text, day in (
            ("z", report, "2024-06-03T08:00:00Z"), ("a", changed(report, "It rained."), "2024-06-04T08:00:00Z"),
        )
    )  # fmt: skip
    copy, _ = compare(old, new, [])
    assert copy is not None
    assert (copy.original, copy.copy, copy.type, copy.direction) == ("z", "a", "update", "certain")
    assert "saved later from the same address" in [e.why for e in copy.evidence]


def test_a_page_saved_later_from_another_address_is_no_later_version(make: Make, report: list[str]) -> None:
    old, new = (
        replace(make(name, text), page=f"page-{name}", url=f"https://{name}.example/lens", captured=day)
        for name, text, day in (
            ("z", report, "2024-06-03T08:00:00Z"), ("a", report[:-1], "2024-06-04T08:00:00Z"),
        )
    )  # fmt: skip
    copy, _ = compare(old, new, [])
    assert copy is not None
    assert copy.direction == "unknown"
