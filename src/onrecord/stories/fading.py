"""What the days between two articles do to their likeness."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import numpy as np
from numpy.typing import NDArray

from onrecord.nouns import Article
from onrecord.stories.linkage import Likenesses

PLACES = 9
"""Decimals of a likeness: beyond them the order of adding shows."""
GRACE = 1
"""Days apart that cost nothing: one event is written up over a night and a day."""
CLOSE, DAYS_CLOSE, UNKNOWN = 1.0, 2, -1.0
"""What it adds to the log odds of one story that two articles are known to lie at most so many days apart, and that the
day of one alone is known. Hand-made records of running stories: without them an undated portrait joins whatever
episode comes first; from half to twice these figures the groups are the same."""


def dated(chances: Likenesses, articles: Sequence[Article], days: float) -> Likenesses:
    """The chances of one story in the light of the days of publication: articles known to be close in time have better
    odds, those of which one alone is dated worse, and what is further apart fades."""
    apart, known = _apart(chances, articles)
    told = np.where(known == 1, UNKNOWN, np.where(apart <= DAYS_CLOSE, CLOSE, 0.0))  # nothing is below or equal NaN
    odds = np.exp(told) * chances.value / np.maximum(1 - chances.value, 1e-9)
    return faded(chances._replace(value=np.round(odds / (1 + odds), PLACES)), articles, days)


def faded(likenesses: Likenesses, articles: Sequence[Article], days: float) -> Likenesses:
    """Each likeness times e to the minus (days apart past GRACE) / `days`; where a date is not known nothing fades."""
    apart, _ = _apart(likenesses, articles)
    fading = np.exp(-np.maximum(0, np.nan_to_num(apart, nan=0.0) - GRACE) / days)
    return likenesses._replace(value=np.round(likenesses.value * fading, PLACES))


def _apart(likenesses: Likenesses, articles: Sequence[Article]) -> tuple[NDArray[np.float64], NDArray[np.int64]]:
    """For each pair the days between the two, NaN where one is not known, and of how many the day is known."""
    stretches = [_published(article) for article in articles]
    first, last = (
        np.array([math.nan if stretch is None else float(stretch[end].toordinal()) for stretch in stretches])
        for end in (0, 1)
    )
    low, high, _ = likenesses
    known = np.array([stretch is not None for stretch in stretches], dtype=np.int64)
    apart = np.maximum(0.0, np.maximum(first[high] - last[low], first[low] - last[high]))
    return apart, known[low] + known[high]


def _published(article: Article) -> tuple[date, date] | None:
    when = article.published if article.published and article.published.precision != "open" else None
    ends = [_day(stamp) for stamp in ((when.from_ or when.to, when.to or when.from_) if when else ())]
    return (ends[0], ends[1]) if len(ends) == 2 and ends[0] and ends[1] else None


def _day(stamp: str | None) -> date | None:
    try:
        return date.fromisoformat((stamp or "")[:10])
    except ValueError:
        return None
