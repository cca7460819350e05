"""Keys of sense: the same for the same, shared by the like, hardly ever by others, in any order of the sentences."""

from __future__ import annotations

import numpy as np

from onrecord.copies.corners import KEYS, LEAST, keys


def text(seed: int, like: int | None = None, share: float = 0.0) -> list[bytes]:
    """Ten sentences around one direction; `share` of it is that of another text."""
    own, other = (np.random.RandomState(number).randn(128) for number in (seed, like or 0))
    centre = share * other + (1 - share**2) ** 0.5 * own
    rows = centre + np.random.RandomState(seed + 500).randn(10, 128) * 0.3
    return [row.tobytes() for row in np.clip(np.rint(rows * 30), -127, 127).astype(np.int8)]


def shared(one: list[bytes], other: list[bytes]) -> int:
    return len(set(keys(one)) & set(keys(other)))


def test_the_order_of_sentences_does_not_matter() -> None:
    assert keys(text(1)) == keys(text(1)[::-1])
    assert len(keys(text(1))) == KEYS


def test_texts_of_like_direction_meet() -> None:
    assert all(shared(text(n), text(n + 50, n, 0.93)) for n in range(1, 9))


def test_texts_of_other_directions_do_not() -> None:
    assert not any(shared(text(n), text(n + 50)) for n in range(1, 40))


def test_too_few_sentences_have_no_keys() -> None:
    assert keys(text(1)[: LEAST - 1]) == ()
    assert keys([]) == ()
    assert keys([bytes(64)] * 9) == ()


def test_vectors_of_any_length_have_keys() -> None:
    assert len(keys([row[:100] for row in text(1)])) == KEYS
