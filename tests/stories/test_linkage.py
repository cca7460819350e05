"""Groups join by their mean likeness, never through a chain."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.stories.linkage import Likenesses, clusters, settled


def alone(count: int) -> list[list[int]]:
    return [[n] for n in range(count)]


def test_likely_pairs_join() -> None:
    assert clusters(Likenesses.of({(0, 1): 0.9, (1, 2): 0.1}), alone(3), 0.5) == [[0, 1], [2]]


def test_a_chain_of_likely_pairs_does_not_join_end_to_end() -> None:
    chain = {(n, n + 1): 0.6 for n in range(9)}
    assert max(len(group) for group in clusters(Likenesses.of(chain), alone(10), 0.5)) == 2


def test_the_mean_over_all_pairs_decides() -> None:
    likenesses = Likenesses.of({(0, 1): 0.9, (0, 2): 0.7, (1, 2): 0.3})
    assert clusters(likenesses, alone(3), 0.5) == [[0, 1, 2]]
    assert clusters(likenesses, alone(3), 0.51) == [[0, 1], [2]]


def test_what_is_given_as_one_group_stays_one() -> None:
    assert clusters(Likenesses.of({}), [[0, 2], [1]], 0.5) == [[0, 2], [1]]


@settings(deadline=None)
@given(
    st.dictionaries(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
        st.floats(0, 1, allow_nan=False),
    )
)
def test_every_item_ends_in_exactly_one_group(likenesses: dict[tuple[int, int], float]) -> None:
    found = clusters(Likenesses.of(likenesses), alone(8), 0.4)
    assert sorted(item for group in found for item in group) == list(range(8))
    assert found == clusters(Likenesses.of(dict(reversed(likenesses.items()))), alone(8)[::-1], 0.4)


class Against:
    """Speaks against groups whose smallest members are named."""

    def __init__(self, a: int, b: int, much: float) -> None:
        self.pair, self.much = (a, b), much

    def between(self, a: int, b: int) -> float:
        return self.much if (a, b) == self.pair else 0.0

    def join(self, a: int, b: int) -> None:
        assert a < b


def test_what_speaks_against_two_groups_keeps_them_apart() -> None:
    likenesses = Likenesses.of({(0, 1): 0.9, (2, 3): 0.8, (0, 2): 0.7, (0, 3): 0.7, (1, 2): 0.7, (1, 3): 0.7})
    assert clusters(likenesses, alone(4), 0.5, Against(0, 2, 0.1)) == [[0, 1, 2, 3]]
    assert clusters(likenesses, alone(4), 0.5, Against(0, 2, 0.3)) == [[0, 1], [2, 3]]


def test_an_item_settles_where_it_is_most_alike() -> None:
    likenesses = Likenesses.of({(0, 1): 0.9, (1, 2): 0.5, (0, 2): 0.5, (2, 3): 0.8, (2, 4): 0.8, (3, 4): 0.9})
    assert settled(likenesses, [[0, 1, 2], [3, 4]]) == [[0, 1], [2, 3, 4]]


def test_an_item_that_is_little_nearer_elsewhere_stays() -> None:
    likenesses = Likenesses.of({(0, 1): 0.9, (1, 2): 0.5, (0, 2): 0.5, (2, 3): 0.55, (2, 4): 0.55, (3, 4): 0.9})
    assert settled(likenesses, [[0, 1, 2], [3, 4]]) == [[0, 1, 2], [3, 4]]


def test_likenesses_of_groups_are_means_over_all_their_pairs() -> None:
    among = Likenesses.of({(0, 1): 0.5, (0, 2): 0.8, (1, 2): 0.4}).among(np.array([0, 0, 1]), 2)
    assert [column.tolist() for column in among] == [[0], [1], [pytest.approx(0.6)]]
