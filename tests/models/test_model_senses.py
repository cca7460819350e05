"""Vectors of sentences by the shipped head: as many as sentences, the same again, nearer for what says the same."""

from __future__ import annotations

import numpy as np

from onrecord.models.seen import see
from onrecord.nouns import Extent

LINES = (
    "The dam above the town has cracked, and thousands were told to leave.",
    "Residents below the damaged reservoir had to get out of their homes.",
    "The club sold its striker to a rival for twelve million.",
)


def lines(text: str) -> list[Extent]:
    """Each line as a sentence."""
    out, start = [], 0
    for line in text.split("\n"):
        out.append((start, start + len(line)))
        start += len(line) + 1
    return out


def told(*given: str) -> tuple[bytes, ...]:
    text = "\n".join(given)
    return see(text, lines(text), ()).senses


def alike(one: bytes, other: bytes) -> float:
    x, y = (np.frombuffer(vector, dtype=np.int8).astype(np.float64) for vector in (one, other))
    return float(x @ y / np.sqrt((x @ x) * (y @ y)))


def test_each_sentence_has_a_vector_of_128_bytes() -> None:
    assert [len(vector) for vector in told(*LINES)] == [128] * 3
    assert see("", [], ()).senses == ()


def test_the_same_text_has_the_same_vectors() -> None:
    assert told(*LINES) == told(*LINES)


def test_what_says_the_same_in_other_words_is_nearer_than_what_does_not() -> None:
    first, same, other = told(*LINES)
    assert alike(first, same) > alike(first, other) + 0.2


def test_a_sentence_longer_than_a_window_has_one_vector() -> None:
    assert len(told("water " * 900, LINES[2])) == 2


def test_a_sentence_without_pieces_points_nowhere() -> None:
    assert told(LINES[0], "\u200b", LINES[2])[1] == bytes(128)
