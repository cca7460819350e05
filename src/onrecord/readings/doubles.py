"""Test doubles: an answerer for each question that sees what it is told to see, wherever it stands. Deterministic, and
no model: for tests of what is built on a reading, and for telling what an answer looks like."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import NamedTuple

from msgspec.structs import replace

from onrecord.nouns import Act, ActorType, Attribution, Extent, Mention, Quote, Regard, Sign
from onrecord.readings.phrases import occurrence, occurrences
from onrecord.readings.questions import Seen

WIDE = 64
"""Bytes of a listed sense."""


@dataclass(frozen=True)
class ListedQuotations:
    """Sees these words as quoted."""

    words: Sequence[str] = ()
    name: str = "listed quotations-1"
    spreads: bool = True

    def find_quotations(self, seen: Sequence[Seen]) -> list[tuple[Quote, ...]]:
        """See `QuotationFinder`."""
        return [tuple(Quote(start=start, end=end) for start, end in _places(one.text, self.words)) for one in seen]


@dataclass(frozen=True)
class ListedNames:
    """Sees these names, each of its type."""

    types: Mapping[str, ActorType] = field(default_factory=dict)
    name: str = "listed names-1"
    spreads: bool = True

    def find_names(self, seen: Sequence[Seen]) -> list[tuple[Mention, ...]]:
        """See `NameFinder`."""
        return [tuple(self._named(one.text)) for one in seen]

    def _named(self, text: str) -> list[Mention]:
        found = {place: kind for words, kind in self.types.items() for place in occurrences(text, words)}
        ranked = sorted(found.items(), key=lambda one: (one[0][0], -one[0][1]))
        return [Mention(start=start, end=end, type=kind, form="name") for (start, end), kind in ranked]


@dataclass(frozen=True)
class ListedCorefs:
    """Takes each of these words for the first mention that reads as the words beside them."""

    means: Mapping[str, str] = field(default_factory=dict)
    name: str = "listed corefs-1"
    spreads: bool = True

    def resolve_mentions(self, seen: Sequence[Seen]) -> list[tuple[Mention, ...]]:
        """See `CorefResolver`."""
        return [tuple(self._resolved(one)) for one in seen]

    def _resolved(self, one: Seen) -> list[Mention]:
        first: dict[str, int] = {}
        for index, mention in enumerate(one.mentions):
            first.setdefault(_words(one, mention), index)
        meant = [first.get(self.means.get(_words(one, mention), "")) for mention in one.mentions]
        return [
            replace(mention, antecedent=None if meant[n] == n else meant[n]) for n, mention in enumerate(one.mentions)
        ]


class Line(NamedTuple):
    """An attribution as the words of its parts; those of the cue stand behind those of the source or before."""

    source: str | None
    cue: str
    content: str
    act: Act = "says"


@dataclass(frozen=True)
class ListedAttributions:
    """Sees these attributions wherever all their parts stand in one sentence."""

    lines: Sequence[Line] = ()
    name: str = "listed attributions-1"
    spreads: bool = True

    def find_attributions(self, seen: Sequence[Seen]) -> list[tuple[Attribution, ...]]:
        """See `AttributionFinder`."""
        told = [[made for sentence in one.sentences for made in self._told(one.text, sentence)] for one in seen]
        return [tuple(sorted(made, key=lambda said: (said.start, -said.end))) for made in told]

    def _told(self, text: str, sentence: Extent) -> list[Attribution]:
        out = []
        for line in self.lines:
            cue, content = occurrence(text, line.cue, 1, *sentence), occurrence(text, line.content, 1, *sentence)
            source = occurrence(text, line.source, 1, *sentence) if line.source else None
            if cue and content and (source or not line.source):
                places = [place for place in (cue, content, source) if place]
                out.append(
                    Attribution(
                        start=min(places)[0], end=max(end for _, end in places), cue=cue, source=source,
                        content=(content,), act=line.act, mode="indirect",
                    )
                )  # fmt: skip
        return out


@dataclass(frozen=True)
class ListedTimes:
    """Sees these words as times."""

    words: Sequence[str] = ()
    name: str = "listed times-1"
    spreads: bool = True

    def find_times(self, seen: Sequence[Seen]) -> list[tuple[Extent, ...]]:
        """See `TimeFinder`."""
        return [tuple(_places(one.text, self.words)) for one in seen]


@dataclass(frozen=True)
class ListedRegards:
    """Sees the first of each pair of names for or against the second in every sentence that has both."""

    signs: Mapping[tuple[str, str], Sign] = field(default_factory=dict)
    name: str = "listed regards-1"
    spreads: bool = True

    def find_regards(self, seen: Sequence[Seen]) -> list[tuple[Regard, ...]]:
        """See `RegardFinder`."""
        return [tuple(made for sentence in one.sentences for made in self._felt(one, sentence)) for one in seen]

    def _felt(self, one: Seen, sentence: Extent) -> list[Regard]:
        start, end = sentence
        inside = [(n, _words(one, held)) for n, held in enumerate(one.mentions) if start <= held.start < end]
        pairs = [(a, b, self.signs.get((who, whom))) for a, who in inside for b, whom in inside]
        return [Regard(start=start, end=end, holder=a, target=b, sign=sign) for a, b, sign in pairs if sign and a != b]


@dataclass(frozen=True)
class ListedSenses:
    """Takes sentences with the same words of these for the same; each word turns the vector its own way."""

    words: Sequence[str] = ()
    name: str = "listed senses-1"
    spreads: bool = True

    def find_senses(self, seen: Sequence[Seen]) -> list[tuple[bytes, ...]]:
        """See `SenseFinder`."""
        return [tuple(self._meant(one.text[slice(*sentence)]) for sentence in one.sentences) for one in seen]

    def _meant(self, sentence: str) -> bytes:
        held = [word for word in self.words if occurrences(sentence, word)] or [sentence]
        turns = [blake2b(word.encode("utf8", "surrogatepass"), digest_size=WIDE).digest() for word in held]
        return bytes(sum((turn[n] % 64) - 32 for turn in turns) // len(turns) % 256 for n in range(WIDE))


def _places(text: str, words: Sequence[str]) -> list[Extent]:
    found = {place for sought in words for place in occurrences(text, sought)}
    return sorted(found, key=lambda place: (place[0], -place[1]))


def _words(one: Seen, mention: Mention) -> str:
    return one.text[mention.start : mention.end]
