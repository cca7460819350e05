"""Which names of an article are forms of one name: surname and full name, title and surname, short form, acronym."""

from __future__ import annotations

import itertools
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.language.name_forms import Form, Gender, acronym, given_matches, parse
from onrecord.language.naming import (
    ADJECTIVES,
    APART,
    GIVEN_NAMES,
    ORGANISATION_HEADS,
    OUTLET_HEADS,
    ROLES,
    SHORT_NAMES,
    TITLES,
    lexicon,
    ordinary,
)
from onrecord.nouns import ActorType, Mention

BODIES = ("organisation", "outlet", "government", "group")
"""Types that one body's forms may be given: a bare short form rarely tells which."""

NAMESAKES = 50
"""People of one surname that are compared at most."""

LONGEST = 200
"""Characters of the longest name that is compared with others."""


_NATIONAL = ADJECTIVES | {"us", "u.s.", "uk", "u.k.", "united", "states", "federal", "national"}


class Sight(NamedTuple):
    """One mention by name: its index, form and type."""

    number: int
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
    homes = _homes(groups) | _introduced(text, mentions, sights)
    nearest = _nearest(groups, homes)
    joined: dict[tuple[str, ...], list[Sight]] = defaultdict(list)
    for key, members in groups.items():
        for sight in members:
            told = homes.get((key, _telling(sight)), homes.get((key, None), key))
            joined[nearest.get(sight.number, told)].append(sight)
    found = [_entity(key, members) for key, members in joined.items()]
    return sorted(found, key=lambda entity: entity.members[0])


def _nearest(groups: Mapping[Key, list[Sight]], homes: Home) -> dict[int, Key]:
    """For bare surnames of several people of an article, by their mentions: whom it names first of them, where he was
    also the last of them to be named in full before. Papers call the lead by his surname and his kin otherwise."""
    full: dict[str, list[tuple[int, Key]]] = defaultdict(list)
    for key, members in groups.items():
        if len(key) > 1 and _kind(members) == "person":
            full[key[-1]].extend((sight.number, key) for sight in members)
    found: dict[int, Key] = {}
    for word, named in full.items():
        bare = [sight for sight in groups.get((word,), ()) if sight.kind == "person" and not sight.form.titles]
        if len({key for _, key in named}) < 2 or ((word,), None) in homes:
            continue
        named.sort()
        numbers = [number for number, _ in named]
        for sight in bare:
            before = bisect_left(numbers, sight.number) - 1
            if before >= 0 and named[before][1] == named[0][1]:
                found[sight.number] = named[0][1]
    return found


def _introduced(text: str, mentions: Sequence[Mention], sights: Sequence[Sight]) -> Home:
    """For acronyms that stand in brackets behind the name whose letters they are, a body's or a person's, the name."""
    homes: Home = {}
    for name, short in itertools.pairwise(sights):
        before, after = mentions[name.number], mentions[short.number]
        brackets = text[before.end : after.start] in (" (", " (the ") and text[after.end : after.end + 1] == ")"
        if brackets and len(short.form.key) == 1 and len(name.form.key) > 1 and _letters_of(short, name):
            homes[short.form.key, None] = name.form.key
    return homes


def _letters_of(short: Sight, name: Sight) -> bool:
    """Whether a word in capitals is the first letters of a name's words, small ones among them or not."""
    letters = "".join(short.form.core).replace(".", "")
    told = ["".join(word[0] for word in name.form.key), acronym(name.form.key)]
    return letters.isupper() and len(letters) > 1 and letters.lower() in told


def _telling(sight: Sight) -> Gender | None:
    return sight.form.gender if sight.form.titles else None


def _by_key(sights: Sequence[Sight]) -> dict[tuple[str, ...], list[Sight]]:
    groups: dict[tuple[str, ...], list[Sight]] = defaultdict(list)
    surnames = {sight.form.key[-1] for sight in sights if len(sight.form.key) > 1 and sight.kind == "person"}
    for sight in sights:
        key = sight.form.key
        firm = len(key) == 1 < len(sight.form.core) and key[0] in surnames and sight.kind != "person"
        groups[tuple(word.lower() for word in sight.form.core) if firm else key].append(sight)
    return groups


def _kind(members: Sequence[Sight]) -> ActorType:
    counts = Counter(sight.kind for sight in members)
    return min(counts, key=lambda kind: (-counts[kind], kind))


def _gender(members: Sequence[Sight]) -> Gender | None:
    """What honorifics say; a given name only where none does."""
    told = {gender for sight in members if (gender := _telling(sight))} or {g for s in members if (g := s.form.gender)}
    return told.pop() if len(told) == 1 else None


Key = tuple[str, ...]
Home = dict[tuple[Key, Gender | None], Key]


class _Known(NamedTuple):
    """The full names of an article, as they are looked up: people by last word and by the letters their given names and
    short names begin with, bodies by everything that may stand for them."""

    people: dict[Key, Gender | None]
    by_last: dict[str, list[Key]]
    by_letter: dict[str, list[Key]]
    bodies: dict[Key, list[Key]]


