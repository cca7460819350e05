"""The log of corrections: what people decided, when and why, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.nouns import Correction
from onrecord.web.labels import DECISIONS, KINDS
from onrecord.web.links import anchor, to_statement
from onrecord.web.moments import words
from onrecord.web.rows import Ref, actor_ref, article_ref, clip
from onrecord.web.shelf import Shelf


class Decided(NamedTuple):
    """A correction as one row. `applied` is false where the row it speaks of is no longer found."""

    anchor: str
    what: str
    about: Ref
    kind: str
    other: Ref | None
    value: str | None
    by: str
    at: str
    reason: str | None
    applied: bool


def corrections(shelf: Shelf) -> list[Correction]:
    """The latest first."""
    return sorted(shelf.corrections, key=lambda row: (row.at, row.id), reverse=True)


def decided(shelf: Shelf, rows: Sequence[Correction]) -> list[Decided]:
    """Rows of the log."""
    return [_decided(shelf, row) for row in rows]


def _decided(shelf: Shelf, row: Correction) -> Decided:
    target = row.target
    return Decided(
        anchor=anchor(row.id), what=DECISIONS[row.what], about=_about(shelf, row),
        kind=KINDS.get(target.kind, target.kind),
        other=actor_ref(shelf, target.other) if target.other else None,
        value=clip(target.value, 200) if target.value else None, by=clip(row.by, 120), at=words(row.at, row.at),
        reason=clip(row.reason) if row.reason else None, applied=row.state == "applied",
    )  # fmt: skip


def _about(shelf: Shelf, row: Correction) -> Ref:
    """What the decision is about: the row where it stands in the record, else the words it rested on."""
    target = row.target
    statement = shelf.statement.get(target.id)
    rested = clip(target.quotation or f"a {KINDS.get(target.kind, target.kind)} that is no longer in the record", 200)
    if statement:
        return Ref(rested, to_statement(statement.article, statement.id))
    if target.id in shelf.actor:
        return actor_ref(shelf, target.id)
    if target.id in shelf.article:
        return article_ref(shelf.article[target.id], target.id)
    return Ref(rested)
