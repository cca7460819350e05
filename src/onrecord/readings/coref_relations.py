"""Family, as an article tells it: "her father" is the man whose daughter she is said to be."""

from __future__ import annotations

from onrecord.readings import nominals as phrases
from onrecord.readings.discourse import Discourse
from onrecord.words import table

NEAR = 40
"""Characters between an owner and a name behind his noun."""

_INVERSE = {noun: frozenset(row["of"]) for row in table("nominals")["relations"] for noun in row["nouns"]}
"""For each relational noun those that the other side may be called by."""


def owner(state: Discourse, index: int) -> int | None:
    """The chain of whoever owns a nominal: "her father", "Orla Fenn's father", "the father of Orla Fenn"."""
    mention = state.mentions[index]
    for near in range(max(0, index - 1), min(index + 4, len(state.mentions))):
        inner = state.mentions[near]
        if near == index or inner.start < mention.start or inner.end > mention.end or inner.type != "person":
            continue
        gap = state.text[inner.end : mention.end]
        begins = inner.start == mention.start and (inner.form == "pronoun" or gap[:1] in ("'", "’"))
        if begins or (inner.form == "name" and " of " in state.text[mention.start : inner.start]):
            return state.chain.get(near)
    return None


def relate(state: Discourse, index: int, chain: int) -> None:
    """Notes that `chain` has been called somebody's daughter, so that somebody is her parent."""
    noun = state.heads[index]
    if noun not in _INVERSE or state.kind(chain) != "person":
        return
    of = owner(state, index)
    if of is not None and of != chain and state.kind(of) == "person":
        _note(state, of, noun, chain)


def _note(state: Discourse, of: int, noun: str, chain: int) -> None:
    state.kin.setdefault((of, noun), set()).add(chain)
    for other in sorted(_INVERSE[noun]):
        state.kin.setdefault((chain, other), set()).add(of)


def relative(state: Discourse, index: int) -> int | None:
    """The one person whom a nominal like "her father" can mean, by what has been told before."""
    noun = state.heads[index]
    if noun not in _INVERSE or phrases.HEADS[noun].kind != "person":
        return None
    of = owner(state, index)
    wanted = phrases.HEADS[noun].gender
    told = state.kin.get((of, noun), set()) if of is not None else set()
    fit = [chain for chain in sorted(told) if wanted is None or state.gender(chain) in (None, wanted)]
    return fit[0] if len(fit) == 1 else None


def relate_name(state: Discourse, index: int) -> None:
    """Notes what a noun right before a name tells: "his daughter Mary Fenn", "Mr Low's wife, Anna Low"."""
    if not index or index not in state.chain:
        return
    before, name = state.mentions[index - 1], state.mentions[index]
    gap = state.text[before.end : min(name.start, before.end + NEAR)].removeprefix("'s").removeprefix("’s")
    words = gap.rstrip(", ").split()
    of, chain = state.chain.get(index - 1), state.chain[index]
    if of is None or not 0 < len(words) < 4 or words[-1] not in _INVERSE or name.start - before.end > NEAR:
        return
    owns = before.form == "pronoun" or state.text[before.end : before.end + 2] in ("'s", "’s")
    if owns and state.kind(of) == state.kind(chain) == "person":
        _note(state, of, words[-1], chain)
