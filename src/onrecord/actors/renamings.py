"""Where a page says that one thing has had two names: "formerly", "then called", "which has traded since 2019 as"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Mapping

from onrecord.actors.clusters import Cluster, Key
from onrecord.nouns import Article, Reading
from onrecord.words import table

WIDEST = 90
"""Characters between the two names."""

_RENAMED = table("aliases")["renamed"]
_NEWER_FIRST = re.compile("|".join(f"(?:{pattern})" for pattern in _RENAMED["newer_first"]))
_OLDER_FIRST = re.compile("|".join(f"(?:{pattern})" for pattern in _RENAMED["older_first"]))


def renamings(article: Article, reading: Reading, by_mention: Mapping[int, Cluster]) -> Iterator[tuple[Key, Key]]:
    """Pairs of keys, the old name's first, as an article tells them."""
    mentions = [(index, found) for index, found in enumerate(reading.mentions) if found.form != "pronoun"]
    for (left, before), (right, after) in itertools.pairwise(mentions):
        if after.form != "name" or not 0 <= after.start - before.end <= WIDEST:
            continue
        gap = article.text[before.end : after.start]
        newer = bool(_NEWER_FIRST.fullmatch(gap))
        if not newer and not _OLDER_FIRST.fullmatch(gap):
            continue  # before any key is asked for: a chain's key costs as much as the chain is long
        one, other = by_mention[left], by_mention[right]
        if not one.key or not other.key or one.key == other.key or _person(one) or _person(other):
            continue
        yield (other.key, one.key) if newer else (one.key, other.key)


def _person(cluster: Cluster) -> bool:
    """Whether somebody is named, and not a body whose bare name looked like a person's."""
    return cluster.kind == "person" and (len(cluster.key) > 1 or any(form.titles for _, form in cluster.names))
