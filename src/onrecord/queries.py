"""Questions put to rows: by whom, about whom, when, of which story."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, get_args

from rapidfuzz import process

from onrecord.errors import CallError
from onrecord.nouns import Act, Actor, Row, Span, Statement, Story, When

SILENCES = ("declines", "no_response", "denies", "evades")
"""The acts that the ledger of silence and denial holds."""
OTHER_WORDS = "--about takes actors (see onrecord actors); for what is no actor, see onrecord search"
ISO = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$")


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


def check(asked: Filter) -> None:
    """Raises CallError for a filter that nothing could pass: an act or a date that is none, an end before its start."""
    if asked.act and asked.act not in get_args(Act):
        raise CallError(f"an act is one of {', '.join(get_args(Act))}, not {asked.act!r}")
    for day in (asked.from_, asked.to):
        if day and not ISO.match(day):
            raise CallError(f"a date is ISO, such as 2024-10-25 or 2024-10, not {day!r}")
    if asked.from_ and asked.to and asked.from_ > asked.to:
        raise CallError(f"a stretch begins before it ends; {asked.from_} is after {asked.to}: change them about")


def doubts(asked: Filter, actors: list[Actor], stories: Iterable[Story]) -> list[str]:
    """What a filter asks for that the record does not have, a sentence each, with the names that are near."""
    out = []
    for name, remedy in ((asked.speaker, "see onrecord actors"), (asked.about, OTHER_WORDS)):
        if name and not called(actors, name):
            near = [found[0] for found in process.extract(name, [a.name for a in actors], limit=3, score_cutoff=70)]
            out.append(f"no actor is called {name!r}" + (f"; near: {', '.join(near)}" if near else "") + f"; {remedy}")
    if asked.story and not any(asked.story in (story.id, story.thread) for story in stories):
        out.append(f"no story or thread is {asked.story!r}; see onrecord stories")
    return out


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
