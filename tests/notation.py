"""Articles in a small notation: `{Ann Roe}` is a mention, `{she=Ann Roe}` one that means her, `{the mayor=?}` one that
means nobody known, `[on Friday|2024-05-03]` a time (`|2024-05-01/2024-05-31` for a stretch), one sentence a line."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.nouns import (
    Act,
    ActorType,
    Article,
    Mention,
    Reading,
    Reference,
    Region,
    Speaker,
    Statement,
    Time,
    When,
)  # fmt: skip

MARK = re.compile(r"\{([^}=]+)(?:=([^}]+))?\}|\[([^|\]]+)\|([^\]/]+)(?:/([^\]]+))?\]")
TYPES: dict[str, ActorType] = {
    "Ardent": "organisation",
    "Norland": "government",
    "The Kestrel": "outlet",
    "Varn": "place",
}


class Told(NamedTuple):
    """What a marked-up article gives."""

    article: Article
    reading: Reading
    reference: Reference
    times: tuple[Time, ...]
    names: tuple[str, ...]


def read(marked: str, key: str = "a1", outlet: str | None = None) -> Told:
    """The article of a marked-up text; an actor's id is his name."""
    text, mentions, actors, places, at = "", [], [], [], 0
    for mark in MARK.finditer(marked):
        text += marked[at : mark.start()]
        surface = mark.group(1) or mark.group(3)
        if mark.group(1):
            actor = mark.group(2) or surface
            described = "nominal" if " " in surface else "pronoun"
            form = described if surface.islower() or surface == "I" else "name"
            kind = TYPES.get(actor, "person")
            mentions.append(Mention(start=len(text), end=len(text) + len(surface), type=kind, form=form))  # type: ignore[arg-type]
            actors.append(None if actor == "?" else actor)
        else:
            places.append((len(text), len(text) + len(surface), mark.group(4), mark.group(5) or mark.group(4)))
        text, at = text + surface, mark.end()
    text += marked[at:]
    body: Region = "body"
    article = Article(
        id=key, page="p1", place=0, url=None, headline=None, byline=None, outlet=outlet, agency=None, language="en",
        published=None, updated=None, text=text, places=(), regions=(body,) * (text.count("\n") + 1),
    )  # fmt: skip
    stops = tuple((start, end) for start, end, _ in article.lines())
    reading = Reading(article=key, reader="test", sentences=stops, quotes=(), mentions=tuple(mentions), attributions=())
    times = tuple(
        Time(
            id=f"time-{key}-{start}",
            span=article.span(start, end),
            region="body",
            when=when(first, last, text[start:end]),
        )
        for start, end, first, last in places
    )
    return Told(article, reading, Reference(article=key, actors=tuple(actors)), times, tuple(filter(None, actors)))


def when(first: str, last: str, text: str | None = None) -> When:
    """A stretch of time."""
    edtf = first if first == last else f"{first}/{last}"
    return When(from_=first, to=last, precision="day" if first == last else "days", edtf=edtf, text=text, basis="told")


def stated(told: Told, speaker: str, cue: str, content: str, act: Act = "says", hearer: str | None = None) -> Statement:
    """A statement of the article by its words; its content is on the page as given."""
    text = told.article.text
    at = text.index(content)
    start, end = next(stop for stop in told.reading.sentences if stop[0] <= at < stop[1])
    return Statement(
        id=f"statement-{at}", article=told.article.id, span=told.article.span(start, end), hearer=hearer, act=act,
        cue=told.article.span(text.index(cue), text.index(cue) + len(cue)),
        content=(told.article.span(at, at + len(content)),), region="body", mode="indirect", chain=(), parent=None,
        said=None, speaker=Speaker(text=speaker, span=None, actor=speaker, source_kind="named"),
    )  # fmt: skip


def state(
    marked: str, speaker: str, cue: str, content: str, act: Act = "says", hearer: str | None = None
) -> tuple[Statement, ...]:
    """One statement of a marked-up article: (text, speaker, cue, content, act, hearer)."""
    return (stated(read(marked, "a0"), speaker, cue, content, act, hearer),)
