"""Examples -> windows -> batches, with the writing disturbed as pages disturb it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from examples import IGNORED, Example, Judged
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor

WINDOW = 254
"""Pieces of a window beside its first and last sign."""
FIRST, LAST, HOLE = 101, 102, 103
HOLES = 0.04
"""Share of pieces hidden, against learning words by heart."""
NESTED, UNSURE = 0.5, 0.3
"""Weight of what the rules found in contents, and of their silence there; of a tagger's names."""
GAPS, SHAPES = 3, 7
ARRAYS = ("ids", "marks", "names", "times", "cues", "inside", "parts", "acts")

Arrays = dict[str, NDArray[np.int64]]


class Cut(NamedTuple):
    """A window: its arrays, and for each cue in it the pieces of the cue, those of its parts with labels, and whether
    the annotation is gold."""

    arrays: Arrays
    links: list[tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], bool]]
    sure: bool


class Vocabulary(NamedTuple):
    """Pieces that disturbing goes by."""

    double: NDArray[np.int64]
    single: int
    said: int
    spoken: NDArray[np.int64]

    @classmethod
    def read(cls, path: Path) -> Vocabulary:
        """From `vocab.txt`."""
        at = {word: n for n, word in enumerate(path.read_text(encoding="utf8").split("\n"))}
        spoken = ("stated", "noted", "added", "remarked", "explained", "declared", "commented", "insisted", "claimed")
        return cls(np.array([at[mark] for mark in '“”"']), at["'"], at["said"], np.array([at[w] for w in spoken]))


