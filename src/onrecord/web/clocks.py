"""The four clocks of a record: when things happened, when they were said, when published, when copied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Literal

from onrecord.nouns import Article, Copy, Event, Statement, When
from onrecord.web.moments import ordinal

Clock = Literal["happened", "said", "published", "copied"]
CLOCKS: tuple[Clock, ...] = ("happened", "said", "published", "copied")

Days = tuple[int, int]
"""First and last day of a stretch, as ordinals."""

LONGEST = 366
"""Days of the longest stretch that is drawn: what is wider tells of no place in a year."""


def by_year(
    events: Iterable[Event], statements: Iterable[Statement], articles: Mapping[str, Article], copies: Iterable[Copy]
) -> dict[int, dict[Clock, list[Days]]]:
    """The stretches of each clock in each year that they touch. What has an open end is in none; a copy counts where
    its direction is known, at the time of its own article."""
    made = sorted({copy.copy for copy in copies if copy.direction != "unknown"})
    out: dict[int, dict[Clock, list[Days]]] = {}
    told: tuple[tuple[Clock, Iterable[When | None]], ...] = (
        ("happened", (event.when for event in events)),
        ("said", (statement.said for statement in statements)),
        ("published", (article.published for article in articles.values())),
        ("copied", (articles[copy].published for copy in made if copy in articles)),
    )
    for clock, whens in told:
        for first, last in filter(None, map(days, whens)):
            for year in range(date.fromordinal(first).year, date.fromordinal(last).year + 1):
                out.setdefault(year, {name: [] for name in CLOCKS})[clock].append((first, last))
    return out


def days(when: When | None) -> Days | None:
    """The stretch as days; None for an open or a longer one."""
    first, last = ordinal(when.from_ if when else None), ordinal(when.to if when else None)
    return (first, last) if first and last and 0 <= last - first <= LONGEST else None
