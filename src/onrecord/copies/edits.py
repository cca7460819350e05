"""Word by word within aligned sentences: which words stayed, and which stretch replaced which."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from rapidfuzz.distance import Indel

from onrecord.copies.alignment import Alignment, Characters
from onrecord.copies.texts import Text
from onrecord.nouns import Extent
from onrecord.words import phrases

BRIDGE, SWAP = 1, 3
"""Edits are one edit over so many unchanged small words; and a pure loss and a pure gain over so many unchanged words
of any kind, since "the trade minister of X" and "X's trade minister" differ by a move."""

MOST = 2_000
"""Words of one passage that are compared: the table of two passages' words is quadratic."""


class Edit(NamedTuple):
    """Words `a` of the original (half-open, indices into its words) became words `b` of the copy. Either may be
    empty: then it is the place where the words would stand."""

    a: Extent
    b: Extent


class Passage(NamedTuple):
    """Sentences of the original and of the copy that belong together, as indices of their words, and how they differ.
    `stayed` pairs the indices of the words that are the same."""

    a: tuple[int, ...]
    b: tuple[int, ...]
    stayed: tuple[tuple[int, int], ...]
    edits: tuple[Edit, ...]


def passages(alignment: Alignment) -> list[Passage]:
    """The passages of two aligned texts, in the order of the copy."""
    return [passage(alignment.first, alignment.second, a, b) for a, b in _groups(alignment)]


def _groups(alignment: Alignment) -> list[tuple[list[int], list[int]]]:
    """Sentences connected by links of words: (of the first, of the second)."""
    of_b: dict[int, set[int]] = defaultdict(set)
    of_a: dict[int, set[int]] = defaultdict(set)
    for link in alignment.worded():
        of_b[link.b].add(link.a)
        of_a[link.a].add(link.b)
    groups, seen = [], set()
    for start in sorted(of_b):
        if start in seen:
            continue
        a, b, todo = set(), set(), [start]
        while todo:
            at = todo.pop()
            b.add(at)
            new = {y for x in of_b[at] for y in of_a[x]} - b
            a |= of_b[at]
            todo += sorted(new)
        seen |= b
        groups.append((sorted(a), sorted(b)))
    return groups


def passage(first: Text, second: Text, a: Sequence[int], b: Sequence[int]) -> Passage:
    """Sentences of the first text, by their indices, and of the second as one passage."""
    here = [at for s in a for at in range(*first.sentences[s])][:MOST]
    there = [at for s in b for at in range(*second.sentences[s])][:MOST]
    characters = Characters()
    source = characters.of([first.words[at].norm for at in here])
    target = characters.of([second.words[at].norm for at in there])
    stayed, raw = [], []
    for block in Indel.opcodes(source, target):
        i, j, k, m = block.src_start, block.src_end, block.dest_start, block.dest_end
        if block.tag == "equal":
            stayed += list(zip(here[i:j], there[k:m], strict=True))
        else:
            raw.append(((i, j), (k, m)))
    merged = _merged(raw, [first.words[at].norm for at in here])
    edits = tuple(Edit(_indices(here, x), _indices(there, y)) for x, y in merged)
    return Passage(tuple(here), tuple(there), tuple(stayed), edits)


def _merged(raw: Sequence[tuple[Extent, Extent]], norms: Sequence[str]) -> list[tuple[Extent, Extent]]:
    """Neighbouring edits as one, where what stayed between them is too little to stand by itself."""
    small = frozenset(phrases("copies", "articles"))
    out: list[tuple[Extent, Extent]] = []
    for a, b in _joined(raw):
        if out:
            (i, j), (k, m) = out[-1]
            between = norms[j : a[0]]
            swapped = (i == j or k == m) and (a[0] == a[1] or b[0] == b[1]) and (i == j) != (a[0] == a[1])
            if (len(between) <= BRIDGE and between[0] in small) or (swapped and len(between) <= SWAP):
                out[-1] = ((i, a[1]), (k, b[1]))
                continue
        out.append((a, b))
    return out


def _joined(raw: Sequence[tuple[Extent, Extent]]) -> list[tuple[Extent, Extent]]:
    """What was lost and what was gained in one place as one edit."""
    out: list[tuple[Extent, Extent]] = []
    for a, b in raw:
        if out and out[-1][0][1] == a[0] and out[-1][1][1] == b[0]:
            a, b = (out[-1][0][0], a[1]), (out[-1][1][0], b[1])
            out.pop()
        out.append((a, b))
    return out


def _indices(indices: Sequence[int], interval: Extent) -> Extent:
    """An interval of positions as an interval of word indices, cut where the sentences do not touch."""
    first, last = interval
    if first == last:
        at = indices[first] if first < len(indices) else indices[-1] + 1
        return at, at
    end = first + 1
    while end < last and indices[end] == indices[end - 1] + 1:
        end += 1
    return indices[first], indices[end - 1] + 1
