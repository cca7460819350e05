"""How a likeness fades with the days between two articles."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import numpy as np

from onrecord.nouns import Article
from onrecord.stories.linkage import Likenesses

PLACES = 9
"""Decimals of a likeness: beyond them the order of adding shows."""
GRACE = 1
"""Days apart that cost nothing: one event is written up over a night and a day."""


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
