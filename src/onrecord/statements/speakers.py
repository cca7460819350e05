"""Who a statement's source is: the mention its words are headed by, the actor that stands for, its kind and number."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import msgspec

from onrecord.language.clauses import is_past
from onrecord.nouns import Article, Extent, Link, Mention, Persona, Reading, Reference, SourceKind, Speaker
from onrecord.statements import anonymity, kinds

_PREPOSITION = re.compile(r"\b(?:for|of|at|from|in|with|to|on|by|near|about)\s", re.IGNORECASE)
_PRONOUN = re.compile(r"(?:he|she|they|it|who|i|we|you|him|her|them|his|its|their|which)$", re.IGNORECASE)


_HUMAN = frozenset({"he", "him", "his", "she", "her"})
_THINGS = frozenset({"organisation", "outlet", "government", "place", "product", "document"})
_MEMBERS = re.compile(r"\b(?:Sens|Reps|Senators|Representatives|Messrs|Govs)\b.* and [A-Z]")
_SECOND = re.compile(r",? and [A-Z]")


class Page(NamedTuple):
    """One article with all that is known of who is in it; `outlets` are the keys of all outlets and agencies whose
    articles are at hand, `own` is the link that every chain of this one begins with."""

    article: Article
    reading: Reading
    reference: Reference
    personas: Mapping[str, Persona]
    outlets: frozenset[str] = frozenset()
    own: Link = Link(text=None, actor=None, source_kind="unspecified")

    def words(self, extent: Extent) -> str:
        """The characters of an extent."""
        return self.article.text[extent[0] : extent[1]]


class Head(NamedTuple):
    """The mention a source is headed by: its number, the one it stands for in the end, the actor (None = unknown)."""

    mention: Mention
    stands_for: Mention
    actor: str | None


def head(page: Page, extent: Extent) -> Head | None:
    """The mention that heads the words of `extent`, or None where no mention does. Where the head says no more than an
    office ("its contractor, Lund Dredging, said"), the name in apposition is meant."""
    if _MEMBERS.search(page.words(extent)):
        return None  # "Sens. Orla Fenn of Varle and Jo Low": two
    core = kinds.core(page.words(extent))
    end = extent[0] + len(core)
    inside = _within(page.reading.mentions, extent[0], max(end, extent[0] + 1))
    number = _heading(page, inside, extent[0], end) if inside else None
    if number is not None and _behind_verb(page, inside[0], number):
        number = None
    found = None if number is None else _resolved(page, number)
    if found is None or (found.mention.form == "nominal" and found.actor is None):
        return _apposed(page, end, extent[1]) or found
    return found


def _behind_verb(page: Page, first: int, number: int) -> bool:
    """Whether a past verb stands between two mentions: what is behind it heads no noun phrase."""
    mentions = page.reading.mentions
    between = page.article.text[mentions[first].end : mentions[number].start]
    return any(is_past(word) for word in re.findall(r"[a-z]+", between))


def _apposed(page: Page, end: int, stop: int) -> Head | None:
    """The name that stands right behind a comma at `end`."""
    if page.article.text[end : end + 2] != ", ":
        return None
    behind = _within(page.reading.mentions, end + 2, min(stop, end + 8))
    names = [n for n in behind if page.reading.mentions[n].form == "name"]
    names = [_titled(page, names[0])] if names else []
    if not names or _SECOND.match(page.article.text, page.reading.mentions[names[0]].end, stop):
        return None  # "her lawyers, Orla Fenn and Jo Low": nobody alone
    return _resolved(page, names[0])


def _titled(page: Page, number: int) -> int:
    """The person whose office begins with a body's name: of "Public Works Head Jo Low" the latter."""
    mentions = page.reading.mentions
    if number + 1 < len(mentions) and mentions[number].type != "person":
        after = mentions[number + 1]
        gap = page.article.text[mentions[number].end : after.start]
        if after.form == "name" and after.type == "person" and gap == " ":
            return number + 1
    return number


def _within(mentions: Sequence[Mention], start: int, end: int) -> list[int]:
    """Numbers of the mentions that begin in the interval."""
    first = bisect_left(mentions, start, key=lambda mention: mention.start)
    found = []
    while first < len(mentions) and mentions[first].start < end:
        found.append(first)
        first += 1
    return found


