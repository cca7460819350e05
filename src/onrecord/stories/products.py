"""Sums over shared words, for one article against all before it: how every likeness of two articles is reckoned.

Words are gone through in their order, so a sum over what two articles share is the same to the last bit whatever
stands beside them and in whatever order they came.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

Weights = Mapping[str, float]
"""Words and their weights, in the order of the words."""
_NONE = np.array([], dtype=np.int64)


class Postings:
    """Which of the articles, by number, hold a word, and with what weight."""

    def __init__(self, articles: Sequence[Weights]) -> None:
        held: dict[str, tuple[list[int], list[float]]] = defaultdict(lambda: ([], []))
        for at, weights in enumerate(articles):
            for word, weight in weights.items():
                held[word][0].append(at)
                held[word][1].append(weight)
        self._held = {
            word: (np.array(who, dtype=np.int64), np.array(how, dtype=np.float64)) for word, (who, how) in held.items()
        }

    def sums(self, weights: Weights, below: int) -> NDArray[np.float64]:
        """For each of the articles before number `below` the sum over the words of `weights` of both weights'
        product."""
        held = [(*self._held[word], weight) for word, weight in weights.items() if word in self._held]
        if not held:
            return np.zeros(below)
        who = np.concatenate([holders for holders, _, _ in held])
        products = np.concatenate([theirs * own for _, theirs, own in held])
        before = who < below
        return np.bincount(who[before], products[before], below).astype(np.float64)


def unit(weights: Weights) -> dict[str, float]:
    """The same in the order of the words, the squares summing to 1."""
    length = math.sqrt(math.fsum(value * value for value in weights.values())) or 1.0
    return {word: value / length for word, value in sorted(weights.items())}


def shares(weights: Weights) -> dict[str, float]:
    """The same in the order of the words, summing to 1."""
    whole = math.fsum(weights.values()) or 1.0
    return {word: value / whole for word, value in sorted(weights.items())}
