"""Whom a headline means by a bare noun: "Port chief denies villa stay"."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language.clauses import is_finite
from onrecord.nouns import Extent, Mention
from onrecord.readings.nominals import DETERMINERS, HEADS, POSSESSIVES, named
from onrecord.readings.tokens import Word, adjoin

LONGEST = 4
"""Words of such a noun phrase at most."""


def of_headline(text: str, words: Sequence[Word], taken: Sequence[Extent]) -> Mention | None:
    """Whom a headline begins with by a bare noun and a verb: "Port chief denies ..."; None for any other headline."""
    first = next(
        (n + 1 for n in range(min(LONGEST, len(words) - 1)) if ":" in text[words[n].stop : words[n + 1].start]), 0
    )
    for at in range(first, min(first + LONGEST, len(words) - 1)):
        word, follows = words[at], words[at + 1]
        if (at > first and not adjoin(text, words[at - 1], word)) or word.possessive or named(word, taken):
            return None
        head = HEADS.get(word.lower)
        if head and head.kind == "person" and not head.plural and adjoin(text, word, follows):
            if follows.lower in HEADS or named(follows, taken):
                continue
            verb = follows.lower.endswith("s") or is_finite(follows.lower)
            opens = words[first].lower not in DETERMINERS | POSSESSIVES
            return (
                Mention(start=words[first].start, end=word.end, type="person", form="nominal")
                if verb and opens
                else None
            )
    return None
