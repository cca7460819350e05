"""Who a statement is laid at, where a copying describes them otherwise."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from onrecord.copies.lexicon import group_of, word_set
from onrecord.copies.scenes import Kind, Scene
from onrecord.copies.texts import Text
from onrecord.nouns import Extent

BEFORE = 3
"""Words before a source among which "citing" or "according to" shows it."""
COUNTED = ("people", "officials", "aides", "witnesses", "lawyers")
"""The groups of sources that are counted: "four people", "two officials"."""


def source(scene: Scene) -> Kind | None:
    """A source of one kind went and one of another came, or was laid at another: "learned", "was told"."""
    sides = (scene.first, scene.edit.a), (scene.second, scene.edit.b)
    named = [{_group(text, at) or _office(text, at) for at in range(*stretch)} - {None} for text, stretch in sides]
    if not all(named) or named[0] & named[1]:
        return None
    if not any(is_source(text, at) for text, stretch in sides for at in range(*stretch)):
        return None
    return Kind("source", scene.edit.a, scene.edit.b)


def _group(text: Text, at: int) -> str | None:
    return group_of("sources", text.words[at].norm)


def _office(text: Text, at: int) -> str | None:
    return group_of("offices", text.words[at].norm)


def in_nameless_source(text: Text, stretch: Extent) -> bool:
    """Whether words lie within those that a reading shows for a source, and no name stands among these."""
    start, end = text.extent(*stretch)
    for a, b in _near_sources(text, start):
        if a <= start and end <= b:
            capitals = [w for w in text.words if a < w.start < b and text.article.text[w.start].isupper()]
            return not capitals
    return False


def is_source(text: Text, at: int) -> bool:
    """Word `at` is a kind of source and stands where somebody is said to have said something: after "citing" and the
    like, or in the words that a reading shows for one, or, where there is no reading, beside a verb of speech."""
    group = _group(text, at)
    if group is None:
        return False
    if group in word_set("always_sources") or _introduced(text, at):
        return True
    if text.sources is None:
        return _in_speech(text, at)
    start = text.words[at].start
    return any(a <= start < b for a, b in _near_sources(text, start)) or _speaks(text, at)


def _near_sources(text: Text, start: int) -> Sequence[Extent]:
    """The few sources that begin last before a place."""
    near = bisect_right(text.sources or (), (start, len(text.article.text)))
    return (text.sources or ())[max(0, near - 3) : near]


def counts_a_source(text: Text, at: int) -> bool:
    """Word `at` is the noun that a number counts, and a source: "four people said"."""
    return at < len(text.words) and _group(text, at) in COUNTED and is_source(text, at)


def _introduced(text: Text, at: int) -> bool:
    return any(word.norm in word_set("introductions") for word in text.words[max(0, at - BEFORE) : at])


def _speaks(text: Text, at: int) -> bool:
    """A plain verb of speech comes right after: "people say"."""
    return at + 1 < len(text.words) and group_of("telling", text.words[at + 1].norm) == "neutral"


def _in_speech(text: Text, at: int) -> bool:
    first, last = _sentence(text, at)
    return any(group_of("telling", word.norm) for word in text.words[first:last])


def _sentence(text: Text, at: int) -> Extent:
    place = bisect_left(text.sentences, (at + 1, 0)) - 1
    return text.sentences[place] if place >= 0 else (at, at + 1)
