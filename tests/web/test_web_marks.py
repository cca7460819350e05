"""Marks over a text."""

from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from onrecord.web.marks import DEPTH, Mark, Token, mark_lines, mark_text


def shown(tokens: tuple[Token, ...]) -> str:
    brackets = {"open": "[", "close": "]"}
    return "".join(token.text if token.what == "text" else brackets[token.what] for token in tokens)


def test_a_nested_mark_lies_inside() -> None:
    marks = [Mark(4, 7, "inner"), Mark(0, 11, "outer")]
    assert shown(mark_text("one two six", marks)) == "[one [two] six]"


def test_crossing_marks_are_closed_and_opened_again() -> None:
    marks = [Mark(0, 7, "a", "a"), Mark(4, 11, "b", "b")]
    tokens = mark_text("one two six", marks)
    assert shown(tokens) == "[one [two]][ six]"
    assert [token.anchor for token in tokens if token.what == "open"] == ["a", "b", None]


def test_a_mark_over_two_lines_carries_its_anchor_once() -> None:
    lines = mark_lines("one\ntwo", [Mark(1, 6, "a", "here")])
    assert [shown(line.tokens) for line in lines] == ["o[ne]", "[tw]o"]
    assert [line.starts for line in lines] == [("here",), ()]
    assert [t.anchor for line in lines for t in line.tokens if t.what == "open"] == ["here", None]


def test_a_mark_outside_the_text_is_left_out() -> None:
    assert shown(mark_text("one", [Mark(2, 9, "a"), Mark(-1, 2, "b")])) == "one"


def test_beyond_the_deepest_nesting_only_the_anchor_is_left() -> None:
    marks = [Mark(0, 30 - number, "a", f"a{number}") for number in range(20)]
    tokens = mark_text("x" * 30, marks)
    assert {token.anchor for token in tokens if token.what == "open"} == {f"a{number}" for number in range(20)}
    assert max_depth(tokens) == DEPTH + 1


def max_depth(tokens: tuple[Token, ...]) -> int:
    depth = deepest = 0
    for token in tokens:
        depth += {"open": 1, "close": -1, "text": 0}[token.what]
        deepest = max(deepest, depth)
    return deepest


@st.composite
def texts_with_marks(draw: st.DrawFn) -> tuple[str, list[Mark]]:
    text = draw(st.text(alphabet="ab \n", max_size=40))
    edges = st.integers(0, len(text))
    pairs = draw(st.lists(st.tuples(edges, edges), max_size=12))
    return text, [Mark(min(p), max(p), "s", f"m{number}") for number, p in enumerate(pairs)]


@given(texts_with_marks())
def test_text_is_kept_tokens_nest_and_every_anchor_stands_once(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    lines = mark_lines(text, marks)
    assert "\n".join("".join(t.text for t in line.tokens) for line in lines) == text
    for line in lines:
        depth = 0
        for token in line.tokens:
            depth += {"open": 1, "close": -1, "text": 0}[token.what]
            assert depth >= 0
        assert depth == 0
    anchors = [t.anchor for line in lines for t in line.tokens if t.what == "open" and t.anchor]
    assert sorted(anchors) == sorted(mark.anchor for mark in marks if mark.anchor)


@given(texts_with_marks())
def test_every_marked_character_lies_under_a_mark(case: tuple[str, list[Mark]]) -> None:
    text, marks = case
    assume(all(sum(mark.start <= at < mark.end for mark in marks) <= DEPTH for at in range(len(text))))
    covered = {at for mark in marks for at in range(mark.start, mark.end) if text[at] != "\n"}
    found, at = set(), 0
    for line in mark_lines(text, marks):
        depth = 0
        for token in line.tokens:
            depth += {"open": 1, "close": -1, "text": 0}[token.what]
            if depth:
                found |= set(range(at, at + len(token.text)))
            at += len(token.text)
        at += 1
    assert found == covered
