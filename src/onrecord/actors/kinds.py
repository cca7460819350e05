"""One name, one type: what a name is in most articles of a thread it is in all of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence, Set

from onrecord.actors.clusters import Cluster, Key
from onrecord.language.naming import GIVEN_NAMES
from onrecord.nouns import ActorType

_BODIES = ("government", "outlet", "organisation")
RANK: tuple[ActorType, ...] = (
    "person", "government", "outlet", "organisation", "place", "product", "group", "document",
)  # fmt: skip
"""The types in the order in which one is taken where the votes are even."""


def vote(members: Sequence[Cluster]) -> ActorType:
    """The type most mentions give, sure ones counting more; in the order of `RANK` where two are even."""
    votes: Counter[ActorType] = Counter()
    for cluster in members:
        votes[cluster.kind] += max(1, round(10 * cluster.sure * (len(cluster.names) or 1)))
    return min(votes, key=lambda kind: (-votes[kind], RANK.index(kind)))


def settled(found: Sequence[Cluster]) -> list[Cluster]:
    """The clusters in their order, those of one key with the type of most. A name with a title is a person's all the
    same, and a surname that some article gives in full."""
    by_key: dict[Key, list[Cluster]] = defaultdict(list)
    for cluster in found:
        if cluster.key:
            by_key[cluster.key].append(cluster)
    surnames = {key[-1] for key, members in by_key.items() if len(key) > 1 and vote(members) == "person"}
    kinds = {
        key: vote(members)
        for key, members in by_key.items()
        if len({cluster.kind for cluster in members}) > 1 and not (len(key) == 1 and key[0] in surnames)
    }
    kinds |= _short_bodies(by_key, surnames) | _lone_bodies(by_key, surnames)
    return [one if _titled(one) else one._replace(kind=kinds.get(one.key, one.kind)) for one in found]


def _short_bodies(by_key: Mapping[Key, Sequence[Cluster]], surnames: Set[str]) -> dict[Key, ActorType]:
    """Single words that were taken for people and are the first of one company's longer name, and nobody's surname."""
    longer: dict[str, set[Key]] = defaultdict(set)
    for key, members in by_key.items():
        if len(key) == 2 and vote(members) == "organisation":
            longer[key[0]].add(key)
    return {
        key: "organisation"
        for key, members in by_key.items()
        if len(key) == 1
        and vote(members) == "person"
        and len(longer[key[0]]) == 1
        and key[0] not in surnames | GIVEN_NAMES
        and not any(_titled(one) for one in members)
    }


def _lone_bodies(by_key: Mapping[Key, Sequence[Cluster]], surnames: Set[str]) -> dict[Key, ActorType]:
    """Single words that some article shows to be a body ("Varnex, the drug agency") and others take for a person, for
    nothing but that they spoke: nobody's surname, nobody's given name, and without a title anywhere."""
    out: dict[Key, ActorType] = {}
    for key, members in by_key.items():
        if len(key) != 1 or key[0] in surnames | GIVEN_NAMES or any(_titled(one) for one in members):
            continue
        bodies = [one for one in members if one.kind in _BODIES]
        if bodies and any(one.kind == "person" for one in members):
            out[key] = vote(bodies)
    return out


def _titled(cluster: Cluster) -> bool:
    return any(form.titles for _, form in cluster.names)
