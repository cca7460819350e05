"""How alike articles are in words, and how that fades with the days between them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from onrecord.nouns import Article
from onrecord.stories.linkage import Pair

FLOOR = 0.04
"""Likeness under which a pair counts as nothing: unrelated news articles lie at 0 to 0.05."""
GRACE = 1
"""Days apart that cost nothing: one event is written up over a night and a day."""


def likenesses(articles: Sequence[Mapping[str, float]]) -> dict[Pair, float]:
    """The cosine of every two articles' terms, numbered in order, where it reaches FLOOR."""
    postings = _postings(articles)
    out: dict[Pair, float] = {}
    for at, weighted in enumerate(articles):
        sums = np.zeros(len(articles))
        for word, weight in weighted.items():
            holders, weights = postings[word]
            sums[holders] += weight * weights
        for other in np.flatnonzero(sums[:at] >= FLOOR):
            out[int(other), at] = round(float(sums[other]), 9)
    return out


def _postings(articles: Sequence[Mapping[str, float]]) -> dict[str, tuple[NDArray[np.int64], NDArray[np.float64]]]:
    holders: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, weighted in enumerate(articles):
        for word, weight in weighted.items():
            holders[word].append((at, weight))
    return {
        word: (
            np.array([at for at, _ in held], dtype=np.int64),
            np.array([weight for _, weight in held], dtype=np.float64),
        )
        for word, held in holders.items()
    }


def faded(likenesses: Mapping[Pair, float], articles: Sequence[Article], days: float) -> dict[Pair, float]:
    """Each likeness times e to the minus (days apart past GRACE) / `days`; where a date is not known nothing fades."""
    stretches = [_published(article) for article in articles]
    out = {}
    for (a, b), value in likenesses.items():
        x, y = stretches[a], stretches[b]
        apart = 0 if x is None or y is None else max((y[0] - x[1]).days, (x[0] - y[1]).days)
        out[a, b] = round(value * math.exp(-max(0, apart - GRACE) / days), 9)
    return out


def _published(article: Article) -> tuple[date, date] | None:
    when = article.published
    ends = [_day(stamp) for stamp in ((when.from_ or when.to, when.to or when.from_) if when else ())]
    return (ends[0], ends[1]) if len(ends) == 2 and ends[0] and ends[1] else None


def _day(stamp: str | None) -> date | None:
    try:
        return date.fromisoformat((stamp or "")[:10])
    except ValueError:
        return None
