"""Two pages side by side, apart from any record."""

from __future__ import annotations

from typing import NamedTuple

from onrecord import articles, copies, pages, readings
from onrecord.errors import CallError
from onrecord.nouns import Article, Change, Copy, Reading
from onrecord.pages.inputs import gather


class Comparison(NamedTuple):
    """The copy found between two pages (None: none), its changes, and a name for each article."""

    copy: Copy | None
    changes: list[Change]
    names: dict[str, str]


def compare(a: str, b: str, captured: str | None = None) -> Comparison:
    """The best pair of articles of two pages, compared. Raises CallError where a page holds no article."""
    first, second = _articles(a, captured), _articles(b, captured)
    names = {
        article.id: f"{name}: {article.headline or 'no headline'}"
        for name, some in ((a, first), (b, second))
        for article in some
    }
    found = [copies.compare(x, y, [*_readings(x), *_readings(y)]) for x in first for y in second if x.id != y.id]
    made = [(copy, changes) for copy, changes in found if copy is not None]
    if not made:
        return Comparison(None, [], names)
    copy, changes = max(made, key=lambda pair: (pair[0].share, pair[0].id))
    return Comparison(copy, changes, names)


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


def _readings(article: Article) -> list[Reading]:
    return readings.read(article)
