"""Which value of the original stands in the place of which value of the copy."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import Generic, NamedTuple, TypeVar

from onrecord.copies.edits import Passage
from onrecord.copies.lexicon import word_set
from onrecord.copies.texts import Text
from onrecord.copies.utterances import place_of
from onrecord.nouns import Extent

NEAR = 3
"""Words within which a value of the copy stands for one of the original, past where its own words would be."""

V = TypeVar("V")


class Item(NamedTuple, Generic[V]):
    """A value with its characters."""

    extent: Extent
    value: V


class Ends(NamedTuple):
    """The two texts of a passage."""

    passage: Passage
    first: Text
    second: Text


def word_at(text: Text, place: int) -> int:
    """The first word that begins at or after a place of the text."""
    return bisect_left(text.words, place, key=lambda word: word.start)


def written(text: Text, extent: Extent) -> str:
    """The words of an extent, folded."""
    return text.article.text[slice(*extent)].casefold()


def pairs(here: Mapping[int, Item[V]], there: Mapping[int, Item[V]], ends: Ends) -> list[tuple[Item[V], Item[V]]]:
    """The values of a passage with those that stand for them in the copy, the same or others, by the words that they
    begin with. A value that went elsewhere stands for itself there."""
    items = [here[at] for at in ends.passage.a if at in here], [there[at] for at in ends.passage.b if at in there]
    found, loose, left = _unmoved(*items, ends)
    for item in loose:
        near = [x for x in left if (place := _place(ends, item.extent)) and place[0] <= x.extent[0] < place[1]]
        near = [x for x in near if _exchanged(item, x, ends)]
        kept = next((x for x in left if _same(item, x, ends)), None)
        if kept and (kept not in near or kept == near[0]):
            near = [kept]
        if near:
            left.remove(near[0])
            found.append((item, near[0]))
    return found


def _unmoved(
    here: Sequence[Item[V]], there: Sequence[Item[V]], ends: Ends
) -> tuple[list[tuple[Item[V], Item[V]]], list[Item[V]], list[Item[V]]]:
    """The values that kept their place and their meaning, and what is loose on either side."""
    stayed, left, loose = dict(ends.passage.stayed), list(there), []
    found = []
    for item in here:
        at = stayed.get(word_at(ends.first, item.extent[0]))
        kept = next((x for x in left if at == word_at(ends.second, x.extent[0]) and _same(item, x, ends)), None)
        if kept:
            left.remove(kept)
            found.append((item, kept))
        else:
            loose.append(item)
    return found, loose, left


def _same(one: Item[V], other: Item[V], ends: Ends) -> bool:
    """Of one meaning, or copied as it stood, whatever "today" then means."""
    return one.value == other.value or written(ends.first, one.extent) == written(ends.second, other.extent)


def _exchanged(one: Item[V], other: Item[V], ends: Ends) -> bool:
    """ "One" and "first" are numbers only where one edit put them for another."""
    words = written(ends.first, one.extent), written(ends.second, other.extent)
    if not set(words) & word_set("barely_numbers"):
        return True
    a, b = word_at(ends.first, one.extent[0]), word_at(ends.second, other.extent[0])
    return any(edit.a[0] <= a < edit.a[1] and edit.b[0] <= b < edit.b[1] for edit in ends.passage.edits)


def _place(ends: Ends, extent: Extent) -> Extent | None:
    """The characters of the copy where the value's own words, or those just around them, stand."""
    words, passage = ends.second.words, ends.passage
    first, last = word_at(ends.first, extent[0]), word_at(ends.first, extent[1]) - 1
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
