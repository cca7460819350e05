"""Which names of an article are forms of one name: surname and full name, title and surname, short form, acronym."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.nouns import ActorType, Mention
from onrecord.words.name_forms import Form, Gender, acronym, given_matches, parse

BODIES = ("organisation", "outlet", "government", "group")
"""Types that one body's forms may be given: a bare short form rarely tells which."""

LONGEST = 200
"""Characters of the longest name that is compared with others."""


class Sight(NamedTuple):
    """One mention by name: its index, form and type."""

    index: int
    form: Form
    kind: ActorType


class Entity(NamedTuple):
    """One thing an article names: the index of its most telling mention, all its mentions, its type and gender."""

    best: int
    members: tuple[int, ...]
    kind: ActorType
    gender: Gender | None
    key: tuple[str, ...]


def entities(text: str, mentions: Sequence[Mention]) -> list[Entity]:
    """The named things of an article, in the order of their first mention. A name that may mean two stays alone."""
    sights = [
        Sight(
            index, parse(text[found.start : min(found.end, found.start + LONGEST)], found.type == "person"), found.type
        )
        for index, found in enumerate(mentions)
        if found.form == "name"
    ]
    groups = _by_key(sights)
    homes = _homes(groups)
    joined: dict[tuple[str, ...], list[Sight]] = defaultdict(list)
    for key, members in groups.items():
        for sight in members:
            joined[homes.get((key, _telling(sight)), homes.get((key, None), key))].append(sight)
    found = [_entity(key, members) for key, members in joined.items()]
    return sorted(found, key=lambda entity: entity.members[0])


def _telling(sight: Sight) -> Gender | None:
    return sight.form.gender if sight.form.titles else None


def _by_key(sights: Sequence[Sight]) -> dict[tuple[str, ...], list[Sight]]:
    groups: dict[tuple[str, ...], list[Sight]] = defaultdict(list)
    for sight in sights:
        groups[sight.form.key].append(sight)
    return groups


def _kind(members: Sequence[Sight]) -> ActorType:
    counts = Counter(sight.kind for sight in members)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _gender(members: Sequence[Sight]) -> Gender | None:
    """What honorifics say; a given name only where none does."""
    told = {gender for sight in members if (gender := _telling(sight))} or {g for s in members if (g := s.form.gender)}
    return told.pop() if len(told) == 1 else None


Home = dict[tuple[tuple[str, ...], Gender | None], tuple[str, ...]]


def _homes(groups: Mapping[tuple[str, ...], list[Sight]]) -> Home:
    """For short forms, by their key and the gender their honorific tells: the key of the full name they stand for."""
    homes: Home = {}
    people = {key: _gender(members) for key, members in groups.items() if len(key) > 1 and _kind(members) == "person"}
    bodies = [key for key, members in groups.items() if len(key) > 1 and _kind(members) in BODIES]
    for key, members in groups.items():
        if len(key) == 1:
            _house_person(key, members, people, groups, homes)
            if not any(home[0] == key for home in homes):
                _house_body(key, members, bodies, homes)
        elif key in people:
            _house_longer(key, people, homes)
        elif key in bodies:
            _house_part(key, bodies, homes)
    return homes


def _house_person(
    key: tuple[str, ...], members: Sequence[Sight], people: Mapping[tuple[str, ...], Gender | None],
    groups: Mapping[tuple[str, ...], list[Sight]], homes: Home,
) -> None:  # fmt: skip
    """A surname or given name alone: the person whose it is; among several the one of the honorific's gender, or for a
    bare surname the one whom the article names first."""
    named = [full for full in people if full[-1] == key[0]]
    for gender in sorted({_telling(sight) for sight in members} - {None}, key=str):
        fit = [full for full in named if people[full] in (gender, None)]
        sure = [full for full in fit if people[full] == gender] or fit
        if len(sure) == 1:
            homes[key, gender] = sure[0]
    told = {home for (short, _), home in homes.items() if short == key}
    if len(named) == 1:
        homes[key, None] = named[0]
    elif len(told) == 1 and len(named) > 1:
        homes[key, None] = told.pop()
    elif len(named) > 1:
        first = min(named, key=lambda full: groups[full][0].index)
        if all(groups[full][0].index > members[0].index for full in named if full != first):
            homes[key, None] = first
    elif _kind(members) == "person" or all(sight.kind == "organisation" for sight in members):
        called = [full for full in people if given_matches(key[0], full[0])]
        if len(called) == 1:
            homes[key, None] = called[0]


def _house_longer(key: tuple[str, ...], people: Mapping[tuple[str, ...], Gender | None], homes: Home) -> None:
    """ "J. Low" and "Jo Low" beside "Josephine Low"; "Low Mei Fern" with a middle name or without."""
    fit = [
        full for full in people
        if full != key and full[-1] == key[-1] and given_matches(key[0], full[0]) and (full[0], len(full)) != (key[0], len(key))
        and (len(full[0]), len(full)) > (len(key[0]), len(key)) and people[full] in (people[key], None)
    ]  # fmt: skip
    fit += [
        full
        for full in people
        if len(full) == len(key) + 1 and full[0] == key[0] and full[-1] == key[-1] and full not in fit
    ]
    if len(fit) == 1:
        homes[key, None] = fit[0]


def _house_body(key: tuple[str, ...], members: Sequence[Sight], bodies: Sequence[tuple[str, ...]], homes: Home) -> None:
    """An acronym, the first word of a body's name, or the last of an outlet's."""
    if _kind(members) not in BODIES:
        return
    word = key[0].replace(".", "")
    short = [full for full in bodies if acronym(full) == word] if len(word) > 1 else []
    fit = short or [full for full in bodies if key[0] in (full[0], full[-1])]
    if len(fit) == 1:
        homes[key, None] = fit[0]


def _house_part(key: tuple[str, ...], bodies: Sequence[tuple[str, ...]], homes: Home) -> None:
    """A shorter form of a body's name that begins or ends it: "Air Force" of "US Air Force"."""
    size = len(key)
    fit = [full for full in bodies if len(full) > size and key in (full[:size], full[-size:])]
    if len(fit) == 1:
        homes[key, None] = fit[0]


def _entity(key: tuple[str, ...], members: Sequence[Sight]) -> Entity:
    ordered = sorted(members, key=lambda sight: sight.index)
    best = min(ordered, key=lambda sight: (sight.form.key != key, -len(sight.form.core), sight.index))
    kind = _kind([sight for sight in ordered if sight.form.key == key] or ordered)
    return Entity(best.index, tuple(sight.index for sight in ordered), kind, _gender(ordered), key)
