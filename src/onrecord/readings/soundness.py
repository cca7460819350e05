"""What an attribution that a model saw is by the record's rules: somebody is said to have said something, or to want,
plan, believe or feel it. What might be said and what nobody said is none, though annotators of attribution mark it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal

from onrecord.nouns import Attribution, Extent
from onrecord.readings import cues
from onrecord.words import table

Kind = Literal["says", "raises", "quotes", "thinks"]
"""A verb of saying; one of raising, praising and attacking a matter; a quotation beside any other word; a stance."""
SHORTEST = 3
"""Words of a content of a verb of saying that nobody quotes; a shorter one is mostly a cut one."""
SHORT = 2
"""The same of the others: "wants a recount"."""
BEFORE = 30
"""Characters before a cue in which a small word that turns it is looked for."""

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_NOT_SAID = re.compile(
    r"\b(?:to|should|must|could|might|may|can|cannot|would|if|whether|not|never|nobody|without)(?: \w+ly)?$"
    r"|n[’']t(?: \w+ly)?$",
    re.IGNORECASE,
)
_MODALS = frozenset(("not", "never", "should", "must", "could", "might", "may", "can", "cannot", "would"))
_NO_SOURCE = re.compile(
    r"(?:those|people|anyone|anybody|someone|one|we|you|i|who|which|that|what|whoever|there|by|no|nobody|none|it)"
    r"\b(?! said)",
    re.IGNORECASE,
)
_NOBODY = frozenset(
    ("who", "which", "that", "what", "you", "one", "him", "her", "me", "us", "them", "it", "there", "nobody", "no one")
)
_STOP = re.compile(r"[.!?…][”’\"')]*\s+(?=[“‘\"'A-Z])|\n")
_TITLE_STOP = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Maj|Col|Lt|Capt|Sgt|Prof|Rev|St|Jr|Sr)\.\s+$")


@cache
def _tellers() -> frozenset[str]:
    nouns = [word for words in table("cues")["nouns"].values() for noun in words for word in (noun, f"{noun}s")]
    acts = cues.acts()
    verbs = [form for form, readings in cues.forms().items() if any(acts.get(verb) != "thinks" for verb, _ in readings)]
    return frozenset(verbs) | frozenset(nouns) | {"according"}


@cache
def _stance(key: str) -> frozenset[str]:
    irregular = table("stances")["irregular"]
    return frozenset(form for verb in table("stances")[key] for form, _ in cues.inflections(verb, irregular))


@cache
def _thinking() -> frozenset[str]:
    return _stance("thinks") | frozenset(table("stances")["thoughts"])


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def telling(cue: str) -> bool:
    """Whether a word of a cue is one that tells."""
    return not _tellers().isdisjoint(_words(cue))


def kind(text: str, one: Attribution) -> Kind | None:
    """How `one` tells by the record's rules, with its source in the sentence of its cue and a content of some length;
    None where it does not."""
    if not one.cue or not one.source or not _one_sentence(text, one.cue, one.source):
        return None
    words = _words(text[slice(*one.cue)])
    tells = telling(text[slice(*one.cue)])
    told = sum(len(_WORD.findall(text[start:end])) for start, end in one.content)
    if told < (SHORTEST if tells else SHORT) and one.mode != "direct":
        return None
    if one.act != "thinks" and tells:
        return "says" if _said(text, one.cue, one.source, words) else None
    if one.act != "thinks" and not _stance("says").isdisjoint(words):
        return "raises" if _said(text, one.cue, one.source, words) else None
    if one.act == "thinks" or not _thinking().isdisjoint(words):
        alone = len(words) == 1 and words[0].endswith("ing")  # "a fund supporting her"
        nobody = text[slice(*one.source)].lower() in _NOBODY
        return None if alone or nobody or _unsaid(text, one.cue, words) else "thinks"
    return "quotes" if one.mode == "direct" else None


def _said(text: str, cue: Extent, source: Extent, words: Sequence[str]) -> bool:
    """Whether it was said, and by somebody: "might say", "nobody said" and "those who say" tell of nobody."""
    return not _unsaid(text, cue, words) and not _NO_SOURCE.match(text[slice(*source)])


def _unsaid(text: str, cue: Extent, words: Sequence[str]) -> bool:
    """Whether it was not, or only might be, said or thought: "does not believe" tells of no belief."""
    before = text[max(0, cue[0] - BEFORE) : cue[0]].rstrip()
    turned = bool(_MODALS & set(words)) or words[:1] == ["to"] or any(word.endswith(("n’t", "n't")) for word in words)
    return turned or bool(_NOT_SAID.search(before))


def _one_sentence(text: str, cue: Extent, source: Extent) -> bool:
    """Whether nothing between them ends a sentence."""
    start, end = min(cue[1], source[1]), max(cue[0], source[0])
    between = text[start : max(start, end) + 1]
    return not any(not _TITLE_STOP.search(text[: start + stop.end()][-12:]) for stop in _STOP.finditer(between))
