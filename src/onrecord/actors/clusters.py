"""The chains of one article: mentions that the reading holds to be one, with what their words are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from onrecord.language.name_forms import Form, parse
from onrecord.nouns import ActorType, Article, Mention, Reading

LONGEST = 200
"""Characters of a name that are compared; longer ones are hostile or no names."""

Key = tuple[str, ...]


class Cluster(NamedTuple):
    """One chain of one article. `names` are its mentions by name with their forms; `nominals` the rest but pronouns."""

    article: int
    best: int
    members: tuple[int, ...]
    names: tuple[tuple[int, Form], ...]
    nominals: tuple[int, ...]
    kind: ActorType
    sure: float

    @property
    def key(self) -> Key:
        """The key of its most telling name; empty for a chain without names."""
        told = [form.key for index, form in self.names if index == self.best]
        return (
            told[0] if told else max((form.key for _, form in self.names), key=lambda key: (len(key), key), default=())
        )

    @property
    def genders(self) -> frozenset[str]:
        """What its honorifics tell, and only where none does its given name."""
        told = {form.gender for _, form in self.names if form.gender and form.titles}
        return frozenset(told or {form.gender for _, form in self.names if form.gender})


def clusters(number: int, article: Article, reading: Reading) -> Iterator[Cluster]:
    """The chains of an article in the order of their most telling mentions."""
    chains: dict[int, list[int]] = defaultdict(list)
    for index, _mention in enumerate(reading.mentions):
        chains[_root(reading.mentions, index)].append(index)
    for best, members in sorted(chains.items()):
        yield _cluster(number, article, reading.mentions, best, members)


def _root(mentions: tuple[Mention, ...], index: int) -> int:
    """The most telling mention; a chain of antecedents is followed, a ring of them is cut."""
    seen = {index}
    while (after := mentions[index].antecedent) is not None and after not in seen:
        seen.add(after)
        index = after
    return index


def _cluster(number: int, article: Article, mentions: tuple[Mention, ...], best: int, members: list[int]) -> Cluster:
    kind = mentions[best].type
    words = {
        index: article.text[mentions[index].start : min(mentions[index].end, mentions[index].start + LONGEST)]
        for index in members
    }
    names = tuple((index, parse(words[index], kind == "person")) for index in members if mentions[index].form == "name")
    nominals = tuple(index for index in members if mentions[index].form == "nominal")
    return Cluster(number, best, tuple(members), names, nominals, kind, mentions[best].confidence)
