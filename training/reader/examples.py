"""What the reader learns from, as arrays of word pieces and labels."""

from __future__ import annotations

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

NAMES = ("Person", "Organization", "Location", "NORP", "Misc", "Date", "Money", "Facility", "Product")
ACTS = (
    "says", "denies", "confirms", "concedes", "asks", "requests", "promises", "threatens", "retracts", "apologises",
    "evades", "declines", "no_response", "thinks",
)  # fmt: skip
IGNORED = -100
"""The label nothing is learnt from."""

Small = NDArray[np.int16]
Weights = NDArray[np.float32]


class Link(NamedTuple):
    """An attribution as pieces: those of its cue, and those of its parts with their labels (1, 2 begin and go on with a
    source, 3, 4 with a content)."""

    cue: NDArray[np.int64]
    at: NDArray[np.int64]
    labels: NDArray[np.int64]
    gold: bool


class Example(NamedTuple):
    """One text as arrays of shape `(pieces,)`; `stops` are the pieces that begin a sentence. Labels: names and times
    and cues BIO, parts as in Link, acts at the pieces of cues."""

    ids: NDArray[np.int64]
    marks: NDArray[np.int64]
    stops: NDArray[np.int64]
    names: Small
    times: Small
    cues: Small
    inside: Small
    parts: Small
    acts: Small
    links: tuple[Link, ...]
    sure: bool


class Judged(NamedTuple):
    """A sentence with two actors: pieces, `(first, last)` of p and q among them, label."""

    ids: NDArray[np.int64]
    marks: NDArray[np.int64]
    p: tuple[int, int]
    q: tuple[int, int]
    label: int
