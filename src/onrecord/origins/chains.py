"""Statement -> Trail: whose knowledge its chain leads to, and through which outlets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.nouns import Article, Copy, Link, Persona, Statement
from onrecord.words import phrases

NAME = re.compile(r"[^\W\d_][\w'’&.-]*")
CARRIERS = {"outlet", "author", "unspecified"}
"""Links that pass on what others know, or do not say who knows."""


class Trail(NamedTuple):
    """Where one statement leads. `outlets` are keys from the article's own outlet inward; `knower` is the link behind them,
    None where the chain ends in an outlet; `named` tells whether somebody with a name vouches on the way to the knower."""

    statement: Statement
    outlets: tuple[str, ...]
    knower: Link | None
    named: bool


class Chains:
    """Reads the chains of a thread's statements: which outlets are one, and whose text each article is."""

    def __init__(self, articles: Sequence[Article], personas: Sequence[Persona], copies: Sequence[Copy]) -> None:
        self.names = {persona.id: persona.name for persona in personas}
        self.types = {persona.id: persona.type for persona in personas}
        self.own = {a.id: outlet_key(a.agency or a.outlet or f"article {a.id}") for a in articles}
        self.known = sorted(set(self.own.values()))
        self._pass_down(copies)

    def _pass_down(self, copies: Sequence[Copy]) -> None:
        """A copy speaks with the voice of what it was made from; of two siblings, with that of the lower id."""
        parents: dict[str, str] = {}
        for copy in copies:
            low, high = sorted((copy.original, copy.copy)) if copy.direction == "unknown" else (copy.original, copy.copy)
            parents.setdefault(high, low)
        origin = dict(self.own)
        for article in self.own:
            at, seen = article, {article}
            while parents.get(at) in origin and parents[at] not in seen:
                at = parents[at]
                seen.add(at)
            self.own[article] = origin[at]

    def trail(self, statement: Statement, denied: bool) -> Trail:
        """The trail of a statement. `denied`: the statement it stands inside is a denial, whose speaker then vouches for
        nothing and is passed over."""
        links = list(statement.chain)
        if links and links[0].source_kind in CARRIERS:
            links = links[1:]
        if denied and len(links) > 1:
            links = links[-1:]
        outlets, at = [self.own.get(statement.article, statement.article)], 0
        while at < len(links) and self.carries(links[at]):
            if links[at].source_kind == "outlet" or self.types.get(links[at].actor or "") == "outlet":
                outlets.append(self.outlet(links[at]))
            at += 1
        behind = links[at:]
        place = self._knower(behind)
        knower = behind[place] if behind else None
        named = any(link.source_kind in ("named", "organisation") for link in behind[:place])
        return Trail(statement, tuple(outlets), knower, named)

    def carries(self, link: Link) -> bool:
        """Whether a link passes on rather than knows."""
        return link.source_kind in CARRIERS or self.types.get(link.actor or "") == "outlet"

    @staticmethod
    def _knower(behind: Sequence[Link]) -> int:
        """The first who knows; a document that the one before is telling of knows better than its teller."""
        at = 0
        while at + 1 < len(behind) and behind[at + 1].source_kind == "document":
            at += 1
        return at

    def outlet(self, link: Link) -> str:
        """The key of the outlet a link means: by its actor, or by words that fit one outlet of the thread alone."""
        name = self.names.get(link.actor or "") or link.text or "an outlet"
        key = outlet_key(name)
        if key in self.known:
            return key
        mine = set(key.split())
        fitting = [known for known in self.known if mine and mine <= set(known.split())]
        return fitting[0] if len(fitting) == 1 else key


def outlet_key(name: str) -> str:
    """An outlet's name without article, case and punctuation."""
    return " ".join(word for word in re.findall(r"\w+", name.lower()) if word != "the")


def proper(text: str, names: Mapping[str, str], actor: str | None) -> frozenset[str]:
    """The names in a description of who knows: what tells one body or document from another."""
    cut = text
    for phrase in phrases("origins", "seen"):
        cut = cut.split(phrase, 1)[0]
    own = f"{cut} {names.get(actor or '', '')}"
    found = (word.removesuffix("'s").removesuffix("’s").strip(".'’-") for word in NAME.findall(own) if word[0].isupper())
    return frozenset(word.lower() for word in found if len(word) > 1 and word.lower() not in phrases("origins", "no_name"))
