"""The verbs of ties, read from the word list: each surface form with what it says of its two actors."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple

from onrecord.nouns import Sign, TieType
from onrecord.words import table

Role = Literal["direct", "noun", "mutual", "report", "naming"]


class Pattern(NamedTuple):
    """What one verb says. `followed`, `gift` and `via` are conditions on the words behind; empty ones hold always."""

    type: TieType
    plover: str | None
    sign: Sign
    role: Role
    followed: frozenset[str] = frozenset()
    gift: tuple[str, ...] = ()
    via: str | None = None
    target: frozenset[str] = frozenset()
    owned: bool = False


LISTS: dict[str, Role] = {
    "direct": "direct",
    "phrases": "direct",
    "nouns": "noun",
    "mutual": "mutual",
    "report": "report",
}
"""The lists of an entry, and the role in which a verb of each stands."""


FIRST_WORD = re.compile(r"\b\w+")


class Triggers(NamedTuple):
    """The patterns of each surface form, in lower case, and the forms that begin with a word, the longest first. (One
    expression of all forms takes fifteen times as long: at every letter it tries them one by one.)"""

    patterns: dict[str, tuple[Pattern, ...]]
    begun: dict[str, tuple[str, ...]]

    def find(self, text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where forms stand in `text[start:end]`, from left to right, none inside another."""
        done = start
        for word in FIRST_WORD.finditer(text, start, end):
            forms = self.begun.get(word.group().lower(), ()) if word.start() >= done else ()
            for form in forms:
                stop = word.start() + len(form)
                if stop <= end and text[word.start() : stop].lower() == form and not text[stop : stop + 1].isalnum():
                    yield word.start(), stop
                    done = stop
                    break


@cache
def triggers() -> Triggers:
    """The triggers of `tie_verbs.toml`, the longest form first."""
    patterns: dict[str, tuple[Pattern, ...]] = {}
    for entry in table("tie_verbs")["tie"]:
        for key, role in LISTS.items():
            pattern = Pattern(
                entry["type"], entry.get("plover"), entry["sign"], role,
                frozenset(entry.get("followed", ())), tuple(entry.get("gift", ())), entry.get("via"),
                frozenset(entry.get("target", ())), entry.get("owned", False),
            )  # fmt: skip
            for phrase in entry.get(key, ()):
                for surface in [phrase] if role == "noun" else inflected(phrase):
                    patterns[surface] = (*patterns.get(surface, ()), pattern)
    for verb in table("tie_verbs")["naming"]["verbs"]:
        for surface in inflected(verb):
            patterns[surface] = (*patterns.get(surface, ()), Pattern("insults", "ACCUSE", "-", "naming", owned=True))
    begun: dict[str, tuple[str, ...]] = {}
    for surface in sorted(patterns, key=lambda surface: (-len(surface), surface)):
        first = FIRST_WORD.match(surface)
        assert first is not None
        begun[first.group()] = (*begun.get(first.group(), ()), surface)
    return Triggers(patterns, begun)


def inflected(phrase: str) -> list[str]:
    """A verb with its particles in all its forms: "fall out" -> "fall out", "falls out", "fell out" ..."""
    verb, _, rest = phrase.partition(" ")
    known = table("tie_verbs")["forms"].get(verb)
    forms = known or [verb, _third(verb), _past(verb), _stem(verb) + "ing"]
    return [f"{form} {rest}".strip() for form in forms]


def _third(verb: str) -> str:
    if verb.endswith(("s", "sh", "ch", "x", "z")):
        return verb + "es"
    return verb[:-1] + "ies" if _in_y(verb) else verb + "s"


def _past(verb: str) -> str:
    return verb[:-1] + "ied" if _in_y(verb) else _stem(verb) + "ed"


def _stem(verb: str) -> str:
    return verb[:-1] if verb.endswith("e") else verb


def _in_y(verb: str) -> bool:
    return verb.endswith("y") and verb[-2] not in "aeiou"
