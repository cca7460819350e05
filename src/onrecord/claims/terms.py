"""The terms by which two statements are seen to speak of one thing: words without their endings, one term a sense."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from onrecord.words import phrases, table

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
LONGEST = 40
"""Characters of a word that are looked at: longer ones are no words of a language but what a page has run together."""


@cache
def senses() -> Mapping[str, str]:
    """Every word of `senses.toml`, and its stem, to the first word of its line."""
    out: dict[str, str] = {}
    for line in phrases("senses", "lines"):
        first, *rest = line.split()
        for word in (first, *rest):
            out.setdefault(word, first)
            out.setdefault(_stem(word), first)
    return MappingProxyType(out)


@cache
def stops() -> frozenset[str]:
    """Words that say nothing about which claim is meant."""
    return frozenset(str(table("claims")["stop"]).split())


def words(text: str) -> list[str]:
    """The words of a text in order, in lower case, possessive endings and curly apostrophes gone."""
    found = (word.lower().replace("’", "'") for word in WORD.findall(text))
    return [word[:LONGEST].removesuffix("'s").removesuffix("'") for word in found]


def term(word: str) -> str | None:
    """The term of a lower-case word, None for one that tells nothing."""
    if (
        word in stops()
        or word in table("numerals")["small"]
        or word.endswith("n't")
        or word[0].isdigit()
        or len(word) < 2
    ):
        return None
    known = senses()
    stem = _stem(word)
    return known.get(word) or known.get(stem) or stem


def terms(text: str) -> list[str]:
    """The terms of a text in order, hyphenated words also by their parts."""
    parts = (part for word in words(text) for part in ([word, *word.split("-")] if "-" in word else [word]))
    return [found for found in map(term, parts) if found]


@cache
def offices() -> frozenset[str]:
    """Terms that say who somebody is, not what is said of them."""
    return frozenset(t for word in phrases("disputes", "offices") for t in terms(word))


def _stem(word: str) -> str:
    """A word without its inflection: plural, past, progressive and adverb endings only, so that stems stay readable."""
    for ending, instead in (
        ("ies", "y"),
        ("sses", "ss"),
        ("ing", ""),
        ("edly", ""),
        ("ed", ""),
        ("ly", ""),
        ("es", "e"),
        ("s", ""),
    ):
        if word.endswith(ending) and len(word) - len(ending) >= 3 and not word.endswith("ss"):
            return _undouble(word[: len(word) - len(ending)] + instead)
    return word.removesuffix("e") if len(word) > 4 else word


def _undouble(stem: str) -> str:
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] in "bdgmnprt":
        return stem[:-1]
    return stem.removesuffix("e") if len(stem) > 4 else stem
