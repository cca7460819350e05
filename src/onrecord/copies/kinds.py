"""What sort of change an edit is: names, offices, sources, negations, hedges, turns of meaning."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from onrecord.copies import turns
from onrecord.copies.informants import in_nameless_source, source
from onrecord.copies.lexicon import calendar, group_of, word_set
from onrecord.copies.scenes import Kind, Scene, apart, is_upper, opens
from onrecord.copies.texts import Text
from onrecord.nouns import ChangeType, Extent

LONG = 12
"""Words on either side past which an edit is another sentence rather than a changed phrase."""

CLAUSE = 4
"""Words lost or gained in one place from which they are a dropped or added clause."""


def kinds(scene: Scene) -> list[Kind]:
    """Every telling sort of change in one edit; none means that it is wording at most. A negation is no turn of meaning
    besides, and a clause lost with a negation in it is a clause lost."""
    if max(scene.edit.a[1] - scene.edit.a[0], scene.edit.b[1] - scene.edit.b[0]) > LONG:
        return []
    found = [_of_source(kind, scene) for judge in _JUDGES if (kind := judge(scene))]
    besides = {"meaning"} if any(kind.what == "negation" for kind in found) else set()
    if _clause(scene):
        besides |= {"negation", "hedge"}
    return [kind for kind in found if kind.what not in besides]


def _clause(scene: Scene) -> bool:
    """Words merely lost or gained, and so many that they go with all they say."""
    lost, gained = scene.edit.a[1] - scene.edit.a[0], scene.edit.b[1] - scene.edit.b[0]
    return min(lost, gained) == 0 and max(lost, gained) >= CLAUSE


def _of_source(kind: Kind, scene: Scene) -> Kind:
    """An office renamed within the words for a source without a name describes the source otherwise."""
    nameless = kind.what == "name" and in_nameless_source(scene.first, kind.a)
    return kind._replace(what="source") if nameless else kind


def _name(scene: Scene) -> Kind | None:
    a, b = capitals(scene.first, scene.edit.a), capitals(scene.second, scene.edit.b)
    if not (a and b):
        return None
    before, after = (_phrase(text, at) for text, at in ((scene.first, a), (scene.second, b)))
    old, new = (_telling(text, extent) for text, extent in ((scene.first, before), (scene.second, after)))
    if not old or not new or _same_name(old, new) or f" {' '.join(new)} " in scene.known:
        return None
    return Kind("name", before, after)


def capitals(text: Text, stretch: Extent) -> list[int]:
    """The words of a stretch that are written as names, not merely for beginning a sentence or a headline."""
    dull = word_set("styles") | calendar()
    return [
        at for at in range(*stretch)
        if text.article.text[text.words[at].start].isupper() and text.words[at].norm not in dull
        and text.words[at].start >= text.head and (not opens(text, at) or is_upper(text, at + 1))
    ]  # fmt: skip


def _phrase(text: Text, capitals: Sequence[int]) -> Extent:
    """The run of capitalised words around the changed ones."""
    first, last = capitals[0], capitals[-1]
    while first > 0 and not apart(text, first - 1) and text.article.text[text.words[first - 1].start].isupper():
        first -= 1
    while is_upper(text, last + 1):
        last += 1
    return first, last + 1


def _telling(text: Text, stretch: Extent) -> list[str]:
    return [w.norm for w in text.words[slice(*stretch)] if w.norm not in word_set("styles") | word_set("small")]


def _same_name(old: Sequence[str], new: Sequence[str]) -> bool:
    """One is part of the other, its initials, or a name of one group."""
    initials = ["".join(word[0] for word in words) for words in (old, new)]
    short = ["".join(words).replace(".", "") for words in (old, new)]
    groups = [{group_of("same", word) for word in words} for words in (old, new)]
    part = set(old) <= set(new) or set(new) <= set(old)
    return part or initials[0] == short[1] or initials[1] == short[0] or bool(groups[0] & groups[1] - {None})


def _office(scene: Scene) -> Kind | None:
    return _regrouped(scene, "offices", "name") if not set(scene.after()) & word_set("chiefs") else None


def _regrouped(scene: Scene, subject: str, what: ChangeType) -> Kind | None:
    """A word of one group went, and what came holds none of that group."""
    gone = {group_of(subject, word) for word in scene.before()} - {None}
    come = {group_of(subject, word) for word in scene.after()}
    if not gone or gone & come or not set(scene.after()) - word_set("small") - word_set("styles"):
        return None
    return Kind(what, scene.edit.a, scene.edit.b)


def _qualified(scene: Scene) -> Kind | None:
    """The words before an office or a public body that stayed became others: "trade minister", "commerce minister"."""
    (_, a), (_, b) = scene.edit
    heads = [text.words[at].norm if at < len(text.words) else "" for text, at in ((scene.first, a), (scene.second, b))]
    ends = [words[-1:] for words in (scene.before(), scene.after())]
    loose = word_set("small") | word_set("qualifiers") | word_set("styles")
    if heads[0] != heads[1] or not all(ends) or any(end[0] in loose for end in ends):
        return None
    if group_of("offices", heads[0]) is None and heads[0] not in word_set("bodies"):
        return None
    if not _qualifies(scene.first, a - 1):
        return None
    same = group_of("same", ends[0][0]) is not None and group_of("same", ends[0][0]) == group_of("same", ends[1][0])
    return None if same else Kind("name", (a - 1, a + 1), (b - 1, b + 1))


def _qualifies(text: Text, at: int) -> bool:
    """Word `at` belongs to the one after it: no other sentence's word, no verb before a name ("stop President X")."""
    cases = [text.article.text[word.start].isupper() for word in text.words[at : at + 2]]
    return not apart(text, at) and cases[0] == cases[1]


_JUDGES: tuple[Callable[[Scene], Kind | None], ...] = (
    turns.negation, turns.hedge, _name, _office, _qualified, source, turns.meaning,
)  # fmt: skip
