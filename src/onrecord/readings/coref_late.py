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
        if found is not None and found in state.named and found != index:
            state.move(index, found)
