"""The rows of a record, read once and laid out so that every view finds its own without searching."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import Protocol, TypeVar

from onrecord.nouns import (
    Actor,
    Article,
    Change,
    Claim,
    Copy,
    Correction,
    Event,
    Figure,
    Origin,
    Page,
    Quotation,
    Row,
    Scrap,
    Span,
    Stand,
    Statement,
    Story,
    Tie,
    Time,
    kind_of,
)  # fmt: skip
from onrecord.web.clocks import Clock, Days, by_year

Found = TypeVar("Found")

OCCURRENCES = 2
"""Statements, ties and events that make a page of an actor: of one, its place in the article shows as much."""

ARTICLES = 3
"""Articles that make a page of an actor who says and does nothing in them; of fewer, its row leads to each.
On a record of 2,000 articles both together leave 5,100 of 15,100 actors a page."""


class Rows(Protocol):
    """What a view needs of a record: the public rows of a kind, corrections applied, sorted by id."""

    def all(self, kind: str) -> Sequence[Row]:
        """Rows of `kind` ("article", "statement", ...)."""


def group(pairs: Iterable[tuple[str, Found]]) -> dict[str, list[Found]]:
    """Values under their keys, in the order given."""
    out: dict[str, list[Found]] = {}
    for key, value in pairs:
        out.setdefault(key, []).append(value)
    return out


class Shelf:
    """One record's rows, immutable once read. Rows that point at an absent row are kept; the pointer finds nothing."""

    def __init__(self, record: Rows) -> None:
        self.page = {row.id: row for row in _rows(record, Page)}
        self.article = {row.id: row for row in _rows(record, Article)}
        self.actor = {row.id: row for row in _rows(record, Actor)}
        self.statement = {row.id: row for row in _rows(record, Statement)}
        self.claim = {row.id: row for row in _rows(record, Claim)}
        self.origin = {row.id: row for row in _rows(record, Origin)}
        self.copy = {row.id: row for row in _rows(record, Copy)}
        self.story = {row.id: row for row in _rows(record, Story)}
        self.quotations = _rows(record, Quotation)
        self.figures = _rows(record, Figure)
        self.corrections = _rows(record, Correction)
        self.scraps = _rows(record, Scrap)
        self.changes = _rows(record, Change)
        self.events = _rows(record, Event)
        self.ties = _rows(record, Tie)
        self.times = _rows(record, Time)

    @cached_property
    def clocks(self) -> dict[int, dict[Clock, list[Days]]]:
        """What happened, was said, published and copied, by year."""
        return by_year(self.events, self.statement.values(), self.article, self.copy.values())

    @cached_property
    def copied(self) -> frozenset[str]:
        """Articles made from another."""
        return frozenset(copy.copy for copy in self.copy.values() if copy.direction != "unknown")

    @cached_property
    def paged(self) -> frozenset[str]:
        """Ids of the claims, actors and stories that a dossier gives a page: those that bring things together."""
        claims = (row.id for row in self.claim.values() if len(row.statements) > 1)
        actors = (row.id for row in self.actor.values() if self._brings_together(row))
        stories = (row.id for row in self.story.values() if len(row.articles) > 1)
        return frozenset((*claims, *actors, *stories))

    def _brings_together(self, row: Actor) -> bool:
        """Two occurrences, or one beside mentions in another article; of mere mentions three articles."""
        parts = (self.statements_of_actor, self.ties_of_actor, self.events_of_actor)
        weight = sum(len(part.get(row.id, ())) for part in parts)
        articles = len({span.article for span in row.mentions})
        return weight >= OCCURRENCES or articles >= ARTICLES or (weight > 0 and articles > 1)

    @cached_property
    def family(self) -> dict[str, str]:
        """Articles that copies join, each with the first id of its family; one that is no copy is its own."""
        root = {article: article for article in self.article}

        def find(article: str) -> str:
            while root[article] != article:
                root[article] = root[root[article]]
                article = root[article]
            return article

        for copy in self.copy.values():
            if copy.original in root and copy.copy in root:
                low, high = sorted((find(copy.original), find(copy.copy)))
                root[high] = low
        return {article: find(article) for article in root}

    @cached_property
    def statements_of_article(self) -> dict[str, list[Statement]]:
        """Statements in text order."""
        ordered = sorted(self.statement.values(), key=lambda row: (row.span.start, -row.span.end, row.id))
        return group((row.article, row) for row in ordered)

    @cached_property
    def statements_of_actor(self) -> dict[str, list[Statement]]:
        return group((row.speaker.actor, row) for row in self.statement.values() if row.speaker and row.speaker.actor)

    @cached_property
    def claims_of_statement(self) -> dict[str, list[tuple[Claim, Stand]]]:
        return group((stand.id, (claim, stand)) for claim in self.claim.values() for stand in claim.statements)

    @cached_property
    def times_of_article(self) -> dict[str, list[Time]]:
        """Temporal expressions in text order."""
        ordered = sorted(self.times, key=lambda row: (row.span.start, row.span.end, row.id))
        return group((row.span.article, row) for row in ordered)

    @cached_property
    def articles_of_page(self) -> dict[str, list[Article]]:
        ordered = sorted(self.article.values(), key=lambda row: (row.place, row.id))
        return group((row.page, row) for row in ordered)

    @cached_property
    def place_of_page(self) -> dict[str, int]:
        """Where each page stands in the list: those set aside first, so that nothing lost is overlooked; then by
        uri."""
        ordered = sorted(self.page.values(), key=lambda row: (row.outcome == "read", row.uri, row.id))
        return {row.id: number for number, row in enumerate(ordered)}

    @cached_property
    def scraps_of_page(self) -> dict[str, list[Scrap]]:
        ordered = sorted(self.scraps, key=lambda row: (row.start if row.start is not None else -1, row.id))
        return group((row.page, row) for row in ordered)

    @cached_property
    def changes_of_copy(self) -> dict[str, list[Change]]:
        return group((row.copy, row) for row in self.changes)

    @cached_property
    def copies_of_article(self) -> dict[str, list[Copy]]:
        """Every Copy row an article takes part in."""
        return group((end, row) for row in self.copy.values() for end in dict.fromkeys((row.original, row.copy)))

    @cached_property
    def made_from(self) -> set[str]:
        """Articles that are copies of another: once the direction is known the copy alone, else one of the two."""
        return {row.copy for row in self.copy.values()}

    @cached_property
    def story_of_article(self) -> dict[str, Story]:
        return {article: row for row in self.story.values() for article in row.articles}

    @cached_property
    def ties_of_actor(self) -> dict[str, list[Tie]]:
        return group((end, row) for row in self.ties for end in dict.fromkeys((row.actor, row.target)))

    @cached_property
    def events_of_actor(self) -> dict[str, list[Event]]:
        return group((actor, row) for row in self.events for actor in dict.fromkeys(row.actors))

    @cached_property
    def first_mentions(self) -> dict[str, list[Span]]:
        """Of each actor where each article mentions it first, in the order of the articles' ids."""
        return {row.id: _first_mentions(row) for row in self.actor.values()}

    @cached_property
    def places_of_article(self) -> dict[str, list[Span]]:
        """Spans of an article that a link leads to and no statement marks: evidence, changes, first mentions."""
        return group((span.article, span) for span in self._places())

    def _places(self) -> Iterable[Span]:
        for event in self.events:
            yield from event.evidence
        for tie in self.ties:
            yield from tie.evidence
        for change in self.changes:
            yield from (span for span in (change.before, change.after) if span)
        for spans in self.first_mentions.values():
            yield from spans
        for figure in self.figures:
            yield figure.span


def _first_mentions(actor: Actor) -> list[Span]:
    ordered = sorted(actor.mentions, key=lambda span: (span.article, span.start, span.end))
    return list({span.article: span for span in reversed(ordered)}.values())[::-1]


Kind = TypeVar(
    "Kind", Page, Article, Actor, Statement, Claim, Origin, Copy, Story, Scrap, Change, Event, Tie, Time, Quotation,
    Figure, Correction,
)  # fmt: skip


def _rows(record: Rows, noun: type[Kind]) -> list[Kind]:
    return [row for row in record.all(kind_of(noun)) if isinstance(row, noun)]
