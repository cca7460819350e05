"""The network's files, run one window at a time by onnxruntime: pieces in, scores out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.models.pieces import Ints

Floats = NDArray[np.float32]

FIRST, LAST = 101, 102
"""The vocabulary's signs for the beginning and the end of a window."""
REACH, NEAR, GROWTH = 32, 16, 4
"""Distances are told apart one by one up to NEAR, then GROWTH to a doubling, up to REACH steps either way."""


class Scores(NamedTuple):
    """What the network gives for a window, rows by piece: chances by head, what pairs and feelings are scored from
    (`parts` as scores), and what its early layers see (`early`), of which senses are made."""

    names: Floats
    times: Floats
    cues: Floats
    acts: Floats
    parts: Floats
    here: Floats
    there: Floats
    hidden: Floats
    early: Floats


class Network:
    """The sessions of one process. Each runs on one thread and gets one window at a time: int8 takes its scale from all
    it is given at once, and sums of floats depend on who adds them."""

    def __init__(self, folder: Path) -> None:
        self._windows = session(folder / "windows.onnx")
        self._pairs = session(folder / "pairs.onnx")
        self._feelings = session(folder / "feelings.onnx")

    def read(self, ids: Ints, marks: Ints) -> Scores:
        """The scores of one window without those of its first and last sign (`hidden` keeps the first as row 0)."""
        given = {
            "ids": np.concatenate(([FIRST], ids, [LAST]))[None],
            "marks": np.concatenate(([0], marks, [0]))[None],
        }
        names, times, cues, parts, acts, here, there, hidden, *layers = self._windows.run(None, given)
        first, second, third, last = (softmax(one[0, 1:-1]) for one in (names, times, cues, acts))
        early = np.concatenate([layer[0, 1:-1] for layer in layers], axis=1)
        return Scores(first, second, third, last, parts[0, 1:-1], here[0, 1:-1], there[0, 1:-1], hidden[0], early)

    def pairs(self, scores: Scores, cues: Sequence[tuple[int, int]]) -> Floats:
        """Chances `(cues, pieces, 5)` that a piece is none, begins or goes on with the source, with the content of each
        cue, given as pieces of the window."""
        here = np.stack([scores.here[first:last].mean(0) for first, last in cues])
        firsts = np.array([first for first, _ in cues], dtype=np.int64)
        distance = np.arange(len(scores.there), dtype=np.int64)[None] - firsts[:, None]
        (told,) = self._pairs.run(
            None, {"there": scores.there, "here": here, "steps": steps(distance), "parts": scores.parts}
        )
        return softmax(told)

    def feelings(self, scores: Scores, pairs: Sequence[tuple[tuple[int, int], tuple[int, int]]]) -> Floats:
        """Chances `(pairs, 5)`: neutral, p for q, q for p, p against q, q against p; p and q as pieces."""
        p, q = (np.stack([scores.hidden[1 + one[n][0] : 1 + one[n][1]].mean(0) for one in pairs]) for n in (0, 1))
        whole = np.repeat(scores.hidden[:1], len(pairs), axis=0)
        (told,) = self._feelings.run(None, {"p": p, "q": q, "whole": whole})
        return softmax(told)


def session(path: Path) -> onnxruntime.InferenceSession:
    """One thread. A sum and its norm as one operator take six times as long as the two of them (onnxruntime 1.31)."""
    chosen = onnxruntime.SessionOptions()
    chosen.intra_op_num_threads = chosen.inter_op_num_threads = 1
    chosen.log_severity_level = 3
    return onnxruntime.InferenceSession(
        path, chosen, providers=["CPUExecutionProvider"], disabled_optimizers=["SkipLayerNormFusion"]
    )


@cache
def network(folder: Path) -> Network:
    """The network of this process: its files are opened once."""
    return Network(folder)


def softmax(scores: Floats) -> Floats:
    """Chances along the last axis."""
    raised = np.exp(scores - scores.max(-1, keepdims=True))
    return np.asarray(raised / raised.sum(-1, keepdims=True), dtype=np.float32)


def steps(distance: Ints) -> Ints:
    """The step of each signed distance in pieces, from 0 to twice REACH."""
    size = np.maximum(np.abs(distance), 1)
    grown = np.where(size <= NEAR, size, NEAR + GROWTH * np.log2(size / NEAR))
    told = np.minimum(np.floor(grown), REACH).astype(np.int64)
    return told * np.sign(distance) + REACH
