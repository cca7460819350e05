"""A forest of oblivious trees in whole numbers: the same scores on every processor and in any batch."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Small = NDArray[np.int32]
Places = NDArray[np.intp]

BATCH = 1024
"""Rows scored at a time, so that memory stays bounded."""


class Forest(msgspec.Struct, frozen=True):
    """Trees of one depth, as they are in a file: at each level of a tree a feature and the threshold it must exceed;
    for each leaf (bits of the levels, the first the lowest) a score for each answer, in thousandths."""

    features: list[list[int]]
    thresholds: list[list[int]]
    leaves: list[list[list[int]]]


class _Grown(NamedTuple):
    """A forest level by level: features, thresholds (levels x trees), the leaves of all trees in one row, and where
    each tree's begin."""

    features: Places
    thresholds: Small
    leaves: Small
    first: Places


@cache
def _read(name: str) -> _Grown:
    forest = msgspec.json.decode((files("onrecord.articles") / name).read_bytes(), type=Forest)
    leaves = np.array(forest.leaves, np.int32)
    first = np.arange(len(leaves), dtype=np.intp) * leaves.shape[1]
    features, thresholds = np.array(forest.features, np.intp).T, np.array(forest.thresholds, np.int32).T
    return _Grown(features, thresholds, leaves.reshape(-1, leaves.shape[2]), first)


def scores(name: str, rows: Ints) -> Ints:
    """For each row of features the score of each answer, by the forest in the file `name`."""
    forest = _read(name)
    parts = [_batch(forest, rows[start : start + BATCH]) for start in range(0, len(rows), BATCH)]
    return np.concatenate([np.zeros((0, forest.leaves.shape[1]), np.int64), *parts])


def _batch(forest: _Grown, rows: Ints) -> Ints:
    columns = np.ascontiguousarray(rows.T, dtype=np.int32)
    leaf = np.repeat(forest.first[:, None], len(rows), axis=1)
    for level, (features, thresholds) in enumerate(zip(forest.features, forest.thresholds, strict=True)):
        leaf += (columns.take(features, axis=0) > thresholds[:, None]).astype(np.intp) << level
    found: Ints = forest.leaves.take(leaf, axis=0).sum(axis=0, dtype=np.int64)
    return found
