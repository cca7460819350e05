"""What an article only describes and its thread names: "the commission" is the one Commission that the thread names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from onrecord.actors.clusters import Cluster, Key
from onrecord.language.name_forms import noun_of
from onrecord.nouns import Article, Reading

_BODIES = frozenset({"organisation", "outlet", "government"})
_SORTS = frozenset({"company", "group", "firm", "agency", "party", "team", "press", "news", "post", "times"})
"""Nouns that every body of a sort may be called by, whatever its name ends in."""


def by_noun(found: Mapping[Cluster, Key]) -> dict[str, set[Key]]:
    """The bodies of a thread by the noun of their name; `found` are the clusters of bodies with their keys."""
    nouns: dict[str, set[Key]] = defaultdict(set)
    for cluster, key in found.items():
        noun = noun_of(key)
        if noun is not None and cluster.names and cluster.kind in _BODIES and "'s" not in key:
            nouns[noun].add(key)
    return nouns


def described(
    article: Article, reading: Reading, cluster: Cluster, nouns: Mapping[str, set[Key]], here: Iterable[Key]
) -> Key:
    """The key of the only body of the thread that a chain of "the commission" alone can mean; empty where several or
    none can, or where its own article names (`here`) another body of that noun."""
    if cluster.names or cluster.kind not in _BODIES:
        return ()
    told = _told(article, reading, cluster.nominals)
    fit = nouns.get(told[-1], set()) if told and told[-1] not in _SORTS else set()
    own = {key for key in here if key in fit}
    fit = own or fit
    key = min(fit) if len(fit) == 1 else ()
    return key if key and set(told) <= set(key) else ()


def _told(article: Article, reading: Reading, nominals: Sequence[int]) -> tuple[str, ...]:
    """The words of the fullest nominal of a chain, without "the"; empty where one is not definite."""
    words = [article.text[reading.mentions[n].start : reading.mentions[n].end].lower().split() for n in nominals]
    words = [one for one in words if one[0] not in ("his", "her", "its", "their")]
    if not words or any(one[0] != "the" or len(one) > 4 for one in words):
        return ()
    return tuple(max(words, key=lambda one: (len(one), one))[1:])
