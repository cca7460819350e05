"""Where a page says that one thing or one person has had two names: "formerly", "then called", "better known as"."""

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
_CALLED = re.compile("|".join(f"(?:{pattern})" for pattern in table("aliases")["called"]["person"]))
_AS_KNOWN = re.compile(r" (?:is|are|was|were) (?:\w+ )?(?:known|called|nicknamed)\b")
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


def pen_names(article: Article, reading: Reading, by_mention: Mapping[int, Cluster]) -> Iterator[tuple[Key, Key]]:
    """Pairs of keys of one person, the other name's first: "Orla Fenn, better known as Lady Varle"."""
    mentions = [(index, found) for index, found in enumerate(reading.mentions) if found.form == "name"]
    for (left, before), (right, after) in itertools.pairwise(mentions):
        if before.type != "person" or not 0 <= after.start - before.end <= WIDEST:
            continue
        if not _CALLED.fullmatch(article.text[before.end : after.start]):
            continue
        one, other = by_mention[left], by_mention[right]
        if len(one.key) > 1 and other.key and other.kind != "place" and not set(other.key) & set(one.key):
            yield other.key, one.key


def by_noun_known(article: Article, reading: Reading, cluster: Cluster) -> str | None:
    """The noun that explains a name: "commission" of "the Tide House, as people call the commission"; None without."""
    for index in cluster.nominals:
        mention = reading.mentions[index]
        words = article.text[mention.start : mention.end].lower().split()
        told = article.text[max(0, mention.start - 5) : mention.start] == ", as " and len(words) == 2
        if told and words[0] == "the" and _AS_KNOWN.match(article.text, mention.end):
            return words[1]
    return None


def _person(cluster: Cluster) -> bool:
    """Whether somebody is named, and not a body whose bare name looked like a person's."""
    return cluster.kind == "person" and (len(cluster.key) > 1 or any(form.titles for _, form in cluster.names))
