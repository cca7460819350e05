"""The ties of articles in the notation."""

from __future__ import annotations

from notation import TYPES, read, state
from onrecord import ties
from onrecord.nouns import Persona, Statement, Tie

__all__ = ["draw", "state"]


def draw(*marked: str, statements: tuple[Statement, ...] = ()) -> list[Tie]:
    """The ties of marked-up articles, statements given by keyword."""
    pages = [read(text, f"a{i}") for i, text in enumerate(marked)]
    names = sorted({name for page in pages for name in page.names})
    people = [Persona(id=n, thread="t", name=n, type=TYPES.get(n, "person"), forms=(n,), mentions=()) for n in names]
    return ties.draw(
        [p.article for p in pages], [p.reading for p in pages], people, [p.reference for p in pages],
        [time for p in pages for time in p.times], list(statements),
    )  # fmt: skip
