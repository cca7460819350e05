"""The keys under which two articles meet that say the same in other words.

The vectors of an article's sentences are added up; what it is about, as one direction. Each key is made of TURNS random
rotations of that direction: of each, which axis it then points along most, and which way (cross-polytope hashing, of
all known hashes of angles the best: Andoni, Indyk, Laarhoven, Razenshteyn and Schmidt 2015, whose rotation by three
rounds of flipped signs and Hadamard transforms this is). All numbers are whole and
under 2**53, so that sums come out the same in any order.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from hashlib import blake2b, shake_128

import numpy as np

from onrecord.copies.senses import Matrix, vectors

KEYS, TURNS, ROUNDS = 96, 3, 3
LEAST = 5
"""Sentences an article must have for its direction to tell it from others."""
SEED = b"onrecord corners 1"


def keys(senses: Sequence[bytes]) -> tuple[str, ...]:
    """The sorted keys of an article whose sentences have these vectors; () where they are too few."""
    if len(senses) < LEAST:
        return ()
    total = vectors(senses).sum(0).astype(np.float64)
    if not total.any():
        return ()
    size = 1 << (len(total) - 1).bit_length()
    turned = np.broadcast_to(np.pad(total, (0, size - len(total))), (KEYS * TURNS, size))
    for flips in _flips(size):
        turned = _mixed(turned * flips)
    axes = np.abs(turned).argmax(1)
    ways = np.take_along_axis(turned, axes[:, None], 1)[:, 0] > 0
    told = (2 * axes + ways).reshape(KEYS, TURNS).tolist()
    return tuple(sorted(_short(f"s{at}:{corner}") for at, corner in enumerate(told)))


def _mixed(rows: Matrix) -> Matrix:
    """The Hadamard transform of each row, not divided by anything."""
    step = 1
    while step < rows.shape[1]:
        pairs = rows.reshape(len(rows), -1, 2, step)
        rows = np.stack((pairs[:, :, 0] + pairs[:, :, 1], pairs[:, :, 0] - pairs[:, :, 1]), 2).reshape(len(rows), -1)
        step *= 2
    return rows


@cache
def _flips(size: int) -> Matrix:
    """Signs, `(ROUNDS, KEYS * TURNS, size)`: 1 and -1 from a hash, the same on every machine."""
    count = ROUNDS * KEYS * TURNS * size
    bits = np.unpackbits(np.frombuffer(shake_128(SEED).digest((count + 7) // 8), dtype=np.uint8))[:count]
    return (2 * bits.astype(np.float64) - 1).reshape(ROUNDS, KEYS * TURNS, size)


def _short(text: str) -> str:
    return blake2b(text.encode("ascii"), digest_size=5).hexdigest()
