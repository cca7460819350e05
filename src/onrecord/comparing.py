"""Two pages side by side, apart from any record."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord import articles, copies, pages, readings
from onrecord.errors import CallError
from onrecord.ledgers import in_reading_order
from onrecord.nouns import Article, Change, Copy, Evidence, Reading
from onrecord.pages.inputs import gather
from onrecord.readings import BUNDLED, Reader


class Compared(NamedTuple):
    """One article of the two: the page it was asked for by, and itself."""

    path: str
    article: Article


class Comparison(NamedTuple):
    """The two articles, the original first where that is known; the copy found between them (None: none), its changes
    in reading order; and, where there is no copy, what they share."""

    first: Compared
    second: Compared
    copy: Copy | None
    changes: list[Change]
    common: list[Evidence]


def compare(a: str, b: str, captured: str | None = None, reader: Reader = BUNDLED) -> Comparison:
    """The best pair of articles of two pages, compared as `reader` reads them. Raises CallError where a page holds no
    article."""
    first, second = _articles(a, captured), _articles(b, captured)
    read = [reading for article in (*first, *second) for reading in readings.read(article, reader)]
    found = [(x, y, *copies.compare(x, y, read)) for x in first for y in second if x.id != y.id]
    made = [(copy.share, copy.id, x, y, copy, changes) for x, y, copy, changes in found if copy is not None]
    if not made:
        return _apart(Compared(a, first[0]), Compared(b, second[0]), [(x, y) for x, y, *_ in found], read)
    *_, x, y, copy, changes = max(made, key=lambda row: row[:2])
    sides = Compared(a, x), Compared(b, y)
    if copy.original != x.id:
        sides = sides[::-1]
    return Comparison(*sides, copy, in_reading_order(changes), [])


def _apart(
    first: Compared, second: Compared, every: Sequence[tuple[Article, Article]], read: Sequence[Reading]
) -> Comparison:
    """Of two pages of which neither is made from the other, the pair of articles that shares the most."""
    shared = [(copies.common(x, y, read), x, y) for x, y in every]
    if not shared:
        return Comparison(first, second, None, [], [])
    common, x, y = max(shared, key=lambda row: len(row[0]))
    return Comparison(first._replace(article=x), second._replace(article=y), None, [], common)


def _articles(path: str, captured: str | None) -> list[Article]:
    found: list[Article] = []
    reason = "there is nothing at that path"
    for source in gather([path], root=None, captured=captured):
        page, document = pages.read(source)
        cut, _, refusals = articles.cut(document) if document else ([], [], [])
        reason = page.reason or (refusals[0].reason if refusals else reason)
        found += cut
    if not found:
        raise CallError(f"compare needs two pages with an article on each; {path} has none: {reason}")
    return found
