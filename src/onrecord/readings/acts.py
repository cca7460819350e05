"""What kind of act an attribution tells, from its verb, its negation and what is said."""

from __future__ import annotations

from onrecord.nouns import Act
from onrecord.readings import denials, silences
from onrecord.readings.cues import Cue, acts, takes

_DENYING = frozenset(("call", "describe", "brand", "label", "term", "reject", "dismiss", "slam"))
_FALSE = frozenset(("false", "untrue", "baseless", "wrong", "nonsense", "lies", "lie", "fabricated", "groundless"))


_CLAIMS = frozenset(
    (
        "claim",
        "claims",
        "report",
        "reports",
        "story",
        "allegation",
        "allegations",
        "accusation",
        "accusations",
        "charges",
        "suggestion",
        "expose",
        "exposé",
        "rumours",
        "rumors",
        "thing",
    )
)
"""What somebody else said: who calls it names denies it."""


def of(cue: Cue, kind: str, words: str, source: str = "", direct: bool = False) -> Act | None:
    """The act of a verb with a complement of this kind and these words; None where nothing is said to be said.
    `source` is the words for who; `direct`: the words are quoted, so that "he" in them is somebody else."""
    act = acts().get(cue.lemma, "says")
    if cue.negated:
        return _negated(act)
    if act == "asks":
        return "requests" if kind == "to" else "asks"
    if act == "promises" and kind == "object":
        return "promises"
    if kind == "to" and act == "says":
        return "requests"
    if act == "denies" and kind == "named" and cue.lemma not in _DENYING:
        return "says"
    if act == "says" and cue.lemma in _DENYING and (_FALSE | _CLAIMS) & set(words.lower().split()):
        return "denies"
    if act == "says" and takes(cue, "says"):
        told = spoken(words)
        return "denies" if told == "says" and denials.of_self(words, source, direct) else told
    return act


def _negated(act: Act) -> Act | None:
    """ "did not deny" says something; "did not say" does not."""
    return "evades" if act == "denies" else None


def spoken(words: str) -> Act:
    """The act of words that somebody says, told by the words alone."""
    wordings: tuple[tuple[str, Act], ...] = (
        ("evading", "evades"), ("spoken", "declines"), ("denial", "denies"), ("conceding", "concedes"),
        ("sorry", "apologises"),
    )  # fmt: skip
    return next((act for key, act in wordings if silences.says(key, words)), "says")
