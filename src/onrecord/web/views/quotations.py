"""Quotations: one utterance, who prints it, and the other wordings it is printed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.nouns import Quotation, Statement
from onrecord.web.links import anchor, to_statement
from onrecord.web.rows import Ref, clip, headline, speaker_ref
from onrecord.web.shelf import Shelf

PRINTED = 40
"""Places of one quotation that are shown."""


class Quoted(NamedTuple):
    """An utterance as one row; `first` is where it was printed first, None where the dates leave that open;
    `places` are the articles that print it."""

    anchor: str
    text: str
    speakers: tuple[Ref, ...]
    variants: tuple[str, ...]
    first: Ref | None
    places: tuple[Ref, ...]


def quotations(shelf: Shelf) -> list[Quotation]:
    """Utterances printed more than once or in several wordings, the most often printed first. One that is printed once
    is a statement like others."""
    found = [row for row in shelf.quotations if len(row.statements) > 1 or row.variants]
    return sorted(found, key=lambda row: (-len(row.variants), -len(row.statements), row.id))


def quoted(shelf: Shelf, rows: Sequence[Quotation]) -> list[Quoted]:
    """Rows of a list of quotations."""
    return [_quoted(shelf, row) for row in rows]


def _quoted(shelf: Shelf, row: Quotation) -> Quoted:
    told = [shelf.statement[name] for name in row.statements if name in shelf.statement]
    first = shelf.statement.get(row.first) if row.first else None
    once = {statement.article: statement for statement in reversed(told)}
    speakers = {ref.text: ref for ref in (speaker_ref(shelf, statement) for statement in told)}
    return Quoted(
        anchor=anchor(row.id), text=clip(row.text),
        speakers=tuple(ref._replace(note=None) for ref in speakers.values()),
        variants=tuple(clip(words) for words in row.variants), first=_printed(shelf, first) if first else None,
        places=tuple(_printed(shelf, statement) for statement in list(once.values())[:PRINTED]),
    )  # fmt: skip


def _printed(shelf: Shelf, row: Statement) -> Ref:
    article = shelf.article.get(row.article)
    if article is None:
        return Ref("an article not in the record")
    return Ref(clip(article.outlet or headline(article), 60), to_statement(row.article, row.id), headline(article))
