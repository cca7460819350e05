"""Lines of two texts set against one another, so that a copy can be read beside its original.

Only a matter of layout: which words changed is told by the record's Change rows.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

ALIKE = 0.3
"""Least share of the shorter line's words that the two must have in common: lines of unrelated sense share about 0.1
to 0.2."""

MOST = 160
"""Lines of a text beyond which the two are set side by side in plain order: alignment takes time with their product."""

_WORD = re.compile(r"\w+")

Pair = tuple[int | None, int | None]


def pairs(left: Sequence[str], right: Sequence[str]) -> list[Pair]:
    """Indexes of lines that answer one another, in reading order, each line once; None where a line has no
    counterpart. The first lines, as a rule headlines, answer one another if nothing else answers them."""
    if max(len(left), len(right)) > MOST:
        return list(zip_longest(range(len(left)), range(len(right))))
    best = _scores(left, right)
    out: list[Pair] = []
    i, j = 0, 0
    while i < len(left) and j < len(right):
        if best[i][j] == best[i + 1][j]:
            out.append((i, None))
            i += 1
        elif best[i][j] == best[i][j + 1]:
            out.append((None, j))
            j += 1
        else:
            out.append((i, j))
            i, j = i + 1, j + 1
    out += [(rest, None) for rest in range(i, len(left))]
    return out + [(None, rest) for rest in range(j, len(right))]


def _scores(left: Sequence[str], right: Sequence[str]) -> list[list[float]]:
    """`best[i][j]`: the most likeness that lines from i and from j on can have, crossing none (Needleman and Wunsch
    1970)."""
    a, b = [_words(line) for line in left], [_words(line) for line in right]
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in reversed(range(len(a))):
        for j in reversed(range(len(b))):
            like = max(_likeness(a[i], b[j]), ALIKE if i == j == 0 else 0.0)
            best[i][j] = max(best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + like)
    return best


def _likeness(a: frozenset[str], b: frozenset[str]) -> int:
    """Words in common, 0 where they are too few for the shorter line."""
    shared = len(a & b)
    return shared if shared and shared >= ALIKE * min(len(a), len(b)) else 0


def _words(line: str) -> frozenset[str]:
    return frozenset(_WORD.findall(line.casefold()))
