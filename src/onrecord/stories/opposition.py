"""What speaks against two groups telling one story: each has people, places, words or numbers that nearly all its
accounts put first and hardly any of the other's does.

One account alone always has words of its own; of many, only another event has. So it counts from FEW accounts on, and
more the more there are.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.nouns import Term, Theme
from onrecord.stories.evidence import LEAD
from onrecord.stories.terms import rarity

FEW = 3
"""Accounts from which a group has words that are its own."""
DOUBT = 4
"""Accounts of neither kind that a group is thought to hold beside its own, so that few prove little."""
WORDS = 4
"""Words of each side that are looked at: those most its own."""
FREE, PRICE = 0.24, 1.5
"""How far apart, in shares of the accounts, may cost nothing; what it costs in likeness beyond. Set with STORY by
cross-validation on the training part of ECB+: neighbouring values are alike."""
NAME_RARITY, WORD_RARITY = 2, 3
"""Words rarer than this count, names before others."""
PASSING, TWICE, NUMBER = 0.2, 0.6, 0.8
"""How much of an account a word is that stands there once or twice below the lead, and a number; a word of the lead, or
one that stands there three times, is 1. What a report only mentions of another event is no part of its own."""


class Profiles:
    """The words of groups of families of copies, each family one account; a group is named by its smallest family."""

    def __init__(self, themes: Sequence[Theme], families: Sequence[int]) -> None:
        number: dict[str, int] = {}
        salient = [[(number.setdefault(word, len(number)), share) for word, share in _salience(t)] for t in themes]
        self._of: dict[int, tuple[int, NDArray[np.int64], NDArray[np.float64]]] = {}
        for family in sorted(set(families)):
            mine = [word for own, words in zip(families, salient, strict=True) if own == family for word in words]
            self._of[family] = (1, *_summed([w for w, _ in mine], [s for _, s in mine], families.count(family)))

    def between(self, a: int, b: int) -> float:
        """What the likeness of two groups counts less."""
        (many_a, words_a, sums_a), (many_b, words_b, sums_b) = self._of[a], self._of[b]
        if min(many_a, many_b) < FEW:
            return 0.0
        one, other = sums_a / (many_a + DOUBT), sums_b / (many_b + DOUBT)
        apart = min(_own(words_a, one, words_b, other), _own(words_b, other, words_a, one))
        return PRICE * max(0.0, apart - FREE)

    def join(self, a: int, b: int) -> None:
        """Makes `b` a part of `a`."""
        (many_a, words_a, sums_a), (many_b, words_b, sums_b) = self._of[a], self._of.pop(b)
        words, place = np.unique(np.concatenate([words_a, words_b]), return_inverse=True)
        sums = np.bincount(place, np.concatenate([sums_a, sums_b]), len(words))
        self._of[a] = (many_a + many_b, words, np.round(sums, 9))


def _own(
    words: NDArray[np.int64], shares: NDArray[np.float64], others: NDArray[np.int64], theirs: NDArray[np.float64]
) -> float:
    """The mean difference over the WORDS that are most the first side's own."""
    if not len(words) or not len(others):
        return 0.0
    at = np.minimum(np.searchsorted(others, words), len(others) - 1)
    apart = shares - np.where(others[at] == words, theirs[at], 0.0)
    return float(np.round(np.sort(apart)[-WORDS:].mean(), 9))


def _summed(words: list[int], shares: list[float], accounts: int) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    found, place = np.unique(np.array(words, dtype=np.int64), return_inverse=True)
    return found, np.round(np.bincount(place, np.array(shares, dtype=np.float64), len(found)) / accounts, 9)


def _salience(theme: Theme) -> list[tuple[str, float]]:
    told = [term for term in theme.terms if rarity(term.word) >= (NAME_RARITY if term.name else WORD_RARITY)]
    numbers = [(number, NUMBER) for number in theme.numbers if len(number) > 1]
    return [(term.word, _share(term)) for term in told] + numbers


def _share(term: Term) -> float:
    if term.times >= 3 or term.first < LEAD:
        return 1.0
    return PASSING if term.times == 1 else TWICE
