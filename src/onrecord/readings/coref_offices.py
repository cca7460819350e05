"""Who holds an office in an article: by title, apposition or before, with the offices' owners."""

from __future__ import annotations

from onrecord.readings.discourse import HOLDERS, Discourse

NEAR = 6
"""Sentences back to which a bare "the company" or "the billionaire" may reach. Set by eye."""

SEVERAL = 3
"""The same where several of that office were named so near. Set by eye."""

PASSING, LEAD = 2, 4
"""Mentions up to which somebody is named in passing, and how many times as often another must be. Set by eye."""

_QUALIFIERS = frozenset({"former", "acting", "interim", "deputy", "new", "ex", "retired", "previous", "late"})


def holder(state: Discourse, index: int) -> int | None:
    """The one whom the article calls by that noun: by title, apposition or before."""
    mention = state.mentions[index]
    holders = state.roles.get(state.heads[index], ())
    if mention.type != "person" or not holders or len(holders) > HOLDERS:
        return None
    told = telling(state, index)
    holders = [chain for chain in holders if chain != state.chain.get(index)]
    holders = [chain for chain in holders if told <= state.phrases[chain] and _same_owner(state, index, chain)]
    if not holders:
        return None
    if len(holders) == 1:
        return None if _overshadowed(state, index, holders[0]) else holders[0]
    before = [near for near in state.window(index, NEAR) if state.chain.get(near) in holders]
    clear = len({state.chain[near] for near in before}) == 1
    near = [at for at in before if clear or state.sentence[index] - state.sentence[at] <= SEVERAL]
    return state.chain[near[0]] if near else None


def _overshadowed(state: Discourse, index: int, chain: int) -> bool:
    """Whether somebody is named in passing, long before, in an article that is about another: "the president" in a
    story on Mr Oake is hardly the President Fenn of one sentence, for the page may never give Mr Oake his office."""
    if state.counts[chain] > PASSING or any(
        abs(state.sentence[at] - state.sentence[index]) <= NEAR for at in state.members[chain]
    ):
        return False
    return state.most >= LEAD * state.counts[chain]


def telling(state: Discourse, index: int) -> set[str]:
    """The words of a nominal that not everybody of its noun shares: "former", "Norlandic"."""
    head = before_noun(state, index)
    words = state.words(index).split()[1 : len(head)]
    return {word.lower() for word in words if word.lower() in _QUALIFIERS or word[:1].isupper()}


def before_noun(state: Discourse, index: int) -> list[str]:
    """The words of a nominal before its noun, in small letters."""
    return state.words(index).lower().partition(state.heads[index])[0].split() if state.heads[index] else []


def _same_owner(state: Discourse, index: int, chain: int) -> bool:
    """Whether the names inside a nominal are none, or names that the chain's own descriptions hold."""
    words = inner_names(state, index)
    return not words or bool(set(words) & state.phrases[chain])


def inner_names(state: Discourse, index: int) -> list[str]:
    """The words of the names inside a nominal, in small letters."""
    end = state.mentions[index].end
    inner = [at for at in range(index + 1, min(index + 4, len(state.mentions))) if state.mentions[at].end <= end]
    return [word for at in inner if state.mentions[at].form == "name" for word in state.words(at).lower().split()]
