"""Sentences that say the same in other words.

A reader may give each sentence a vector of signed bytes (`Reading.senses`); how alike two are is their cosine. A text
that retells another keeps its order: what the one says sentence by sentence the other says in step. Independent reports
of one event say some of the same things too, but not in step. So links are looked for as one chain that goes back in
neither text.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import accumulate
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float64]

ALIKE = 0.33
"""Cosine from which two sentences may say the same."""
WHOLE, EITHER, BEST, LINKS = 0.75, 0.7, 0.8, 6
"""A whole is retold where, of sentences linked one to one, so much of the words of one text and of either stands in the
chain, so many of the links are the best that one of their sentences could have, and there are so many. Of six invented
articles and their paraphrases (bench/copies/paraphrased, the half that was looked at) the least share of either is
0.84, of independent reports of the same events the largest 0.52; of 207 pairs of ECB+ articles of one story that share
few words 95 in 100 stay under 0.6, 99 under 0.68."""
MAY = 0.6
"""Share of the sentences of either that must have one like them in the other for the whole to be retold."""
STEP = 2
"""Sentences from one link to the next, at most, for a link by sense between two by words."""
MOST = 200
"""Sentences of a text that are compared by sense: the table is quadratic."""


class Step(NamedTuple):
    """Sentence `a` of the first text and `b` of the second, and how alike they are in sense (-1 to 1)."""

    a: int
    b: int
    alike: float


class Retelling(NamedTuple):
    """The links by sense that are to be believed beside those by words, and whether the one text retells the whole of
    the other."""

    steps: tuple[Step, ...]
    whole: bool


def vectors(senses: Sequence[bytes]) -> Matrix:
    """The vectors, `(sentences, width)`: whole numbers, whose sums of products are exact in any order."""
    width = len(senses[0]) if senses else 0
    return np.frombuffer(b"".join(senses), dtype=np.int8).reshape(-1, width).astype(np.float64)


def table(first: Sequence[bytes], second: Sequence[bytes]) -> Matrix:
    """How alike every sentence of the second text (rows) is to every one of the first (columns), past MOST sentences
    not at all; no rows where the vectors are not of one length or there are none."""
    if not first or not second or len(first[0]) != len(second[0]):
        return np.zeros((0, 0))
    x, y = vectors(second[:MOST]), vectors(first[:MOST])
    sizes = np.sqrt((x * x).sum(1))[:, None] * np.sqrt((y * y).sum(1))[None, :]
    found: Matrix = np.divide(x @ y.T, sizes, out=np.zeros((len(x), len(y))), where=sizes > 0)
    return found


def retell(
    first: Sequence[int], second: Sequence[int], alike: Matrix, known: Collection[tuple[int, int]] = ()
) -> Retelling:
    """What a table says of two texts whose sentences have so many words, when `known` sentences (of the first, of the
    second) are linked by words already."""
    if not alike.size:
        return Retelling((), False)
    anchored = _anchored(alike, known)
    whole = _is_whole(first, second, anchored, known)
    run = chain(anchored, ALIKE)
    taken = run if whole else _beside(run, known)
    return Retelling(tuple(step for step in taken if (step.a, step.b) not in known), whole)


def _is_whole(first: Sequence[int], second: Sequence[int], alike: Matrix, known: Collection[tuple[int, int]]) -> bool:
    run = chain(alike, ALIKE, once=True)
    taken = {step.a for step in run}, {step.b for step in run}
    shares = [
        sum(sizes[at] for at in held) / max(1, sum(sizes)) for sizes, held in zip((first, second), taken, strict=True)
    ]
    if len(run) < LINKS or min(shares) < EITHER or max(shares) < WHOLE:
        return False
    of_a, of_b = alike.argmax(0), alike.argmax(1)
    best = sum((step.a, step.b) in known or of_a[step.a] == step.b or of_b[step.b] == step.a for step in run)
    return bool(best >= BEST * len(run))


def may_retell(first: Sequence[bytes], second: Sequence[bytes]) -> bool:
    """Whether one text may retell the other, told from the vectors of their sentences alone."""
    alike = table(first, second)
    if not alike.size or min(alike.shape) < LINKS:
        return False
    held = alike >= ALIKE
    if min(held.any(0).mean(), held.any(1).mean()) < MAY:
        return False
    return len(chain(alike, ALIKE)) >= LINKS


def _anchored(alike: Matrix, known: Collection[tuple[int, int]]) -> Matrix:
    """The table with the known links as sure, and nothing else for their sentences."""
    found = alike.copy()
    here = [(a, b) for a, b in sorted(known) if a < alike.shape[1] and b < alike.shape[0]]
    for a, b in here:
        found[b, :] = found[:, a] = -1.0
    for a, b in here:
        found[b, a] = 1.0
    return found


def _beside(run: Sequence[Step], known: Collection[tuple[int, int]]) -> list[Step]:
    """The links of a chain that stand between two known ones, a step or two from each."""
    return [
        step for before, step, after in zip(run, run[1:], run[2:], strict=False)
        if all(
            (other.a, other.b) in known and max(abs(step.a - other.a), abs(step.b - other.b)) <= STEP
            for other in (before, after)
        )
    ]  # fmt: skip


class _Run(NamedTuple):
    """A chain by its last link: its weight, that link, and the chain before it."""

    weight: float = 0.0
    last: Step | None = None
    before: _Run | None = None


def chain(alike: Matrix, least: float, once: bool = False) -> list[Step]:
    """The heaviest run of links that goes back in neither text, by how far each is over `least`; unless each sentence
    counts `once`, one may be told in several that follow one another."""
    best = [_Run()] * (alike.shape[1] + 1)
    above: dict[int, _Run] = {}
    for b, row in enumerate(alike.tolist()):
        here: dict[int, _Run] = {}
        for a, value in enumerate(row):
            if value >= least:
                several = () if once else (above.get(a, _NONE), here.get(a - 1, _NONE))
                before = max((best[a], *several), key=_weight)
                here[a] = _Run(before.weight + value - least, Step(a, b, value), before)
        best = list(
            accumulate((max((run, here.get(a - 1, _NONE)), key=_weight) for a, run in enumerate(best)), _heavier)
        )
        above = here
    return _steps(best[-1])


def _steps(run: _Run | None) -> list[Step]:
    out = []
    while run and run.last:
        out.append(run.last)
        run = run.before
    return out[::-1]


def _weight(run: _Run) -> float:
    return run.weight


def _heavier(one: _Run, other: _Run) -> _Run:
    return other if other.weight > one.weight else one


_NONE = _Run()
