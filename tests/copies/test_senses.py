"""Chains of sentences that say the same: in order, one for one or one for several, and never on words' account."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from numpy.typing import NDArray

from onrecord.copies.senses import chain, may_retell, retell, table


def diagonal(size: int, value: float = 0.9) -> NDArray[np.float64]:
    return np.eye(size) * value


def vector(*places: int) -> bytes:
    """A vector that points where these places say."""
    numbers = np.zeros(32, dtype=np.int8)
    numbers[list(places)] = 90
    return numbers.tobytes()


def pairs(alike: NDArray[np.float64], least: float = 0.4) -> list[tuple[int, int]]:
    return [(step.a, step.b) for step in chain(alike, least)]


def test_sentences_in_step_are_linked_one_by_one() -> None:
    assert pairs(diagonal(4)) == [(0, 0), (1, 1), (2, 2), (3, 3)]


def test_a_chain_goes_back_in_neither_text() -> None:
    assert len(pairs(np.fliplr(diagonal(5)))) == 1


def test_a_sentence_told_in_two_is_linked_to_both() -> None:
    alike = np.array([[0.8, 0.0], [0.7, 0.0], [0.0, 0.9]])
    assert pairs(alike) == [(0, 0), (0, 1), (1, 2)]


def test_nothing_alike_makes_no_chain() -> None:
    assert pairs(np.full((4, 4), 0.1)) == []


@given(st.lists(st.lists(st.floats(-1, 1), min_size=5, max_size=5), min_size=1, max_size=6))
def test_whatever_is_alike_the_chain_is_in_order_and_only_of_what_is_alike(rows: list[list[float]]) -> None:
    alike = np.array(rows)
    found = chain(alike, 0.4)
    assert all(alike[step.b, step.a] >= 0.4 for step in found)
    assert [(step.a, step.b) for step in found] == sorted({(step.a, step.b) for step in found})
    assert [step.b for step in found] == sorted(step.b for step in found)


def test_vectors_of_unlike_length_are_not_compared() -> None:
    assert table([vector(1)], [vector(1)[:16]]).size == 0
    assert table([], [vector(1)]).size == 0


def test_a_sentence_without_a_vector_is_like_nothing() -> None:
    assert table([bytes(32), vector(2)], [vector(2)]).tolist() == [[0.0, 1.0]]


def test_a_text_told_again_throughout_is_a_retelling() -> None:
    found = retell([20] * 7, [22] * 7, diagonal(7))
    assert found.whole
    assert len(found.steps) == 7


def test_a_few_facts_in_common_are_no_retelling() -> None:
    alike = diagonal(9)
    alike[3:, :] = 0.0
    found = retell([20] * 9, [20] * 9, alike)
    assert found == ((), False)


def test_a_loose_sentence_between_two_linked_by_words_is_linked_by_sense() -> None:
    alike = diagonal(9, 0.0)
    alike[4, 4] = 0.7
    known = {(3, 3), (5, 5)}
    assert [(s.a, s.b) for s in retell([20] * 9, [20] * 9, alike, known).steps] == [(4, 4)]
    assert retell([20] * 9, [20] * 9, alike, {(3, 3)}).steps == ()


def test_what_words_link_sense_does_not_link_elsewhere() -> None:
    alike = np.full((3, 3), 0.9)
    assert retell([9] * 3, [9] * 3, alike, {(0, 0), (1, 1), (2, 2)}).steps == ()


def test_two_of_one_sense_may_be_a_retelling_and_others_not() -> None:
    text = [vector(n, n + 1) for n in range(8)]
    assert may_retell(text, text)
    assert not may_retell(text, text[::-1])
    assert not may_retell(text, [vector(20 + n) for n in range(8)])
    assert not may_retell(text, [])
    assert not may_retell(text[:3], text[:3])
