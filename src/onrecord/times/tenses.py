"""Whether a bare "on Tuesday", "in May" looks ahead or back, by the words of its clause."""

from __future__ import annotations

import re
from functools import cache

from onrecord.times.grammar import Words
from onrecord.words import table

BEFORE, AFTER = 140, 70
"""Characters of the clause looked at: calibrated on two hand-made piles, where longer windows caught other
clauses' verbs."""

_STOP = re.compile(r"[;:\n—]|\.\s(?=[A-Z“])")
_PARTICIPLE = re.compile(r"[a-z]{3,}ed\s$")
_AWAITED = re.compile(r"(?:\b(?:be|being|is|are|to)\s[a-z]+|\b(?:expected|scheduled|planned|slated|proposed))\s$")
_PAST = re.compile(r"\b(?:had|was|were|did)\b|^\W{0,2}(?:\w+\W{1,2}){0,4}[a-z]{3,}ed\b")
_BEEN = re.compile(r"\b(?:had|was|were|did)\b")
_EAGER = frozenset({"by", "before", "ahead of", "for"})
"""Prepositions that mostly look ahead."""


@cache
def _cues() -> re.Pattern[str]:
    tense = table("times")["tense"]
    groups = ("negated_would", "future", "spoken")
    alternatives = (f"(?P<{name}>{_phrases(tuple(tense[name]))})" for name in groups)
    return re.compile(r"(?:\b|(?=['’]))(?:" + "|".join(alternatives) + r")(?![^\W_])", re.IGNORECASE)


@cache
def _perfect() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b|(?=['’]))(?:{_phrases(tuple(table('times')['tense']['perfect']))})(?![^\W_])", re.IGNORECASE
    )


def _phrases(words: tuple[str, ...]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))


def _around(text: str, words: Words) -> tuple[str, str]:
    """The words of the clause before and after an expression."""
    before = text[max(0, words.start - BEFORE) : words.start]
    begins = max((stop.end() for stop in _STOP.finditer(before)), default=0)
    after = text[words.end : words.end + AFTER]
    stop = _STOP.search(after)
    return before[begins:], after[: stop.start()] if stop else after


def ahead(text: str, words: Words) -> bool:
    """True where the clause speaks of what is to come. The nearest cue before decides, else the first one after,
    else the preposition; a participle right before ("filed in January") looks back."""
    before, after = _around(text, words)
    last = None
    for found in _cues().finditer(before):
        last = found.lastgroup
    if words.part("relation") in _EAGER and last != "future":
        return not (_BEEN.search(before) if before.strip() else _PAST.search(after))
    if _PARTICIPLE.search(before) and not _AWAITED.search(before):
        return False
    if last is None:
        following = _cues().search(after)
        last = following.lastgroup if following else None
    return last == "future"


def perfect(text: str, words: Words) -> bool:
    """True where the clause is in a perfect tense, so that a length of time ends when it was said."""
    before, after = _around(text, words)
    return bool(_perfect().search(before) or _perfect().search(after[:30]))
