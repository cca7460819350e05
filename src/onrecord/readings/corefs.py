"""Which mentions of an article mean the same: names first, then what stands beside them, then "the company" and "she".

Everything is decided from left to right with what the article has said so far, and left open where two could be meant.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from onrecord.nouns import ActorType, Extent, Mention, Quote
from onrecord.readings import coref_names
from onrecord.readings.coref_late import late
from onrecord.readings.coref_ledes import ledes
from onrecord.readings.coref_names import BODIES
from onrecord.readings.coref_nominals import nominals
from onrecord.readings.coref_pronouns import pronouns
from onrecord.readings.coref_relations import relate_name
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
            _own(state, index)
            nominals(state, index)
        elif mention.form == "name":
            relate_name(state, index)
        elif mention.form == "pronoun" and index not in state.chain:
            pronouns(state, index)
    late(state)
    ledes(state)
    return tuple(_settled(state, index, mention) for index, mention in enumerate(mentions))


def _own(state: Discourse, index: int) -> None:
    """Resolves the pronoun that a nominal begins with, before it: "her father"."""
    for near in (index + 1, index - 1):
        if 0 <= near < len(state.mentions) and state.mentions[near].start == state.mentions[index].start:
            if state.mentions[near].form == "pronoun" and near not in state.chain:
                pronouns(state, near)
            return


def _settled(state: Discourse, index: int, mention: Mention) -> Mention:
    best = state.chain.get(index)
    if best is None or (mention.form == "nominal" and best != index and _clash(mention.type, state.kind(best))):
        return mention
    kind = state.kind(best) if mention.form != "nominal" else mention.type
    return replace(mention, antecedent=None if best == index else best, type=kind)


def _clash(mine: ActorType, other: ActorType) -> bool:
    """Whether a nominal of one type can never stand for a name of another: a person for none but people."""
    return mine != other and ("person" in (mine, other) or (other == "place" and mine in BODIES))
