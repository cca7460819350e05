"""Circles in a graph of who cites whom."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from onrecord.origins.circles import MOST, circles, components


def test_two_circles_through_one_outlet_are_two() -> None:
    assert circles({"a": {"b", "c"}, "b": {"a"}, "c": {"a"}}) == [("a", "b"), ("a", "c")]


def test_a_line_has_none() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": set()}) == []


def test_components_come_cited_first() -> None:
    assert components({"a": {"b"}, "b": {"c"}, "c": {"b"}}) == [frozenset("bc"), frozenset("a")]


def test_a_knot_of_all_citing_all_stays_finite() -> None:
    names = [f"o{at:02}" for at in range(30)]
    assert len(circles({name: set(names) - {name} for name in names})) == MOST


def test_a_chain_of_ten_thousand_needs_no_recursion() -> None:
    assert len(components({str(at): {str(at + 1)} for at in range(10_000)})) == 10_001


GRAPHS = st.dictionaries(st.sampled_from("abcdef"), st.sets(st.sampled_from("abcdef")), max_size=6)


@given(GRAPHS)
def test_a_node_that_reaches_itself_through_others_is_in_a_component_of_several(graph: dict[str, set[str]]) -> None:
    inside = {node for component in components(graph) if len(component) > 1 for node in component}

    def reached(start: str) -> set[str]:
        seen: set[str] = set()
        todo = [start]
        while todo:
            for node in graph.get(todo.pop(), set()) - seen:
                seen.add(node)
                todo.append(node)
        return seen

    for node in graph:
        assert (node in inside) == any(node in reached(other) for other in reached(node) if other != node)
