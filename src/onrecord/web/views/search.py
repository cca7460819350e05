"""What a search found, with the words that were looked for marked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from onrecord.web.links import file_name, to_statement
from onrecord.web.rows import Ref, article_ref, speaker_ref
from onrecord.web.shelf import Shelf

MOST = 100
"""Hits that are shown."""

LONGEST = 200
"""Characters of a query that are looked at."""

_OPEN, _CLOSE = "\x02", "\x03"


class Hit(Protocol):
    """What the record's search gives: a row, and words around what was found, that between U+0002 and U+0003."""

    @property
    def id(self) -> str: ...
    @property
    def snippet(self) -> str: ...


class Piece(NamedTuple):
    """Words of a snippet, and whether they are what was looked for."""

    text: str
    hit: bool


class Found(NamedTuple):
    """A hit as one row."""

    kind: str
    row: Ref
    article: Ref
    outlet: str | None
    pieces: tuple[Piece, ...]


class Results(NamedTuple):
    """The search page. `full` is true where there may be more hits than are shown."""

    words: str
    found: tuple[Found, ...]
    full: bool


def results(shelf: Shelf, words: str, hits: Sequence[Hit]) -> Results:
    """The search page; `hits` in the order of the search."""
    return Results(words, tuple(_found(shelf, hit) for hit in hits), len(hits) >= MOST)


def _found(shelf: Shelf, hit: Hit) -> Found:
    statement = shelf.statement.get(hit.id)
    article = shelf.article.get(statement.article if statement else hit.id)
    if statement is None:
        row = Ref("article", file_name(hit.id) if article else None)
    else:
        row = Ref(speaker_ref(shelf, statement).text, to_statement(statement.article, statement.id))
    name, outlet = article_ref(article, article.id if article else hit.id), article.outlet if article else None
    return Found("article" if statement is None else "statement", row, name, outlet, tuple(_pieces(hit.snippet)))


def _pieces(snippet: str) -> Iterable[Piece]:
    """The snippet cut at its markers; a marker without its other half does no harm."""
    for number, part in enumerate(snippet.split(_OPEN)):
        inside, closed, outside = part.partition(_CLOSE) if number else ("", "", part)
        if number and not closed:
            inside, outside = "", part
        if inside:
            yield Piece(inside, True)
        if outside:
            yield Piece(outside, False)
