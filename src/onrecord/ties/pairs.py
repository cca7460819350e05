"""A tie as one place tells it, and how a verb with its subjects and objects makes some."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import product
from typing import NamedTuple

from onrecord.nouns import Extent, Sign, TieType
from onrecord.ties.patterns import Pattern
from onrecord.ties.roles import SINGULAR, Party, Sentence, piece_of

SURE, LIKELY = 0.7, 0.5
"""Confidence of a tie told by a verb and of one told by the colour of the words."""

CLAUSAL_QUOTE = re.compile(r"\s?(?:as\s)?(?:[“\"‘«]|'(?=\w))")


class Sighting(NamedTuple):
    """A tie as one place tells it: who, whom, what, where the verb stands, the words that tell
    it, and from where on a time counts for it: the start of the clause its subject stands in."""

    actor: str
    target: str
    type: TieType
    plover: str | None
    sign: Sign
    at: int
    extent: Extent
    confidence: float
    reach: int


def joined(
    sentence: Sentence, verb: Extent, pattern: Pattern, doers: Sequence[Party], receivers: Sequence[Party]
) -> list[Sighting]:
    """A sighting for each known subject with each other known object that the pattern may have, told by the verb's
    clause with the quotation behind it."""
    start = sentence.pieces[piece_of(sentence, verb[0])][0]
    out = []
    for doer, object_ in product(doers, receivers):
        receiver = _other(sentence, doer, object_)
        fits = not pattern.target or receiver.mention.type in pattern.target
        if doer.actor and receiver.actor and doer.actor != receiver.actor and fits:
            reach = min(start, sentence.pieces[piece_of(sentence, doer.mention.start)][0])
            extent = start, max(quoted_end(sentence, verb[1]), receiver.mention.end)
            said = pattern.type, pattern.plover, pattern.sign
            out.append(Sighting(doer.actor, receiver.actor, *said, verb[0], extent, SURE, reach))
    return out


def _other(sentence: Sentence, doer: Party, receiver: Party) -> Party:
    """The receiver; where a pronoun there was taken for the doer, which "him" can never be and "his" hardly, the person
    named last before it in the sentence; where it is doubtful, the only other person named there."""
    if receiver.mention.form != "pronoun" or receiver.actor not in (doer.actor, None):
        return receiver
    before = [p for p in sentence.parties if p.mention.end <= receiver.mention.start and p.mention.type == "person"]
    others = [p for p in before if p.actor not in (doer.actor, None)]
    sole = receiver.actor is not None or len({p.actor for p in others}) == 1
    single = sentence.text[receiver.mention.start : receiver.mention.end].lower() in SINGULAR
    return others[-1] if others and sole and (single or receiver.actor) else receiver


def quoted_end(sentence: Sentence, at: int) -> int:
    """The end of the clause at `at`, or of the quotation that follows it."""
    place = piece_of(sentence, at)
    end = sentence.pieces[place][1]
    if place + 1 < len(sentence.pieces) and CLAUSAL_QUOTE.match(sentence.text, sentence.pieces[place + 1][0]):
        end = sentence.pieces[place + 1][1]
    return max(end, at)
