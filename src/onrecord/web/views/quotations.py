"""Quotations: one utterance, who prints it, and the other wordings it is printed in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.nouns import Quotation, Statement
from onrecord.web.links import anchor, to_statement
from onrecord.web.rows import Ref, article_ref, clip, headline, speaker_ref
from onrecord.web.shelf import Shelf

PRINTED = 40
"""Places of one quotation that are shown."""


class Wording(NamedTuple):
    """Another wording, the articles that print it, and, where each of them is a copy of one that prints it otherwise,
    that one: the copying altered it."""

    words: str
    places: tuple[Ref, ...]
    altered_from: Ref | None


class Quoted(NamedTuple):
    """An utterance as one row; `first` is where it was printed first, None where the dates leave that open; `variants`
    are its other wordings; `places` are the articles that print it."""

    anchor: str
    text: str
    speakers: tuple[Ref, ...]
    variants: tuple[Wording, ...]
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
        variants=tuple(_wording(shelf, words, told) for words in row.variants),
        first=_printed(shelf, first) if first else None,
        places=tuple(_printed(shelf, statement) for statement in list(once.values())[:PRINTED]),
    )  # fmt: skip


def _wording(shelf: Shelf, words: str, told: Sequence[Statement]) -> Wording:
    """Who prints a wording, and which copying made it."""
    held = _letters(words)
    theirs = {statement.article: statement for statement in told if held in _letters(statement.text)}
    others = {statement.article for statement in told} - set(theirs)
    copied = [row for row in shelf.copy.values() if row.copy in theirs and row.direction != "unknown"]
    made = {row.copy: row.original for row in copied if row.original in others}
    article = made[min(made)] if made and set(made) == set(theirs) else None
    return Wording(
        words=clip(words), places=tuple(_printed(shelf, statement) for statement in list(theirs.values())[:PRINTED]),
        altered_from=article_ref(shelf.article.get(article), article) if article else None,
    )  # fmt: skip


def _letters(words: str) -> str:
    return "".join(character for character in words.casefold() if character.isalnum())


def _printed(shelf: Shelf, row: Statement) -> Ref:
    article = shelf.article.get(row.article)
    if article is None:
        return Ref("an article not in the record")
    return Ref(clip(article.outlet or headline(article), 60), to_statement(row.article, row.id), headline(article))
