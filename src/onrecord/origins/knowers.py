"""Trails of one claim -> those who know, each once however often and by whomever they are cited."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.nouns import Link
from onrecord.origins.chains import NAME, Chains, Trail, proper, unresolved
from onrecord.words import phrases

SAME = 3
"""Telling words of a description that no two outlets hit upon alone: the same in both, it is the same source."""
SHORT = 5
"""Words of a description that only points, at most."""
NAMELESS = {"unnamed", "group", "document"}


class Knower(NamedTuple):
    """One who knows, as the trails of one claim show them. `key` tells knowers apart; `doubts` is how many
    descriptions in other articles were taken for theirs that may be another's."""

    key: tuple[str, ...]
    trails: list[Trail]
    doubts: int = 0


def knowers(trails: Sequence[Trail], chains: Chains) -> list[Knower]:
    """The knowers behind the outlets: by actor, by the names in their description, and people and papers without a
    name by the outlet that spoke to them. Sorted by key."""
    found: dict[tuple[str, ...], list[Trail]] = defaultdict(list)
    for trail in trails:
        if trail.knower is not None:
            found[_key(trail, trail.knower, chains)].append(trail)
    return _cited(_named_together([Knower(key, found[key]) for key in sorted(found)], chains), trails, chains)


def _key(trail: Trail, knower: Link, chains: Chains) -> tuple[str, ...]:
    text = knower.text or ""
    names = tuple(sorted(proper(text, chains.names, knower.actor)))
    if knower.actor and chains.is_named(knower.actor):
        return ("actor", knower.actor)
    if unresolved(knower):
        return ("nameless", trail.outlets[-1])
    if knower.source_kind in ("named", "organisation"):
        return ("actor", knower.actor) if knower.actor else ("name", *names) if names else ("words", text)
    if knower.source_kind == "document" and (names or trail.named):
        return ("document", *names) if names else ("document", text)
    return ("nameless", trail.outlets[-1])


def _named_together(found: Sequence[Knower], chains: Chains) -> list[Knower]:
    """A document and the body it is named after are one origin; so are two documents of one name, and a document and
    the unnamed person who was briefed on it."""
    out: list[Knower] = []
    for knower in sorted(found, key=lambda k: (k.key[0] == "nameless", k.key[0] == "document", k.key)):
        names = _names(knower, chains)
        match = next((k for k in out if _one(knower, names, k, _names(k, chains))), None)
        if match is not None:
            match.trails.extend(knower.trails)
        else:
            out.append(Knower(knower.key, list(knower.trails)))
    return out


def _one(knower: Knower, names: frozenset[str], other: Knower, theirs: frozenset[str]) -> bool:
    if not names or not theirs:
        return False
    if knower.key[0] == "nameless":
        briefed = any(word in _text(knower.trails[0]).lower() for word in phrases("origins", "briefed"))
        return briefed and len(knower.trails) == 1 and other.key[0] == "document" and theirs <= names
    if knower.key[0] == "name" and {_kind(knower), _kind(other)} == {"named", "organisation"}:
        return False
    return knower.key[0] in ("document", "name") and (names <= theirs or theirs <= names)


def _kind(knower: Knower) -> str:
    return knower.trails[0].knower.source_kind if knower.trails[0].knower else "unspecified"


def _names(knower: Knower, chains: Chains) -> frozenset[str]:
    links = [trail.knower for trail in knower.trails if trail.knower]
    return frozenset().union(*(proper(link.text or "", chains.names, link.actor) for link in links))


def _cited(found: Sequence[Knower], trails: Sequence[Trail], chains: Chains) -> list[Knower]:
    """The unnamed sources of an outlet that cites another are the other's, where the descriptions agree; and one source
    described in the same many words is one source."""
    out = [k for k in found if k.key[0] != "nameless"]
    citing = {t.statement.article: t.outlets[1:] for t in trails if t.knower is None}
    nameless: list[Knower] = []
    for knower in sorted((k for k in found if k.key[0] == "nameless"), key=lambda k: (-_told(k), k.key)):
        match = next(
            (k for k in nameless if _borrowed(knower, k, citing, chains) or _borrowed(k, knower, citing, chains)), None
        )
        if match is not None:
            match.trails.extend(knower.trails)
        else:
            nameless.append(Knower(knower.key, list(knower.trails)))
    return sorted([*out, *nameless], key=lambda k: k.key)


def _told(knower: Knower) -> int:
    return max(len(_text(trail)) for trail in knower.trails)


def _borrowed(one: Knower, other: Knower, citing: Mapping[str, Sequence[str]], chains: Chains) -> bool:
    """Whether `one`'s outlet has its source from `other`'s: the source is described in the same words; or the article
    cites that outlet, and the descriptions agree, or share a word where it does so for this very claim or is a
    rewritten copy."""
    mine = [_description(t) for t in one.trails]
    theirs = [_description(t) for t in other.trails]
    common = frozenset(phrases("origins", "common"))
    if any(a == b and len(a - common) >= SAME for a in mine for b in theirs):
        return True
    homes, outlets = {t.statement.article for t in one.trails}, {t.outlets[-1] for t in other.trails}
    if any(outlets & set(citing.get(home, ())) for home in homes):
        return any(a & b or not a or not b for a in mine for b in theirs)
    cites = any(outlets & chains.cites.get(home, set()) for home in homes)
    rewritten = any(chains.voices.get(home) != chains.own.get(home) for home in homes)
    return cites and any(a <= b or b <= a or (rewritten and a & b) for a in mine for b in theirs)


def _description(trail: Trail) -> frozenset[str]:
    """The words of a description, without articles, numbers and words for anonymity."""
    spare = phrases("origins", "spare")
    return frozenset(word for word in (w.lower() for w in NAME.findall(_text(trail))) if word not in spare)


def _text(trail: Trail) -> str:
    return (trail.knower.text if trail.knower else None) or ""


def label(knower: Knower, chains: Chains) -> tuple[Trail, str]:
    """The trail that tells most of a knower, and the page's words for who it is: no pronoun and no number of those
    just spoken of ("one of them"), but whom it stands for, where the pages do not tell whose source it is."""

    def rank(trail: Trail) -> tuple[bool, bool, int, int, str]:
        text = _text(trail)
        shouted = text.isupper() and " " not in text
        return points(text), shouted, len(trail.outlets), -len(text), trail.statement.id

    best = min(knower.trails, key=rank)
    text = _text(best)
    if points(text):
        actor = chains.names.get((best.knower.actor if best.knower else None) or "", "")
        return best, actor if not points(actor) else chains.nobody(best.statement)
    return best, text


def points(text: str) -> bool:
    """Whether a description only points at whom it means: nothing, a pronoun, "one of them", "three of those
    people"."""
    told = [word.lower() for word in NAME.findall(text)]
    spare = phrases("origins", "pronouns")
    return all(word in spare for word in told) or (
        "of" in told[:3] and any(w in ("them", "those", "whom", "these", "which") for w in told) and len(told) <= SHORT
    )


def told_apart(knower: Knower) -> int:
    """How many groups of an outlet's unnamed people the pages tell apart ("two pilots", "another person")."""
    links = [t.knower for t in knower.trails if t.knower and t.knower.source_kind in NAMELESS]
    texts = {(link.text or "").lower() for link in links}
    apart = {text for text in texts if any(word in text.split() for word in phrases("origins", "further"))}
    return max(1, len(apart) + bool(texts - apart))
