"""Sentence by sentence: which sentence of one text comes from which of the other."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import LCSseq
from rapidfuzz.process import cdist

from onrecord.copies.senses import retell, table
from onrecord.copies.texts import Text

Matrix = NDArray[np.float64]

LINK = 0.45
"""Dice overlap of two sentences' words, in order, from which one comes from the other. In hand-made records of copies
and of independent reports on one event, sentences over it make 54 to 98 % of a copy's words and at most 15 % of an
independent's."""
PIECE, PIECE_WORDS = 0.75, 5
"""A sentence cut off another: this share of its words, and at least so many words, stand in the other in order."""
GAP = 0.25
"""What two loose sentences between linked neighbours must share: "I've liked him" and "I liked it" share no more."""
NEAR = 0.04
"""What being next to the neighbour's source is worth, so that of two equal sentences the one in order is taken."""
ALPHABET = 0x10000
"""Words become characters from here on: past the surrogates, room for a million distinct words."""
MOST_SENTENCES = 600
"""Longer texts are compared by their first so many sentences: the table is quadratic."""


class Link(NamedTuple):
    """Sentence `a` of the first text and `b` of the second. `score` is over all words, `own` over words outside
    quotations; `alike` is how alike they are in sense, where words alone did not link them, else 0."""

    a: int
    b: int
    score: float
    own: float
    alike: float = 0.0


class Alignment(NamedTuple):
    """How two texts run together. `links` in order of `b`, then `a`; `retold`: sentence after sentence, of either, says
    what the other says, whatever the words."""

    first: Text
    second: Text
    links: tuple[Link, ...]
    retold: bool = False

    def worded(self) -> list[Link]:
        """The links that words alone made."""
        return [link for link in self.links if not link.alike]

    def meant(self) -> list[Link]:
        """The links that only sense made."""
        return [link for link in self.links if link.alike]

    def share_of_second(self, least: float = 0.0) -> float:
        """Share of the second text's own words that stand in linked sentences scoring at least `least`."""
        return _share(self.second, {link.b for link in self.links if link.own >= least})

    def share_of_first(self, least: float = 0.0) -> float:
        """Share of the first text's own words that stand in linked sentences scoring at least `least`."""
        return _share(self.first, {link.a for link in self.links if link.own >= least})


def align(first: Text, second: Text, encoding: Encoding | None = None) -> Alignment:
    """Links every sentence of `second` to the one of `first` it comes from, if any, and pieces cut off sentences of
    either. `encoding` is of all texts that are aligned with one another."""
    if not first.sentences or not second.sentences:
        return Alignment(first, second, ())
    one, other = ((encoding := encoding or Encoding()).of(text) for text in (first, second))
    every, own = _table(one.every, other.every), _table(one.own, other.own).score
    scores = every.score
    links = {(a, b) for b, a in enumerate(_in_order(scores)) if scores[b, a] >= LINK}
    links |= _cut_off(links, every.held_in_first)
    links |= {(a, b) for b, a in _cut_off({(b, a) for a, b in links}, every.held_in_second.T)}
    links |= _between(links, scores)
    meant = retell(_sizes(first), _sizes(second), table(first.senses, second.senses), links)
    made = [Link(a, b, float(scores[b, a]), float(own[b, a])) for a, b in links]
    made += [Link(a, b, float(scores[b, a]), float(own[b, a]), alike) for a, b, alike in meant.steps]
    return Alignment(first, second, tuple(sorted(made, key=lambda link: (link.b, link.a))), meant.whole)


class Characters(dict[str, str]):
    """Words as characters, so that sentences are strings: a word is given the next one when it is first asked for."""

    def __missing__(self, word: str) -> str:
        self[word] = made = chr(ALPHABET + len(self))
        return made

    def of(self, words: Iterable[str]) -> str:
        """Words in order as one string."""
        return "".join(map(self.__getitem__, words))


class Encoded(NamedTuple):
    """The first sentences of a text as strings, a character a word: all words, and those outside quotations."""

    every: list[str]
    own: list[str]


class Encoding:
    """Texts as strings of one alphabet, each encoded once; articles are told apart by their ids."""

    def __init__(self) -> None:
        self._characters = Characters()
        self._known: dict[str, Encoded] = {}

    def of(self, text: Text) -> Encoded:
        """One text's sentences."""
        if text.article.id not in self._known:
            sentences, of = text.sentences[:MOST_SENTENCES], self._characters.of
            self._known[text.article.id] = Encoded(
                [of(text.norms(one)) for one in sentences], [of(text.own(one)) for one in sentences]
            )
        return self._known[text.article.id]


class _Table(NamedTuple):
    """Every sentence of the second text (rows) against every one of the first (columns), by words shared in order."""

    score: Matrix
    held_in_first: Matrix
    held_in_second: Matrix


def _table(columns: Sequence[str], rows: Sequence[str]) -> _Table:
    shared = cdist(rows, columns, scorer=LCSseq.similarity, dtype=np.int32, workers=1).astype(np.float64)
    tall = np.array([max(1, len(row)) for row in rows], dtype=np.float64)[:, None]
    wide = np.array([max(1, len(column)) for column in columns], dtype=np.float64)[None, :]
    in_first = np.where(tall >= PIECE_WORDS, shared / tall, 0.0)
    in_second = np.where(wide >= PIECE_WORDS, shared / wide, 0.0)
    return _Table(2 * shared / (tall + wide), in_first, in_second)


def _in_order(scores: Matrix) -> list[int]:
    """For each row the best column; near equals fall to the one that follows the row before."""
    best: list[int] = []
    for row in scores:
        if best:
            row = row.copy()
            row[best[-1] : best[-1] + 2] += NEAR
        best.append(int(row.argmax()))
    return best


def _cut_off(links: set[tuple[int, int]], held: Matrix) -> set[tuple[int, int]]:
    """Further links: an unlinked row whose neighbour's source holds nearly all of its words."""
    linked = {b: a for a, b in sorted(links)}
    out = set()
    for b in range(held.shape[0]):
        if b in linked:
            continue
        for near in (b - 1, b + 1):
            if near in linked and held[b, linked[near]] >= PIECE:
                out.add((linked[near], b))
                break
    return out


def _between(links: set[tuple[int, int]], scores: Matrix) -> set[tuple[int, int]]:
    """Further links: the one loose sentence of either side between two links in a row, if they have anything in
    common."""
    a_of, b_of = {b: a for a, b in sorted(links)}, dict(sorted(links))
    out = set()
    for b in range(1, scores.shape[0] - 1):
        a = a_of.get(b - 1, -2) + 1
        follows = a_of.get(b + 1) == a + 1 or (b + 1 not in a_of and a + 1 not in b_of)
        if b not in a_of and 0 <= a < scores.shape[1] and a not in b_of and follows and scores[b, a] >= GAP:
            out.add((a, b))
    return out


def _sizes(text: Text) -> list[int]:
    return [last - first for first, last in text.sentences]


def _share(text: Text, sentences: set[int]) -> float:
    sizes = [len(text.own(sentence)) for sentence in text.sentences]
    return sum(sizes[at] for at in sentences) / max(1, sum(sizes))
