"""Why a row stands in the record: the way from it down to the exact characters on a page."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence

from onrecord.ledgers import Exchange, exchanges
from onrecord.nouns import (
    Actor,
    Article,
    Change,
    Claim,
    Copy,
    Correction,
    Event,
    Evidence,
    Figure,
    Noun,
    Origin,
    Page,
    Quotation,
    Row,
    Scrap,
    Span,
    Statement,
    Story,
    Tie,
    Time,
    When,
    kind_of,
)  # fmt: skip

SHOWN = 8
"""Rows shown below one that rests on many; the rest are counted."""
DEPTH = 4
"""Rows that are unfolded below one another."""
AROUND = 240
"""Characters of the article shown at most on each side of a passage."""


class Passage(Noun, frozen=True, kw_only=True):
    """Characters in their sentence: `before + marked + after` stands in the article as it is here; `place` says
    where."""

    article: str
    before: str
    marked: str
    after: str
    place: str


class Why(Noun, frozen=True, kw_only=True):
    """One row, said in a line, the words it rests on, and the rows it rests on."""

    kind: str
    id: str
    line: str
    sentence: Passage | None
    rests_on: tuple[Why, ...]


Get = Callable[[str], Row | None]


class Reasons:
    """Unfolds rows; `get` finds a row by its id, `changes` what a copying changed by the copying's."""

    def __init__(self, get: Get, changes: Callable[[str], Sequence[Change]] = lambda _: ()) -> None:
        self._get, self._changes = get, changes

    def of(self, row: Row, depth: int = DEPTH) -> Why:
        """The reasons of a row, unfolded at most `depth` rows deep; of a copying, all that it changed."""
        below = self._below(row) if depth else iter(())
        ledger = exchanges(self._changes(row.id)) if isinstance(row, Copy) and depth == DEPTH else []
        return Why(
            kind=kind_of(type(row)), id=row.id, line=self._line(row), sentence=self._passage(_own_span(row)),
            rests_on=(
                *_capped(below, lambda r: r if isinstance(r, Why) else self.of(r, depth - 1)), *map(_changed, ledger),
            ),
        )  # fmt: skip

    def _passage(self, span: Span | None) -> Passage | None:
        article = self._get(span.article) if span else None
        if span is None or not isinstance(article, Article):
            return None
        begin = max(article.text.rfind("\n", 0, span.start) + 1, span.start - AROUND)
        stop = article.text.find("\n", span.end)
        stop = min(len(article.text) if stop < 0 else stop, span.end + AROUND)
        return Passage(
            article=article.id, before=article.text[begin : span.start], marked=article.text[span.start : span.end],
            after=article.text[span.end : stop], place=_place(span),
        )  # fmt: skip

    def _name(self, actor: str | None) -> str:
        row = self._get(actor) if actor else None
        return row.name if isinstance(row, Actor) else "someone"

    def _below(self, row: Row) -> Iterator[Row | Why]:
        match row:
            case Claim():
                yield from self._rows((stand.id for stand in row.statements), row.origins)
            case Origin() | Story():
                yield from self._rows(row.articles)
            case Copy():
                yield from (_ground(evidence) for evidence in row.evidence)
                yield from self._rows((row.original, row.copy))
            case Change():
                yield from (
                    self._span(words, span) for words, span in (("before", row.before), ("after", row.after)) if span
                )
                yield from self._rows((row.copy,))
            case Quotation():
                yield from self._rows(row.statements)
            case Event() | Tie():
                yield from (self._span("evidence", span) for span in row.evidence)
                yield from self._rows((row.on_word_of,), (span.article for span in row.evidence))
            case Actor():
                yield from (self._span("mention", span) for span in row.mentions)
            case Statement():
                yield from self._rows((row.parent,), (row.article,))
            case Time():
                yield from self._rows((row.span.article,))
            case Figure():
                yield from self._rows((row.on_word_of,), (row.span.article,))
            case Article() | Scrap():
                yield from self._rows((row.page,))
            case Correction():
                yield from self._rows((row.target.id,))
            case Page():
                return

    def _rows(self, *ids: Iterable[str | None]) -> Iterator[Row]:
        for id_ in dict.fromkeys(id_ for some in ids for id_ in some if id_):
            if row := self._get(id_):
                yield row

    def _span(self, word: str, span: Span) -> Why:
        return Why(
            kind="span", id=span.article, line=f"{word}: {_place(span)}", sentence=self._passage(span), rests_on=()
        )

    def _line(self, row: Row) -> str:
        match row:
            case Page():
                fault = f", set aside: {row.reason}" if row.reason else ""
                return f"{row.uri}: {row.bytes} bytes, sha256 {row.sha256}{fault}"
            case Article():
                return f"{row.headline or 'no headline'} | {row.outlet or 'outlet not shown'} | {_told(row.published)}"
            case Statement():
                return self._said(row)
            case Tie():
                return f"{self._name(row.actor)} {row.type} {self._name(row.target)} ({row.sign}), {_told(row.when)}"
            case Claim():
                origins = _interval(row.origins_from, row.origins_to)
                numbers = f"{row.articles} articles, {row.outlets} outlets, {origins} origins"
                return f"“{row.text}”: {numbers}{', disputed' if row.disputed else ''}"
            case Copy():
                return f"{row.type}, direction {row.direction}, share {row.share:.0%}: {'; '.join(_grounds(row))}"
            case Time():
                return f"“{row.span.text}”: {_told(row.when)}"
            case Event():
                return f"{row.line}: {_told(row.when)}"
            case Figure():
                return f"{row.value:g} {row.unit or ''} ({row.what})"
            case Origin():
                return f"{row.label}, by way of {' ← '.join(link.text or 'someone unnamed' for link in row.path)}"
            case Change():
                return f"{row.what}: {_quoted(row.before)} → {_quoted(row.after)}"
            case Scrap():
                return f"cut off as {row.reason}: {row.text[:AROUND]}"
            case Correction():
                return f"{row.what} by {row.by} at {row.at}, {row.state}: {row.reason or 'no reason given'}"
            case Actor():
                return f"{row.name}, {row.type}: {', '.join(row.forms)}"
            case Story():
                return f"{row.title}: {len(row.articles)} articles"
            case Quotation():
                return f"“{row.text}”: {len(row.statements)} statements, {len(row.variants)} variants"

    def _said(self, row: Statement) -> str:
        if row.speaker is None:
            who = "someone the page does not name"
        else:
            name = self._name(row.speaker.actor) if row.speaker.actor else "not identified"
            who = f"{row.speaker.text} ({name}, {row.speaker.source_kind})"
        chain = " ← ".join(link.text or "someone unnamed" for link in row.chain)
        return f"{who} {row.act} ({row.mode}), said {_told(row.said)}; chain: {chain}"


