"""The type of each name of an article, from all its sights together: by the rules' evidence, and where that is weak by
learnt weights."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, cast

from onrecord.language import naming as known
from onrecord.nouns import ActorType
from onrecord.readings import name_context, name_features, name_types, name_weights
from onrecord.readings.name_features import Features
from onrecord.readings.name_parts import Run
from onrecord.readings.name_weights import ANSWERS, Answer
from onrecord.readings.tokens import Word

Name = tuple[str, ...]
Kinds = dict[Name, tuple[ActorType, float]]
Weights = dict[ActorType, float]

NONE = 0.65
"""Probability from which a name is held to be none of an actor's."""

LEAN: Mapping[Answer, float] = {"person": 1.0, "organisation": 1.3, "place": 1.0}
"""What the learnt chances are multiplied by: a doubtful name is rather a body's. Chosen on the `choose` part of
bench/names.py, where the F1 of all types rose from .767 to .772."""

HALF = 0.5
"""Share of the plain evidence above which it decides."""

SURE = 0.6
"""Confidence of a type that both the rules and the learnt weights give."""

_FINER: Mapping[Answer, frozenset[ActorType]] = {
    "person": frozenset(),
    "organisation": frozenset({"outlet", "government", "group", "product", "document"}),
    "place": frozenset(),
    "none": frozenset({"product", "document", "group", "outlet"}),
}
"""Types that no weights were learnt for, by the learnt answer that they may hide behind."""


class Told(NamedTuple):
    """What the rules make of a name: the weight of each type from all its sights, of those the certain alone, and what
    the words about it say plainly, which the learnt weights do not see."""

    weights: Weights
    certain: Weights
    plain: Weights


def observed(
    text: str, split: Sequence[list[Word]], sights: Sequence[Run], told: Mapping[Name, Told]
) -> dict[Name, Features]:
    """The features of each name of an article; `told` is what the rules make of each."""
    seen: dict[Name, list[Run]] = defaultdict(list)
    for run in sights:
        seen[name_types.name_of(split[run.sentence], run)].append(run)
    found = {}
    for name, runs in seen.items():
        near = Counter(f for run in runs for f in name_features.around(text, split[run.sentence], run))
        forms = name_features.form(split[runs[0].sentence], runs[0])
        found[name] = name_features.summed(forms, near, len(runs), told[name].weights)
    return found


def rules(text: str, split: Sequence[list[Word]], sights: Sequence[Run]) -> dict[Name, Told]:
    """What the rules' evidence says of each name."""
    found: dict[Name, Told] = defaultdict(lambda: Told(defaultdict(float), defaultdict(float), defaultdict(float)))
    for run in sights:
        told = found[name_types.name_of(split[run.sentence], run)]  # a name nothing speaks of is still a name
        for kind, weight in name_types.evidence(text, split[run.sentence], run):
            told.weights[kind] += weight
            if weight >= name_types.CERTAIN:
                told.certain[kind] += weight
        for kind, weight in name_context.context(text, split[run.sentence], run):
            told.plain[kind] += weight
    _mark_countries(split, found)
    return found


def kinds(text: str, split: Sequence[list[Word]], sights: Sequence[Run]) -> Kinds:
    """The type of each name of the article and how sure it is; none for what is hardly a name."""
    told = rules(text, split, sights)
    seen = observed(text, split, sights, told)
    found = {name: _kind(told[name], name_weights.chances(seen[name])) for name in told}
    parts = _parts({name: kind for name, kind in found.items() if kind})
    for name, given in told.items():
        part = parts.get(name[0]) if len(name) == 1 else None
        placed = part and part[0] != "person" and given.weights["place"] >= name_types.FAIR
        if part and not placed and not given.certain:
            found[name] = part
    found |= dict.fromkeys(_called_after(told, found), ("organisation", SURE))
    return {name: kind for name, kind in found.items() if kind}


def _called_after(told: Mapping[Name, Told], found: Mapping[Name, tuple[ActorType, float] | None]) -> Iterator[Name]:
    """Bodies called after a person of the article: "Oake Meridian" beside Anna Oake, whom it calls Oake, where nobody
    is called Meridian alone."""
    people = [name for name, kind in found.items() if len(name) > 1 and kind and kind[0] == "person"]
    surnames = {name[-1] for name in people if name[-1:] in told}
    shared = Counter(name[-1] for name in people)
    for name in people:
        alone = name[1:] in told or shared[name[-1]] > 1
        if len(name) == 2 and name[0] in surnames and not alone and not told[name].certain:
            yield name


def _kind(told: Told, chances: Mapping[Answer, float]) -> tuple[ActorType, float] | None:
    """What the rules are certain of; else the learnt answer, in the rules' finer type where they have one."""
    if told.certain:
        return name_types.decide(told.weights)
    plain = name_types.decide(told.plain)
    if plain and told.plain[plain[0]] >= name_types.STRONG and plain[1] > HALF:
        return plain[0], max(SURE, plain[1] * chances.get(cast(Answer, plain[0]), SURE))
    if plain and plain[0] == "organisation":  # "which" and a board say only that it is nobody
        chances = {answer: 0.0 if answer == "person" else chance for answer, chance in chances.items()}
    best = max(ANSWERS, key=lambda answer: chances[answer])
    finer = [(weight, kind) for kind, weight in told.weights.items() if kind in _FINER[best]]
    if finer and (weight := max(finer)[0]) >= name_types.FAIR:
        return min(kind for other, kind in finer if other == weight), max(chances[best], SURE)
    if best == "none" and chances["none"] > NONE and max(told.weights.values(), default=0.0) < name_types.STRONG:
        return None
    leading = max(ANSWERS[:3], key=lambda answer: chances[answer] * LEAN[answer])
    return cast(ActorType, leading), chances[leading]


def _mark_countries(split: Sequence[list[Word]], told: Mapping[Name, Told]) -> None:
    """A name from which the article makes an adjective ("Norlandic") is a place's."""
    capitals = {word.text for sentence in split for word in sentence if word.capital and not word.possessive}
    made = {stem.lower() for word in capitals for stem in stems(word)}
    for name, given in told.items():
        if len(name) == 1 and len(name[0]) > 3 and (name[0] in made or name[0].rstrip("aeoy") in made):
            given.weights["place"] += name_types.STRONG


def stems(word: str) -> Iterator[str]:
    """What a word may be an adjective of: "Norland" for "Norlandic"."""
    for ending in ("ian", "ean", "an", "n", "ese", "ish", "ic", "i"):
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 3:
            yield stem


def _parts(found: dict[Name, tuple[ActorType, float]]) -> dict[str, tuple[ActorType, float]]:
    """Words that stand for a longer name of the article: a person's last or first, a body's first."""
    parts: dict[str, tuple[ActorType, float]] = {}
    for name, kind in sorted(found.items()):
        if len(name) < 2 or kind[0] in ("place", "document"):
            continue
        plain = [word for word in name if word.rstrip(".") not in known.NAME_SUFFIXES]
        ends = (plain[-1], plain[0]) if kind[0] == "person" else (plain[0],) if len(plain) == 2 else (plain[-1],)
        if plain[-1] in known.OUTLET_HEADS:
            ends = (plain[-1],)  # a paper's first word is most often its town
        for word in ends:
            if word not in known.FUNCTION_WORDS and word not in known.PLACES:
                parts.setdefault(word, kind)
    return parts
