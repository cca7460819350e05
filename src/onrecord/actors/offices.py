"""Who "the mayor" is in an article that never says: the one person whom the articles of the thread give that office."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.actors.clusters import Cluster, Key
from onrecord.nouns import Article, Mention, Reading
from onrecord.words import phrases

NEAR = 80
"""Characters before and behind a name in which its office is looked for."""

_NAMES = "|".join(sorted(map(re.escape, phrases("offices", "names")), key=lambda name: (-len(name), name)))
_OTHERS = "|".join(sorted(phrases("offices", "others")))
_OWNER = r"(?:[A-Z][\w-]*)(?: [A-Z][\w-]*){0,3}"
_WHOLE = re.compile(
    rf"(?:[Tt]he|[Ii]ts|(?P<has>{_OWNER})['’]s) (?P<office>(?i:{_NAMES}))(?: of (?:the )?(?P<of>{_OWNER}))?"
)
_BEHIND = re.compile(
    rf", (?:(?:the|its) |(?P<has>{_OWNER})['’]s )?(?P<office>(?i:{_NAMES}))"
    rf"(?: of (?:the )?(?P<of>{_OWNER}))?(?=[,.;:)\n]|$)"
)
_BEFORE = re.compile(
    rf"(?<![\w-])(?:(?P<other>(?i:{_OTHERS}))[ -])?(?:(?P<has>{_OWNER})['’]s )?(?P<office>(?i:{_NAMES}))"
    rf"(?: of (?:the )?(?P<of>{_OWNER}))?,? $"
)


class Office(NamedTuple):
    """An office as a phrase tells it: its noun, and of what, in small letters; empty where it does not say."""

    noun: str
    owner: str


class Holder(NamedTuple):
    """Somebody whom an article gives an office, and of what."""

    key: Key
    owner: str
    article: int


Held = Mapping[str, frozenset[Holder]]


def holders(articles: Sequence[Article], readings: Sequence[Reading], people: Mapping[Cluster, Key]) -> Held:
    """For each office those whom the articles of a thread say hold it; `people` are the named people's clusters with
    the keys of the people."""
    found: dict[str, set[Holder]] = defaultdict(set)
    for cluster, key in people.items():
        text, mentions = articles[cluster.article].text, readings[cluster.article].mentions
        offices = [office for index, _ in cluster.names for office in _beside(text, mentions[index])]
        offices += [office for index in cluster.nominals if (office := _told(text, mentions[index]))]
        for office in offices:
            found[office.noun].add(Holder(key, office.owner, cluster.article))
    return {noun: frozenset(who) for noun, who in found.items()}


def office_holder(article: Article, reading: Reading, cluster: Cluster, held: Held) -> Key:
    """The key of the only person of the thread who is said to hold the office that a chain without a name is called
    by; empty where nobody or several are, where it is an office of something else, or where it is called otherwise."""
    told = [_told(article.text, reading.mentions[index]) for index in cluster.nominals]
    offices = [office for office in told if office]
    if not offices or len(offices) < len(told) or len({office.noun for office in offices}) > 1:
        return ()
    who = held.get(offices[0].noun, frozenset())
    if len({holder.key for holder in who}) != 1 or any(holder.article == cluster.article for holder in who):
        return ()  # an article that gives the office itself has had its say
    owners = {office.owner for office in offices} - {""}
    known = {holder.owner for holder in who} - {""}
    return min(who).key if not owners or not known or owners & known else ()


def _told(text: str, mention: Mention) -> Office | None:
    match = _WHOLE.fullmatch(text[mention.start : min(mention.end, mention.start + NEAR)])
    return _office(match) if match else None


def _beside(text: str, name: Mention) -> list[Office]:
    behind = _BEHIND.match(text, name.end, name.end + NEAR)
    before = _BEFORE.search(text[max(0, name.start - NEAR) : name.start])
    inside = _BEFORE.search(text[name.start : name.end].rpartition(" ")[0][:NEAR] + " ")
    return [_office(match) for match in (behind, before, inside) if match and not match.groupdict().get("other")]


def _office(match: re.Match[str]) -> Office:
    return Office(match["office"].lower(), (match["has"] or match["of"] or "").lower())
