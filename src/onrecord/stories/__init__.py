"""Article -> Story. Articles on the same running matter within their time."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.nouns import Article, Copy, Reading, Story, Theme, digest
from onrecord.stories.evidence import pairs
from onrecord.stories.fading import dated, faded, in_time
from onrecord.stories.kinship import compared, kin
from onrecord.stories.linkage import Likenesses, clusters, settled
from onrecord.stories.opposition import Profiles
from onrecord.stories.terms import themed

__all__ = ["compared", "gather", "kin", "theme"]

STORY, STORY_DAYS = 0.47, 15
"""Mean chance from which accounts tell one story, and the days over which it falls to 1/e. ECB+ (no dates): B-cubed F1
by cross-validation on the training part 0.94 to 0.96 at 0.25 to 0.46, falling beyond; on the development part above
0.95 from 0.25 to 0.6, and no look-alikes are merged at 0.46 and 0.47. In hand-made records of running stories 0.46 to
0.48 give the same groups; lower ones join episodes a week apart, higher ones set accounts of one aside."""
THREAD, THREAD_DAYS = 0.17, 60
"""Mean cosine from which stories are of one longer matter. Accounts of one matter weeks apart are 0.2 to 0.5 alike,
look-alike events elsewhere under 0.13."""


def theme(article: Article, reading: Reading) -> list[Theme]:
    """What an article is about, and the keys that it shares with those that may tell its story (a list of one)."""
    return [themed(article, reading)]


def gather(articles: Sequence[Article], themes: Sequence[Theme], copies: Sequence[Copy]) -> list[Story]:
    """The stories of articles connected by their themes or by copying: every article in exactly one, copies together.
    A family of copies counts as one account, however many they are."""
    ordered = sorted(articles, key=lambda a: a.id)
    theme_of = {theme.article: theme for theme in themes}
    families = _copied(ordered, copies)
    family_of = _numbered(families, len(ordered))
    told = [theme_of.get(article.id, Theme(article=article.id, keys=())) for article in ordered]
    found = pairs(told, family_of.tolist()) if len(ordered) > 1 else pairs([], [])
    alike = Likenesses(found.low, found.high, found.cosine)
    chances = Likenesses(found.low, found.high, found.chance)
    placed = in_time(ordered, families)
    near = dated(chances, placed, STORY_DAYS).among(family_of, len(families))
    alone = [[family] for family in range(len(families))]
    stories = settled(near, clusters(near, alone, STORY, Profiles(told, family_of.tolist())))
    longer = faded(alike, placed, THREAD_DAYS).among(family_of, len(families))
    thread_of = _threads(clusters(longer, stories, THREAD), families, ordered)
    groups = [sorted(item for family in story for item in families[family]) for story in stories]
    central = _central(alike, _numbered(groups, len(ordered)))
    return sorted((_story(ordered, group, central, thread_of[group[0]]) for group in groups), key=lambda s: s.id)


def _copied(ordered: Sequence[Article], copies: Sequence[Copy]) -> list[list[int]]:
    """The articles by their numbers, those joined by copying in one group."""
    number = {article.id: at for at, article in enumerate(ordered)}
    leader = list(range(len(ordered)))

    def first(at: int) -> int:
        while leader[at] != at:
            leader[at] = at = leader[leader[at]]
        return at

    for copy in copies:
        if copy.original in number and copy.copy in number:
            low, high = sorted((first(number[copy.original]), first(number[copy.copy])))
            leader[high] = low
    families: dict[int, list[int]] = {}
    for at in range(len(ordered)):
        families.setdefault(first(at), []).append(at)
    return sorted(families.values())


def _numbered(groups: Sequence[Sequence[int]], items: int) -> NDArray[np.int64]:
    """The number of each item's group."""
    group_of = np.zeros(items, dtype=np.int64)
    for number, group in enumerate(groups):
        group_of[list(group)] = number
    return group_of


def _threads(
    threads: Sequence[Sequence[int]], families: Sequence[Sequence[int]], ordered: Sequence[Article]
) -> dict[int, str]:
    """The id of each article's thread: that of its first article."""
    found: dict[int, str] = {}
    for thread in threads:
        items = sorted(item for family in thread for item in families[family])
        found |= dict.fromkeys(items, digest("thread", ordered[items[0]].id))
    return found


def _central(alike: Likenesses, group_of: NDArray[np.int64]) -> NDArray[np.float64]:
    """How alike each article is, in sum, to the others of its group."""
    own = group_of[alike.low] == group_of[alike.high]
    ends = np.concatenate([alike.low[own], alike.high[own]])
    return np.round(np.bincount(ends, np.concatenate([alike.value[own], alike.value[own]]), len(group_of)), 9)


def _story(ordered: Sequence[Article], group: Sequence[int], central: NDArray[np.float64], thread: str) -> Story:
    articles = [ordered[at] for at in group]
    published = [a.published for a in articles if a.published and a.published.precision != "open"]
    firsts = [day[:10] for when in published if (day := when.from_ or when.to)]
    lasts = [day[:10] for when in published if (day := when.to or when.from_)]
    return Story(
        id=digest("story", articles[0].id),
        title=_title([ordered[at] for at in sorted(group, key=lambda at: (-central[at], at))]),
        articles=tuple(article.id for article in articles),
        first=min(firsts, default=None),
        last=max(lasts, default=None),
        thread=thread,
    )


def _title(ranked: Sequence[Article]) -> str:
    """The headline of the article most like the others: chosen, never composed; of one without headlines its first
    line."""
    return next((a.headline for a in ranked if a.headline), ranked[0].text.split("\n", 1)[0])
