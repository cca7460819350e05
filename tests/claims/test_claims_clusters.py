"""Average linkage."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.claims.clusters import clusters, connected


def test_a_chain_of_likenesses_does_not_become_one_giant() -> None:
    chain = {(at, at + 1): 0.6 for at in range(9)}
    assert max(len(group) for group in clusters(dict.fromkeys(range(10), 1), chain, 0.5)) == 2


def test_what_is_alike_throughout_is_one_group() -> None:
    pairs = {(a, b): 0.8 for a in range(4) for b in range(a + 1, 4)}
    assert clusters(dict.fromkeys(range(5), 1), pairs, 0.5) == [[0, 1, 2, 3], [4]]


def test_a_repelling_pair_keeps_two_groups_apart() -> None:
    pairs = {(0, 1): 0.9, (2, 3): 0.9, (0, 2): 0.6, (1, 3): 0.6, (0, 3): -0.5, (1, 2): -0.5}
    assert clusters(dict.fromkeys(range(4), 1), pairs, 0.3) == [[0, 1], [2, 3]]


def test_connection_goes_to_the_lowest() -> None:
    assert connected(range(5), [(3, 4), (1, 3)]) == {0: 0, 1: 1, 2: 2, 3: 1, 4: 1}


PAIRS = st.dictionaries(
    st.tuples(st.integers(0, 8), st.integers(0, 8)).filter(lambda p: p[0] < p[1]), st.floats(-0.5, 1.0), max_size=20
)


@given(PAIRS)
def test_every_key_is_in_exactly_one_group(pairs: dict[tuple[int, int], float]) -> None:
    found = clusters(dict.fromkeys(range(9), 1), pairs, 0.3)
    assert sorted(key for group in found for key in group) == list(range(9))


@given(PAIRS)
def test_no_two_groups_left_are_alike_enough_to_join(pairs: dict[tuple[int, int], float]) -> None:
    found = clusters(dict.fromkeys(range(9), 1), pairs, 0.3)
    for at, one in enumerate(found):
        for other in found[at + 1 :]:
            total = sum(pairs.get((min(a, b), max(a, b)), 0.0) for a in one for b in other)
            assert total / (len(one) * len(other)) < 0.3 + 1e-9
