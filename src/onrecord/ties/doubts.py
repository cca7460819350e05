"""Pronouns that a tie may not rest on: where the words around leave a doubt who "he" is, he is nobody."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from onrecord.nouns import Extent
from onrecord.ties.roles import Party

SINGULAR = frozenset({"he", "she", "him", "her", "his", "hers", "himself", "herself"})
OWNING = frozenset({"his", "her", "hers"})


def settled(text: str, sentences: Sequence[Extent], parties: Sequence[Party]) -> list[Party]:
    """The parties in their order, the doubtful pronouns among them without an actor. "He" is doubtful where this
    sentence or the one before names another person ahead of it and not his own; "his" where the person named last
    before it in the sentence is another. Read off wrong ties of real articles: each had one of the two."""
    starts = [start for start, _ in sentences]
    named = [party for party in parties if party.mention.form == "name" and party.mention.type == "person"]
    out: list[Party] = []
    for party in parties:
        words = text[party.mention.start : party.mention.end].lower()
        if party.actor and words in SINGULAR:
            number = bisect_right(starts, party.mention.start) - 1
            doubtful = _doubtful(party, words, starts[max(0, number - 1)], starts[max(0, number)], named)
            out.append(Party(party.mention, None) if doubtful else party)
        else:
            out.append(party)
    return out


def _doubtful(party: Party, words: str, before: int, here: int, named: Sequence[Party]) -> bool:
    ahead = [one for one in named if before <= one.mention.start < party.mention.start and one.actor]
    if words in OWNING and ahead and ahead[-1].mention.start >= here:
        return ahead[-1].actor != party.actor
    others = any(one.actor != party.actor for one in ahead)
    return others and not any(one.actor == party.actor for one in ahead)
