"""Groups join by their mean likeness, never through a chain."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.stories.linkage import Likenesses, clusters


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
