"""Statement -> Trail: whose knowledge its chain leads to, and through which outlets."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from onrecord.nouns import Copy, House, Link, Persona, Statement
from onrecord.origins.voices import originals, voices
from onrecord.words import phrases

NAME = re.compile(r"[^\W\d_][\w'’&.-]*")
VAGUE = "?"
"""Begins the key of an outlet that is not named ("the local newspaper")."""
LONGEST = 8
"""Words of an outlet's name, at most."""
CARRIERS = {"outlet", "author", "unspecified"}
"""Links that pass on what others know, or do not say who knows."""


class Trail(NamedTuple):
    """Where one statement leads. `outlets` are keys from the article's own outlet inward; `knower` is the link behind
    them, None where the chain ends in an outlet; `named` tells whether somebody with a name vouches on the way to the
    knower."""

    statement: Statement
    outlets: tuple[str, ...]
    knower: Link | None
    named: bool


class Chains:
    """Reads the chains of a thread's statements: which outlets are one, and whose text each article is."""

    def __init__(
        self,
        houses: Sequence[House],
        personas: Sequence[Persona],
        copies: Sequence[Copy],
        statements: Sequence[Statement],
    ) -> None:
        self.names = {persona.id: persona.name for persona in personas}
        self.forms = {persona.id: persona.forms for persona in personas}
        self.types = {persona.id: persona.type for persona in personas}
        self.own = {house.article: outlet_key(house.name) for house in houses}
        self.known = sorted(set(self.own.values()))
        self.squeezed = {squeezed(house.name): outlet_key(house.name) for house in houses}
        self.cites = self._cites(statements)
        self.originals = originals(copies)
        self.voices = voices(self.own, self.originals, copies, self.cites)

    def is_named(self, actor: str) -> bool:
        """Whether an actor is a person or body with a name of its own: "The power company" has none."""
        name = self.names.get(actor, "").removeprefix("The ")
        return name[:1].isupper() and self.types.get(actor) in ("person", "organisation", "government")

    def nobody(self, statement: Statement) -> str:
        """Words for a source whom a page means by a pronoun alone: the source of whoever wrote the page."""
        own = statement.chain[0] if statement.chain else None
        name = (own.text if own else None) or self.names.get((own.actor if own else None) or "", "")
        return f"a source of {name}" if name else "a source that the page does not name"

    def _cites(self, statements: Sequence[Statement]) -> dict[str, set[str]]:
        """The outlets that each article cites anywhere."""
        out: dict[str, set[str]] = defaultdict(set)
        for statement in statements:
            for link in statement.chain[1:]:
                if link.source_kind == "outlet" or (self.carries(link) and link.source_kind not in CARRIERS):
                    out[statement.article].update(self.outlets(link))
        return out

    def trail(self, statement: Statement, vouched: bool, subjects: Collection[str]) -> Trail:
        """The trail of a statement. Not `vouched`: the speaker of the statement around it denies it, and is passed
        over. `subjects`: keys of those whom the claim is about in this article; they know only where nobody else
        tells."""
        links = list(statement.chain)
        if links and links[0].source_kind in CARRIERS:
            links = links[1:]
        if not vouched and len(links) > 1:
            links = links[-1:]
        if len(links) > 1:
            links = [link for link in links if link_key(link) not in subjects] or links
        outlets, at = self._own(statement.article), 0
        while at < len(links) and (self.carries(links[at]) or (at + 1 < len(links) and unresolved(links[at]))):
            cites = links[at].source_kind not in ("author", "unspecified") and self.carries(links[at])
            for outlet in self.outlets(links[at]) if cites else ():
                outlets += [outlet] if outlet != outlets[-1] else []
            at += 1
        behind = links[at:]
        place = self._knower(behind)
        knower = behind[place] if behind else None
        named = any(link.source_kind in ("named", "organisation") for link in behind[:place])
        return Trail(statement, tuple(outlets), knower, named)

    def _own(self, article: str) -> list[str]:
        own = self.own.get(article, article)
        voice = self.voices.get(article, own)
        return [own] if own == voice else [own, voice]

    def carries(self, link: Link) -> bool:
        """Whether a link passes on rather than knows: whatever its kind, if it is called like an outlet of the
        thread, or said to be one ("the daily Gull"), or is a report that is said to be an outlet's."""
        if link.source_kind in CARRIERS or self.types.get(link.actor or "") == "outlet":
            return True
        text = link.text or ""
        if unresolved(link) and text.lower() == "it":
            return True  # an unresolved "it" that says something is most often the paper just named
        if link.source_kind == "document":
            return bool(self._held(before_seen(text)))
        if link.source_kind not in ("organisation", "named"):
            return False
        return outlet_key(text) in self.known or squeezed(text) in self.squeezed or bool(_press(text))

    @staticmethod
    def _knower(behind: Sequence[Link]) -> int:
        """The first who knows; a document that the one before is telling of knows better than its teller."""
        at = 0
        while at + 1 < len(behind) and behind[at + 1].source_kind == "document":
            at += 1
        return at

    def outlets(self, link: Link) -> list[str]:
        """The keys of the outlets a link names, nearest first: those of the thread that its words hold, or the one that
        only they fit, or else a key of its own. "The local newspaper" is nobody in particular."""
        name = self.names.get(link.actor or "") or _press(link.text or "") or link.text or ""
        key = outlet_key(name)
        if key in self.known:
            return [key]
        held = self._held(link.text or name)
        if held:
            return held
        mine = set(key.split())
        fitting = [known for known in self.known if mine and mine <= set(known.split())]
        if len(fitting) == 1:
            return fitting
        capitals = [word for word in NAME.findall(name) if word[0].isupper() and word.lower() != "the"]
        return [key] if capitals else [f"{VAGUE}{key}"]

    def _held(self, text: str) -> list[str]:
        """The keys of the thread's outlets that a text names, in its order, "boursewatch.example" being "Bourse
        Watch"."""
        told = outlet_key(text).split()
        found: dict[str, int] = {}
        for at in range(len(told)):
            for end in range(at + 1, min(at + LONGEST, len(told)) + 1):
                key = self.squeezed.get("".join(told[at:end]))
                if key is not None:
                    found.setdefault(key, at)
        return sorted(found, key=lambda key: (found[key], key))