def windows(one: Example, chance: Generator | None) -> Iterator[tuple[int, int]]:
    """Whole sentences, as many as a window holds; the first window is of a random size, so that cuts move."""
    at, size = 0, len(one.ids)
    limit = int(chance.integers(WINDOW // 3, WINDOW + 1)) if chance else WINDOW
    while at < size:
        stops = one.stops[(one.stops > at) & (one.stops <= at + limit)]
        end = size if at + limit >= size else int(stops[-1]) if len(stops) else at + limit
        yield at, end
        at, limit = end, WINDOW


def cut(one: Example, start: int, end: int) -> Cut:
    """The window `start..end` of an example; a cue outside it is left out, parts outside it are cut off."""
    arrays = {name: getattr(one, name)[start:end].astype(np.int64) for name in ARRAYS}
    links = []
    for link in one.links:
        cue = link.cue[(link.cue >= start) & (link.cue < end)] - start
        keep = (link.at >= start) & (link.at < end)
        if len(cue) and keep.any():
            links.append((cue, link.at[keep] - start, link.labels[keep], link.gold))
    return Cut(arrays, links, one.sure)


def disturbed(window: Cut, chance: Generator, known: Vocabulary) -> Cut:
    """The window as a bad page would have it: marks lost or single, lines run together, small letters, another verb."""
    arrays = {name: array.copy() for name, array in window.arrays.items()}
    ids, marks = arrays["ids"], arrays["marks"]
    lost, single, flat, small, spun = chance.random(5) < (0.12, 0.1, 0.12, 0.06, 0.2)
    if flat:
        marks -= np.where(marks // 2 % GAPS == 2, 2, 0)
    if small:
        marks -= (
            np.where((marks // (2 * GAPS) >= 2) & (marks // (2 * GAPS) != 5), marks // (2 * GAPS) - 1, 0) * 2 * GAPS
        )
    if spun:
        verbs = (ids == known.said) & (chance.random(len(ids)) < 0.7)
        ids[verbs] = chance.choice(known.spoken, int(verbs.sum()))
    quotes = np.isin(ids, known.double)
    if single:
        ids[quotes] = known.single
    ids[chance.random(len(ids)) < HOLES] = HOLE
    if not lost or not quotes.any():
        return Cut(arrays, window.links, window.sure)
    marks -= marks % 2
    kept = ~quotes
    moved = np.cumsum(kept) - 1
    links = [
        (moved[cue[kept[cue]]], moved[at[kept[at]]], labels[kept[at]], gold) for cue, at, labels, gold in window.links
    ]
    arrays = {name: array[kept] for name, array in arrays.items()}
    return Cut(arrays, [link for link in links if len(link[0]) and len(link[1])], window.sure)


class Batch(NamedTuple):
    """Windows of one length. `labels` by head, each `(windows, pieces)`; `links`: window, pieces of the cue `(n, k)`
    filled with its first, labels `(n, pieces)`, weight."""

    ids: Tensor
    marks: Tensor
    mask: Tensor
    labels: dict[str, Tensor]
    inside: Tensor
    sure: float
    link_window: Tensor
    link_cue: Tensor
    link_labels: Tensor
    link_weight: Tensor
    pairs: Tensor
    """`(n, 5)`: first and last piece of p, of q, label; empty but for sentiment."""


def batch(cuts: Sequence[Cut], pairs: Sequence[tuple[int, int, int, int, int]] = ()) -> Batch:
    """Windows as one batch, filled up to the longest."""
    size = max(len(one.arrays["ids"]) for one in cuts) + 2

    def filled(name: str, fill: int) -> NDArray[np.int64]:
        out = np.full((len(cuts), size), fill, dtype=np.int64)
        for row, one in enumerate(cuts):
            out[row, 1 : len(one.arrays[name]) + 1] = one.arrays[name]
        return out

    ids, marks = filled("ids", 0), filled("marks", 0)
    mask = np.full((len(cuts), 1, 1, size), -1e4, dtype=np.float32)
    for row, one in enumerate(cuts):
        ids[row, 0], ids[row, len(one.arrays["ids"]) + 1] = FIRST, LAST
        mask[row, 0, 0, : len(one.arrays["ids"]) + 2] = 0
    links = [(row, *link) for row, one in enumerate(cuts) for link in one.links]
    longest = max((len(link[1]) for link in links), default=1)
    cues = np.array([np.resize(link[1], longest) + 1 for link in links] or np.zeros((0, 1)), dtype=np.int64)
    told = np.full((len(links), size), IGNORED, dtype=np.int64)
    for n, (row, _, at, labels, _) in enumerate(links):
        told[n, 1 : len(cuts[row].arrays["ids"]) + 1] = 0
        told[n, at + 1] = labels
    return Batch(
        torch.from_numpy(ids), torch.from_numpy(marks), torch.from_numpy(mask),
        {name: torch.from_numpy(filled(name, IGNORED)) for name in ("names", "times", "cues", "parts", "acts")},
        torch.from_numpy(filled("inside", 0)), 1.0 if all(one.sure for one in cuts) else UNSURE,
        torch.tensor([link[0] for link in links], dtype=torch.long), torch.from_numpy(cues), torch.from_numpy(told),
        torch.tensor([1.0 if link[4] else NESTED for link in links]),
        torch.tensor(np.array(pairs or np.zeros((0, 5))), dtype=torch.long),
    )  # fmt: skip


def judged(items: Sequence[Judged]) -> Batch:
    """Sentences of sentiment as one batch."""
    cuts, pairs = [], []
    for one in items:
        nothing = np.full(len(one.ids), IGNORED, dtype=np.int64)
        arrays = dict.fromkeys(ARRAYS, nothing) | {"ids": one.ids, "marks": one.marks}
        cuts.append(Cut(arrays, [], True))
        pairs.append(
            (one.p[0] + 1, max(one.p[1], one.p[0] + 1) + 1, one.q[0] + 1, max(one.q[1], one.q[0] + 1) + 1, one.label)
        )
    return batch(cuts, pairs)


def epoch(examples: Sequence[Example], chance: Generator, known: Vocabulary, pieces: int) -> Iterator[Batch]:
    """All windows of the examples once, disturbed, in batches of about `pieces` pieces, in random order."""
    cuts = [disturbed(cut(one, *place), chance, known) for one in examples for place in windows(one, chance)]
    cuts = [one for one in cuts if len(one.arrays["ids"])]
    for group in _groups([len(one.arrays["ids"]) + 2 for one in cuts], chance, pieces):
        yield batch([cuts[n] for n in group])


def feelings(items: Sequence[Judged], chance: Generator, pieces: int) -> Iterator[Batch]:
    """All sentences of sentiment once."""
    short = [one for one in items if len(one.ids) <= WINDOW]
    for group in _groups([len(one.ids) + 2 for one in short], chance, pieces):
        yield judged([short[n] for n in group])


def _groups(sizes: Sequence[int], chance: Generator, pieces: int) -> list[list[int]]:
    """Numbers of items in groups of like size that hold about `pieces` pieces, in random order."""
    order = sorted(range(len(sizes)), key=lambda n: sizes[n] + chance.random() * 24)
    groups: list[list[int]] = [[]]
    for n in order:
        if groups[-1] and sizes[n] * (len(groups[-1]) + 1) > pieces:
            groups.append([])
        groups[-1].append(n)
    return [groups[n] for n in chance.permutation(len(groups))]
