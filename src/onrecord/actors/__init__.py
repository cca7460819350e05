"""Mentions -> Actor. One person across forms and articles."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Actor, Article, Persona, Reading, Reference


def identify(articles: Sequence[Article], readings: Sequence[Reading]) -> tuple[list[Persona], list[Reference]]:
    """Who each mention of a thread's articles means: its personas, and a Reference for every reading."""
    return [], [Reference(article=r.article, actors=(None,) * len(r.mentions)) for r in readings]


def merge(personas: Sequence[Persona]) -> Actor:
    """One actor from its personas in all threads (all of one id, sorted by thread; at least one)."""
    first = personas[0]
    return Actor(id=first.id, name=first.name, type=first.type, forms=first.forms, mentions=first.mentions)
