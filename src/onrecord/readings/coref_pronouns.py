"""Whom a pronoun means: the subject of its own sentence or of the one before, of its gender and number."""

from __future__ import annotations

import re

from onrecord.nouns import ActorType
from onrecord.readings import nominals as phrases
from onrecord.readings.discourse import Discourse
from onrecord.words.name_forms import Gender

REACH = 3
"""Sentences back to which a pronoun may reach. Set by eye."""

_GENDERS: dict[str, Gender] = dict.fromkeys(("he", "him", "his", "himself"), "male") | dict.fromkeys(
    ("she", "her", "hers", "herself"), "female"
)
_SPEAKS = re.compile(
    r"\s+(?:(?:also|has|had|later|then|would|will|could|did|does|is|was|not|only|previously|first)\s+){0,3}(?:n[’']t\s+)?"
    r"(?:said|says|say|told|added|wrote|denied|deny|declined|confirmed|reported|announced|planned|described|called|disputed|insisted"
    r"|intended|sent|asked|cited|accused|warned|acknowledged|maintained|expected|hoped|issued|published|posted|respond|comment|aware)\b"
)
_THINGS: frozenset[ActorType] = frozenset({"organisation", "outlet", "government", "document", "place"})


def pronouns(state: Discourse, index: int) -> None:
    """Resolves one pronoun, or leaves it open."""
    word = state.words(index).lower()
    if state.quoted[index]:
        return
    if word in _GENDERS:
        found = _person(state, index, _GENDERS[word])
    elif word.startswith("the"):
        found = _several(state, index)
    else:
        found = _thing(state, index, word)
    if found is not None:
        state.join(index, found)


def _candidates(state: Discourse, index: int) -> list[list[int]]:
    """The mentions that a pronoun can mean, outside quotations, by sentence: its own (what stands before it) and the ones
    before, each in text order."""
    here = state.sentence[index]
    by: list[list[int]] = [[] for _ in range(REACH + 1)]
    for at in range(index - 1, -1, -1):
        back = here - state.sentence[at]
        if back > REACH:
            break
        over = state.mentions[at].end > state.mentions[index].start  # "his sister" is not who "his" means
        if not over and not state.quoted[at] and state.chain.get(at) is not None:
            by[back].insert(0, at)
    return by


def _person(state: Discourse, index: int, gender: Gender) -> int | None:
    for back, sentence in enumerate(_candidates(state, index)):
        fit = [at for at in sentence if _is_person(state, at, gender)]
        told = [at for at in fit if state.gender(state.chain[at]) == gender]
        chains = list(dict.fromkeys(state.chain[at] for at in fit))
        if not chains:
            continue
        if len(chains) == 1:
            return _with_gender(state, chains[0], gender)
        sure = list(dict.fromkeys(state.chain[at] for at in told))
        if len(sure) == 1:
            return sure[0]
        if back == 0 and len(sure or chains) > 2:
            return None
        subject = (told or fit)[0]
        leads = _begins(state, subject) or back > 0
        return _with_gender(state, state.chain[subject], gender) if leads else None
    return None


def _is_person(state: Discourse, at: int, gender: Gender) -> bool:
    chain = state.chain[at]
    if state.kind(chain) != "person" or state.gender(chain) not in (None, gender):
        return False
    head = phrases.HEADS.get(state.heads[at])
    return not (head and (head.plural or (head.gender and head.gender != gender)))


def _with_gender(state: Discourse, chain: int, gender: Gender) -> int:
    """The chain; one whose gender nothing told has it from here on."""
    if state.gender(chain) is None:
        state.genders[chain] = gender
    return chain


def _begins(state: Discourse, at: int) -> bool:
    """Whether a mention stands near its sentence's beginning, as subjects do."""
    return state.mentions[at].start - state.starts[state.sentence[at]] < 40


def _several(state: Discourse, index: int) -> int | None:
    for sentence in _candidates(state, index)[:3]:
        fit = [at for at in sentence if _is_several(state, at)]
        if fit:
            return state.chain[fit[0]]
    return None


def _is_several(state: Discourse, at: int) -> bool:
    head = phrases.HEADS.get(state.heads[at])
    return state.kind(state.chain[at]) == "group" or bool(head and head.plural and head.kind == "group")


def _thing(state: Discourse, index: int, word: str) -> int | None:
    """ "It" only where it speaks, "its" only where one body can own: else both are most often nobody."""
    speaks = word == "it" and _SPEAKS.match(state.text, state.mentions[index].end, state.mentions[index].end + 80)
    if not speaks and word == "it":
        return None
    for sentence in _candidates(state, index)[:2]:
        fit = list(dict.fromkeys(state.chain[at] for at in sentence if state.kind(state.chain[at]) in _THINGS))
        bodies = [chain for chain in fit if state.kind(chain) not in ("place",)]
        if bodies:
            return bodies[0] if speaks or len(bodies) == 1 else None
        if len(fit) == 1:
            return fit[0]
    return None
