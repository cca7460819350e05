"""Mentions -> Actor. One person across forms and articles."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from onrecord.actors import bodies, kinds, people
from onrecord.actors.agreement import agreeing
from onrecord.actors.clusters import Cluster, Key, clusters
from onrecord.actors.descriptions import by_noun, described
from onrecord.actors.offices import holders, office_holder
from onrecord.actors.personas import persona
from onrecord.actors.renamings import by_noun_known, pen_names, renamings
from onrecord.actors.unnamed import body_key
from onrecord.nouns import Actor, Article, Persona, Reading, Reference, digest

_Slot = tuple[str, Key]
"""`("person", key)` or `("body", key)`: where clusters of one actor come together."""


def identify(articles: Sequence[Article], readings: Sequence[Reading]) -> tuple[list[Persona], list[Reference]]:
    """Who each mention of a thread's articles means: its personas by id, and a Reference for every reading.

    Articles and readings are in one order. Unnamed people are no actors; bodies that are only described are, where the
    words tell them apart ("the trade ministry")."""
    seen = [cluster for n, article in enumerate(articles) for cluster in clusters(n, article, readings[n])]
    found = [part for one in kinds.settled(seen) for part in agreeing(one, readings[one.article])]
    slots = _slots(articles, readings, found)
    thread = digest("thread", min((article.id for article in articles), default=""))
    groups: dict[_Slot, list[Cluster]] = defaultdict(list)
    for cluster in found:
        if cluster in slots:
            groups[slots[cluster]].append(cluster)
    personas = {slot: persona(thread, slot, members, articles, readings) for slot, members in groups.items()}
    ids = {cluster: personas[slot].id for cluster, slot in slots.items()}
    return sorted(personas.values(), key=lambda one: one.id), _references(readings, found, ids)


def _slots(articles: Sequence[Article], readings: Sequence[Reading], found: Sequence[Cluster]) -> dict[Cluster, _Slot]:
    named = [cluster for cluster in found if cluster.key and cluster.kind != "document"]
    renamed = _renamed(articles, readings, found)
    companies = {key for pair in renamed for key in pair}
    persons = [cluster for cluster in named if cluster.kind == "person" and cluster.key not in companies]
    others = [cluster for cluster in named if cluster.kind != "person" or cluster.key in companies]
    who = people.homes(persons, others)
    called = _pen_names(articles, readings, found)
    who |= {cluster: called[cluster.key] for cluster in named if cluster.key in called}
    slots: dict[Cluster, _Slot] = {cluster: ("person", called.get(key, key)) for cluster, key in who.items()}
    rest = [cluster for cluster in others if cluster not in slots]
    what = bodies.homes(rest, renamed)
    slots |= {cluster: ("body", what[cluster.key]) for cluster in rest}
    return slots | _unnamed(articles, readings, found, slots)


def _unnamed(
    articles: Sequence[Article], readings: Sequence[Reading], found: Sequence[Cluster], slots: Mapping[Cluster, _Slot]
) -> dict[Cluster, _Slot]:
    """The slots of bodies, and of people in office, that their articles only describe."""
    owners = _owners(slots)
    nouns = by_noun({cluster: key for cluster, (sort, key) in slots.items() if sort == "body"})
    held = holders(articles, readings, {cluster: key for cluster, (sort, key) in slots.items() if sort == "person"})
    extra: dict[Cluster, _Slot] = {}
    for cluster in found:
        if cluster.names:
            continue
        n = cluster.article
        if cluster.kind == "person":
            if who := office_holder(articles[n], readings[n], cluster, held):
                extra[cluster] = ("person", who)
            continue
        key = described(articles[n], readings[n], cluster, nouns, owners[n].values())
        key = key or body_key(articles[n], readings[n], cluster, owners[n])
        if key:
            extra[cluster] = ("body", key)
    return extra


def _owners(slots: Mapping[Cluster, _Slot]) -> Mapping[int, dict[int, Key]]:
    """For each article the keys of its mentions by name."""
    owners: dict[int, dict[int, Key]] = defaultdict(dict)
    for cluster, (_, key) in slots.items():
        owners[cluster.article].update((index, key) for index, _ in cluster.names)
    return owners


def _renamed(
    articles: Sequence[Article], readings: Sequence[Reading], found: Sequence[Cluster]
) -> list[tuple[Key, Key]]:
    pairs: list[tuple[Key, Key]] = []
    by_article = _by_article(found)
    for number, article in enumerate(articles):
        of = {index: cluster for cluster in by_article[number] for index in cluster.members}
        pairs.extend(renamings(article, readings[number], of))
    return sorted([*pairs, *_known_as(articles, readings, found)])


def _known_as(
    articles: Sequence[Article], readings: Sequence[Reading], found: Sequence[Cluster]
) -> Iterator[tuple[Key, Key]]:
    """Names that an article explains by a noun ("the Tide House, as people call the commission"), with the only body of
    the thread whose name has that noun."""
    nouns = by_noun({cluster: cluster.key for cluster in found if cluster.key})
    for cluster in found:
        told = by_noun_known(articles[cluster.article], readings[cluster.article], cluster) if cluster.key else None
        fit = nouns.get(told, set()) - {cluster.key} if told else set()
        if len(fit) == 1:
            yield cluster.key, min(fit)


def _pen_names(articles: Sequence[Article], readings: Sequence[Reading], found: Sequence[Cluster]) -> dict[Key, Key]:
    """For other names of a person the key of the name that the thread's articles give first."""
    pairs: set[tuple[Key, Key]] = set()
    by_article = _by_article(found)
    for number, article in enumerate(articles):
        of = {index: cluster for cluster in by_article[number] for index in cluster.members}
        pairs.update(pen_names(article, readings[number], of))
    others = {other for other, _ in pairs}
    return {other: one for other, one in sorted(pairs, reverse=True) if one not in others}


def _by_article(found: Sequence[Cluster]) -> Mapping[int, list[Cluster]]:
    groups: dict[int, list[Cluster]] = defaultdict(list)
    for cluster in found:
        groups[cluster.article].append(cluster)
    return groups


def _references(readings: Sequence[Reading], found: Sequence[Cluster], ids: Mapping[Cluster, str]) -> list[Reference]:
    actors: list[list[str | None]] = [[None] * len(reading.mentions) for reading in readings]
    for cluster in found:
        actor = ids.get(cluster)
        for index in cluster.members:
            actors[cluster.article][index] = actor
    return [Reference(article=r.article, actors=tuple(told)) for r, told in zip(readings, actors, strict=True)]


def merge(personas: Sequence[Persona]) -> Actor:
    """One actor from its personas in all threads (all of one id, sorted by thread; at least one): forms and mentions
    united, the name that most threads use, the longer where two are even."""
    names = Counter(persona.name for persona in personas)
    mentions = {span for persona in personas for span in persona.mentions}
    return Actor(
        id=personas[0].id, name=min(names, key=lambda name: (-names[name], -len(name), name)), type=personas[0].type,
        forms=tuple(sorted({form for persona in personas for form in persona.forms})),
        mentions=tuple(sorted(mentions, key=lambda span: (span.article, span.start, span.end))),
    )  # fmt: skip
