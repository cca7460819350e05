"""What the days between two articles do to their likeness."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import date

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from onrecord.nouns import Article
from onrecord.stories.linkage import Likenesses

PLACES = 9
"""Decimals of a likeness: beyond them the order of adding shows."""
GRACE = 1
"""Days apart that cost nothing: one event is written up over a night and a day."""
CLOSE, DAYS_CLOSE = 1.0, 2
"""What it adds to the log odds of one story that two articles are known to lie at most so many days apart. A day
that is not known tells nothing: counting it against an article set undated accounts of an episode aside."""


def dated(chances: Likenesses, articles: Sequence[Article], days: float) -> Likenesses:
    """The chances of one story in the light of the days of publication: articles known to be close in time have better
    odds, and what is further apart fades."""
    told = np.where(_apart(chances, articles) <= DAYS_CLOSE, CLOSE, 0.0)  # nothing is below or equal NaN
    odds = np.exp(told) * chances.value / np.maximum(1 - chances.value, 1e-9)
    return faded(chances._replace(value=np.round(odds / (1 + odds), PLACES)), articles, days)


def faded(likenesses: Likenesses, articles: Sequence[Article], days: float) -> Likenesses:
    """Each likeness times e to the minus (days apart past GRACE) / `days`; where a date is not known nothing fades."""
    apart = np.nan_to_num(_apart(likenesses, articles), nan=0.0)
    fading = np.exp(-np.maximum(0, apart - GRACE) / days)
    return likenesses._replace(value=np.round(likenesses.value * fading, PLACES))


def in_time(articles: Sequence[Article], families: Sequence[Sequence[int]]) -> list[Article]:
    """The articles in their order, each without a date with the first that a copy or original of it has: what is made
    of it is of its matter's time."""
    placed = list(articles)
    for family in families:
        known = min(((stretch, at) for at in family if (stretch := _published(articles[at]))), default=None)
        for at in family:
            if known and _published(articles[at]) is None:
                placed[at] = replace(articles[at], published=articles[known[1]].published)
    return placed


def _apart(likenesses: Likenesses, articles: Sequence[Article]) -> NDArray[np.float64]:
    """For each pair the days between the two, NaN where one is not known."""
    stretches = [_published(article) for article in articles]
    first, last = (
        np.array([math.nan if stretch is None else float(stretch[end].toordinal()) for stretch in stretches])
        for end in (0, 1)
    )
    low, high, _ = likenesses
    apart: NDArray[np.float64] = np.maximum(0.0, np.maximum(first[high] - last[low], first[low] - last[high]))
    return apart


def _published(article: Article) -> tuple[date, date] | None:
    when = article.published if article.published and article.published.precision != "open" else None
    ends = [_day(stamp) for stamp in ((when.from_ or when.to, when.to or when.from_) if when else ())]
    return (ends[0], ends[1]) if len(ends) == 2 and ends[0] and ends[1] else None


def _day(stamp: str | None) -> date | None:
    try:
        return date.fromisoformat((stamp or "")[:10])
    except ValueError:
        return None
