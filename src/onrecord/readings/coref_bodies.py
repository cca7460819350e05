"""The named body whose name ends in the noun of a nominal: "the commission" of the "Varle Ports Commission"."""

from __future__ import annotations

from onrecord.readings.discourse import Discourse

_BODIES = frozenset({"organisation", "outlet", "government"})


def body_by_name(state: Discourse, index: int) -> int | None:
    """The only body of the whole article whose name ends in the nominal's noun and has all else that it tells."""
    words = state.words(index).lower().split()[1:]
    if not words or words[-1] != state.heads[index]:
        return None
    fit = {chain for chain in state.by_noun.get(words[-1], ()) if state.kind(chain) in _BODIES}
    chain = fit.pop() if len(fit) == 1 else None
    return chain if chain is not None and set(words) <= set(state.named[chain].key) else None
