"""Why a row stands in the record: the way from it down to the characters it rests on."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.record import Why
from onrecord.web.addresses import page_address
from onrecord.web.labels import KINDS
from onrecord.web.links import file_name, to_statement
from onrecord.web.rows import Ref, article_ref, clip
from onrecord.web.shelf import Shelf


class Reason(NamedTuple):
    """A row said in a line, the words it rests on with what stands around them, and the rows it rests on."""

    kind: str
    line: Ref
    before: str
    marked: str
    after: str
    place: str
    article: Ref | None
    below: tuple[Reason, ...]


def reason(shelf: Shelf, why: Why) -> Reason:
    """The reasons of a row, as the record unfolds them."""
    passage = why.sentence
    article = shelf.article.get(passage.article) if passage else None
    return Reason(
        kind=KINDS.get(why.kind, why.kind), line=Ref(clip(why.line, 400), row_address(shelf, why.id)),
        before=passage.before if passage else "", marked=passage.marked if passage else "",
        after=passage.after if passage else "", place=passage.place if passage else "",
        article=article_ref(article, passage.article) if passage else None,
        below=tuple(reason(shelf, below) for below in why.rests_on),
    )  # fmt: skip


def row_address(shelf: Shelf, row_id: str) -> str | None:
    """The row's own page, or its characters; None for one that has neither."""
    if any(row_id in rows for rows in (shelf.article, shelf.actor, shelf.claim, shelf.story, shelf.copy)):
        return file_name(row_id)
    statement = shelf.statement.get(row_id)
    return to_statement(statement.article, row_id) if statement else page_address(shelf, row_id)
