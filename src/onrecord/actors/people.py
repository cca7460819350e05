"""Which named people of a thread are one: full names, initials and short names, surnames alone."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from onrecord.actors.clusters import Cluster, Key
from onrecord.language.name_forms import given_matches
from onrecord.language.naming import SHORT_NAMES

LEAD = 3
"""How many times as often as any namesake somebody must be mentioned in a thread to be meant by the surname alone in an
article that names nobody in full. Set by eye: leads in the news are mentioned ten times as often as their relatives."""

NAMESAKES = 50
"""People of one surname that are told apart at most; among more a surname alone means nobody."""

UNSURE = 0.5
"""Confidence up to which a body's name may turn out to be a person's surname."""


_INITIALS = re.compile(r"(?:[a-z]\. ?){2,4}")


def homes(people: Sequence[Cluster], others: Sequence[Cluster]) -> dict[Cluster, Key]:
    """For each cluster that names a person, in full or in part: the key of the person. `others` are clusters of other
    types, among which a bare surname may hide."""
    full = _full(people)
    aliases = _aliases(full)
    by_last: dict[str, set[Key]] = defaultdict(set)
    for key in full:
        by_last[key[-1]].add(aliases.get(key, key))
    firsts: dict[str, list[Key]] = defaultdict(list)
    for key in sorted(full):
        for letter in sorted({short[:1] for short in (key[0], *SHORT_NAMES.get(key[0], ()))}):
            firsts[letter].append(key)
    found: dict[Cluster, Key] = {}
    for cluster in people:
        key = aliases.get(cluster.key, cluster.key)
        found[cluster] = key if len(key) > 1 else _part(cluster, by_last, firsts, full) or key
    for cluster in (*people, *others):
        if _INITIALS.fullmatch(" ".join(cluster.key)) and (meant := _of_initials(cluster.key, full, aliases)):
            found[cluster] = meant
    places = {cluster.key for cluster in others if cluster.kind == "place"}
    for cluster in others:
        if cluster.key in places:
            continue  # a capital that speaks is no Mr Varle
        firm = any(len(form.core) > 1 for _, form in cluster.names)  # "Fenn Ltd" is nobody's surname
        if len(cluster.key) == 1 and cluster.sure <= UNSURE and cluster.kind == "organisation" and not firm:
            person = _part(cluster, by_last, firsts, full)
            if person:
                found[cluster] = person
    return found


def _of_initials(key: Key, full: Mapping[Key, Sequence[Cluster]], aliases: Mapping[Key, Key]) -> Key | None:
    """The only full name whose initials a name like "J.L." gives."""
    letters = tuple(letter for letter in "".join(key) if letter != ".")
    fit = {aliases.get(other, other) for other in full if tuple(word[0] for word in other) == letters}
    return fit.pop() if len(fit) == 1 else None


def _full(people: Sequence[Cluster]) -> dict[Key, list[Cluster]]:
    full: dict[Key, list[Cluster]] = defaultdict(list)
    for cluster in people:
        if len(cluster.key) > 1:
            full[cluster.key].append(cluster)
    return full


def _aliases(full: Mapping[Key, Sequence[Cluster]]) -> dict[Key, Key]:
    """Full names that are shorter forms of exactly one other: "J. Low", "Jo Low" of "Josephine Low"."""
    by_last: dict[str, list[Key]] = defaultdict(list)
    for key in full:
        by_last[key[-1]].append(key)
    found: dict[Key, Key] = {}
    for key in sorted(full):
        namesakes = by_last[key[-1]] if len(by_last[key[-1]]) <= NAMESAKES else []
        fit = [other for other in sorted(namesakes) if _shortens(key, other) and _agree(full[key], full[other])]
        if len(fit) == 1:
            found[key] = fit[0]
    return {key: found.get(home, home) for key, home in found.items()}


def _shortens(key: Key, other: Key) -> bool:
    if key[0] == other[0]:
        return len(key) == 2 and len(other) == 3
    return len(key[0]) < len(other[0]) and given_matches(key[0], other[0])


def _agree(some: Sequence[Cluster], others: Sequence[Cluster]) -> bool:
    told = {frozenset().union(*(cluster.genders for cluster in group)) for group in (some, others)} - {frozenset()}
    return len(told) < 2


def _part(
    cluster: Cluster,
    by_last: Mapping[str, set[Key]],
    firsts: Mapping[str, Sequence[Key]],
    full: Mapping[Key, Sequence[Cluster]],
) -> Key | None:
    """The person of a surname or given name alone: the only one who can be meant, or the one who leads by far."""
    word = cluster.key[0] if cluster.key else ""
    namesakes = by_last.get(word, set())
    if len(namesakes) > NAMESAKES:
        return None
    fit = [key for key in sorted(namesakes) if _allowed(cluster, full.get(key, ()))]
    if not fit:
        called = [
            key for key in firsts.get(word[:1], ()) if given_matches(word, key[0]) and _allowed(cluster, full[key])
        ]
        return called[0] if len(called) == 1 and len(word) > 2 else None
    counts = sorted(((sum(len(near.names) for near in full.get(key, ())), key) for key in fit), reverse=True)
    if len(counts) == 1 or counts[0][0] >= LEAD * counts[1][0]:
        return counts[0][1]
    return None


def _allowed(cluster: Cluster, person: Sequence[Cluster]) -> bool:
    genders = frozenset().union(*(near.genders for near in person))
    return not (cluster.genders and genders and not cluster.genders & genders)
