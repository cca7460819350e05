"""What a forest of small decision trees makes of rows of whole numbers.

Every comparison and every sum is one of whole numbers, so that a row gives the same answer on every processor and in
whatever company it is asked about. `training/layout.py` learns the forest and writes its file.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import msgspec
import numpy as np
from numpy.typing import NDArray

UNIT = 1000
"""What a log-odds of one is in the leaves."""


class Forest(msgspec.Struct, frozen=True):
    """Complete binary trees of one depth. Row t of `columns` and `bounds` holds tree t's questions, the root first and
    the children of question n at 2n+1 and 2n+2: a value up to the bound goes left. Row t of `leaves` holds its answers
    from left to right, in thousandths of log-odds. `names` are the columns asked about."""

    names: list[str]
    columns: list[list[int]]
    bounds: list[list[int]]
    leaves: list[list[int]]


class Grown:
    """A forest, ready to be asked: the questions of all trees in one row, tree after tree, and so the answers."""

    def __init__(self, forest: Forest) -> None:
        trees, questions = np.shape(forest.columns)
        self._depth = (questions + 1).bit_length() - 1
        self._columns = np.array(forest.columns, dtype=np.intp).ravel()
        self._bounds = np.array(forest.bounds, dtype=np.int32).ravel()
        self._leaves = np.array(forest.leaves, dtype=np.int32).ravel()
        self._roots = np.arange(trees) * questions
        self._below = 1 - self._roots
        self._answers = np.arange(trees) - questions

    def ask(self, rows: NDArray[np.int32]) -> NDArray[np.int64]:
        """The log-odds of each row, in thousandths."""
        values, starts = rows.ravel(), np.arange(len(rows))[:, None] * rows.shape[1]
        at = np.repeat(self._roots[None], len(rows), axis=0)
        for _ in range(self._depth):
            right = values.take(self._columns.take(at) + starts) > self._bounds.take(at)
            at *= 2
            at += self._below
            at += right
        answers: NDArray[np.int64] = self._leaves.take(at + self._answers).sum(axis=1, dtype=np.int64)
        return answers


def read_forest(data: bytes, names: tuple[str, ...]) -> Grown:
    """The forest of a file. Raises ValueError where it was learnt from other columns than `names`."""
    forest = msgspec.json.decode(data, type=Forest)
    if tuple(forest.names) != names:
        raise ValueError("the forest was learnt from other columns: run training/layout.py again")
    return Grown(forest)


@cache
def shipped(file: str, names: tuple[str, ...]) -> Grown:
    """The forest of a file that lies beside this module."""
    return read_forest((files(__package__) / file).read_bytes(), names)
