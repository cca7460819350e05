"""Somebody whom a story's opening only describes and its second sentence names: "The head of the port denied it. Carl
Oake, 61, said ..."; and the headline's "Port chief denies ..." of the same."""

from __future__ import annotations

import re

from onrecord.language.clauses import is_finite
from onrecord.readings import nominals as phrases
from onrecord.readings.coref_offices import telling
from onrecord.readings.coref_pronouns import tells
from onrecord.readings.discourse import Discourse
from onrecord.words import table

OPENING = 100
"""Characters of a line before which its first sentence is no story's opening: headlines and summaries are shorter."""

DATELINE = 60
"""Characters of a dateline at most."""

TITLED = 4
"""Sentences outside quotations behind the opening in which the title must come."""

PAPER = 6
"""The same in which the outlet must come: wires give its name in the second to fourth paragraph."""

CLOSING = tuple("”\"’'")

_DATELINE = re.compile(r"[A-Z][^\n]{1,50}? ?[-–—] ?\Z")
_LEDE = table("nominals")["ledes"]
_ACTS = re.compile(
    r"[^,.;:“”\"\n]{0,60}?\s(?:(?:has|have|had|will|would|also|later) )?(?:" + "|".join(_LEDE["acts"]) + r")\b"
)
_TELLS = re.compile(rf" (?:{'|'.join(table('nominals')['reference']['telling'])})\b")
_COMMENTING = frozenset(_LEDE["commenting"])


def ledes(state: Discourse) -> None:
    """Joins the person of the opening sentence to the name that the next one says is speaking, and the person of the
    headline to the person of the opening; where anything speaks against it, nothing."""
    start = _opening(state)
    if start is None:
        return
    _paper(state, start)
    subject = _subject(state, start)
    subject = _closing(state, start) if subject is None else subject
    if subject is None:
        return
    if subject not in state.named:
        named = _named_next(state, subject)
        named = _titled_later(state, subject) if named is None else named
        if named is not None:
            state.move(subject, named)
            subject = named
    if subject in state.named:
        _headline(state, start, subject)


def _paper(state: Discourse, start: int) -> None:
    """Joins the outlet that the opening only describes, "a newspaper said", to the first that leads a sentence soon
    after and tells something there."""
    outlets = [n for n, one in enumerate(state.mentions) if one.start >= start and one.type == "outlet"]
    described = [n for n in outlets if state.mentions[n].form == "nominal" and state.chain.get(n) == n]
    index = described[0] if described else -1
    name = next((n for n in outlets if n > index and state.mentions[n].form == "name"), None)
    if index < 0 or name is None or name not in state.chain or state.starts[state.sentence[index]] > start:
        return
    begins = state.text[state.starts[state.sentence[name]] : state.mentions[name].start].lower().strip()
    near = 0 < state.told[name] - state.told[index] <= PAPER
    if (
        near
        and begins in ("", "the")
        and tells(state, name)
        and state.words(index).split(" ", 1)[0].lower() in ("a", "an")
    ):
        state.move(index, state.chain[name])


def _opening(state: Discourse) -> int | None:
    """Where the first sentence of the body begins."""
    at = 0
    while at < len(state.text):
        end = state.text.find("\n", at)
        end = len(state.text) if end < 0 else end
        if end - at >= OPENING and state.text[at:end].rstrip()[-1:] in ".”\"’'":
            return at
        at = end + 1
    return None


def _subject(state: Discourse, start: int) -> int | None:
    """The chain of the one person whom the opening sentence begins with and who does something of his own there."""
    for index, mention in enumerate(state.mentions):
        if mention.start < start:
            continue
        before = state.text[start : mention.start]
        if len(before) > DATELINE or mention.type == "person" or mention.form == "nominal":
            leads = not before.strip() or bool(_DATELINE.search(before))
            one = mention.type == "person" and mention.form != "pronoun" and leads
            return state.chain.get(index) if one and _acts(state, index) else None
    return None


