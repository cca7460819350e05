"""Which mentions of an article mean the same: names first, then what stands beside them, then "the company" and "she".

Everything is decided from left to right with what the article has said so far, and left open where two could be meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.nouns import Extent, Mention, Quote
from onrecord.readings import coref_names
from onrecord.readings.coref_nominals import nominals
from onrecord.readings.coref_pronouns import pronouns
from onrecord.readings.discourse import Discourse


def resolve(
    text: str, sentences: Sequence[Extent], quotes: Sequence[Quote], mentions: Sequence[Mention]
) -> tuple[Mention, ...]:
    """`mentions` with antecedents: the index of the most telling mention of each chain, None for that mention itself
    and for what stays unknown. A name that stands for another takes that one's type."""
    entities = coref_names.entities(text, mentions)
    state = Discourse.of(text, sentences, quotes, mentions, entities)
    for index, mention in enumerate(mentions):
        if mention.form == "nominal":
            nominals(state, index)
        elif mention.form == "pronoun":
            pronouns(state, index)
    return tuple(_settled(state, index, mention) for index, mention in enumerate(mentions))


def _settled(state: Discourse, index: int, mention: Mention) -> Mention:
    best = state.chain.get(index)
    if best is None:
        return mention
    kind = state.kind(best) if mention.form != "nominal" else mention.type
    return replace(mention, antecedent=None if best == index else best, type=kind)
