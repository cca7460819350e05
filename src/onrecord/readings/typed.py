"""Two finders of names as one: the names of the first, with the types that the second sees in them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

import msgspec

from onrecord.nouns import ActorType, Mention
from onrecord.readings.pairs import Pair
from onrecord.readings.questions import NameFinder, Seen

LEAST = 2.5
"""What the mentions of a name must weigh together, each by its confidence, for a type of the second finder: three sure
ones. From 1.5 on exact F1 of people, bodies and places on worldwide_ner's part for choosing rises by 0.018 instead of
0.013, but a source of the invented piles, whose names nobody has seen, loses its kind."""
SHARE = 0.8
"""Their share of all that the second finder sees under that name."""
MENDED: frozenset[ActorType] = frozenset(("person", "organisation", "place"))
"""The types that are exchanged for each other; outlets and governments are told by their words."""


class Typed(Pair[NameFinder]):
    """The first finder's mentions, typed by both."""

    def find_names(self, seen: Sequence[Seen]) -> list[tuple[Mention, ...]]:
        """See `NameFinder`."""
        mine, theirs = self.first.find_names(seen), self.second.find_names(seen)
        return [typed(one.text, first, second) for one, first, second in zip(seen, mine, theirs, strict=True)]


def typed(text: str, first: Sequence[Mention], second: Sequence[Mention]) -> tuple[Mention, ...]:
    """`first` in its order; all mentions of a name have the type for which most speaks in `second`, where enough does.
    Two mentions are of one name where they end together."""
    ends = {_end(text, mention): mention for mention in second if mention.form == "name"}
    votes: defaultdict[str, Counter[ActorType]] = defaultdict(Counter)
    for mention in first:
        if mention.form == "name" and (other := ends.get(_end(text, mention))):
            votes[text[mention.start : mention.end]][other.type] += other.confidence  # type: ignore[assignment]
    return tuple(_typed(text, mention, votes) for mention in first)


def _typed(text: str, mention: Mention, votes: Mapping[str, Counter[ActorType]]) -> Mention:
    counted = votes.get(text[mention.start : mention.end])
    if mention.form != "name" or mention.type not in MENDED or not counted:
        return mention
    best = max(sorted(counted), key=lambda type_: counted[type_])
    if best not in MENDED or counted[best] < max(LEAST, SHARE * counted.total()):
        return mention
    return msgspec.structs.replace(mention, type=best)


def _end(text: str, mention: Mention) -> int:
    """Where a name ends, without a possessive."""
    return mention.end - 2 if text[mention.end - 2 : mention.end] in ("'s", "’s") else mention.end