def _own_span(row: Row) -> Span | None:
    span = getattr(row, "span", None)
    return span if isinstance(span, Span) else None  # an article's `span` is a method


def _capped(rows: Iterator[Row | Why], unfold: Callable[[Row | Why], Why]) -> Iterator[Why]:
    yield from map(unfold, itertools.islice(rows, SHOWN))
    if (more := sum(1 for _ in rows)) > 0:
        yield Why(kind="more", id="", line=f"and {more} more", sentence=None, rests_on=())


def _place(span: Span) -> str:
    if span.page_start is None:
        return f"characters {span.start} to {span.end} of the article"
    return f"characters {span.start} to {span.end} of the article, {span.page_start} to {span.page_end} of the page"


def _told(when: When | None) -> str:
    if when is None:
        return "no date known"
    stretch = when.from_ if when.from_ == when.to else f"{when.from_ or '…'} to {when.to or '…'}"
    return f"{stretch} ({when.basis})"


def _interval(low: int, high: int) -> str:
    return str(low) if low == high else f"{low} to {high}"


def _grounds(copy: Copy) -> list[str]:
    return [evidence.why for evidence in copy.evidence]


def _ground(evidence: Evidence) -> Why:
    """What speaks for a copying, with the words that show it in original and copy."""
    words = " → ".join(f"“{' '.join(side.split())}”" for side in (evidence.before, evidence.after) if side)
    line = f"because: {evidence.why}{': ' if words else ''}{words}"
    return Why(kind="evidence", id="", line=line, sentence=None, rests_on=())


def _changed(exchange: Exchange) -> Why:
    line = f"{', '.join(exchange.whats)}: {_quoted(exchange.before)} → {_quoted(exchange.after)}"
    return Why(kind="change", id=exchange.changes[0].id, line=line, sentence=None, rests_on=())


def _quoted(span: Span | None) -> str:
    return f"“{span.text}”" if span else "nothing"
