"""Copy -> whose words each article repeats."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from onrecord.nouns import Copy

OWN_WORDS = ("excerpt", "update")
"""Copies that have words of their own besides: what they tell may be theirs."""


def originals(copies: Sequence[Copy]) -> dict[str, str]:
    """The article that each copy is made from, for a merge the one it took most from."""
    out: dict[str, str] = {}
    for copy in sorted(copies, key=lambda row: (-row.share, row.id)):
        if copy.direction != "unknown" and copy.type not in OWN_WORDS:
            out.setdefault(copy.copy, copy.original)
    return out


def voices(
    own: Mapping[str, str], made_from: Mapping[str, str], copies: Sequence[Copy], cites: Mapping[str, AbstractSet[str]]
) -> dict[str, str]:
    """The outlet whose words each article of `own` (article to outlet) repeats: that of its first original, and for
    articles of one making, of which the pages do not tell who was first, one outlet for all: the one most cited among
    them, else the lowest article's."""
    first = {article: _first(article, own, made_from) for article in own}
    groups = _makings(first, copies)
    chosen: dict[str, str] = {}
    for group in groups:
        heard = {a: sum(own[a] in cites.get(b, ()) for b in group if own[b] != own[a]) for a in group}
        chosen |= dict.fromkeys(group, min(group, key=lambda a: (-heard[a], a)))
    return {article: own[chosen.get(first[article], first[article])] for article in own}


def _first(article: str, own: Mapping[str, str], made_from: Mapping[str, str]) -> str:
    at, seen = article, {article}
    while made_from.get(at) in own and made_from[at] not in seen:
        at = made_from[at]
        seen.add(at)
    return at


def _makings(first: Mapping[str, str], copies: Sequence[Copy]) -> list[list[str]]:
    """First originals that are of one making with each other, in groups of two and more."""
    near: dict[str, set[str]] = defaultdict(set)
    for copy in copies:
        if copy.direction == "unknown" and copy.type not in OWN_WORDS and {copy.original, copy.copy} <= first.keys():
            a, b = first[copy.original], first[copy.copy]
            near[a].add(b)
            near[b].add(a)
    out: list[list[str]] = []
    seen: set[str] = set()
    for start in sorted(near):
        group, todo = set[str](), [start]
        while todo:
            at = todo.pop()
            if at not in group:
                group.add(at)
                todo += near[at]
        if start not in seen and len(group) > 1:
            out.append(sorted(group))
        seen |= group
    return out
