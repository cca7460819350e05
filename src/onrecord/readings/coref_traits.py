"""Whom a nominal means that tells a trait instead of an office: "the Dane", "the 44-year-old", "the Danish rider"."""

from __future__ import annotations

import re
from itertools import islice

from onrecord.readings import nominals as phrases
from onrecord.readings.coref_appositions import single
from onrecord.readings.coref_offices import before_noun
from onrecord.readings.discourse import Discourse
from onrecord.words import table

_EPITHETS = frozenset(table("nominals")["reference"]["epithets"])
TRADES = frozenset({"player", "athlete", "singer", "musician", "actor", "actress", "novelist", "painter", "cyclist"})
_ADJECTIVES = frozenset(phrases.NATIONS.values())
_YEARS = re.compile(r"\d{1,3}(?=-year-old)")
MEMBERS = 12
"""Mentions of one person beside which his age is looked for; it stands at the first."""
BEFORE = 16
"""Characters before a name in which "the 44-year-old nurse" is looked for."""


def told_by_trait(state: Discourse, index: int) -> int | None:
    """The one person named before who was called by that country, or given that age; for a country nobody was
    called by, None."""
    noun, aged = state.heads[index], _YEARS.search(state.text, state.mentions[index].start, state.mentions[index].end)
    if aged is None and noun not in phrases.NATIONS:
        return None
    fit = (chain for chain in state.named if _is_known(state, chain, index) and _has(state, chain, noun, aged))
    found = list(islice(fit, 2))
    return found[0] if len(found) == 1 else None


def _is_known(state: Discourse, chain: int, index: int) -> bool:
    """Whether a person has been mentioned before."""
    return state.kind(chain) == "person" and any(at < index for at in state.members[chain])


def _has(state: Discourse, chain: int, noun: str, aged: re.Match[str] | None) -> bool:
    if aged is not None:
        return _is_aged(state, chain, aged.group())
    return not {noun, phrases.NATIONS[noun]}.isdisjoint(state.phrases[chain])


def resumed(state: Discourse, index: int) -> int | None:
    """Whom the sentence before began with and was about, for a trait of which nothing has been said: "Fenn denied it.
    The Dane, 58, said ...". Offices that many hold ("the lawyer") take nobody up so."""
    mention = state.mentions[index]
    if mention.type != "person" or not single(state, index) or not _tells_a_trait(state, index) or state.quoted[index]:
        return None
    if _preceded(state, index):
        return None
    for at in state.near(index, 1):
        if state.told[at] != state.told[index] - 1 or state.quoted[at]:
            continue
        leads = state.mentions[at].start - state.starts[state.sentence[at]] <= len("The Rev. ")
        chain = state.chain.get(at)
        if leads and chain in state.named and state.kind(chain) == "person" and fits_trade(state, index, chain):
            wanted = phrases.HEADS[state.heads[index]].gender
            return chain if not wanted or state.gender(chain) in (None, wanted) else None
    return None


def _preceded(state: Discourse, index: int) -> bool:
    """Whether a person is named before a nominal in its own sentence."""
    return any(
        state.kind(state.chain[at]) == "person"
        for at in state.window(index, 0)
        if at in state.chain and state.mentions[at].form != "pronoun"
    )


def fits_trade(state: Discourse, index: int, chain: int) -> bool:
    """Whether somebody may follow the trade a nominal tells: of whom another has been told, he does not."""
    if state.heads[index] not in phrases.ALONE | TRADES:
        return True
    return not any(chain in holders for noun, holders in state.roles.items() if noun != state.heads[index])


def _tells_a_trait(state: Discourse, index: int) -> bool:
    noun = state.heads[index]
    trait = noun in phrases.NATIONS or noun in phrases.ALONE or noun in _EPITHETS
    return trait or not _ADJECTIVES.isdisjoint(before_noun(state, index))


def _is_aged(state: Discourse, chain: int, years: str) -> bool:
    told = re.compile(rf",? \(?{years}[,.;:)]")
    before = re.compile(rf"\b{years}-year-old (?:\w+ )?\Z")
    for at in state.members[chain][:MEMBERS]:
        mention = state.mentions[at]
        ahead = state.text[max(0, mention.start - BEFORE - len(years)) : mention.start]
        if told.match(state.text, mention.end) or before.search(ahead):
            return True
    return False
