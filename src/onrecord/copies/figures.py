"""Numbers and dates of a passage that became others, compared by value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple, TypeVar

from onrecord.copies.edits import Passage
from onrecord.copies.kinds import counts_a_source
from onrecord.copies.texts import Text
from onrecord.copies.utterances import place_of
from onrecord.copies.values import Day, days, differ, numbers
from onrecord.nouns import ChangeType, Extent

NEAR = 3
"""Words within which a number of the copy stands for one of the original, past where its own words would be."""

V = TypeVar("V")


class Figure(NamedTuple):
    """One changed number or date, as characters of original and copy."""

    what: ChangeType
    before: Extent
    after: Extent


def figures(passage: Passage, first: Text, second: Text) -> list[Figure]:
    """The changed numbers and dates of a passage; a changed number of sources is a changed source too."""
    dates = [_inside(days(text.article), text, words) for text, words in ((first, passage.a), (second, passage.b))]
    out = [Figure("date", x, y) for x, y in _pairs(dates[0], dates[1], differ, passage, first, second)]
    counted = [
        _inside([(v.extent, v.meaning) for v in numbers(text.article.text, [e for e, _ in days(text.article)])], text, words)
        for text, words in ((first, passage.a), (second, passage.b))
    ]
    for x, y in _pairs(counted[0], counted[1], _other_number, passage, first, second):
        wide = _with_noun(first, x), _with_noun(second, y)
        out.append(Figure("number", *wide))
        if counts_a_source(first, _after(first, x)):
            out.append(Figure("source", *wide))
    return out


def _other_number(a: tuple[object, ...], b: tuple[object, ...]) -> bool:
    return a != b


def _inside(values: Sequence[tuple[Extent, V]], text: Text, words: Sequence[int]) -> list[tuple[Extent, V]]:
    ranges = [(text.words[at].start, text.words[at].end) for at in words]
    if not ranges:
        return []
    return [(x, v) for x, v in values if any(a < x[1] and x[0] < b for a, b in ranges)]


def _pairs(
    here: Sequence[tuple[Extent, V]], there: Sequence[tuple[Extent, V]], other: Callable[[V, V], bool],
    passage: Passage, first: Text, second: Text,
) -> list[tuple[Extent, Extent]]:  # fmt: skip
    """Values of the original with the value in their place in the copy, where the two cannot be the same."""
    left = list(there)
    loose = []
    for extent, value in here:  # those kept, wherever they went, cancel out first
        kept = next((item for item in left if item[1] == value), None)
        if kept:
            left.remove(kept)
        else:
            loose.append((extent, value))
    out = []
    for extent, value in loose:
        place = _place(passage, first, second, extent)
        near = [item for item in left if place and place[0] <= item[0][0] < place[1]]
        if near and other(value, near[0][1]):
            out.append((extent, near[0][0]))
        if near:
            left.remove(near[0])
    return out


def _place(passage: Passage, first: Text, second: Text, extent: Extent) -> Extent | None:
    """The characters of the copy where the value's own words, or those just around them, stand."""
    at = [n for n in passage.a if first.words[n].start < extent[1] and extent[0] < first.words[n].end]
    if not at:
        return None
    place = place_of(passage, (at[0], at[-1] + 1)) or _around(passage, at[0], at[-1])
    if place is None:
        return None
    low, high = max(0, place[0] - NEAR), min(len(second.words), place[1] + NEAR)
    return second.words[low].start, second.words[high - 1].end


def _around(passage: Passage, first: int, last: int) -> Extent | None:
    stayed = dict(passage.stayed)
    before = [stayed[x] for x in range(first - NEAR, first) if x in stayed]
    after = [stayed[x] for x in range(last + 1, last + 1 + NEAR) if x in stayed]
    if not before and not after:
        return None
    low = before[-1] + 1 if before else after[0] - 1
    return max(0, low), max(low + 1, after[0] if after else low + 1)


def _after(text: Text, extent: Extent) -> int:
    return next((at for at, word in enumerate(text.words) if word.start >= extent[1]), len(text.words))


def _with_noun(text: Text, extent: Extent) -> Extent:
    """The number and the next word, on the same line."""
    at = _after(text, extent)
    if at < len(text.words) and text.article.text[extent[1] : text.words[at].start] in (" ", "-"):
        return extent[0], text.words[at].end
    return extent
