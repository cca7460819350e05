"""Chances a piece -> stretches of whole words. A word has the chances of its first piece: the rest cannot disagree."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from onrecord.models.network import Floats

SWITCH = 3.0
"""Nats that the words between two stretches of one kind must speak for being none of it, else they are part of it; half
as much must a stretch speak for itself where there is a better one. Chosen on half of PolNeAR's dev part."""
FAINT = 1e-4
"""Chance below which nothing is less likely."""


class Stretch(NamedTuple):
    """Words `first..last` of one kind, and the mean chance of that kind in them."""

    first: int
    last: int
    kind: int
    chance: float


class Leanings(NamedTuple):
    """For some rows of words and one kind: how much likelier, in nats, each word is of it than of the likeliest other
    (none is one), and the chance that it is; each `(rows, words)`."""

    gains: Floats
    chances: Floats


def stretches(chances: Floats, bias: float = 0.0) -> Iterator[Stretch]:
    """The stretches of rows `(words, 1 + 2 kinds)` whose columns are none, and for each kind begins and goes on. A word
    is of the likeliest kind, where that is likelier than none; `bias` is added to the chance of any. A kind that goes
    on without having begun begins."""
    kinds = chances[:, 1::2] + chances[:, 2::2]
    of = np.flatnonzero(kinds.max(-1, initial=-1) + bias > chances[:, 0])
    if not len(of):
        return
    best = kinds[of].argmax(-1)
    begins = chances[of, 2 * best + 1] > chances[of, 2 * best + 2]
    parted = np.flatnonzero(begins[1:] | (np.diff(of) > 1) | (np.diff(best) != 0)) + 1
    for at, end in itertools.pairwise([0, *parted.tolist(), len(of)]):
        kind = int(best[at])
        yield Stretch(int(of[at]), int(of[end - 1]) + 1, kind, float(kinds[of[at:end], kind].mean()))


def leanings(chances: Floats, kind: int) -> Leanings:
    """How `(rows, words, 1 + 2 kinds)` lean to one kind."""
    kinds = np.concatenate([chances[..., :1], chances[..., 1::2] + chances[..., 2::2]], axis=-1)
    logs = np.log(np.maximum(kinds, FAINT))
    others = np.delete(logs, kind + 1, axis=-1).max(-1)
    return Leanings(np.asarray(logs[..., kind + 1] - others), np.ascontiguousarray(kinds[..., kind + 1]))


def whole(leaning: Leanings, row: int, kind: int) -> list[Stretch]:
    """The stretches of one kind in a row, mended: what hardly parts two is joined to them, what hardly is one is left
    out, but for the best."""
    weighed = _weighed(leaning, row, kind)
    least = min(SWITCH / 2, max((weight for weight, _ in weighed), default=0))
    return [one for weight, one in weighed if weight >= least]


def best(leaning: Leanings, row: int, kind: int) -> Stretch | None:
    """The stretch of one kind that most speaks for in a row, None where there is none."""
    weighed = _weighed(leaning, row, kind)
    return max(weighed, key=lambda found: (found[0], -found[1].first))[1] if weighed else None


def _weighed(leaning: Leanings, row: int, kind: int) -> list[tuple[float, Stretch]]:
    """The stretches of a row, those that hardly anything parts joined, each with what speaks for it."""
    gains, chances = leaning.gains[row], leaning.chances[row]
    sums = np.concatenate(([0.0], gains.cumsum(dtype=np.float64))).tolist()
    edges = np.flatnonzero(np.diff(gains > 0, prepend=False, append=False)).tolist()
    joined: list[tuple[int, int]] = []
    for at, end in zip(edges[::2], edges[1::2], strict=True):
        if joined and sums[joined[-1][1]] - sums[at] < SWITCH:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((at, end))
    return [(sums[end] - sums[at], Stretch(at, end, kind, float(chances[at:end].mean()))) for at, end in joined]
