"""Edits that turn what is said: a negation, a hedge, another act of speech, the opposite word."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.copies.lexicon import bounds, group_of, numerals, opposites, word_set
from onrecord.copies.scenes import Kind, Scene
from onrecord.copies.texts import Text
from onrecord.nouns import Extent
from onrecord.words import phrases

SWAP = 2
"""Words on either side up to which two opposites are exchanged for one another whatever they are; in longer edits "for"
and "against", "first" and "last" may stand by themselves."""
TELLING_SWAP = 6
"""And up to which those do that carry sense of their own."""


def negation(scene: Scene) -> Kind | None:
    """A negation went or came; two are none."""
    gone, come = scene.before(), scene.after()
    if (_negated(gone, come) - _negated(come, gone)) % 2 == 0:
        return None
    skip = _before_negation(gone)
    a, b = scene.edit
    follows = (a[1], b[1]) in scene.passage.stayed  # "responded to" shows more than "responded"
    before, after = (min(a[0] + skip, a[1]), a[1] + follows), (max(b[0], min(b[0] + skip, b[1] - 1)), b[1] + follows)
    return Kind("negation", before, after)


def _negated(words: Sequence[str], others: Sequence[str]) -> int:
    """How many negations the words hold; "unavailable" is one beside an "available" among the `others`."""
    return sum(_is_negation(word) or _is_turned(word, others) for word in words)


def _is_negation(word: str) -> bool:
    return word in word_set("negations") or word.endswith("n't")


def _is_turned(word: str, others: Sequence[str]) -> bool:
    return any(word.startswith(prefix) and word[len(prefix) :] in others for prefix in phrases("copies", "turning"))


def _before_negation(words: Sequence[str]) -> int:
    """How many words stand before the auxiliary of the first negation: "the office" in "the office did not respond"."""
    at = next((n for n, word in enumerate(words) if _is_negation(word)), 0)
    return max(0, at - 1)


def hedge(scene: Scene) -> Kind | None:
    """A word that weakens a claim went or came, or what was only weighed is resolved."""
    before, after = _hedges(scene.first, scene.edit.a), _hedges(scene.second, scene.edit.b)
    return Kind("hedge", scene.edit.a, scene.edit.b) if before != after or _resolved(scene) else None


def _hedges(text: Text, stretch: Extent) -> bool:
    return any(_is_hedge(text, at) for at in range(*stretch))


def _is_hedge(text: Text, at: int) -> bool:
    word, follows = text.words[at].norm, text.words[at + 1].norm if at + 1 < len(text.words) else ""
    if not text.article.text[text.words[at].start].islower():
        return False
    if word in word_set("hedges"):
        return word not in bounds() or not (follows[:1].isdigit() or follows in numerals())
    if word in word_set("hedges_of_verbs"):
        return follows in word_set("hedged_verbs")
    return word in word_set("hedges_of_denials") and at > 0 and _is_negation(text.words[at - 1].norm)


def _resolved(scene: Scene) -> bool:
    sides = set(scene.before()), set(scene.after())
    weighed, resolved = (tuple(bool(side & word_set(key)) for side in sides) for key in ("weighed", "resolved"))
    return (weighed, resolved) in {((True, False), (False, True)), ((False, True), (True, False))}


def meaning(scene: Scene) -> Kind | None:
    """A word became its opposite, a plan a deed, an act of speech another, or a denial is gone."""
    turned = _opposed(scene.before(), scene.after()) or _done(scene) or _told_otherwise(scene) or _denial_lost(scene)
    return Kind("meaning", scene.edit.a, scene.edit.b) if turned else None


def _opposed(before: Sequence[str], after: Sequence[str]) -> bool:
    longest = max(len(before), len(after))
    if longest > TELLING_SWAP:
        return False
    small = word_set("small") | word_set("weak_opposites") if longest > SWAP else frozenset()
    gone, come = set(before) - set(after) - small, set(after) - set(before) - small
    return any(opposites().get(word, frozenset()) & come for word in gone)


def _done(scene: Scene) -> bool:
    before, after = set(scene.before()), set(scene.after())
    planned = word_set("planned")
    return bool(before & planned) and bool(after & word_set("done")) and not after & planned


def _told_otherwise(scene: Scene) -> bool:
    told = [{group_of("telling", word) for word in words} - {None} for words in (scene.before(), scene.after())]
    return all(told) and not told[0] & told[1]


def _denial_lost(scene: Scene) -> bool:
    """A denial stands on one side only, and no other word of denying anywhere in the passage of the other."""
    for words, others, passage in (
        (scene.before(), scene.second, scene.passage.b), (scene.after(), scene.first, scene.passage.a),
    ):  # fmt: skip
        if set(words) & word_set("denials") and not _denies([others.words[at].norm for at in passage]):
            return True
    return False


def _denies(words: Sequence[str]) -> bool:
    return any(
        word in word_set("denials") or group_of("telling", word) == "denying" or _is_negation(word) for word in words
    )
