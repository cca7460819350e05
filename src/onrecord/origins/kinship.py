"""Knowers -> knowers: one source under two descriptions is one, and a body and who speaks for it know one thing."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Link
from onrecord.origins.chains import NAME, Chains, before_seen, proper, unresolved
from onrecord.origins.knowers import Knower
from onrecord.words import phrases

STEM = 5
"""Letters at the beginning of two words that make them kin ("auditors", "Audit Office"), where they are also ..."""
KIN = 0.6
"""... this share of the longer one: "commission" is no kin of "committee"."""


def joined(found: Sequence[Knower], chains: Chains) -> list[Knower]:
    """The knowers of one claim, those put together that the pages describe twice: a pronoun with the one knower of its
    article; a name with the same name told shorter; a part of a document, or a document without a name, with the one
    document; "the company", "the auditors", "a ministry spokesman" with the one body that they can mean; and a body
    with who speaks for it. Where two could be meant, neither is. Sorted by key."""
    out: list[Knower] = []
    for knower in sorted(found, key=lambda k: (_plainness(k, chains), k.key)):
        hosts = [at for at, other in enumerate(out) if _one(knower, other, chains)]
        if len(hosts) == 1:
            host = out[hosts[0]]
            doubtful = not _names(knower, chains) and not _homes(knower) <= _homes(host)
            trails = [*host.trails, *knower.trails]
            out[hosts[0]] = Knower(host.key, trails, host.doubts + knower.doubts + doubtful)
        else:
            out.append(knower)
    return sorted(out, key=lambda k: k.key)


def _plainness(knower: Knower, chains: Chains) -> int:
    """The order of looking: those with most of a name first, so that the others find them."""
    links = _links(knower)
    if all(unresolved(link) for link in links):
        return 4
    if not _names(knower, chains) or _is_shouted(knower):
        return 3
    if any(link.source_kind == "document" for link in links):
        return 2
    return int(_is_person(knower, chains))


def _one(knower: Knower, other: Knower, chains: Chains) -> bool:
    links = _links(knower)
    if all(unresolved(link) for link in links):
        return _homes(knower) <= _homes(other)
    names = _names(knower, chains)
    if not names or _is_shouted(knower):
        return _unnamed(knower, other, chains)
    theirs = _names(other, chains)
    if _is_person(knower, chains):
        return bool(theirs) and (_short_name(knower, other, chains) or _speaks_for(knower, other, chains))
    return _bodies(knower, other, chains) and bool(theirs) and (names <= theirs or theirs <= names)


def _short_name(knower: Knower, other: Knower, chains: Chains) -> bool:
    """Whether two people are one, of whom the pages once give the last name alone."""
    if not _is_person(other, chains) or {knower.key[0], other.key[0]} == {"actor"}:
        return False
    mine, theirs = _names(knower, chains), _names(other, chains)
    return mine < theirs or theirs < mine


def _bodies(knower: Knower, other: Knower, chains: Chains) -> bool:
    """Whether both are bodies. A place is part of many names that are not its own."""
    kinds = {_type(knower, chains), _type(other, chains)}
    return kinds == {"organisation"}


def _speaks_for(knower: Knower, body: Knower, chains: Chains) -> bool:
    """Whether a person is described as one who speaks for a body now."""
    theirs = _own_names(body, chains)
    if _is_person(body, chains) or not theirs:
        return False
    for link in _links(knower):
        told = _words(link)
        holds = theirs <= proper(link.text or "", {}, None)
        if holds and told & set(phrases("origins", "speaks")) and not told & set(phrases("origins", "once")):
            return True
    return False


def _unnamed(knower: Knower, other: Knower, chains: Chains) -> bool:
    """Whether descriptions without a name mean `other`."""
    links = _links(knower)
    if any(_is_paper(link) for link in links):
        papers = {word for link in _links(other) if _is_paper(link) for word in _words(link)}
        return bool(papers) and all(_is_paper(link) and _content(link) <= papers for link in links)
    if _is_person(other, chains):
        return _holds_office(links, other, chains)
    if not all(_is_office(link) for link in links) or _type(other, chains) not in ("organisation", "government"):
        return False
    telling = {word for link in links for word in _telling(link)}
    if telling:
        kin = {word for link in _links(other) for word in _words(link)} | _names(other, chains)
        return all(any(_kin(word, name) for name in kin) for word in telling)
    return all(_is_the_body(link) for link in links)


def _holds_office(links: Sequence[Link], person: Knower, chains: Chains) -> bool:
    """Whether "the president", "the mayor" is an office by which the thread calls a person."""
    told = set().union(*(_words(link) for link in links)) - {"the", "its", "their"}
    called = [link.text or "" for link in _links(person)]
    called += [form for link in _links(person) for form in chains.forms.get(link.actor or "", ())]
    return bool(told) and told <= set(phrases("disputes", "offices")) and any(told <= _split(form) for form in called)


def _is_paper(link: Link) -> bool:
    """Whether a link is a document, or a part of one."""
    return link.source_kind == "document" or bool(_words(link) & set(phrases("origins", "parts")))


def _content(link: Link) -> set[str]:
    """What a description of a document tells beyond that it is one: "a leaked memo" is no "internal audit"."""
    spare = {*phrases("origins", "spare"), *phrases("origins", "parts"), *phrases("origins", "papers")}
    return _split(before_seen(link.text or "")) - spare


def _is_office(link: Link) -> bool:
    """Whether a description is of a body, or of one who speaks for one: no "former clerk at the harbour"."""
    told = _words(link)
    if told & set(phrases("origins", "once")):
        return False
    return link.source_kind == "organisation" or bool(told & set(phrases("origins", "speaks")))


def _is_the_body(link: Link) -> bool:
    """ "The company", "its ministry": a body that was named before."""
    first = (link.text or "").lower().split()[:1]
    return link.source_kind == "organisation" and first in (["the"], ["its"]) and len(_words(link)) == len(first) + 1


def _telling(link: Link) -> set[str]:
    spare = {*phrases("origins", "spare"), *phrases("origins", "speaks"), *phrases("disputes", "offices"), "its"}
    return _words(link) - spare


def _kin(a: str, b: str) -> bool:
    if a == b:
        return True
    same = next((at for at, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b)))
    return same >= STEM and same >= KIN * max(len(a), len(b))


def _links(knower: Knower) -> list[Link]:
    return [trail.knower for trail in knower.trails if trail.knower is not None]


def _homes(knower: Knower) -> set[str]:
    return {trail.statement.article for trail in knower.trails}


def _words(link: Link) -> set[str]:
    return _split(link.text or "")


def _split(text: str) -> set[str]:
    return {word.lower().removesuffix("'s").removesuffix("’s") for word in NAME.findall(text)}


def _is_shouted(knower: Knower) -> bool:
    """Whether only a headline in capitals makes its words look like names."""
    return knower.key[0] != "actor" and all((link.text or "").isupper() for link in _links(knower))


def _type(knower: Knower, chains: Chains) -> str:
    """The type of who it is, as the words show it ("Orme Pell, which ..." is nobody), else as the thread does."""
    if any("which" in _words(link) for link in _links(knower)):
        return "organisation"
    known = [chains.types[link.actor] for link in _links(knower) if link.actor in chains.types]
    return known[0] if known else _links(knower)[0].source_kind


def _is_person(knower: Knower, chains: Chains) -> bool:
    return _type(knower, chains) in ("person", "named")


def _names(knower: Knower, chains: Chains) -> frozenset[str]:
    """The names in all descriptions of a knower; those of a person only what is their own name."""
    if _is_person(knower, chains):
        return _own_names(knower, chains)
    return frozenset().union(*(proper(link.text or "", chains.names, link.actor) for link in _links(knower)))


def _own_names(knower: Knower, chains: Chains) -> frozenset[str]:
    """The names of an actor's own name, of a knower without an actor those of its shortest description."""
    for link in _links(knower):
        if link.actor in chains.names:
            return proper(chains.names[link.actor], {}, None)
    return min((proper(link.text or "", {}, None) for link in _links(knower)), key=len, default=frozenset())
