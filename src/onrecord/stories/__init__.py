"""Article -> Story. Articles on the same running matter within their time."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import numpy as np

from onrecord.nouns import Article, Copy, Reading, Story, Theme, digest
from onrecord.stories.linkage import Pair, clusters
from onrecord.stories.nearness import faded, likenesses
from onrecord.stories.terms import keys, weighted

STORY, STORY_DAYS = 0.29, 15
"""Mean likeness from which articles tell one story, and the days over which it falls to 1/e. ECB+ training part, no
dates: B-cubed F1 0.85 at 0.29 (dev 0.90). In hand-made records of running stories anything from 0.24 to 0.31 gives
the same groups."""
THREAD, THREAD_DAYS = 0.17, 60
"""The same for the longer matter. Accounts of one matter weeks apart are 0.2 to 0.5 alike, look-alike events
elsewhere under 0.13."""


def theme(article: Article, reading: Reading) -> list[Theme]:  # noqa: ARG001 -- the reader's names are not needed for keys
    """The keys that two articles share when they may tell one story (a list of one)."""
    return [Theme(article=article.id, keys=keys(weighted(article)))]


def gather(articles: Sequence[Article], readings: Sequence[Reading], copies: Sequence[Copy]) -> list[Story]:  # noqa: ARG001
    """The stories of articles connected by their themes or by copying: every article in exactly one, copies
    together."""
    ordered = sorted(articles, key=lambda a: a.id)
    alike = likenesses([weighted(article) if len(ordered) > 1 else {} for article in ordered])
    told = clusters(faded(alike, ordered, STORY_DAYS), _copied(ordered, copies), STORY)
    threads = clusters(faded(alike, ordered, THREAD_DAYS), told, THREAD)
    thread_of = {item: digest("thread", ordered[group[0]].id) for group in threads for item in group}
    group_of = np.zeros(len(ordered), dtype=np.int64)
    for number, group in enumerate(told):
        group_of[group] = number
    near = alike.within(group_of)
    return sorted(
        (_story([ordered[i] for i in group], group, near, thread_of[group[0]]) for group in told), key=lambda s: s.id
    )


def _copied(ordered: Sequence[Article], copies: Sequence[Copy]) -> list[list[int]]:
    """The articles by their numbers, those joined by copying in one group."""
    number = {article.id: at for at, article in enumerate(ordered)}
    leader = list(range(len(ordered)))
    for copy in copies:
        if copy.original in number and copy.copy in number:
            low, high = sorted((leader[number[copy.original]], leader[number[copy.copy]]))
            leader = [low if at == high else at for at in leader]
    return [[item for item, first in enumerate(leader) if first == name] for name in sorted(set(leader))]


def _story(articles: Sequence[Article], group: Sequence[int], alike: Mapping[Pair, float], thread: str) -> Story:
    published = [a.published for a in articles if a.published and a.published.precision != "open"]
    firsts = [day[:10] for when in published if (day := when.from_ or when.to)]
    lasts = [day[:10] for when in published if (day := when.to or when.from_)]
    return Story(
        id=digest("story", articles[0].id),
        title=_title(articles, group, alike),
        articles=tuple(article.id for article in articles),
        first=min(firsts, default=None),
        last=max(lasts, default=None),
        thread=thread,
    )


def _title(articles: Sequence[Article], group: Sequence[int], alike: Mapping[Pair, float]) -> str:
    """The headline of the article most like the others: chosen, never composed; of one without headlines its first
    line."""
    central = dict.fromkeys(group, 0.0)
    for a, b in combinations(group, 2):
        central[a] += alike.get((a, b), 0.0)
        central[b] += alike.get((a, b), 0.0)
    ranked = [
        article
        for _, article in sorted(zip(group, articles, strict=True), key=lambda item: (-central[item[0]], item[0]))
    ]
    return next((a.headline for a in ranked if a.headline), ranked[0].text.split("\n", 1)[0])
