"""The words of an English sentence that tell a doing: the head of each verb group, and nouns of happening.

No parser: word forms and the small words before them decide. "Ms Ferrer has not been told that the board will meet"
tells `told` (perfect, denied) and `meet` (to come). Coordinates are offsets into the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from onrecord.language.clauses import LONGEST, WORD, is_past
from onrecord.words import phrases

Form = Literal["past", "perfect", "before", "present", "ahead", "supposed", "infinitive", "gerund", "noun"]
"""How a doing is told: `before` is "had done", `ahead` "will do", `supposed` "would", "could" or "might do"."""

ADVERBS = 3
"""Words that may stand between the parts of a verb group: "has never really been told"."""


class Doing(NamedTuple):
    """One doing: where its head word stands, how it is told, whether it is denied, and whether what stands before it
    undergoes it ("was sued")."""

    start: int
    end: int
    word: str
    form: Form
    denied: bool = False
    passive: bool = False


class _Word(NamedTuple):
    start: int
    end: int
    low: str
    capital: bool


@cache
def _among(key: str) -> frozenset[str]:
    return frozenset(phrases("doings", key))


def doings(text: str, start: int, end: int) -> list[Doing]:
    """The doings of `text[start:end]`, a sentence or a clause, in order; none of a piece longer than LONGEST."""
    if end - start > LONGEST:
        return []
    words = [
        _Word(m.start(), m.end(), m.group().lower().replace("’", "'"), m.group()[0].isupper())
        for m in WORD.finditer(text, start, end)
    ]
    out: list[Doing] = []
    at = 0
    while at < len(words):
        found, after = _group(text, words, at)
        if found is not None:
            out.append(found)
        at = after
    return out


def _group(text: str, words: Sequence[_Word], at: int) -> tuple[Doing | None, int]:
    """The doing whose verb group begins at a word, None for none, and the number of the first word behind it."""
    word = words[at]
    if word.low in _among("helpers"):
        return _helped(text, words, at)
    if word.low == "to":
        return _infinitive(text, words, at)
    if word.capital and at > 0 and not _opens(text, words, at):
        return None, at + 1
    if _is_noun(words, at):
        return _doing(word, "noun"), at + 1
    if is_past(word.low) and not _adjectival(words, at):
        return _doing(word, "past"), at + 1
    if _is_gerund(words, at):
        return _doing(word, "gerund"), at + 1
    if _is_present(text, words, at):
        return _doing(word, "present"), at + 1
    return None, at + 1


def _helped(text: str, words: Sequence[_Word], at: int) -> tuple[Doing | None, int]:
    """A group that opens with a form of be, have, do or a modal verb."""
    helpers, denied, place = [words[at].low], words[at].low.endswith("n't") or words[at].low == "cannot", at + 1
    skipped = 0
    while place < len(words) and skipped <= ADVERBS and not _breaks(text, words, place):
        low = words[place].low
        if low in _among("helpers"):
            helpers.append(low)
        elif low in _among("negations"):
            denied = True
        elif low == "to" and helpers[-1] in _among("be") | _among("have"):
            helpers.append("will")
        elif low.endswith("ly") or low in _among("adverbs"):
            skipped += 1
        else:
            break
        place += 1
    if place >= len(words) or _breaks(text, words, place):
        return None, place
    last, head = helpers[-1], words[place]
    if last in _among("be"):
        if is_participle(head.low):
            return _doing(head, _tense(helpers), denied, passive=True), place + 1
        if head.low.endswith("ing") and len(head.low) > 4 and not head.capital:
            return _doing(head, _tense(helpers), denied), place + 1
        return None, place
    if last in _among("have"):
        if is_participle(head.low) or is_past(head.low):
            return _doing(head, _tense(helpers), denied), place + 1
        return _doing(words[place - 1], _tense(helpers[:-1] or ["has"]), denied), place
    if _is_bare(text, head):
        return _doing(head, _tense(helpers), denied), place + 1
    return None, place


def _tense(helpers: Sequence[str]) -> Form:
    first = helpers[0].removesuffix("n't")
    if first in _among("supposing"):
        return "supposed"
    if "will" in helpers or first in _among("coming"):
        return "ahead"
    if first == "had":
        return "before"
    if first in _among("have"):
        return "perfect"
    return "past" if first in _among("gone") else "present"


def _infinitive(text: str, words: Sequence[_Word], at: int) -> tuple[Doing | None, int]:
    place = at + 1
    while place < len(words) and (words[place].low.endswith("ly") or words[place].low in _among("between")):
        place += 1
    if place >= len(words) or _breaks(text, words, place):
        return None, place
    head = words[place]
    if (
        head.capital
        or head.low in _among("small")
        or not head.low.isalpha()
        or head.low.endswith(("ing", "ed", "ies", "one"))
    ):
        return None, at + 1
    if text[head.start : head.end] != head.low or not _governs(text, words, place + 1):
        return None, at + 1
    if head.low in _among("be") | _among("have"):
        found, after = _helped(text, words, place)
        return (found._replace(form="infinitive") if found else None), after
    return _doing(head, "infinitive"), place + 1


def _is_bare(text: str, head: _Word) -> bool:
    """Whether a word can be a verb's bare form."""
    return head.low.isalpha() and text[head.start : head.end] == head.low and head.low not in _among("small")