def _known(groups: Mapping[Key, list[Sight]]) -> _Known:
    found = _Known({}, defaultdict(list), defaultdict(list), defaultdict(list))
    for key, members in groups.items():
        if len(key) < 2:
            continue
        kind = _kind(members)
        if kind == "person":
            found.people[key] = _gender(members)
            found.by_last[key[-1]].append(key)
            for letter in sorted({short[:1] for short in (key[0], *SHORT_NAMES.get(key[0], ()))}):
                found.by_letter[letter].append(key)
        elif kind in BODIES:
            parts = (
                {key[:size] for size in range(1, len(key))}
                | {key[-size:] for size in range(1, len(key))}
                | {(acronym(key),)}
            )
            for part in sorted(parts):
                found.bodies[part].append(key)
    return found


def _homes(groups: Mapping[Key, list[Sight]]) -> Home:
    """For short forms, by their key and the gender their honorific tells: the key of the full name they stand for."""
    known = _known(groups)
    homes: Home = {}
    for key, members in groups.items():
        housed = len(homes)
        if key[1:] in known.people and _describes(key[0]):
            homes[key, None] = key[1:]
        elif len(key) == 1:
            _house_person(key, members, known, groups, homes)
        elif key in known.people:
            _house_longer(key, known, homes)
        if len(homes) == housed and key not in known.people and _kind(members) in BODIES:
            _house_body(key, known, homes)
    return homes


def _house_person(
    key: Key, members: Sequence[Sight], known: _Known, groups: Mapping[Key, list[Sight]], homes: Home
) -> None:
    """A surname or given name alone: the person whose it is; among several the one of the honorific's gender, or for a
    bare surname the one whom the article names first."""
    named = known.by_last.get(key[0], [])
    told: set[Key] = set()
    for gender in sorted({_telling(sight) for sight in members} - {None}, key=str):
        fit = [full for full in named if known.people[full] in (gender, None)]
        sure = [full for full in fit if known.people[full] == gender] or fit
        if len(sure) == 1:
            homes[key, gender] = sure[0]
            told.add(sure[0])
    if len(named) == 1:
        homes[key, None] = named[0]
    elif len(told) == 1:
        homes[key, None] = told.pop()
    elif named:
        first = min(named, key=lambda full: groups[full][0].number)
        if all(groups[full][0].number > members[0].number for full in named if full != first):
            homes[key, None] = first
    elif _kind(members) == "person" or all(sight.kind == "organisation" for sight in members):
        called = [full for full in known.by_letter.get(key[0][:1], ()) if given_matches(key[0], full[0])]
        if len(called) == 1:
            homes[key, None] = called[0]


def _describes(word: str) -> bool:
    """Whether a word before a name is none of it: "Is Anna Low", "Host Anna Low"."""
    return word not in GIVEN_NAMES and (ordinary(word) or word in ROLES or word in TITLES)


def _house_longer(key: Key, known: _Known, homes: Home) -> None:
    """ "J. Low" and "Jo Low" beside "Josephine Low"; "Low Mei Fern" with a middle name or without."""
    namesakes = known.by_last[key[-1]]
    genders = (known.people[key], None) if known.people[key] else ("male", "female", None)
    fit = [full for full in namesakes[:NAMESAKES] if _longer(key, full) and known.people[full] in genders]
    if len(fit) == 1:
        homes[key, None] = fit[0]


def _longer(key: Key, full: Key) -> bool:
    if key[0] == full[0]:
        return len(full) == len(key) + 1
    return len(full[0]) > len(key[0]) and len(full) >= len(key) and given_matches(key[0], full[0])


def _house_body(key: Key, known: _Known, homes: Home) -> None:
    """An acronym, or the words that begin or end one longer name: "Air Force" of "US Air Force"."""
    letters = (key[0].replace(".", ""),) if len(key) == 1 else key
    fit = {full for part in (key, letters) for full in known.bodies.get(part, ()) if full != key}
    fit = {full for full in fit if not _of_its_own(key, full)}
    if len(fit) == 1:
        homes[key, None] = min(fit)


def _of_its_own(key: Key, full: Key) -> bool:
    """Whether the shorter name is a thing of its own beside the longer: "Democrats" beside "Iowa Democrats", "Army"
    beside "Army Times"; but "Congress" is the "US Congress"."""
    if len(key) == 1 and key[0].replace(".", "") == acronym(full):
        return False
    rest = full[: -len(key)] if full[-len(key) :] == key else None
    if len(key) == 1 and key[0] in APART:
        return full[:1] != key or full[1] != "of"
    if rest is None and full[-1] in OUTLET_HEADS and full[: len(key)] == key:
        return True  # a paper's first word is most often its town
    if lexicon(" ".join(key)) in ("organisation", "government", "group"):
        return rest is None or not set(rest) <= _NATIONAL
    return rest is None and len(key) == 1 and key[0] in ORGANISATION_HEADS


def _entity(key: tuple[str, ...], members: Sequence[Sight]) -> Entity:
    ordered = sorted(members, key=lambda sight: sight.number)
    best = min(ordered, key=lambda sight: (sight.form.key != key, -len(sight.form.core), sight.number))
    kind = _kind([sight for sight in ordered if sight.form.key == key] or ordered)
    return Entity(best.number, tuple(sight.number for sight in ordered), kind, _gender(ordered), key)
