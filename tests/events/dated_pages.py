"""The events of articles in the notation."""

from __future__ import annotations

from notation import read, state, when
from onrecord import events
from onrecord.nouns import Dating, Event, Statement

__all__ = ["state", "tell"]


def tell(
    *marked: str, statements: tuple[Statement, ...] = (), published: str | None = None, turned: bool = False
) -> list[Event]:
    """The events of marked-up articles; `published` by article key."""
    pages = [read(text, f"a{i}") for i, text in enumerate(marked)]
    dated = [Dating(article=p.article.id, published=when(published, published) if published else None) for p in pages]
    return events.tell(
        [p.article for p in pages], [p.reading for p in pages], [p.reference for p in pages], [], dated,
        [time for p in pages for time in p.times][:: -1 if turned else 1], list(statements)[:: -1 if turned else 1],
    )  # fmt: skip
