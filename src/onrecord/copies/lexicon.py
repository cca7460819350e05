"""The word lists that make a change matter, in the one spelling in which words are compared."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from onrecord.copies.texts import one_spelling
from onrecord.words import phrases, table


@cache
def word_set(*keys: str) -> frozenset[str]:
    """A list of `words/copies.toml`, by the names of the list and of the tables around it."""
    return frozenset(one_spelling(word) for word in phrases("copies", *keys))


@cache
def numerals() -> frozenset[str]:
    """The small numbers that are written as words."""
    return frozenset(table("numerals")["small"])


@cache
def calendar() -> frozenset[str]:
    """The names of months and weekdays."""
    words = table("copies")["dates"]
    return frozenset(words["months"]) | frozenset(words["weekdays"])


@cache
def bounds() -> Mapping[str, str]:
    """The words before a number that make it a least, a most or a guess, with which of them they make it."""
    groups = table("copies")["bounds"].items()
    return MappingProxyType({words: kind for kind, every in groups for words in every})


@cache
def opposites() -> Mapping[str, frozenset[str]]:
    """Words with those that turn a claim round when they stand in their place."""
    found: dict[str, set[str]] = {}
    for one, other in table("copies")["opposites"]:
        x, y = one_spelling(one), one_spelling(other)
        found.setdefault(x, set()).add(y)
        found.setdefault(y, set()).add(x)
    return MappingProxyType({word: frozenset(others) for word, others in found.items()})


def group_of(subject: str, word: str) -> str | None:
    """The group of a subject ("sources", "offices", "telling", "same") that a word belongs to, None for none."""
    return _groups(subject).get(word)


@cache
def _groups(subject: str) -> Mapping[str, str]:
    groups = table("copies")[subject].items()
    return MappingProxyType({one_spelling(word): name for name, words in groups for word in words})
