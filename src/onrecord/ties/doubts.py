"""Pronouns that a tie may not rest on: where the words around leave a doubt who "he" is, he is nobody."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from onrecord.nouns import Extent
from onrecord.ties.roles import SINGULAR, Party

DONE_TO = frozenset({"him", "her"})
OWNING = re.compile(
    r"his\b|hers\b|her (?!(?:an?|the|as|for|and|or|to|in|on|at|of|with|from|by|over|out|up|that|if|when)\b)[a-z]",
    re.IGNORECASE,
)
"""Pronouns that own what follows; "her" before a small word is whom something is done to."""


def settled(text: str, sentences: Sequence[Extent], parties: Sequence[Party]) -> list[Party]:
    """The parties in their order, the doubtful pronouns among them without an actor. "He" is doubtful where this
    sentence or the one before names another person ahead of it and not his own; "his" where the person named last
    before it in the sentence is another; of "him" the sentence's own doer cannot be meant. Read off wrong ties of
    real articles."""
    starts = [start for start, _ in sentences]
    named = [p for p in parties if p.mention.form == "name" and p.mention.type == "person" and p.actor]
    return [
        Party(party.mention, None) if party.actor and _doubtful(text, starts, party, named) else party
        for party in parties
    ]


def _doubtful(text: str, starts: Sequence[int], party: Party, named: Sequence[Party]) -> bool:
    at = party.mention.start
    words = text[at : party.mention.end].lower()
    if words not in SINGULAR:
        return False
    number = bisect_right(starts, at) - 1
    here, before = starts[max(0, number)], starts[max(0, number - 1)]
    ahead = [one for one in named if before <= one.mention.start < at]
    if OWNING.match(text, at) and ahead and ahead[-1].mention.start >= here:
        return ahead[-1].actor != party.actor
    done_to = words in DONE_TO
    others = any(one.actor != party.actor and not (done_to and one.mention.start >= here) for one in ahead)
    return others and not any(one.actor == party.actor for one in ahead)
