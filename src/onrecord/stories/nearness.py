"""How alike articles are in words, and how that fades with the days between them."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from onrecord.nouns import Article
from onrecord.stories.linkage import Likenesses

FLOOR = 0.04
"""Likeness under which a pair counts as nothing: unrelated news articles lie at 0 to 0.05."""
PLACES = 9
"""Decimals of a likeness: beyond them the order of adding shows."""
_NONE = np.array([], dtype=np.int64)
GRACE = 1
"""Days apart that cost nothing: one event is written up over a night and a day."""


def likenesses(articles: Sequence[Mapping[str, float]]) -> Likenesses:
    """The cosine of every two articles' terms, numbered in order, where it reaches FLOOR."""
    postings = _postings(articles)
    lows, highs, values = [_NONE], [_NONE], [_NONE.astype(np.float64)]
    for at, weighted in enumerate(articles):
        held = [(postings[word], weight) for word, weight in weighted.items()]
        if not held:
            continue
        holders = np.concatenate([who for (who, _), _ in held])
        weights = np.concatenate([weight * own for (_, own), weight in held])
        sums = np.bincount(holders, weights, len(articles))[:at]
        near = np.flatnonzero(sums >= FLOOR)
        lows.append(near)
        highs.append(np.full(len(near), at, dtype=np.int64))
        values.append(np.round(sums[near], PLACES))
    low, high, value = np.concatenate(lows), np.concatenate(highs), np.concatenate(values)
    order = np.lexsort((high, low))
    return Likenesses(low[order], high[order], value[order])


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


def faded(likenesses: Likenesses, articles: Sequence[Article], days: float) -> Likenesses:
    """Each likeness times e to the minus (days apart past GRACE) / `days`; where a date is not known nothing fades."""
    stretches = [_published(article) for article in articles]
    first, last = (
        np.array([math.nan if stretch is None else stretch[end].toordinal() for stretch in stretches]) for end in (0, 1)
    )
    low, high, value = likenesses
    if not len(value):
        return likenesses
    apart = np.maximum(first[high] - last[low], first[low] - last[high])
    fading = np.exp(-np.maximum(0, np.nan_to_num(apart, nan=0.0) - GRACE) / days)
    return Likenesses(low, high, np.round(value * fading, PLACES))


def _published(article: Article) -> tuple[date, date] | None:
    when = article.published if article.published and article.published.precision != "open" else None
    ends = [_day(stamp) for stamp in ((when.from_ or when.to, when.to or when.from_) if when else ())]
    return (ends[0], ends[1]) if len(ends) == 2 and ends[0] and ends[1] else None


def _day(stamp: str | None) -> date | None:
    try:
        return date.fromisoformat((stamp or "")[:10])
    except ValueError:
        return None