def is_participle(word: str) -> bool:
    """Whether a word, by its form, may be a past participle: "sued", "told", "given"."""
    return is_past(word) or word in _among("participles")


def _adjectival(words: Sequence[_Word], at: int) -> bool:
    """Whether an -ed form stands as an adjective: "the leaked letter", "a long awaited ship"."""
    before = words[at - 1].low if at else ""
    return before in _among("articles") or before.endswith(("'s", "s'")) or before in _among("degrees")


def _is_gerund(words: Sequence[_Word], at: int) -> bool:
    low = words[at].low
    if not low.endswith("ing") or len(low) < 6 or low in _among("not_gerunds"):
        return False
    before = words[at - 1].low if at else ""
    return before not in _among("articles") and not before.endswith(("'s", "s'"))


def _is_present(text: str, words: Sequence[_Word], at: int) -> bool:
    """A third person singular right behind what can be its subject: a name, a pronoun, "which"."""
    low = words[at].low
    if not at or not low.endswith("s") or low.endswith(("ss", "us", "'s", "is")) or len(low) < 4:
        return False
    before = words[at - 1]
    if _breaks(text, words, at):
        return low in _among("presents")
    if before.low in _among("subjects") or low in _among("presents"):
        return True
    named = before.capital and not before.low.endswith(("'s", "s'")) and text[words[at].start].islower()
    return named and _governs(text, words, at + 1)


def _governs(text: str, words: Sequence[_Word], place: int) -> bool:
    """Whether a word stands right behind a verb rather than behind a noun: it is a name, a number, an article, a
    pronoun, a preposition of place."""
    if place >= len(words) or _breaks(text, words, place):
        return False
    after = words[place]
    return after.capital or after.low[0].isdigit() or after.low in _among("behind") or after.low.endswith("ly")


def _is_noun(words: Sequence[_Word], at: int) -> bool:
    low = words[at].low
    return low in _among("happenings") or (low.endswith("s") and low[:-1] in _among("happenings"))


def _opens(text: str, words: Sequence[_Word], at: int) -> bool:
    return text[words[at - 1].end : words[at].start].strip() not in ("", ",")


def _breaks(text: str, words: Sequence[_Word], place: int) -> bool:
    """Whether a mark stands before a word, so that no group runs on to it."""
    return bool(place) and any(mark in ',;:—–“”"()' for mark in text[words[place - 1].end : words[place].start])


def _doing(word: _Word, form: Form, denied: bool = False, passive: bool = False) -> Doing:
    return Doing(word.start, word.end, word.low, form, denied, passive)
