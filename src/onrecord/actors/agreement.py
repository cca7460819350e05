"""A chain and its name agree: what is said of a person never stands for a place or a body, nor the reverse."""

from __future__ import annotations

from collections.abc import Iterator

from onrecord.actors.clusters import Cluster
from onrecord.nouns import ActorType, Reading

_BODIES = frozenset({"organisation", "outlet", "government"})
_THINGS = _BODIES | {"place"}


def agreeing(cluster: Cluster, reading: Reading) -> Iterator[Cluster]:
    """The chain without the nominals that its type forbids, and with those, where there are any, a chain of their
    own; the pronouns that can mean only one of the two go with it."""
    mentions = reading.mentions
    strays = [n for n in cluster.nominals if _clash(mentions[n].type, cluster.kind)] if cluster.names else []
    if cluster.names and cluster.kind in _THINGS:
        told = {n for n in cluster.members if mentions[n].form == "pronoun" and mentions[n].type == "person"}
        cluster = cluster._replace(members=tuple(n for n in cluster.members if n not in told or strays))
    if not strays:
        yield cluster
        return
    kind = mentions[strays[0]].type
    gone = set(strays) | {
        n for n in cluster.members if mentions[n].form == "pronoun" and mentions[n].type == kind != cluster.kind
    }
    yield cluster._replace(
        members=tuple(n for n in cluster.members if n not in gone),
        nominals=tuple(n for n in cluster.nominals if n not in gone),
    )
    yield cluster._replace(
        best=strays[0], members=tuple(sorted(gone)), names=(), nominals=tuple(strays), kind=kind,
    )  # fmt: skip


def _clash(mine: ActorType, other: ActorType) -> bool:
    return mine != other and ("person" in (mine, other) or (other == "place" and mine in _BODIES))
