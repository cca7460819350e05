"""What copying changed in the statements of a claim."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.nouns import Change, ChangeType, Claim, Copy, Span, Statement
from onrecord.web.labels import CHANGES
from onrecord.web.links import anchor, file_name
from onrecord.web.rows import Ref, clip, outlet_ref
from onrecord.web.shelf import Shelf

TELLING: frozenset[ChangeType] = frozenset(
    ("quote", "number", "name", "date", "source", "negation", "hedge", "meaning")
)
"""Changes that make a statement say something else."""
MOST = 20
"""Changes that a claim's page lists; all of them stand beside the two texts."""


class Alteration(NamedTuple):
    """One thing that a copy changed: whose copy, what kind of change, the words before and after, and where the two
    texts stand side by side."""

    copy: Ref
    kind: str
    before: str | None
    after: str | None
    beside: Ref


def alterations(shelf: Shelf, row: Claim) -> tuple[Alteration, ...]:
    """The changes that touch what is stated for or against a claim, in the original or in the copy, by article and
    place, each once."""
    stated = [shelf.statement[stand.id] for stand in row.statements if stand.id in shelf.statement]
    found: dict[str, tuple[Copy, Change]] = {}
    for statement in stated:
        for copy in shelf.copies_of_article.get(statement.article, ()):
            for change in shelf.changes_of_copy.get(copy.id, ()):
                side = change.after if copy.copy == statement.article else change.before
                if change.what in TELLING and _touches(side, statement):
                    found[change.id] = (copy, change)
    ordered = sorted(found.values(), key=lambda pair: _place(pair[1]))
    return tuple(_alteration(shelf, copy, change) for copy, change in ordered[:MOST])


def _touches(side: Span | None, statement: Statement) -> bool:
    pieces: Sequence[Span] = statement.content or (statement.span,)
    return side is not None and any(side.start < piece.end and piece.start < side.end for piece in pieces)


def _place(change: Change) -> tuple[str, int, str]:
    side = change.after or change.before
    return (side.article, side.start, change.id) if side else ("", 0, change.id)


def _alteration(shelf: Shelf, copy: Copy, change: Change) -> Alteration:
    return Alteration(
        copy=outlet_ref(shelf.article.get(copy.copy), copy.copy), kind=CHANGES[change.what],
        before=clip(change.before.text, 120) if change.before else None,
        after=clip(change.after.text, 120) if change.after else None,
        beside=Ref("side by side", f"{file_name(copy.id)}#{anchor(change.id)}"),
    )  # fmt: skip
