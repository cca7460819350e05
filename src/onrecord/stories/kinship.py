"""Whether two articles that share a key may be of one matter, told from their themes alone."""

from __future__ import annotations

import math
from collections.abc import Mapping

from onrecord.nouns import Theme
from onrecord.stories.products import unit
from onrecord.stories.terms import TOP, weight

LEAST = 0.15
"""Cosine of their weighted terms. Stories are of one thread where the mean over all pairs reaches 0.17, so some pair
reaches it; articles that three rare words brought together and nothing else stay under it."""


def compared(theme: Theme) -> dict[str, float]:
    """What of a theme tells of kin: its heaviest terms, the squares of their weights summing to 1."""
    return unit({term.word: weight(term) for term in theme.terms[:TOP]})


def kin(a: Mapping[str, float], b: Mapping[str, float], crowded: bool) -> bool:  # noqa: ARG001
    """Whether two articles, by what of their themes is compared, may be of one matter: a sum exact in any order."""
    return math.fsum(weight * b[word] for word, weight in a.items() if word in b) >= LEAST
