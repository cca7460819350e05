"""Whether an attribution that a model saw is one by the record's rules: somebody is said to have said something.
Wishes, plans, moods, what might be said and what nobody said are none, though annotators of attribution mark them."""

from __future__ import annotations

import re
from functools import cache

from onrecord.nouns import Attribution, Extent
from onrecord.readings import cues
from onrecord.words import table

SHORTEST = 3
"""Words of a content that nobody quotes; a shorter one is mostly a cut one."""
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
_STOP = re.compile(r"[.!?…][”’\"')]*\s+(?=[“‘\"'A-Z])|\n")
_TITLE_STOP = re.compile(r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Maj|Col|Lt|Capt|Sgt|Prof|Rev|St|Jr|Sr)\.\s+$")


@cache
def _tellers() -> frozenset[str]:
    nouns = [word for words in table("cues")["nouns"].values() for noun in words for word in (noun, f"{noun}s")]
    return frozenset(cues.forms()) | frozenset(nouns) | {"according"}


def telling(cue: str) -> bool:
    """Whether a word of a cue is one that tells."""
    return any(word.lower() in _tellers() for word in _WORD.findall(cue))


def sound(text: str, one: Attribution) -> bool:
    """Whether `one` has somebody who tells, in the sentence of its cue, and has told, something of some length."""
    if not one.cue or not one.source or one.act == "thinks":
        return False
    words = [word.lower() for word in _WORD.findall(text[slice(*one.cue)])]
    if (
        not telling(text[slice(*one.cue)])
        or _MODALS & set(words)
        or words[0] == "to"
        or any(word.endswith(("n’t", "n't")) for word in words)
    ):
        return False
    if _NOT_SAID.search(text[max(0, one.cue[0] - BEFORE) : one.cue[0]].rstrip()):
        return False
    if _NO_SOURCE.match(text[slice(*one.source)]) or not _one_sentence(text, one.cue, one.source):
        return False
    told = sum(len(_WORD.findall(text[start:end])) for start, end in one.content)
    return told >= SHORTEST or one.mode == "direct"


def _one_sentence(text: str, cue: Extent, source: Extent) -> bool:
    """Whether nothing between them ends a sentence."""
    start, end = min(cue[1], source[1]), max(cue[0], source[0])
    between = text[start : max(start, end) + 1]
    return not any(not _TITLE_STOP.search(text[: start + stop.end()][-12:]) for stop in _STOP.finditer(between))
