"""What sort of change an edit is: names, offices, sources, negations, hedges, turns of meaning."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from onrecord.copies.edits import Edit, Passage
from onrecord.copies.texts import Text
from onrecord.nouns import ChangeType, Extent
from onrecord.words import phrases, table

LONG = 12
"""Words on either side past which an edit is another sentence rather than a changed phrase."""


class Scene(NamedTuple):
    """An edit with all that is needed to judge it; `known` is the original's folded words, a space between and
    around."""

    edit: Edit
    passage: Passage
    first: Text
    second: Text
    known: str

    def before(self) -> list[str]:
        """The folded words that went."""
        return [w.norm for w in self.first.words[slice(*self.edit.a)]]

    def after(self) -> list[str]:
        """The folded words that came."""
        return [w.norm for w in self.second.words[slice(*self.edit.b)]]


class Kind(NamedTuple):
    """A sort of change, and the words (as indices) it concerns in original and copy."""

    what: ChangeType
    a: Extent
    b: Extent


def kinds(scene: Scene) -> list[Kind]:
    """Every telling sort of change in one edit; none means that it is wording at most."""
    if max(scene.edit.a[1] - scene.edit.a[0], scene.edit.b[1] - scene.edit.b[0]) > LONG:
        return []
    found = [judge(scene) for judge in _JUDGES]
    return [kind for kind in found if kind]


def negated(words: Sequence[str]) -> int:
    """How many negations the words hold."""
    return sum(word in _set("negations") or word.endswith("n't") for word in words)


def _negation(scene: Scene) -> Kind | None:
    if (negated(scene.before()) - negated(scene.after())) % 2 == 0:
        return None
    skip = _before_negation(scene.before())
    a, b = scene.edit
    follows = (a[1], b[1]) in scene.passage.stayed  # "responded to" shows more than "responded"
    before, after = (min(a[0] + skip, a[1]), a[1] + follows), (max(b[0], min(b[0] + skip, b[1] - 1)), b[1] + follows)
    return Kind("negation", before, after)


def _before_negation(words: Sequence[str]) -> int:
    """How many words stand before the auxiliary of the first negation: "the office" in "the office did not respond"."""
    at = next((n for n, word in enumerate(words) if negated([word])), 0)
    return max(0, at - 1)


def _hedge(scene: Scene) -> Kind | None:
    before, after = _hedges(scene.first, scene.edit.a), _hedges(scene.second, scene.edit.b)
    return Kind("hedge", scene.edit.a, scene.edit.b) if before != after else None


def _hedges(text: Text, stretch: Extent) -> bool:
    for at in range(*stretch):
        word = text.words[at].norm
        if word in _set("hedges") and text.article.text[text.words[at].start].islower():
            return True
        follows = text.words[at + 1].norm if at + 1 < len(text.words) else ""
        if word in _set("hedges_of_numbers") and (follows[:1].isdigit() or follows in _set_of("numerals", "small")):
            return True
    return False


def _name(scene: Scene) -> Kind | None:
    a, b = _capitals(scene.first, scene.edit.a), _capitals(scene.second, scene.edit.b)
    if not (a and b):
        return None
    before, after = (_phrase(text, at) for text, at in ((scene.first, a), (scene.second, b)))
    old, new = (_telling(text, extent) for text, extent in ((scene.first, before), (scene.second, after)))
    if not old or not new or _same_name(old, new) or f" {' '.join(new)} " in scene.known:
        return None
    return Kind("name", before, after)


def _capitals(text: Text, stretch: Extent) -> list[int]:
    """The words of a stretch that are written as names, not merely for beginning a sentence or a headline."""
    dull = _set("styles") | set(_dates_words())
    return [
        at for at in range(*stretch)
        if text.article.text[text.words[at].start].isupper() and text.words[at].norm not in dull
        and text.words[at].start >= text.head and (not _opens(text, at) or _upper(text, at + 1))
    ]  # fmt: skip


def _opens(text: Text, at: int) -> bool:
    head = text.article.text[max(0, text.words[at].start - 3) : text.words[at].start]
    return not head.strip(" \n“”\"‘'(") or "\n" in head or head.rstrip(" “”\"‘'(")[-1:] in ".!?:"


def _upper(text: Text, at: int) -> bool:
    return at < len(text.words) and text.article.text[text.words[at].start].isupper() and not _apart(text, at - 1)


def _apart(text: Text, at: int) -> bool:
    """Something other than a space stands between word `at` and the next."""
    return text.article.text[text.words[at].end : text.words[at + 1].start].strip("-&") != " "


def _phrase(text: Text, capitals: Sequence[int]) -> Extent:
    """The run of capitalised words around the changed ones."""
    first, last = capitals[0], capitals[-1]
    while first > 0 and not _apart(text, first - 1) and text.article.text[text.words[first - 1].start].isupper():
        first -= 1
    while _upper(text, last + 1):
        last += 1
    return first, last + 1


def _telling(text: Text, stretch: Extent) -> list[str]:
    return [w.norm for w in text.words[slice(*stretch)] if w.norm not in _set("styles") | _set("small")]


def _same_name(old: Sequence[str], new: Sequence[str]) -> bool:
    """One is part of the other, its initials, or a name of one group."""
    initials = ["".join(word[0] for word in words) for words in (old, new)]
    short = ["".join(words).replace(".", "") for words in (old, new)]
    groups = [{_group("same", word) for word in words} for words in (old, new)]
    part = set(old) <= set(new) or set(new) <= set(old)
    return part or initials[0] == short[1] or initials[1] == short[0] or bool(groups[0] & groups[1] - {None})


def _office(scene: Scene) -> Kind | None:
    return _regrouped(scene, "offices", "name") if not set(scene.after()) & _set("chiefs") else None


def _source(scene: Scene) -> Kind | None:
    gone, come = ({_group("sources", word) for word in words} - {None} for words in (scene.before(), scene.after()))
    return Kind("source", scene.edit.a, scene.edit.b) if gone and come and not gone & come else None


def _regrouped(scene: Scene, subject: str, what: ChangeType) -> Kind | None:
    """A word of one group went, and what came holds none of that group."""
    gone = {_group(subject, word) for word in scene.before()} - {None}
    come = {_group(subject, word) for word in scene.after()}
    if not gone or gone & come or not [w for w in scene.after() if w not in _set("small")]:
        return None
    return Kind(what, scene.edit.a, scene.edit.b)


def _meaning(scene: Scene) -> Kind | None:
    before, after = set(scene.before()), set(scene.after())
    turned = any((x in before and y in after) or (y in before and x in after) for x, y in table("copies")["opposites"])
    told = [{_group("telling", word) for word in words} - {None} for words in (before, after)]
    done = bool(before & _set("planned")) and bool(after & _set("done")) and not after & _set("planned")
    if turned or done or (all(told) and not told[0] & told[1]):
        return Kind("meaning", scene.edit.a, scene.edit.b)
    return None


def _qualified(scene: Scene) -> Kind | None:
    """The words before an office or a public body that stayed became others: "trade minister", "commerce minister"."""
    (_, a), (_, b) = scene.edit
    heads = [text.words[at].norm if at < len(text.words) else "" for text, at in ((scene.first, a), (scene.second, b))]
    ends = [words[-1:] for words in (scene.before(), scene.after())]
    loose = _set("small") | _set("qualifiers") | _set("styles")
    if heads[0] != heads[1] or not all(ends) or any(end[0] in loose for end in ends):
        return None
    if _group("offices", heads[0]) is None and heads[0] not in _set("bodies"):
        return None
    if not _qualifies(scene.first, a - 1):
        return None
    same = _group("same", ends[0][0]) is not None and _group("same", ends[0][0]) == _group("same", ends[1][0])
    return None if same else Kind("name", (a - 1, a + 1), (b - 1, b + 1))


def _qualifies(text: Text, at: int) -> bool:
    """Word `at` belongs to the one after it: no other sentence's word, no verb before a name ("stop President X")."""
    cases = [text.article.text[word.start].isupper() for word in text.words[at : at + 2]]
    return not _apart(text, at) and cases[0] == cases[1]


_JUDGES: tuple[Callable[[Scene], Kind | None], ...] = (_negation, _hedge, _name, _office, _qualified, _source, _meaning)


def counts_a_source(text: Text, at: int) -> bool:
    """Word `at` is the noun a number counts, and a kind of source: "four people", "two officials"."""
    return at < len(text.words) and _group("sources", text.words[at].norm) in (
        "people",
        "officials",
        "aides",
        "witnesses",
        "lawyers",
    )


@cache
def _groups(subject: str) -> Mapping[str, str]:
    return MappingProxyType({word: name for name, words in table("copies")[subject].items() for word in words})


def _group(subject: str, word: str) -> str | None:
    return _groups(subject).get(word)


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(phrases("copies", key))


@cache
def _set_of(name: str, key: str) -> frozenset[str]:
    return frozenset(table(name)[key])


@cache
def _dates_words() -> frozenset[str]:
    words = table("copies")["dates"]
    return frozenset(words["months"]) | frozenset(words["weekdays"])
