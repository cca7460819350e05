"""What an article has said so far: who is who, in which sentence, in whose gender, with which offices."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from onrecord.language.name_forms import Gender, noun_of
from onrecord.nouns import ActorType, Extent, Mention, Quote
from onrecord.readings import nominals as phrases
from onrecord.readings.coref_names import Entity
from onrecord.words import table

_PRIME = re.compile(r"[Pp]rime [Mm]inister")
WINDOW = 60
"""Mentions looked back over at most, so that hostile text costs no more than its length."""

HOLDERS = 60
"""People called by one noun that are remembered at most; "the president" of more means nobody."""

TITLED = 48
"""Characters before a name in which the office is looked for that it is called by."""

_LETTERS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


class Discourse:
    """The state of one article's resolution. `chain` maps a mention's index to the index of its chain's most telling
    mention; a chain is known by that index everywhere here."""

    def __init__(
        self, text: str, sentences: Sequence[Extent], quotes: Sequence[Quote], mentions: Sequence[Mention]
    ) -> None:
        self.text = text
        self.mentions = mentions
        self.starts = [start for start, _ in sentences]
        self.chain: dict[int, int] = {}
        self.genders: dict[int, Gender | None] = {}
        self.kinds: dict[int, ActorType] = {}
        self.roles: dict[str, list[int]] = defaultdict(list)
        self.phrases: dict[int, set[str]] = defaultdict(set)
        self.bodies: dict[int, int] = {}
        self.firms: dict[int, None] = {}  # chains that people of a firm's trade stand for, in order
        self.kin: dict[tuple[int, str], set[int]] = {}
        self.counts: Counter[int] = Counter()
        self.most = 0  # mentions of whoever of the named people has the most so far
        self.named: dict[int, Entity] = {}
        self.members: dict[int, list[int]] = defaultdict(list)
        self.by_noun: dict[str, list[int]] = defaultdict(list)
        self.sentence = [bisect_right(self.starts, mention.start) - 1 for mention in mentions]
        self.quoted = _inside(quotes, mentions)
        self.quotes = quotes
        counted = _outside(quotes, self.starts)
        self.told = [counted[at] if at >= 0 else 0 for at in self.sentence]
        self.heads = [self._head(mention) if mention.form == "nominal" else "" for mention in mentions]
        self.with_head: dict[str, list[int]] = defaultdict(list)
        for index, head in enumerate(self.heads):
            self.with_head[head].append(index)

    @classmethod
    def of(
        cls, text: str, sentences: Sequence[Extent], quotes: Sequence[Quote], mentions: Sequence[Mention],
        entities: Sequence[Entity],
    ) -> Discourse:  # fmt: skip
        """The state before anything but the names is resolved."""
        state = cls(text, sentences, quotes, mentions)
        for entity in entities:
            state.named[entity.best] = entity
            if (noun := noun_of(entity.key)) is not None:
                state.by_noun[noun].append(entity.best)
            state.kinds[entity.best] = entity.kind
            state.genders[entity.best] = entity.gender
            state.chain.update(dict.fromkeys(entity.members, entity.best))
            state.members[entity.best].extend(entity.members)
            state.counts[entity.best] += len(entity.members)
            state.most = max(state.most, len(entity.members) if entity.kind == "person" else 0)
            for member in entity.members:
                state.learn_titles(member, entity.best)
        return state

    def quoted_at(self, place: int) -> bool:
        """Whether a place of the text stands inside a quotation, its opening mark included."""
        at = bisect_right(self.quotes, place, key=lambda quote: quote.start)
        return any(quote.start <= place < quote.end for quote in self.quotes[max(0, at - 2) : at])

    def words(self, index: int) -> str:
        """The words of a mention."""
        return self.text[self.mentions[index].start : self.mentions[index].end]

    def before(self, index: int) -> list[int]:
        """The nominals of the same noun before a nominal, the nearest first, at most `WINDOW`."""
        same = self.with_head[self.heads[index]] if self.heads[index] else []
        end = bisect_left(same, index)
        return same[max(0, end - WINDOW) : end][::-1]

    def window(self, index: int, sentences: int) -> range:
        """The mentions before one, the nearest first: those of so many sentences back, at most `WINDOW`."""
        last = max(-1, index - 1 - WINDOW)
        while last + 1 < index and self.sentence[index] - self.sentence[last + 1] > sentences:
            last += 1
        return range(index - 1, last, -1)

    def near(self, index: int, sentences: int) -> range:
        """The same, of so many sentences back where sentences inside a quotation count for nothing."""
        last = max(-1, index - 1 - WINDOW)
        while last + 1 < index and self.told[index] - self.told[last + 1] > sentences:
            last += 1
        return range(index - 1, last, -1)

    def kind(self, chain: int) -> ActorType:
        """The type of a chain."""
        return self.kinds.get(chain, self.mentions[chain].type)

    def join(self, index: int, chain: int) -> None:
        """Puts a mention into a chain; what its noun tells of gender and office, the chain now has too."""
        self.chain[index] = chain
        self.members[chain].append(index)
        self.counts[chain] += 1
        if chain in self.named and self.kind(chain) == "person":
            self.most = max(self.most, self.counts[chain])
        head = phrases.HEADS.get(self.heads[index])
        if self.heads[index] in phrases.FIRMS:
            self.firms[chain] = None
        if head:
            self.phrases[chain].update(self.words(index).lower().split())
        if head and self.kind(chain) == "person":
            self._learn_body(index, chain)
            self.learn_role(self.heads[index], chain)
            if head.gender and not self.genders.get(chain):
                self.genders[chain] = head.gender

    def move(self, old: int, new: int) -> None:
        """Puts all mentions of one chain into another."""
        for index in self.members.pop(old, []):
            self.join(index, new)
        for holders in self.roles.values():
            if old in holders:
                holders.remove(old)

    def learn_role(self, head: str, chain: int) -> None:
        """Notes that a chain has been called by a noun ("minister")."""
        if head and len(self.roles[head]) <= HOLDERS and chain not in self.roles[head]:
            self.roles[head].append(chain)

    def learn_titles(self, index: int, chain: int) -> None:
        """Notes the offices inside and right before a name: "Trade Minister Anna Low", "ministry spokesman Jo Low"."""
        if self.kind(chain) != "person":
            return
        mention = self.mentions[index]
        before = self.text[max(0, mention.start - TITLED) : mention.start]
        near = _LETTERS.findall(before)[-1:] if before[-1:] == " " and before[-2:-1].isalpha() else []
        for word in [*near, *_LETTERS.findall(self.text[mention.start : min(mention.end, mention.start + 80)])]:
            full = _FULL.get(word.lower(), word.lower())
            if full == "minister" and _PRIME.search(self.text, mention.start, mention.end):
                full = "premier"
            head = phrases.HEADS.get(full)
            if head and head.kind == "person" and (word in near or mention.end > mention.start + len(word)):
                self.learn_role(full, chain)
                self.phrases[chain].update(_LETTERS.findall(before.lower())[-3:] if word in near else [])
                self.phrases[chain].update(self.words(index).lower().split()[:8])
                if head.gender and not self.genders.get(chain):
                    self.genders[chain] = head.gender

    def _learn_body(self, index: int, chain: int) -> None:
        """Notes the body inside an apposition: "the founder of the shipping company Low & Co"."""
        for near in range(index + 1, min(index + 4, len(self.mentions))):
            inner = self.chain.get(near)
            if self.mentions[near].end > self.mentions[index].end:
                break
            if inner in self.named and self.kind(inner) in ("organisation", "outlet"):
                self.bodies.setdefault(chain, inner)

    def gender(self, chain: int) -> Gender | None:
        """The gender of a chain, where anything told it."""
        return self.genders.get(chain)

    def _head(self, mention: Mention) -> str:
        """The noun of a nominal: the last of its nouns before any preposition or clause."""
        head = ""
        for match in _LETTERS.finditer(self.text, mention.start, mention.end):
            word = match[0].lower()
            if word in _ENDS and head:
                break
            if word in phrases.HEADS and not (word == "general" and head in _GENERALS):
                head = word
        return head


_ENDS = frozenset(table("nominals")["after"]["of_words"])
_GENERALS = frozenset({"inspector", "attorney", "secretary", "solicitor", "director", "governor", "consul"})
_FULL = table("name_titles")["full"]


def _outside(quotes: Sequence[Quote], starts: Sequence[int]) -> list[int]:
    """For each sentence how many up to it begin outside a quotation. Both come sorted."""
    counts: list[int] = []
    at = reach = 0
    for start in starts:
        while at < len(quotes) and quotes[at].start < start:
            reach = max(reach, quotes[at].end)
            at += 1
        counts.append((counts[-1] if counts else 0) + (start >= reach))
    return counts


def _inside(quotes: Sequence[Quote], mentions: Sequence[Mention]) -> list[bool]:
    """For each mention whether it stands inside a quotation. Both come sorted by their starts."""
    flags, at, reach = [], 0, 0
    for mention in mentions:
        while at < len(quotes) and quotes[at].start <= mention.start:
            reach = max(reach, quotes[at].end)
            at += 1
        flags.append(mention.start < reach)
    return flags