def _heading(page: Page, inside: Sequence[int], start: int, end: int) -> int | None:
    """Of several mentions in "the bank’s Ada Lund" the one not in the genitive, and before any preposition."""
    mentions, text = page.reading.mentions, page.article.text
    whole = [
        n
        for n in inside
        if mentions[n].end >= end - 1
        and mentions[n].form != "name"
        and len(text[start : mentions[n].start].split()) <= 1
    ]
    if whole:
        return whole[0]
    free = [
        n
        for n in inside
        if not re.match(r"[’']s?\s", text[mentions[n].end : mentions[n].end + 3]) or mentions[n].end >= end - 2
    ]
    free = [n for n in free if not _PREPOSITION.search(text, start, mentions[n].start)]
    names = [n for n in free if mentions[n].form == "name" and mentions[n].end >= end - 2]
    heading = names or [n for n in free if mentions[n].end >= end - 2]
    return heading[-1] if heading else None


def as_parent(speaker: Speaker, outer: Speaker) -> Speaker:
    """The speaker of "I told him" inside a quotation: whoever is quoted."""
    if outer.source_kind == "document":
        return speaker
    return msgspec.structs.replace(speaker, actor=outer.actor, source_kind=outer.source_kind)


def speaks_for_self(speaker: Speaker | None) -> bool:
    """Whether the words are "I", "we" or the like."""
    return speaker is not None and speaker.text.lower() in ("i", "we", "me", "us")


def _resolved(page: Page, number: int) -> Head:
    mentions, actors = page.reading.mentions, page.reference.actors
    mention, at = mentions[number], number
    for _ in range(8):
        behind = mentions[at].antecedent
        if behind is None or (actors[at] is not None and mentions[at].form != "pronoun"):
            break
        at = behind
    actor = actors[number] if actors[number] is not None else actors[at]
    persona = page.personas.get(actor) if actor else None
    if persona and persona.type in _THINGS and page.words((mention.start, mention.end)).lower() in _HUMAN:
        actor = None
    return Head(mention, mentions[at], actor)


def speaker(page: Page, source: Extent) -> Speaker:
    """The speaker whose words are at `source`."""
    words = page.words(source)
    found = head(page, source)
    kind = _kind(page, words, found)
    unnamed = kind in ("unnamed", "group")
    return Speaker(
        text=words, span=page.article.span(*source), actor=found.actor if found else None, source_kind=kind,
        count=kinds.count(_telling(page, words, found)) if unnamed else None,
        reason=anonymity.reason(page.article, page.reading, source) if unnamed else None,
    )  # fmt: skip


def _telling(page: Page, words: str, found: Head | None) -> str:
    """The words themselves, or for a pronoun those it stands for."""
    if found and _PRONOUN.match(words):
        return page.words((found.stands_for.start, found.stands_for.end))
    return words


def _kind(page: Page, words: str, found: Head | None) -> SourceKind:
    persona = page.personas.get(found.actor) if found and found.actor else None
    if _PRONOUN.match(words):
        return _of_pronoun(page, words.lower(), found, persona)
    if _is_known_outlet(page, words, persona):
        return "outlet"
    if " " not in kinds.core(words) and (common := kinds.of_words(words)):
        return common
    named = found is not None and found.mention.form == "name"
    if found and named:
        return kinds.of_type(persona.type if persona else found.mention.type)
    told = kinds.of_words(words)
    if told in ("unnamed", "group", None) and persona and persona.type == "person" and _has_name(persona):
        return "named"
    if told:
        return told
    if found:
        kind = kinds.of_type(found.mention.type)
        return "unnamed" if kind == "named" else kind
    return "named" if words[:1].isupper() and words.split()[-1][:1].isupper() else "unnamed"


def _is_known_outlet(page: Page, words: str, persona: Persona | None) -> bool:
    """Whether the name is one of the outlets at hand, whole or by its last word ("the Courant" of The Inland
    Courant)."""
    name = kinds.key(kinds.core(words))
    names = {name, kinds.key(persona.name)} if persona else {name}
    last = words.split()[-1][:1].isupper() and len(name) > 3
    return bool(names & page.outlets) or (last and any(outlet.endswith(" " + name) for outlet in page.outlets))


def _has_name(persona: Persona) -> bool:
    return any(word[:1].isupper() for word in persona.name.split()[1:]) or (
        persona.name[:1].isupper() and " " not in persona.name
    )


def _of_pronoun(page: Page, pronoun: str, found: Head | None, persona: Persona | None) -> SourceKind:
    if persona and (persona.type != "person" or _has_name(persona)):
        return kinds.of_type(persona.type)
    if found and found.stands_for is not found.mention:
        antecedent = found.stands_for
        if antecedent.form == "name":
            return kinds.of_type(antecedent.type)
        told = kinds.of_words(page.words((antecedent.start, antecedent.end))) or kinds.of_type(antecedent.type)
        return "unnamed" if told == "named" else told
    if pronoun in ("it", "its", "which"):
        return "organisation"
    return "unnamed" if pronoun in ("they", "them", "who", "their") else "named"
