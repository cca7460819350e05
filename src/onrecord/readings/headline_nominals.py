"""Whom a headline means by a bare noun: "Port chief denies villa stay"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from onrecord.language.clauses import is_finite
from onrecord.nouns import Extent, Mention
from onrecord.readings.nominals import DETERMINERS, HEADS, POSSESSIVES, named
from onrecord.readings.tokens import Word, adjoin

BODIES = frozenset({"organisation", "outlet", "government"})
LONGEST = 4
"""Words of such a noun phrase at most."""


def of_headline(text: str, words: Sequence[Word], taken: Sequence[Extent]) -> Iterator[Mention]:
    """Whom the clauses of a headline begin with by a bare noun and a verb: "Port chief denies ...", "Quay shut; mayor
    says why"."""
    last = len(words) - 1
    first = next((n + 1 for n in range(min(LONGEST, last)) if ":" in text[words[n].stop : words[n + 1].start]), 0)
    clauses = [n + 1 for n in range(first, last) if ";" in text[words[n].stop : words[n + 1].start]]
    for at in (first, *clauses[:LONGEST]):
        if (found := _of_clause(text, words, at, taken)) is not None:
            yield found


def _of_clause(text: str, words: Sequence[Word], first: int, taken: Sequence[Extent]) -> Mention | None:
    for at in range(first, min(first + LONGEST, len(words) - 1)):
        word, follows = words[at], words[at + 1]
        if (at > first and not adjoin(text, words[at - 1], word)) or word.possessive:
            return None
        if named(word, taken):
            continue
        if is_finite(word.lower) and word.lower not in HEADS:
            return None  # "Oake says chief lied"
        head = HEADS.get(word.lower)
        alone = head is not None and (head.kind == "person" or (head.kind in BODIES and at == first))
        if head and alone and not head.plural and adjoin(text, word, follows):
            if follows.lower in HEADS or named(follows, taken):
                continue
            verb = follows.lower.endswith("s") or is_finite(follows.lower)
            opens = words[first].lower not in DETERMINERS | POSSESSIVES
            return (
                Mention(start=words[first].start, end=word.end, type=head.kind, form="nominal")
                if verb and opens
                else None
            )
    return None
