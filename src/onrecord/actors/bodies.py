"""Which bodies, outlets, places and things of a thread are one: aliases of the world, acronyms, short forms, new
names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from onrecord.actors.clusters import Cluster, Key
from onrecord.language import naming as known
from onrecord.language.name_forms import acronym, parse
from onrecord.words import table

_WIDE = frozenset({"organisation", "outlet", "government", "group", "product"})


@cache
def _aliases() -> Mapping[Key, Key]:
    rows = [row for group in table("aliases")["same"].values() for row in group]
    return {parse(name, False).key: parse(row[0], False).key for row in rows for name in row}


def canonical(key: Key) -> Key:
    """The key under which the world's aliases stand, and the key itself for all others."""
    return _aliases().get(key, key)


def homes(bodies: Sequence[Cluster], renamed: Iterable[tuple[Key, Key]]) -> dict[Key, Key]:
    """For each key of a body's name the key of the body; `renamed` are pairs of an old and a new name."""
    kinds: dict[Key, set[str]] = defaultdict(set)
    for cluster in bodies:
        kinds[canonical(cluster.key)].add(cluster.kind)
    wide = sorted(key for key, held in kinds.items() if held & _WIDE)
    found = {key: canonical(key) for cluster in bodies for key in [cluster.key]}
    newer = {canonical(old): canonical(new) for old, new in renamed}
    longer = _longer(wide)
    for key, home in sorted(found.items()):
        found[key] = _follow(_follow(home, longer if kinds[home] & _WIDE else {}), newer)
    return found


def _follow(key: Key, steps: Mapping[Key, Key]) -> Key:
    seen = {key}
    while (after := steps.get(key)) is not None and after not in seen:
        seen.add(after)
        key = after
    return key


def _longer(keys: Sequence[Key]) -> dict[Key, Key]:
    """For short forms the only longer name they can stand for."""
    by_end: dict[Key, set[Key]] = defaultdict(set)
    for key in keys:
        for size in range(1, len(key)):
            apart = size == 1 and key[0] in known.APART and key[1] != "of"
            if key[size - 1] not in ("of", "for", "the", "and") and key[-1] not in known.OUTLET_HEADS and not apart:
                by_end[key[:size]].add(key)
            if size > 1 or (key[-1] in known.ORGANISATION_HEADS | known.OUTLET_HEADS and key[-1] not in known.APART):
                by_end[key[-size:]].add(key)
        if letters := acronym(key):
            by_end[(letters,)].add(key)
    found: dict[Key, Key] = {}
    for key in keys:
        fit = by_end.get((key[0].replace(".", ""),) if len(key) == 1 else key, set()) | by_end.get(key, set())
        lettered = {other for other in fit - {key} if len(key) == 1 and acronym(other) == key[0].replace(".", "")}
        fit = lettered or fit
        shortest = min(fit - {key}, key=len, default=())
        if shortest and all(other[: len(shortest)] == shortest for other in fit - {key}):
            found[key] = shortest
    return found
