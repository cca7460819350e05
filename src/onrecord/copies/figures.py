"""Numbers and dates of a passage that became others, compared by value, and the words that bound a number."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple, TypeVar

from onrecord.copies.edits import Edit, Passage
from onrecord.copies.informants import counts_a_source
from onrecord.copies.lexicon import bounds, word_set
from onrecord.copies.pairing import Ends, Item, pairs, word_at, written
from onrecord.copies.texts import Text, Word
from onrecord.copies.values import Day, Number, days, differ, numbers
from onrecord.nouns import ChangeType, Extent

BOUND = 3
"""Words of the longest bound: "no more than"."""

V = TypeVar("V")


class Told(NamedTuple):
    """A text with its dates and numbers, by the word each begins with."""

    text: Text
    dates: Mapping[int, Item[Day]]
    numbers: Mapping[int, Item[Number]]


class Figure(NamedTuple):
    """One changed number, date or bound, as characters of original and copy."""

    what: ChangeType
    before: Extent
    after: Extent


class Figures(NamedTuple):
    """What became of the numbers and dates of a passage: those that changed, and the characters of original and copy
    that tell the same in other words."""

    changed: list[Figure]
    same: tuple[list[Extent], list[Extent]]


def told(text: Text) -> Told:
    """The dates and numbers of a text."""
    dates = days(text.article)
    counted = numbers(text.article.text, [extent for extent, _ in dates])
    return Told(text, _by_word(text, dates), _by_word(text, counted))


def _by_word(text: Text, values: Sequence[tuple[Extent, V]]) -> dict[int, Item[V]]:
    return {word_at(text, extent[0]): Item(extent, value) for extent, value in values}


def figures(passage: Passage, first: Told, second: Told) -> Figures:
    """The changed numbers, dates and bounds of a passage; a changed number of sources is a changed source too."""
    ends = Ends(passage, first.text, second.text)
    found = Figures([], ([], []))
    for day, other_day in pairs(first.dates, second.dates, ends):
        as_written = written(ends.first, day.extent) == written(ends.second, other_day.extent)
        if not as_written and differ(day.value, other_day.value):
            found.changed.append(Figure("date", day.extent, other_day.extent))
        else:
            _tells_the_same(found, day.extent, other_day.extent)
    for number, other in pairs(first.numbers, second.numbers, ends):
        found.changed.extend(_bound(ends, number.extent, other.extent))
        if _differ(number.value, other.value):
            found.changed.extend(_number(ends, number.extent, other.extent))
        else:
            _tells_the_same(found, number.extent, other.extent)
    return found


def _tells_the_same(found: Figures, before: Extent, after: Extent) -> None:
    found.same[0].append(before)
    found.same[1].append(after)


def _differ(a: Number, b: Number) -> bool:
    return a.value != b.value or bool(a.unit and b.unit and a.unit != b.unit)


def _number(ends: Ends, before: Extent, after: Extent) -> list[Figure]:
    wide = _with_noun(ends.first, before), _with_noun(ends.second, after)
    counted = counts_a_source(ends.first, word_at(ends.first, before[1]))
    return [Figure("number", *wide), *([Figure("source", *wide)] if counted else [])]


def _bound(ends: Ends, before: Extent, after: Extent) -> list[Figure]:
    """A number that is bounded on one side only, or otherwise: "at least 40", "40", "up to 40". Words that came in the
    place of a bound may well be one that we do not know."""
    (kind, at), (other, there) = (_bound_of(text, x) for text, x in ((ends.first, before), (ends.second, after)))
    if kind == other:
        return []
    if (kind and not other and _exchanged(ends, (at, before[0]))) or (
        other and not kind and _exchanged(_turned(ends), (there, after[0]))
    ):
        return []
    return [Figure("hedge", (at, before[1]), (there, after[1]))]


def _turned(ends: Ends) -> Ends:
    edits = tuple(Edit(edit.b, edit.a) for edit in ends.passage.edits)
    return Ends(ends.passage._replace(edits=edits), ends.second, ends.first)


def _exchanged(ends: Ends, bound: Extent) -> bool:
    """Whether more words of sense came where a bound went than went beside it."""
    first, last = word_at(ends.first, bound[0]), word_at(ends.first, bound[1])
    edit = next((edit for edit in ends.passage.edits if edit.a[0] <= first < edit.a[1]), None)
    if edit is None:
        return False
    beside = [ends.first.words[at] for at in range(*edit.a) if not first <= at < last]
    return _of_sense(ends.second.words[slice(*edit.b)]) > _of_sense(beside)


def _of_sense(words: Sequence[Word]) -> int:
    return sum(word.norm.isalpha() and word.norm not in word_set("small") for word in words)


def _bound_of(text: Text, extent: Extent) -> tuple[str | None, int]:
    """What bounds a number ("floor", "ceiling", "near", None), and where the words for it begin."""
    at = word_at(text, extent[0])
    for size in range(BOUND, 0, -1):
        words = text.words[max(0, at - size) : at]
        kind = bounds().get(" ".join(word.norm for word in words))
        if len(words) == size and kind:
            return kind, words[0].start
    return None, extent[0]


def holds_lost(stretch: Extent, here: Told, there: Told) -> bool:
    """Whether words of the one text, by their indices, hold a date or a number that stands nowhere in the other."""
    return _lost(stretch, here.dates, there.dates, here.text, there.text) or _lost(
        stretch, here.numbers, there.numbers, here.text, there.text
    )


def _lost(stretch: Extent, mine: Mapping[int, Item[V]], others: Mapping[int, Item[V]], here: Text, there: Text) -> bool:
    known = {written(there, item.extent) for item in others.values()} | word_set("barely_numbers")
    values = {item.value for item in others.values()}
    items = [mine[at] for at in range(*stretch) if at in mine]
    return any(item.value not in values and written(here, item.extent) not in known for item in items)


def _with_noun(text: Text, extent: Extent) -> Extent:
    """The number and the next word, on the same line."""
    at = word_at(text, extent[1])
    if at < len(text.words) and text.article.text[extent[1] : text.words[at].start] in (" ", "-"):
        return extent[0], text.words[at].end
    return extent
