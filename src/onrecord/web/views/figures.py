"""Figures given: numbers with what they count, on whose word, article by article."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby
from typing import NamedTuple

from onrecord.nouns import Figure
from onrecord.web.links import anchor, to_place, to_statement
from onrecord.web.moments import Moment, moment
from onrecord.web.rows import Ref, article_ref, clip, speaker_ref
from onrecord.web.shelf import Shelf
from onrecord.web.views.articles import articles


class Numbered(NamedTuple):
    """A figure as one row: the number with what it counts, as it is printed, and on whose word."""

    anchor: str
    given: Ref
    when: Moment | None
    on_word_of: Ref | None


class Counted(NamedTuple):
    """The figures of one article."""

    article: Ref
    outlet: str | None
    rows: tuple[Numbered, ...]


def figures(shelf: Shelf) -> list[Figure]:
    """By article, the newest first; in text order."""
    place = {row.id: number for number, row in enumerate(articles(shelf))}
    return sorted(shelf.figures, key=lambda row: (place.get(row.span.article, len(place)), row.span.start, row.id))


def counted(shelf: Shelf, rows: Sequence[Figure]) -> list[Counted]:
    """One page of the list, under a heading for each article."""
    out = []
    for name, found in groupby(rows, key=lambda row: row.span.article):
        article = shelf.article.get(name)
        shown = tuple(_numbered(shelf, row) for row in found)
        out.append(Counted(article_ref(article, name), article.outlet if article else None, shown))
    return out


def _numbered(shelf: Shelf, row: Figure) -> Numbered:
    word = shelf.statement.get(row.on_word_of) if row.on_word_of else None
    place = to_place(row.span) if row.span.article in shelf.article else None
    words = row.what if row.span.text in row.what else f"{row.span.text} {row.what}"
    return Numbered(
        anchor=anchor(row.id), given=Ref(clip(words, 200), place), when=moment(row.when),
        on_word_of=Ref(speaker_ref(shelf, word).text, to_statement(word.article, word.id)) if word else None,
    )  # fmt: skip
