"""A person's decisions: applied last, kept for ever, found again by the words they rested on."""

from __future__ import annotations

import shutil
from pathlib import Path

import msgspec
import pytest

from onrecord.errors import CallError
from onrecord.nouns import Actor, Correction
from onrecord.record import Record, Wish

AT = "2031-01-01T00:00:00+00:00"


@pytest.fixture
def record(sample: Record, tmp_path: Path) -> Record:
    shutil.copy(sample.path, tmp_path / "record.db")
    return Record.open(tmp_path / "record.db")


def person(record: Record, name: str) -> Actor:
    return next(actor for actor in record.actors() if actor.name == name)


def test_merging_makes_one_actor_everywhere(record: Record) -> None:
    one, other = person(record, "Tomas Reyle"), person(record, "Wilhelmina Stroud")
    said = len(record.statements(speaker=one.id)) + len(record.statements(speaker=other.id))
    record.correct(Wish("merge", other.id, one.id), at=AT)
    merged = record.get(one.id)
    assert isinstance(merged, Actor)
    assert record.get(other.id) is None
    assert set(one.forms) | set(other.forms) == set(merged.forms)
    assert len(record.statements(speaker=one.id)) == said


def test_splitting_takes_one_form_off(record: Record) -> None:
    actor = next(a for a in record.actors() if a.name == "Tomas Reyle")
    form = next(f for f in actor.forms if f != actor.name)
    record.correct(Wish("split", actor.id, form), at=AT)
    names = {a.name: a for a in record.actors()}
    assert form in names
    assert form not in names["Tomas Reyle"].forms


def test_a_rejected_row_is_gone_from_its_claim_too(record: Record) -> None:
    claim = next(claim for claim in record.claims() if len(claim.statements) > 1)
    record.correct(Wish("reject", claim.statements[0].id), at=AT)
    after = next(c for c in record.claims() if c.id == claim.id)
    assert claim.statements[0] not in after.statements
    assert record.get(claim.statements[0].id) is None


def test_an_accepted_row_is_sure(record: Record) -> None:
    statement = min(record.statements(), key=lambda s: (s.confidence, s.id))
    record.correct(Wish("accept", statement.id), at=AT)
    assert next(s for s in record.statements() if s.id == statement.id).confidence == 1.0


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2030-06-06", "2030-06-06", "2030-06-06"),
        ("2032-02", "2032-02-01", "2032-02-29"),
        ("2031", "2031-01-01", "2031-12-31"),
    ],
)
def test_a_date_a_person_sets_is_shown_as_such(record: Record, value: str, first: str, last: str) -> None:
    article = record.articles()[0]
    record.correct(Wish("date", article.id, value=value, by="Ada"), at=AT)
    published = next(a for a in record.articles() if a.id == article.id).published
    assert published is not None
    assert (published.from_, published.to, published.basis) == (first, last, "set by Ada")


def test_a_date_that_is_none_is_refused(record: Record) -> None:
    article = record.articles()[0]
    with pytest.raises(CallError, match="a date is ISO"):
        record.correct(Wish("date", article.id, value="last Tuesday"), at=AT)
    assert record.corrections() == []


def test_corrections_survive_a_rebuild(record: Record, pile: Path) -> None:
    one, other = person(record, "Tomas Reyle"), person(record, "Wilhelmina Stroud")
    record.correct(Wish("merge", other.id, one.id, by="Ada", reason="a test"), at=AT)
    before = record.actors()
    record.add([str(pile)], replace=True)
    assert record.actors() == before
    assert [(c.by, c.reason, c.state) for c in record.corrections()] == [("Ada", "a test", "applied")]


def test_a_correction_finds_its_row_by_its_words_when_ids_have_changed(record: Record, pile: Path) -> None:
    made = record.correct(Wish("reject", record.statements()[0].id), at=AT)
    aged = Correction(
        id="correction-old", what="reject", by="Ada", at=AT, reason=None, state="applied",
        target=msgspec.structs.replace(made.target, id="statement-of-old"),
    )  # fmt: skip
    store = record._store
    with store.writing():
        store._sql.execute("DELETE FROM decision")
        store.decide(aged)
    record.add([str(pile)], replace=True)
    assert [c.state for c in record.corrections()] == ["applied"]
    assert record.get(made.target.id) is None


def test_a_rejected_row_is_told_as_such_and_comes_back(record: Record, pile: Path) -> None:
    claims, row = record.claims(), record.statements()[0]
    record.correct(Wish("reject", row.id, by="Ada"), at=AT)
    with pytest.raises(CallError, match=f"rejected by Ada on 2031-01-01: onrecord correct accept {row.id} takes"):
        record.correct(Wish("note", row.id, value="dubious"), at=AT)
    record.correct(Wish("accept", row.id), at=AT)
    assert record.get(row.id) == msgspec.structs.replace(row, confidence=1.0)
    assert record.claims() == claims
    record.add([str(pile)], replace=True)
    assert record.get(row.id) is not None


def test_a_merged_actor_is_told_as_such(record: Record) -> None:
    one, other = person(record, "Tomas Reyle"), person(record, "Wilhelmina Stroud")
    record.correct(Wish("merge", other.id, one.id), at=AT)
    with pytest.raises(CallError, match=f"was merged into {one.id} by someone"):
        record.correct(Wish("note", other.id, value="dubious"), at=AT)


@pytest.mark.parametrize("value", ["2031-13-45", "2031-02-30", "2031-00", "2031-1-45"])
def test_a_date_that_no_calendar_has_is_told_as_such(record: Record, value: str) -> None:
    with pytest.raises(CallError, match=f"there is no such date as {value}"):
        record.correct(Wish("date", record.articles()[0].id, value=value), at=AT)


@pytest.mark.parametrize(
    ("wish", "message"),
    [
        (Wish("reject", "statement-none"), "there is no statement-none"),
        (Wish("merge", "{article}", "{actor}"), "merge is for actors"),
        (Wish("merge", "{actor}", "actor-none"), "there is no actor actor-none"),
        (Wish("split", "{actor}", "Nobody at all"), "split takes off one form"),
        (Wish("date", "{actor}", value="2031"), "a date can be set on an article"),
    ],
)
def test_a_wish_that_cannot_be_granted_is_refused(record: Record, wish: Wish, message: str) -> None:
    known = {"{article}": record.articles()[0].id, "{actor}": record.actors()[0].id}
    asked = wish._replace(id=known.get(wish.id, wish.id), other=known.get(wish.other or "", wish.other))
    with pytest.raises(CallError, match=message):
        record.correct(asked, at=AT)
    assert record.corrections() == []
