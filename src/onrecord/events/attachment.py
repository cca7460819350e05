"""Whether a time dates the doing of its clause, or something smaller that stands in it: an infinitive, a participle,
the other side of a comparison.

No parser: the words between the clause's last finite verb and the time decide. Each answer is a share of belief, set by
reading some 400 clauses of news: 0 where the time is another's, `SURE` where nothing stands between.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from onrecord.language.clauses import WORD, is_finite, is_past
from onrecord.words import phrases

SURE = 0.8
"""Belief in a time that stands beside the verb of its clause."""

LIKELY = 0.65
"""The same where an infinitive or a participle of the same doing stands between: "helped to found it in May"."""

OPEN = 0.55
"""The same for a clause without a verb of doing, dated by a noun of happening: "the match was on Friday"."""

VERBLESS = 0.5
"""The same without any verb, as in headlines."""

LOOK = 60
"""Characters before a time in which a comparison is looked for."""

GERUND = re.compile(r"[a-z]{2,}ing")
SINCE = re.compile(r"since\b", re.IGNORECASE)


class Word(NamedTuple):
    """A word of a clause: its place, its letters made small, whether it may be a finite verb, and whether it has a
    capital."""

    start: int
    low: str
    finite: bool
    capital: bool


@cache
def _among(key: str) -> frozenset[str]:
    return frozenset(phrases("event_words", key))


@cache
def _comparing() -> re.Pattern[str]:
    """ "up from 41 per cent", "lower than it was", right before the time it compares with."""
    opens = "|".join(phrases("event_words", "comparing"))
    return re.compile(rf"\b(?:{opens})\b(?:\s[^\s,;:]+){{0,5}}\s(?:in|on|at|for|during)?\s?$|\bfrom\s$", re.IGNORECASE)


@cache
def _ranking() -> re.Pattern[str]:
    """ "the first such boat since 2010", "the most since May": nothing happened then."""
    words = "|".join(phrases("event_words", "ranking"))
    return re.compile(rf"\b(?:{words})\b[^;]*$", re.IGNORECASE)


def belief(text: str, start: int, end: int, at: int) -> float:
    """How far the time at `at` is that of the doing told by the clause `text[start:end]`, 0 to `SURE`."""
    before = text[max(start, at - LOOK) : at]
    if text.startswith("?", end - 1) or text.startswith("?", end) or _compares(text, before, at):
        return 0.0
    if SINCE.match(text, at) and _ranking().search(text, start, at):
        return 0.0
    words = [_word(found) for found in WORD.finditer(text, start, end)]
    verbs = [place for place, word in enumerate(words) if word.finite and not _is_unfinite(words, place)]
    if not verbs:
        return VERBLESS
    if words[verbs[0]].low in _among("states"):
        return 0.0
    ahead = [place for place in verbs if words[place].start < at]
    base = SURE if any(words[place].low not in _among("copulas") for place in verbs) else OPEN
    return min(base, _reached(words, ahead, at)) if ahead else base


def _word(found: re.Match[str]) -> Word:
    written = found.group()
    low = written.lower().replace("’", "'")
    return Word(found.start(), low, is_finite(written) or low in _among("states"), written[0].isupper())


def _compares(text: str, before: str, at: int) -> bool:
    """Whether the time is the other side of a comparison: "from two years ago", "similar to 2010"."""
    return bool(_comparing().search(before)) or bool(re.match(r"from\s[^,;]{0,30}\bago\b", text[at : at + LOOK]))


def _is_unfinite(words: Sequence[Word], place: int) -> bool:
    """Whether a form that could be finite is an adjective or infinitive: "the leaked letter", "to found it"."""
    before = words[place - 1].low if place else ""
    if before == "to" and not words[place].capital:
        return True
    return is_past(words[place].low) and (before in _among("articles") or before.endswith(("'s", "s'")))


def _reached(words: Sequence[Word], verbs: Sequence[int], at: int) -> float:
    """Belief by what stands between the last finite verb before the time and the time."""
    main = words[verbs[-1]].low
    between = [word for word in words[verbs[-1] + 1 :] if word.start < at]
    heads = [i for i, word in enumerate(between) if i and between[i - 1].low == "to" and _bare(word)]
    gerunds = [
        i for i, word in enumerate(between) if i and GERUND.fullmatch(word.low) and _governed(between[i - 1].low)
    ]
    if gerunds and between[gerunds[-1] - 1].low in _among("gerund_leads"):
        return 0.0
    if heads:
        lead = {main, between[0].low}
        return 0.0 if lead & _among("intending") and not lead & _among("arranged") else LIKELY
    return LIKELY if gerunds else SURE


def _bare(word: Word) -> bool:
    """Whether a word behind "to" can be an infinitive and no place, person or thing."""
    return (
        word.low.isalpha()
        and not word.capital
        and word.low not in _among("articles")
        and not word.low.endswith(("ing", "ed", "ies"))
    )


def _governed(word: str) -> bool:
    return word in _among("gerund_leads") or word in _among("loose_leads")
