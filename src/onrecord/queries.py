"""Questions put to rows: by whom, about whom, when, of which story."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from onrecord.nouns import Actor, Row, Span, Statement, Story, When

SILENCES = ("declines", "no_response", "denies", "evades")
"""The acts that the ledger of silence and denial holds."""


class Filter(NamedTuple):
    """What is asked for; None asks for nothing. `from_`, `to` are ISO dates: rows whose stretch touches theirs pass."""

    speaker: str | None = None
    about: str | None = None
    act: str | None = None
    article: str | None = None
    story: str | None = None
    from_: str | None = None
    to: str | None = None


def called(actors: Iterable[Actor], name: str) -> list[Actor]:
    """The actors a person means by a name or an id: those of that very name or form, else those whose name holds it."""
    known, wanted = list(actors), name.casefold()
    exact = [a for a in known if a.id == name or wanted in (a.name.casefold(), *(form.casefold() for form in a.forms))]
    return exact or [a for a in known if wanted in a.name.casefold()]


def select(rows: Iterable[Row], asked: Filter, actors: list[Actor], stories: Iterable[Story]) -> Iterator[Row]:
    """The rows that pass a filter, in their order."""
    speakers = {a.id for a in called(actors, asked.speaker)} if asked.speaker else None
    mentions = _places(called(actors, asked.about)) if asked.about else None
    articles = {a for s in stories if asked.story in (s.id, s.thread) for a in s.articles} if asked.story else None
    for row in rows:
        if speakers is not None and not _actors_of(row) & speakers:
            continue
        if mentions is not None and not any(_touches(span, mentions) for span in spans_of(row)):
            continue
        if asked.act and getattr(row, "act", None) != asked.act:
            continue
        here = articles_of(row)
        if (asked.article and asked.article not in here) or (articles is not None and not here & articles):
            continue
        if within(when_of(row), asked.from_, asked.to):
            yield row


def when_of(row: Row) -> When | None:
    """The stretch of time a row is about: said, happened or published."""
    for name in ("said", "when", "published"):
        if isinstance(when := getattr(row, name, None), When):
            return when
    return None


def within(when: When | None, first: str | None, last: str | None) -> bool:
    """Whether a stretch touches `first`..`last`; without bounds everything does, without a stretch only then."""
    if first is None and last is None:
        return True
    if when is None or (when.from_ is None and when.to is None):
        return False
    early, late = (when.from_ or "")[:10], (when.to or "9999")[:10]
    return (last is None or early <= last) and (first is None or late >= first)


def spans_of(row: Any) -> list[Span]:
    """Every span a row itself rests on."""
    values = [getattr(row, name, None) for name in ("span", "before", "after")]
    values += [*getattr(row, "content", ()), *getattr(row, "evidence", ()), *getattr(row, "mentions", ())]
    if isinstance(row, Statement):
        values = list(row.content) or [row.span]
    return [value for value in values if isinstance(value, Span)]


def articles_of(row: Any) -> set[str]:
    """The articles a row rests on, as far as the row itself says."""
    own = {getattr(row, name, None) for name in ("article", "original", "copy")} | {row.id}
    listed = getattr(row, "articles", ())
    return {value for value in own if isinstance(value, str)} | {s.article for s in spans_of(row)} | (
        set(listed) if isinstance(listed, tuple) else set()
    )  # fmt: skip


def _actors_of(row: Any) -> set[str]:
    if isinstance(row, Statement):
        return {row.speaker.actor} if row.speaker and row.speaker.actor else set()
    named = {getattr(row, "actor", None), getattr(row, "target", None), row.id}
    return {value for value in named if isinstance(value, str)} | set(getattr(row, "actors", ()))


def _places(actors: Iterable[Actor]) -> dict[str, list[tuple[int, int]]]:
    places: dict[str, list[tuple[int, int]]] = {}
    for actor in actors:
        for span in actor.mentions:
            places.setdefault(span.article, []).append((span.start, span.end))
    return places


def _touches(span: Span, places: dict[str, list[tuple[int, int]]]) -> bool:
    return any(start < span.end and end > span.start for start, end in places.get(span.article, ()))
