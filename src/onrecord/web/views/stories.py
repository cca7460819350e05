"""Stories: their articles, outlets, claims and span of days."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.nouns import Article, Claim, Story
from onrecord.web.addresses import story_address
from onrecord.web.links import anchor, file_name
from onrecord.web.moments import words
from onrecord.web.rows import Ref, clip
from onrecord.web.shelf import Shelf
from onrecord.web.views import articles, claims
from onrecord.web.views.articles import Listed
from onrecord.web.views.claims import Brief


class Told(NamedTuple):
    """A story as one row; `page` is its own page, which one of a single article does not have."""

    anchor: str
    story: Ref
    page: str | None
    days: str
    articles: int
    copies: int
    outlets: tuple[str, ...]
    statements: int
    claims: int
    disputed: int


class Opened(NamedTuple):
    """One story."""

    told: Told
    articles: tuple[Listed, ...]
    claims: tuple[Brief, ...]
    siblings: tuple[Ref, ...]


def stories(shelf: Shelf) -> list[Story]:
    """Those told by most articles first."""
    return sorted(shelf.story.values(), key=lambda row: (-len(row.articles), row.first or "9999", row.id))


def told(shelf: Shelf, rows: Sequence[Story]) -> list[Told]:
    """Rows of a list of stories."""
    return [_told(shelf, row) for row in rows]


def opened(shelf: Shelf, row: Story) -> Opened:
    """One story with its articles and claims, and the other stories of its thread."""
    siblings = [other for other in stories(shelf) if other.thread == row.thread and other.id != row.id]
    return Opened(
        told=_told(shelf, row),
        articles=tuple(articles.listed(shelf, sorted(_articles(shelf, row), key=_oldest))),
        claims=tuple(claims.briefs(shelf, _claims(shelf, row))),
        siblings=tuple(Ref(clip(other.title, 160), story_address(shelf, other)) for other in siblings),
    )


def _told(shelf: Shelf, row: Story) -> Told:
    own, made = _articles(shelf, row), _claims(shelf, row)
    days = words(row.first, row.last) if row.first or row.last else "undated"
    return Told(
        anchor=anchor(row.id), story=Ref(clip(row.title, 200), story_address(shelf, row)), days=days,
        page=file_name(row.id) if row.id in shelf.paged else None,
        articles=len(row.articles), copies=sum(article.id in shelf.made_from for article in own),
        outlets=tuple(sorted({article.outlet for article in own if article.outlet})),
        statements=sum(len(shelf.statements_of_article.get(article.id, ())) for article in own),
        claims=len(made), disputed=sum(claim.disputed for claim in made),
    )  # fmt: skip


def _articles(shelf: Shelf, row: Story) -> list[Article]:
    return [shelf.article[name] for name in row.articles if name in shelf.article]


def _claims(shelf: Shelf, row: Story) -> list[Claim]:
    """Claims that a statement of the story's articles speaks to, as the list of claims orders them."""
    found: dict[str, Claim] = {}
    for article in row.articles:
        for statement in shelf.statements_of_article.get(article, ()):
            found.update((claim.id, claim) for claim, _ in shelf.claims_of_statement.get(statement.id, ()))
    return sorted(found.values(), key=claims.importance)


def _oldest(row: Article) -> tuple[bool, str, str]:
    day = (row.published.from_ or row.published.to) if row.published else None
    return day is None, day or "", row.id
