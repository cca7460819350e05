"""Whether a bare "on Tuesday", "in May" looks ahead or back, by the words of its clause."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from onrecord.language.clauses import is_past
from onrecord.times.grammar import Words
from onrecord.words import table

BEFORE, AFTER = 140, 70
"""Characters of the clause looked at: calibrated on two hand-made piles, where longer windows caught other
clauses' verbs."""

PURPOSE = 90
"""Characters before the time within which a word of intending and its infinitive put it ahead."""

_STOP = re.compile(r"[;:\n—]|\.\s(?=[A-Z“])")
_PARTICIPLE = re.compile(r"[a-z]{3,}ed\s$")
_TO_BE = re.compile(r"\bto be [a-z]{3,}(?:ed|n|t)\s$")
_AWAITED = re.compile(r"(?:\b(?:be|being|is|are|to)\s[a-z]+|\b(?:expected|scheduled|planned|slated|proposed))\s$")
_PAST = re.compile(r"\b(?:had|was|were|did)\b|^\W{0,2}(?:\w+\W{1,2}){0,4}[a-z]{3,}ed\b")
_BEEN = re.compile(r"\b(?:had|was|were|did)\b")
_WORD = re.compile(r"[’']?[^\W\d_]+")
_PUT_OFF = re.compile(
    r"\b(?:extend|postpone|delay|adjourn|suspend|defer|remand|reschedul)\w*\b[^,;:.]*$", re.IGNORECASE
)
_HAD_BEEN = re.compile(r"\bhad (?:\w+ )?been [a-z]+ (?:to|for)\b[^,;:.]*$", re.IGNORECASE)
_AS_SOON = re.compile(r"\bas (?:soon|early) as\s$", re.IGNORECASE)
_NEXT = re.compile(r"\s([a-z]{2,20})\b")
_EAGER = frozenset({"by", "before", "ahead of", "for"})
"""Prepositions that mostly look ahead."""
_LASTING = frozenset({"through", "until", "till"})
"""Prepositions that look ahead behind an infinitive, a present or a perfect: "decided to pay them through May"."""
_STILL = re.compile(r"\b(?:to\s[a-z]+|has|have|is|are)\b[^,;:.]*$")
_PERIODS = frozenset({"quarter", "half", "month", "season"})
"""Kinds that "for" does not put ahead: "profit for the third quarter"."""
_OVER = frozenset(("for", kind) for kind in _PERIODS)
_RESULTS = re.compile(
    r"\b(?:report|post|results?|earn(?:ed|ings)?|net|loss|profits?|income|revenue|sales)\b", re.IGNORECASE
)
"""Words of accounts, which are drawn up when the quarter is over."""


@cache
def _cues() -> Mapping[str, re.Pattern[str]]:
    """The phrases that tell a tense, by their first word."""
    tense, by_first = table("times")["tense"], dict[str, list[tuple[str, str]]]()
    for group in ("negated_would", "future", "spoken"):
        for phrase in tense[group]:
            first = _WORD.match(phrase.lower())
            assert first is not None
            by_first.setdefault(first.group(), []).append((phrase, group))
    return {first: _either(rows) for first, rows in sorted(by_first.items())}


def _either(rows: list[tuple[str, str]]) -> re.Pattern[str]:
    """The longest phrase first, a group for each kind of cue."""
    order = sorted(rows, key=lambda row: (-len(row[0]), row))
    told = "|".join(f"(?P<{group}{at}>{re.escape(phrase)})" for at, (phrase, group) in enumerate(order))
    return re.compile(rf"(?:{told})(?![^\W_])", re.IGNORECASE)


def _told(text: str) -> list[tuple[int, str]]:
    """`(place, kind)` of the cues of a clause, in order."""
    cues, out, end = _cues(), [], 0
    for word in _WORD.finditer(text):
        cue = cues.get(word.group().lower()) if word.start() >= end else None
        found = cue.match(text, word.start()) if cue else None
        if found and found.lastgroup:
            out.append((found.start(), found.lastgroup.rstrip("0123456789")))
            end = found.end()
    return out


@cache
def _perfect() -> re.Pattern[str]:
    return re.compile(
        rf"(?:\b|(?=['’]))(?:{_phrases(tuple(table('times')['tense']['perfect']))})(?![^\W_])", re.IGNORECASE
    )


@cache
def _meant() -> re.Pattern[str]:
    """A word of intending with its infinitive: "planned rallies to keep them from paying"."""
    words = _phrases(tuple(table("times")["tense"]["intending"]))
    return re.compile(rf"\b(?:{words})\s(?:[a-z]+\s)?(?:to|on)\s[a-z]+\b[^,;:.]*$", re.IGNORECASE)


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
    """True where the clause speaks of what is to come. An intention whose infinitive reaches the time decides, then
    the nearest cue before, then the first verb or cue after, then the preposition; a participle right before ("filed
    in January") looks back."""
    before, after = _around(text, words)
    cues = _told(before)
    last, relation = cues[-1][1] if cues else None, words.part("relation")
    if words.kind == "quarter" and _RESULTS.search(before[-PURPOSE:] + after):
        return False
    if _meant().search(before[-PURPOSE:]) and not _HAD_BEEN.search(before[-PURPOSE:]):
        return True
    if _TO_BE.search(before) or (relation in _LASTING and _PUT_OFF.search(before)) or _AS_SOON.search(before):
        return True
    if _at_once_past(after):
        return False
    if relation in _EAGER and (relation, words.kind) not in _OVER and last != "future":
        return not (_BEEN.search(before) if before.strip() else _PAST.search(after))
    if relation in _LASTING and _STILL.search(before):
        return True
    if _PARTICIPLE.search(before) and not _AWAITED.search(before):
        return False
    return last == "future" if last else _follows(after)


def _at_once_past(after: str) -> bool:
    """ "The ministry on Sunday issued": the verb right behind the time tells."""
    word = _NEXT.match(after)
    return word is not None and is_past(word[1].lower())


def _follows(after: str) -> bool:
    """Whether what comes behind a time speaks of the future before it speaks of the past."""
    cues = _told(after)
    if not cues or cues[0][1] != "future":
        return False
    return not any(is_past(word.group()) for word in _WORD.finditer(after, 0, cues[0][0]))


def perfect(text: str, words: Words) -> bool:
    """True where the clause is in a perfect tense, so that a length of time ends when it was said."""
    before, after = _around(text, words)
    return bool(_perfect().search(before) or _perfect().search(after[:30]))
