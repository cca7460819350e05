"""Numbers and dates of a passage that became others, compared by value."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, TypeVar

from onrecord.copies.edits import Passage
from onrecord.copies.informants import counts_a_source
from onrecord.copies.texts import Text
from onrecord.copies.utterances import place_of
from onrecord.copies.values import Day, Number, days, differ, numbers
from onrecord.nouns import ChangeType, Extent

NEAR = 3
"""Words within which a number of the copy stands for one of the original, past where its own words would be."""

V = TypeVar("V")


class Told(NamedTuple):
    """A text with its dates and numbers: by the word each begins with, its characters and its meaning."""

    text: Text
    dates: Mapping[int, tuple[Extent, Day]]
    numbers: Mapping[int, tuple[Extent, Number]]


class Figure(NamedTuple):
    """One changed number or date, as characters of original and copy."""

    what: ChangeType
    before: Extent
    after: Extent


def told(text: Text) -> Told:
    """The dates and numbers of a text."""
    dates = days(text.article)
    counted = numbers(text.article.text, [extent for extent, _ in dates])
    return Told(text, _by_word(text, dates), _by_word(text, counted))


def _by_word(text: Text, values: Sequence[tuple[Extent, V]]) -> dict[int, tuple[Extent, V]]:
    return {_after(text, extent[0]): (extent, value) for extent, value in values}


def figures(passage: Passage, first: Told, second: Told) -> list[Figure]:
    """The changed numbers and dates of a passage; a changed number of sources is a changed source too."""
    ends = _Ends(passage, first.text, second.text)
    out = [
        Figure("date", x, y)
        for x, y in _pairs(_inside(first.dates, passage.a), _inside(second.dates, passage.b), differ, ends)
    ]
    here, there = _inside(first.numbers, passage.a), _inside(second.numbers, passage.b)
    for x, y in _pairs(here, there, _other, ends):
        wide = _with_noun(first.text, x), _with_noun(second.text, y)
        out.append(Figure("number", *wide))
        if counts_a_source(first.text, _after(first.text, x[1])):
            out.append(Figure("source", *wide))
    return out


def holds_lost(stretch: Extent, here: Told, there: Told) -> bool:
    """Whether words of the one text, by their indices, hold a date or a number that stands nowhere in the other."""
    written = {there.text.article.text[slice(*x)].casefold() for kind in there[1:] for x, _ in kind.values()}
    for mine, others in ((here.dates, there.dates), (here.numbers, there.numbers)):
        values = [mine[at] for at in range(*stretch) if at in mine]
        known = {value for _, value in others.values()}
        if any(v not in known and here.text.article.text[slice(*x)].casefold() not in written for x, v in values):
            return True
    return False


class _Ends(NamedTuple):
    passage: Passage
    first: Text
    second: Text


def _other(a: Number, b: Number) -> bool:
    return a != b


def _inside(values: Mapping[int, tuple[Extent, V]], words: Sequence[int]) -> list[tuple[Extent, V]]:
    """The values that begin with words of a passage, in order."""
    return [values[at] for at in words if at in values]


def _pairs(
    here: Sequence[tuple[Extent, V]], there: Sequence[tuple[Extent, V]], other: Callable[[V, V], bool], ends: _Ends
) -> list[tuple[Extent, Extent]]:
    """Values of the original with the value in their place in the copy, where the two cannot be the same. Words that
    were copied as they stood changed nothing on the page, whatever "today" then means."""
    loose, left = _unmoved(here, there, ends)
    found = []
    for item in loose:
        near = [x for x in left if (place := _place(ends, item[0])) and place[0] <= x[0][0] < place[1]]
        kept = next((x for x in left if _same(item, x, ends)), None)
        if kept and (kept not in near or kept == near[0]):  # it went elsewhere
            left.remove(kept)
        elif near:
            left.remove(near[0])
            found += [(item[0], near[0][0])] if other(item[1], near[0][1]) else []
    return found


def _unmoved(
    here: Sequence[tuple[Extent, V]], there: Sequence[tuple[Extent, V]], ends: _Ends
) -> tuple[list[tuple[Extent, V]], list[tuple[Extent, V]]]:
    """The values of either side without those that kept their place and their meaning."""
    stayed, left, loose = dict(ends.passage.stayed), list(there), []
    for item in here:
        at = stayed.get(_after(ends.first, item[0][0]))
        kept = next((x for x in left if at == _after(ends.second, x[0][0]) and _same(item, x, ends)), None)
        if kept:
            left.remove(kept)
        else:
            loose.append(item)
    return loose, left


def _same(one: tuple[Extent, V], other: tuple[Extent, V], ends: _Ends) -> bool:
    return one[1] == other[1] or _written(ends.first, one[0]) == _written(ends.second, other[0])


def _written(text: Text, extent: Extent) -> str:
    return text.article.text[slice(*extent)].casefold()


def _place(ends: _Ends, extent: Extent) -> Extent | None:
    """The characters of the copy where the value's own words, or those just around them, stand."""
    words, passage = ends.second.words, ends.passage
    first, last = _after(ends.first, extent[0]), _after(ends.first, extent[1]) - 1
    if last < first:
        return None
    place = place_of(passage, (first, last + 1)) or _around(passage, first, last)
    if place is None:
        return None
    low, high = max(0, place[0] - NEAR), min(len(words), place[1] + NEAR)
    return (words[low].start, words[high - 1].end) if low < high else None


def _around(passage: Passage, first: int, last: int) -> Extent | None:
    stayed = dict(passage.stayed)
    before = [stayed[x] for x in range(first - NEAR, first) if x in stayed]
    after = [stayed[x] for x in range(last + 1, last + 1 + NEAR) if x in stayed]
    if not before and not after:
        return None
    low = max(0, before[-1] + 1 if before else after[0] - 1)
    return low, max(low + 1, after[0] if after else low + 1)


def _after(text: Text, place: int) -> int:
    """The first word that begins at or after a place of the text."""
    return bisect_left(text.words, place, key=lambda word: word.start)


def _with_noun(text: Text, extent: Extent) -> Extent:
    """The number and the next word, on the same line."""
    at = _after(text, extent[1])
    if at < len(text.words) and text.article.text[extent[1] : text.words[at].start] in (" ", "-"):
        return extent[0], text.words[at].end
    return extent
