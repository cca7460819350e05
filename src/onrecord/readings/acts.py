"""What kind of act an attribution tells, from its verb, its negation and what is said."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from onrecord.nouns import Act
from onrecord.readings import denials, silences
from onrecord.readings.cues import Cue, acts, takes
from onrecord.words import phrases

_WORDS = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*|,")
_REJECTING = frozenset(("reject", "dismiss", "contradict", "disavow"))
OPENING = 5
"""Words within which the thing that is named ends."""
_POINTING = frozenset(("it", "that", "this", "these", "those", "they", "them", "all"))
_ARTICLES = frozenset(("a", "an", "the", "his", "her", "its", "their"))
NAMED = 12
"""Words of a thing rejected, and of what it is rejected as, in which a word for a claim or a falsehood counts."""
_LOOKED_AT = 400
"""Characters of an object in which its head noun is looked for."""


def of(cue: Cue, kind: str, words: str, source: str = "", direct: bool = False) -> Act | None:
    """The act of a verb with a complement of this kind and these words; None where nothing is said to be said.
    `source` is the words for who; `direct`: the words are quoted, so that "he" in them is somebody else."""
    if any(version in source.lower() for version in phrases("denials", "withdrawn")):
        return None
    act = acts().get(cue.lemma, "says")
    if cue.negated:
        return _negated(act, cue)
    if act == "asks":
        return "requests" if kind == "to" else "asks"
    if act == "promises" and kind == "object":
        return "promises"
    if kind == "to" and act == "says":
        return "requests"
    if act == "denies":
        return _denying(cue, kind, words)
    if act == "says" and cue.lemma in _set("naming") and _named_false(words):
        return "denies"
    if act == "says" and cue.lemma == "warn" and silences.says("warning", words):
        return "threatens"
    if act == "says" and cue.lemma in _set("judging"):
        return act
    if act == "says" and takes(cue, "says"):
        told = spoken(words)
        return "denies" if told == "says" and denials.of_self(words, source, direct) else told
    return act


def _negated(act: Act, cue: Cue) -> Act | None:
    """ "did not deny" says something; "did not say" and "never disavowed him" do not."""
    return "evades" if act == "denies" and cue.lemma != "disavow" else None


def _denying(cue: Cue, kind: str, words: str) -> Act | None:
    """ "Denied the claim" denies; "denied the visa" refuses, which is no saying; "rejected the plan" only says; "denied
    the denial" says that it is so."""
    if kind in ("named", "called"):  # "dismissed it as politics": what "it" was stands before
        return "denies" if cue.lemma in _REJECTING and kind == "named" else "says"
    if kind != "object":
        return "denies"
    head = _head(words)
    if head in _set("refused"):
        return None if cue.lemma == "deny" else "says"
    if cue.lemma == "deny" and _withheld(words):
        return None
    if head in _set("denied"):
        return "says"
    if cue.lemma in _REJECTING:
        return "denies" if _is_claim(words) else "says"
    return "denies"


def _withheld(words: str) -> bool:
    """Whether somebody is denied something: "denied the union, which had asked for years, a hearing"."""
    told = _WORDS.findall(words.lower())[: 2 * NAMED]
    known = _set("claims") | _set("matters") | _set("false") | {"that"}
    things = {told[at] for at in range(2, len(told)) if _ARTICLES & set(told[at - 2 : at])}
    return bool(_set("refused") & things) and not known & set(told)


def _is_claim(words: str) -> bool:
    """Whether what is rejected is what somebody else said, or is called false: "the report", "it as nonsense"."""
    thing, _, named = words.lower().partition(" as ")
    found = _WORDS.findall(thing.partition(",")[0])[:NAMED]
    if any(word in _set("thoughts") and behind == "that" for word, behind in pairwise(found)):
        return True
    said = _set("false") | _set("claims") | _set("matters")
    return bool(said & set(found)) or bool(_set("false") & set(_WORDS.findall(named)[:NAMED]))


def _named_false(words: str) -> bool:
    """Whether a name says that a thing is not so, or stands behind what somebody else said: "the report a fairy tale".
    What begins with "a" is a name alone: "a good story"."""
    told = _WORDS.findall(words.lower())
    if told[:1] == ["out"]:  # "called him out for his lies"
        return False
    named = next((at for at, word in enumerate(told) if at and word in ("a", "an")), OPENING)
    behind = told[:1] not in (["a"], ["an"]) and bool(_set("claims") & set(told[: min(named, OPENING)]))
    first = next((at for at, word in enumerate(told) if word in _set("false")), None)
    if first is None:
        return behind
    said = _set("claims") | _set("matters") | _set("thoughts") | _POINTING
    thing = [word for word in told[:first] if word not in ("a", "an", "as")]
    return behind or not thing or bool(said & set(thing))


def _head(words: str) -> str:
    """The last word of the noun phrase that `words` begin with."""
    last = ""
    for found in _WORDS.finditer(words.lower()[:_LOOKED_AT]):
        if found.group() == "," or (last and found.group() in _set("ends")):
            break
        if found.group() != "s":
            last = found.group()
    return last


@cache
def _set(key: str) -> frozenset[str]:
    return frozenset(phrases("denials", key))


def spoken(words: str) -> Act:
    """The act of words that somebody says, told by the words alone."""
    wordings: tuple[tuple[str, Act], ...] = (
        ("evading", "evades"), ("spoken", "declines"), ("denial", "denies"), ("conceding", "concedes"),
        ("threatening", "threatens"),
        ("sorry", "apologises"),
    )  # fmt: skip
    return next((act for key, act in wordings if silences.says(key, words)), "says")