def unresolved(link: Link) -> bool:
    """Whether a link is a pronoun of which nobody knows whom it means."""
    return link.actor is None and (link.text or "").lower() in phrases("origins", "pronouns")


def link_key(link: Link) -> str:
    """What tells the links of one article apart: the actor, or the words."""
    return link.actor or (link.text or "").lower()


def outlet_key(name: str) -> str:
    """An outlet's name without article, case and punctuation."""
    return " ".join(word for word in re.findall(r"\w+", name.lower()) if word != "the")


def squeezed(name: str) -> str:
    """An outlet's name in one piece: of an address only what stands before its last dot."""
    whole = name.strip()
    return outlet_key(whole if " " in whole else whole.rsplit(".", 1)[0]).replace(" ", "")


def before_seen(text: str) -> str:
    """A description up to where it tells who saw it."""
    for phrase in phrases("origins", "seen"):
        text = text.split(phrase, 1)[0]
    return text


def _press(text: str) -> str:
    """The name of an outlet that is said to be one by the word before it, "" where there is none."""
    told = list(NAME.finditer(text))
    first = next((at for at, word in enumerate(told) if word[0][0].isupper() and word[0].lower() != "the"), 0)
    said = first > 0 and told[first - 1][0].lower() in phrases("origins", "press")
    return text[told[first].start() :].split(",", 1)[0] if said else ""


def proper(text: str, names: Mapping[str, str], actor: str | None) -> frozenset[str]:
    """The names in a description of who knows: what tells one body or document from another."""
    own = f"{before_seen(text)} {names.get(actor or '', '')}"
    found = (
        word.removesuffix("'s").removesuffix("’s").strip(".'’-") for word in NAME.findall(own) if word[0].isupper()
    )
    return frozenset(
        word.lower() for word in found if len(word) > 1 and word.lower() not in phrases("origins", "no_name")
    )
