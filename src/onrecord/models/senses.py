"""What each sentence means, as a vector: pooled from what the encoder sees on the way, told by a small head of its own.

The encoder was trained to find attributions, and its last layer knows little of what a sentence is about. Its first
layers do: their means over a sentence's pieces, rare pieces weighing more, go through two small layers, made to tell of
two sentences what the encoder's base, a model of sentences, tells of them (`training/README.md`).
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import numpy as np
import onnxruntime
from numpy.typing import NDArray

from onrecord.models.network import Floats, session
from onrecord.models.pieces import Pieces
from onrecord.models.windows import Window
from onrecord.nouns import Extent

EARLY, LAYER = 1152, 384
"""Numbers that the encoder shows of a piece, and those of its first layer among them, of which the plain mean counts
too."""
SCALE = 400
"""What the numbers of a vector of length 1 are multiplied with before they are rounded to a signed byte: of 128 numbers
hardly any is over 0.3."""


class Pool:
    """The sums of the sentences of one text, filled window by window."""

    def __init__(self, folder: Path, pieces: Pieces, sentences: Sequence[Extent]) -> None:
        self._folder = folder
        self._weights = rarities(folder)[pieces.ids]
        self._firsts = np.searchsorted(pieces.ends, [start for start, _ in sentences], side="right")
        self._lasts = np.searchsorted(pieces.starts, [end for _, end in sentences], side="left")
        self._plain, self._weighted = np.zeros((len(sentences), LAYER)), np.zeros((len(sentences), EARLY))
        self._counts, self._weight = np.zeros(len(sentences)), np.zeros(len(sentences))

    def add(self, window: Window, early: Floats) -> None:
        """Takes in what a window is read for; `early` is all that the encoder shows of it, a row a piece."""
        begin = int(np.searchsorted(self._lasts, window.first, side="right"))
        for n in range(begin, int(np.searchsorted(self._firsts, window.last, side="left"))):
            first, last = max(int(self._firsts[n]), window.first), min(int(self._lasts[n]), window.last)
            if first < last:
                seen, weights = early[first - window.start : last - window.start], self._weights[first:last]
                self._plain[n] += seen[:, :LAYER].sum(0)
                self._weighted[n] += (seen * weights[:, None]).sum(0)
                self._counts[n] += last - first
                self._weight[n] += weights.sum()

    def means(self) -> Floats:
        """The plain mean of the first layer and the weighted means of all that is shown, a row a sentence."""
        plain = self._plain / np.maximum(self._counts, 1)[:, None]
        weighted = self._weighted / np.maximum(self._weight, 1e-9)[:, None]
        return np.concatenate((plain, weighted), axis=1, dtype=np.float32)

    def told(self) -> tuple[bytes, ...]:
        """A vector a sentence, in signed bytes; all zeros for one without pieces."""
        if not len(self._counts):
            return ()
        (told,) = head(self._folder).run(None, {"means": self.means()})
        told = told / np.maximum(np.linalg.norm(told, axis=1, keepdims=True), 1e-9)
        whole = np.clip(np.rint(told * SCALE), -127, 127) * (self._counts > 0)[:, None]
        return tuple(row.tobytes() for row in whole.astype(np.int8))


@cache
def head(folder: Path) -> onnxruntime.InferenceSession:
    """The two small layers."""
    return session(folder / "senses.onnx")


@cache
def rarities(folder: Path) -> NDArray[np.float64]:
    """What each piece of the vocabulary weighs in its sentence, 0 to 1."""
    return np.frombuffer((folder / "rarities.bin").read_bytes(), dtype=np.uint8) / 255
