"""Chances a piece -> stretches of whole words. A word has the chances of its first piece: the rest cannot disagree."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from onrecord.models.network import Floats
from onrecord.models.pieces import Ints

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


def stretches(chances: Floats, bias: float = 0.0) -> Iterator[Stretch]:
    """The stretches of rows `(words, 1 + 2 kinds)` whose columns are none, and for each kind begins and goes on. A word
    is of the likeliest kind, where that is likelier than none; `bias` is added to the chance of any. A kind that goes
    on without having begun begins."""
    kinds = chances[:, 1::2] + chances[:, 2::2]
    best = kinds.argmax(-1)
    sure = kinds[np.arange(len(kinds)), best]
    told = np.where(sure + bias > chances[:, 0], best, -1)
    begins = chances[np.arange(len(kinds)), 2 * best + 1] > chances[np.arange(len(kinds)), 2 * best + 2]
    at = 0
    for at, end in _runs(told, begins):
        yield Stretch(at, end, int(told[at]), float(sure[at:end].mean()))


def _runs(told: Ints, begins: np.ndarray) -> Iterator[tuple[int, int]]:
    """The runs of one kind other than none (-1), cut where a word begins anew."""
    cuts = np.flatnonzero((np.diff(told, prepend=-2) != 0) | (begins & (told >= 0)))
    for at, end in itertools.pairwise([*cuts, len(told)]):
        if told[at] >= 0:
            yield int(at), int(end)


def whole(chances: Floats, kind: int) -> list[Stretch]:
    """The stretches of one kind in rows as for `stretches`, mended: what hardly parts two is joined to them, what
    hardly is one is left out, but for the best."""
    gains, chance = _gains(chances, kind)
    runs = [(at, end) for at, end in _runs(np.where(gains > 0, 0, -1), np.zeros(len(gains), dtype=bool))]
    joined: list[tuple[int, int]] = []
    for at, end in runs:
        if joined and -gains[joined[-1][1] : at].sum() < SWITCH:
            joined[-1] = joined[-1][0], end
        else:
            joined.append((at, end))
    weights = [float(gains[at:end].sum()) for at, end in joined]
    return [
        Stretch(at, end, kind, float(chance[at:end].mean()))
        for (at, end), weight in zip(joined, weights, strict=True)
        if weight >= min(SWITCH / 2, max(weights))
    ]


def best(chances: Floats, kind: int) -> Stretch | None:
    """The stretch of one kind that most speaks for, None where there is none."""
    gains, _ = _gains(chances, kind)
    found = whole(chances, kind)
    return max(found, key=lambda one: (gains[one.first : one.last].sum(), -one.first)) if found else None


def _gains(chances: Floats, kind: int) -> tuple[Floats, Floats]:
    """How much likelier, in nats, each word is of this kind than of the likeliest other; and the chance of it."""
    kinds = np.concatenate([chances[:, :1], chances[:, 1::2] + chances[:, 2::2]], axis=1)
    logs = np.log(np.maximum(kinds, FAINT))
    others = np.delete(logs, kind + 1, axis=1).max(-1)
    return np.asarray(logs[:, kind + 1] - others), np.asarray(kinds[:, kind + 1])
