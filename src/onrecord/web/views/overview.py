"""The story at a glance: figures that lead to what they count, and what a reader should look at first."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.web.rows import Ref
from onrecord.web.shelf import Shelf
from onrecord.web.views import claims, pages, speakers, stories
from onrecord.web.views.claims import Brief
from onrecord.web.views.pages import Given
from onrecord.web.views.stories import Told

MOST = 8
"""Rows of each list on the overview; the whole list is one link away."""


class Count(NamedTuple):
    """A figure and the list it counts."""

    value: int
    what: str
    href: str
    note: Ref | None = None


class Glance(NamedTuple):
    """The overview."""

    title: str
    counts: tuple[Count, ...]
    stories: tuple[Told, ...]
    disputed: tuple[Brief, ...]
    nameless: tuple[Brief, ...]
    set_aside: tuple[Given, ...]
    more: tuple[tuple[str, Ref], ...]


def glance(shelf: Shelf) -> Glance:
    """The overview of a record. Stories that one article alone tells are left to the list where there are others."""
    told = stories.stories(shelf)
    disputed, nameless = claims.disputed(shelf), claims.unnamed(shelf)
    aside = [row for row in pages.pages(shelf) if row.outcome == "set-aside"]
    shown = [row for row in told if len(row.articles) > 1][:MOST] or told[:MOST]
    lists = (
        ("stories", "stories", len(told), "stories.html", len(shown)),
        ("disputed", "disputed claims", len(disputed), "disputed.html", MOST),
        ("nameless", "such claims", len(nameless), "unnamed.html", MOST),
        ("set_aside", "pages set aside", len(aside), "pages.html", MOST),
    )
    return Glance(
        title=told[0].title if told else "An empty record", counts=_counts(shelf, len(disputed), len(aside)),
        stories=tuple(stories.told(shelf, shown)), disputed=tuple(claims.briefs(shelf, disputed[:MOST])),
        nameless=tuple(claims.briefs(shelf, nameless[:MOST])), set_aside=tuple(pages.given(shelf, aside[:MOST])),
        more=tuple((key, Ref(f"All {total} {what}", href)) for key, what, total, href, most in lists if total > most),
    )  # fmt: skip


def _counts(shelf: Shelf, disputed: int, aside: int) -> tuple[Count, ...]:
    outlets = {article.outlet for article in shelf.article.values() if article.outlet}
    identified = len(shelf.statements_of_actor)
    silences = len(speakers.silences(shelf))
    return (
        Count(len(shelf.page), "pages", "pages.html", Ref(f"{aside or 'none'} set aside", "pages.html")),
        Count(len(shelf.article), "articles", "articles.html", Ref(_many(len(outlets), "outlet"), "articles.html")),
        Count(
            len(shelf.copy),
            "copies",
            "copies.html",
            Ref(f"{_many(len(shelf.changes), 'change')} on the way", "copies.html"),
        ),
        Count(
            len(shelf.statement), "statements", "who.html", Ref(_many(identified, "identified speaker"), "people.html")
        ),
        Count(silences, "denials and silences", "silences.html"),
        Count(len(shelf.claim), "claims", "claims.html", Ref(f"{disputed} disputed", "disputed.html")),
        Count(len(shelf.origin), "origins", "origins.html", Ref("who knows, counted for each claim", "origins.html")),
        Count(len(shelf.events), "events", "timeline.html"),
    )


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
