"""The named body that a nominal means: "the commission" of the "Varle Ports Commission", "the auditors" of "the
accountants Low & Co"."""

from __future__ import annotations

from onrecord.readings import nominals as phrases
from onrecord.readings.discourse import Discourse
from onrecord.words import table

_KNOWN = {row["told"]: frozenset(row["called"]) for row in table("nominals")["bodies"]}
_BODIES = frozenset({"organisation", "outlet", "government"})


def body_by_name(state: Discourse, index: int) -> int | None:
    """The only body of the whole article whose name ends in the nominal's noun and has all else that it tells."""
    words = state.words(index).lower().split()[1:]
    if not words or words[-1] != state.heads[index]:
        return None
    if (known := _KNOWN.get(" ".join(words))) is not None:
        return _called(state, known)
    fit = {chain for chain in state.by_noun.get(words[-1], ()) if state.kind(chain) in _BODIES}
    chain = fit.pop() if len(fit) == 1 else None
    return chain if chain is not None and set(words) <= set(state.named[chain].key) else None


def _called(state: Discourse, known: frozenset[str]) -> int | None:
    """The only body of the article whose name begins or ends as bodies of that sort are called."""
    fit = [
        chain
        for chain, entity in state.named.items()
        if state.kind(chain) in _BODIES and {" ".join(entity.key[:2]), " ".join(entity.key[-2:])} & known
    ]
    return fit[0] if len(fit) == 1 else None


def firm(state: Discourse, index: int) -> int | None:
    """The firm that people of its trade are: the name right behind them, or the only one that had such people before
    it ("the accountants Low & Co ... the auditors")."""
    if state.heads[index] not in phrases.FIRMS:
        return None
    mention = state.mentions[index]
    for near in range(index + 1, min(len(state.mentions), index + 4)):
        name = state.mentions[near]
        if name.form == "name" and name.type in _BODIES and state.text[mention.end : name.start] in (" ", ", "):
            return state.chain.get(near)
    if state.words(index).split(" ", 1)[0].lower() != "the":
        return None
    firms = [chain for chain in state.firms if chain in state.named and state.kind(chain) in _BODIES]
    return firms[0] if len(firms) == 1 else None