def _closing(state: Discourse, start: int) -> int | None:
    """The chain of whoever is told at the opening sentence's end to have said it: "..., the union's head warned"."""
    first = next((at for at, one in enumerate(state.mentions) if one.start >= start), len(state.mentions))
    for index in range(first, len(state.mentions)):
        mention = state.mentions[index]
        if state.sentence[index] != state.sentence[first]:
            return None
        ends = state.text[max(0, mention.start - 2) : mention.start] == ", " and _TELLS.match(state.text, mention.end)
        if ends and mention.form == "nominal" and mention.type == "person":
            return state.chain.get(index)
    return None


def _titled_later(state: Discourse, chain: int) -> int | None:
    """The only one whom the article soon gives the opening's office as a title: "A federal judge refused ... Judge Orla
    Fenn said"."""
    noun = state.heads[chain]
    fit = [one for one in state.roles.get(noun, ()) if one in state.named]
    if len(fit) != 1 or not telling(state, chain) <= state.phrases[fit[0]]:
        return None
    first = min(state.members[fit[0]])
    titled = noun in state.words(fit[0]).lower().split()[:-1] or noun in state.words(first).lower().split()[:-1]
    near = first > chain and state.told[first] - state.told[chain] <= TITLED
    head, gender = phrases.HEADS.get(noun), state.gender(fit[0])
    clash = head is not None and head.gender is not None and gender not in (None, head.gender)
    return fit[0] if titled and near and not clash else None


def _acts(state: Discourse, index: int) -> bool:
    head = phrases.HEADS.get(state.heads[index])
    return not (head and head.plural) and bool(_ACTS.match(state.text, state.mentions[index].end))


def _named_next(state: Discourse, chain: int) -> int | None:
    """The person named for the first time right after the sentence of `chain`, at the head of a sentence and telling
    something."""
    opening = state.sentence[chain]
    for index in range(chain + 1, min(len(state.mentions), chain + 40)):
        mention = state.mentions[index]
        if state.told[index] - state.told[chain] > 2:
            return None
        if mention.form != "name" or mention.type != "person" or mention.end <= state.mentions[chain].end:
            continue
        if state.sentence[index] == opening or state.quoted[index]:
            return None
        found = state.chain.get(index)
        new = found is not None and min(state.members[found]) == index
        return found if found is not None and new and _is_meant(state, index, chain) else None
    return None


def _is_meant(state: Discourse, index: int, chain: int) -> bool:
    """Whether a name leads its sentence and tells, and is nobody who only comments on others."""
    mention, found = state.mentions[index], state.chain[index]
    begins = state.text[state.starts[state.sentence[index]] : mention.start]
    head = phrases.HEADS.get(state.heads[chain])
    gender = state.gender(found)
    quoted = begins.rstrip()[-1:] in CLOSING and state.quoted_at(state.starts[state.sentence[index]])
    if begins and not quoted and not (len(begins) < OPENING and begins.endswith(", ")):
        return False
    if head is None or (head.gender and gender and head.gender != gender) or not tells(state, index):
        return False
    roles = {role for role, holders in state.roles.items() if found in holders}
    near = state.text[mention.start : mention.end + 60].lower()
    return state.heads[chain] in roles or not any(word in near for word in _COMMENTING)


def _headline(state: Discourse, start: int, chain: int) -> None:
    """Joins a headline's bare noun ("Port chief denies ...") to the person of the opening."""
    for index, mention in enumerate(state.mentions):
        if mention.start >= start:
            return
        if mention.form != "nominal" or mention.type != "person" or state.chain.get(index) != index:
            continue
        line = state.text.rfind("\n", 0, mention.start) + 1
        follows = state.text[mention.end : mention.end + 20].split()
        bare = mention.start == line or state.text[: mention.start].endswith((": ", "’ ", "' "))
        head = phrases.HEADS.get(state.heads[index])
        fits = head is not None and not (head.gender and state.gender(chain) not in (None, head.gender))
        inside = any(line <= state.mentions[one].start < start for one in state.members[chain])
        if bare and fits and not inside and follows and (is_finite(follows[0]) or follows[0].endswith("s")):
            state.move(index, chain)
