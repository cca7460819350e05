"""A second look at definite nominals that nothing before them explained: the one body or person of the whole article
whose name or office has that noun."""

from __future__ import annotations

from onrecord.readings.coref_appositions import single
from onrecord.readings.coref_bodies import body_by_name
from onrecord.readings.coref_nominals import is_bare, is_definite
from onrecord.readings.coref_offices import holder
from onrecord.readings.discourse import Discourse


def late(state: Discourse) -> None:
    """Resolves what only the whole article tells: each chain of definite nominals alone, by its first."""
    for index, mention in enumerate(state.mentions):
        if mention.form != "nominal" or state.chain.get(index) != index or not single(state, index):
            continue
        if not is_definite(state, index) and not is_bare(state, index):
            continue
        found = holder(state, index) if mention.type == "person" else body_by_name(state, index)
        found = _meant_below(state, index) if found is None and is_bare(state, index) else found
        if found is not None and found in state.named and found != index:
            state.move(index, found)


def _meant_below(state: Discourse, index: int) -> int | None:
    """The named body that a headline's bare noun has below it: "Bank says no ... Low Bank ... the bank"."""
    if state.mentions[index].type == "person":
        return None
    below = (state.chain.get(at) for at in state.with_head[state.heads[index]] if at > index)
    return next((chain for chain in below if chain in state.named), None)
