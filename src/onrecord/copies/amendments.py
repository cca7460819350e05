"""What a later version says of its own changes: "This article was amended on 3 May to correct a name"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.copies.lexicon import word_set
from onrecord.copies.texts import Text, words_of
from onrecord.copies.values import Number, days, numbers
from onrecord.nouns import Article, ChangeType, Extent
from onrecord.words import phrases, table

LONGEST = 1_200
"""Characters of a paragraph that is a note; a longer one is a part of the report that speaks of versions."""
SHARED, MOST = 2, 0.5
"""Telling words, and the share of a note's own, that a sentence put in must have in common with the note to be what it
speaks of: "updated to include the ministry's denial"."""


class Note(NamedTuple):
    """A sentence of a note: its characters, its telling words, its numbers, the sorts of change that it only names ("a
    figure"), and whether it says that something was taken out."""

    extent: Extent
    words: frozenset[str]
    numbers: frozenset[Number]
    names: frozenset[str]
    removes: bool


def notes_of(text: Text) -> list[Note]:
    """The notes on changes that a text holds, a sentence each, in its order."""
    lines = [(a, b) for a, b, region in text.article.lines() if region == "body"]
    found = [(a, b) for a, b in lines if is_note(text.article, text.article.text[a:b])]
    extents = [text.extent(*sentence) for sentence in text.sentences]
    held = [x for x in extents if any(a <= x[0] and x[1] <= b for a, b in found)]
    dates = [extent for extent, _ in days(text.article)] if held else []
    return [_note(text.article, x, dates) for x in held]


def is_note(article: Article, line: str) -> bool:
    """Whether a line says that the article was changed."""
    if len(line) > LONGEST:
        return False
    folded = line.casefold()
    if line in article.notes and _opening().match(folded):
        return True
    return any(phrase in folded for phrase in phrases("copies", "later_version"))


def _opening() -> re.Pattern[str]:
    return re.compile("|".join(re.escape(word) for word in phrases("copies", "note_openings")))


def _note(article: Article, extent: Extent, dates: Sequence[Extent]) -> Note:
    text = article.text[slice(*extent)]
    words = frozenset(word.norm for word in words_of(text, ()))
    named = frozenset(
        what for what, every in table("copies")["owned"].items() if words & {word.casefold() for word in every}
    )
    telling = words - word_set("small") - word_set("of_notes")
    counted = numbers(text, [(a - extent[0], b - extent[0]) for a, b in dates])
    values = frozenset(value for _, value in counted)
    return Note(extent, telling, values, named, removes=bool(words & word_set("taking_out")))


Told = tuple[ChangeType, Extent | None, Extent | None]
"""A change: its sort, its characters in the original and in the copy."""


def owning(change: Told, sides: tuple[Text, Text], notes: Sequence[Note]) -> Extent | None:
    """The note of the second text that owns up to a change, None for none: the note itself, one that gives the words
    that went or came, or one that names the sort of change and gives none."""
    what, before, after = change
    texts = [text.article.text[slice(*x)] if x else "" for text, x in zip(sides, (before, after), strict=True)]
    itself = [note for note in notes if after and note.extent[0] < after[1] and after[0] < note.extent[1]]
    if itself:
        return itself[0].extent
    if before and after:
        return _of_exchange(what, texts[0], texts[1], notes)
    return _of_sentence(texts[0] or texts[1], [note for note in notes if after or note.removes])


def _of_sentence(text: str, notes: Sequence[Note]) -> Extent | None:
    words = _telling(text)
    near = [note for note in notes if len(note.words & words) >= max(SHARED, MOST * len(note.words))]
    return max(near, key=lambda note: len(note.words & words)).extent if near else None


def _of_exchange(what: ChangeType, before: str, after: str, notes: Sequence[Note]) -> Extent | None:
    gone, come = _telling(before), _telling(after)
    values = frozenset(value for text in (before, after) for _, value in numbers(text, ()))
    words = (gone | come) - (gone & come) or gone
    for note in notes:
        if note.words & words or note.numbers & values:
            return note.extent
    return next((note.extent for note in notes if what in note.names and not note.numbers), None)


def _telling(text: str) -> frozenset[str]:
    return frozenset(word.norm for word in words_of(text, ())) - word_set("small") - word_set("of_notes")
