"""Who is named in another's words: found by place, and the same as by looking at every pair."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from onrecord.nouns import SourceKind, Span, Speaker, Statement
from onrecord.origins.naming import Naming

KINDS: list[SourceKind] = ["named", "unnamed", "outlet", "author"]
PLACES = st.tuples(st.integers(0, 20), st.integers(1, 8)).map(lambda place: (place[0], sum(place)))
TOLD = st.lists(st.tuples(PLACES, st.lists(PLACES, max_size=3), st.sampled_from(KINDS)), max_size=8)


def span(start: int, end: int) -> Span:
    return Span(article="a1", start=start, end=end, text="x" * (end - start))


def statement(
    number: int, who: tuple[int, int], content: Sequence[tuple[int, int]], kind: SourceKind = "named"
) -> Statement:
    speaker = Speaker(text="x", span=span(*who), actor=None, source_kind=kind)
    return Statement(
        id=f"statement-{number}", article="a1", span=span(0, 40), cue=None, content=tuple(span(*c) for c in content),
        region="body", speaker=speaker, hearer=None, act="says", mode="indirect", chain=(), parent=None, said=None,
    )  # fmt: skip


def test_a_speaker_in_anothers_words_is_named_and_one_in_his_own_is_not() -> None:
    inner, outer = statement(1, (10, 15), [(20, 30)]), statement(2, (0, 5), [(8, 30)])
    assert Naming([inner, outer]).names(inner)
    assert not Naming([inner, outer]).names(outer)
    assert not Naming([statement(3, (10, 15), [(8, 30)])]).names(statement(3, (10, 15), [(8, 30)]))


@given(TOLD)
def test_places_say_what_every_pair_says(
    drawn: list[tuple[tuple[int, int], list[tuple[int, int]], SourceKind]],
) -> None:
    told = [statement(number, who, content, kind) for number, (who, content, kind) in enumerate(drawn)]
    naming = Naming(told)
    for number, (who, _, _) in enumerate(drawn):
        held = any(
            start <= who[0] and who[1] <= end
            for other, (_, content, kind) in enumerate(drawn)
            if other != number and kind not in ("outlet", "author")
            for start, end in content
        )
        assert naming.names(told[number]) == held
