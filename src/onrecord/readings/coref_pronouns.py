"""Whom a pronoun means: the subject of its own sentence or of the one before, of its gender and number."""

from __future__ import annotations

import re

from onrecord.language.name_forms import Gender
from onrecord.nouns import ActorType
from onrecord.readings import nominals as phrases
from onrecord.readings.discourse import Discourse
from onrecord.words import table

REACH = 3
"""Sentences back to which a pronoun may reach. Set by eye."""

NEARNESS, SUBJECT, FIRST, KNOWN, PRONOUN, OFTEN, SURE, MARGIN = 1.0, 1.3, 0.3, 1.2, 0.3, 0.5, 1.0, 0.5
SPEAKS, OWNS, TOLD_OFTEN = 0.7, -0.5, 0.3
"""Weights of a candidate: a sentence nearer, at its sentence's head, first of its sentence, of known gender, by a
pronoun itself, mentioned more (per doubling), surely a person; and the lead the best needs. Calibrated on the news and
biographies of GUM's training part. The second row: for "he said", whoever tells something and how often somebody is
mentioned; for all, an owner. Chosen by eye on changed answers in news texts."""

LINE, SIDE = 3.0, -1.5
"""For a candidate of the pronoun's own paragraph, and for one whom a clause about another names. Of GUM's training part
0 got 595 of 751, 0.6 589, 5 597; news wants a high one, set by eye. The second changes nothing there."""

_MALE: dict[str, Gender] = dict.fromkeys(("he", "him", "his", "himself"), "male")
_FEMALE: dict[str, Gender] = dict.fromkeys(("she", "her", "hers", "herself"), "female")
_GENDERS = _MALE | _FEMALE
_TELLS = re.compile(
    r"\s+(?:(?:also|has|had|later|then|would|will|could|did|does|is|was|not|only|previously|first)\s+){0,3}(?:n[’']t\s+)?"
    r"(?:said|says|say|told|added|wrote|denied|deny|declined|confirmed|reported|announced|planned|described|called|disputed|insisted"
    r"|quoted|named|ruled|found|rejected|revealed|showed|argued|pointed|referred|urged|called|put|gave|made|refused|promised|agreed|intended|sent|asked|cited|accused|warned|acknowledged|maintained|expected|hoped|issued|published|posted|respond|comment|aware)\b"
)
CLAUSE = 60
"""Characters between a subject and its verb's object at most."""

NEAR = 160
"""Characters behind a mention in which its verb of telling is looked for."""

_VERBS = rf"(?:{'|'.join(table('nominals')['reference']['telling'])})\b"
_SAYS = re.compile(
    r"(?: (?:of|from|in) [^,.;“”\"\n]{1,40})?(?: \([^()\n]{1,40}\))?(?:, [A-Z]-[A-Z][\w.]{1,12},?)?"
    r"(?:, [^.;“”\"\n]{1,120},| [–—-] [^.;–—“”\"\n]{1,120} [–—-])?"
    rf" (?:(?:also|has|had|later|then|would) ){{0,2}}{_VERBS}"
)
_SAID = re.compile(rf"\b{_VERBS} (?:the )?\Z")
_OWNED = re.compile(r"['’](?:s\b| )")
_NOUN = re.compile(r" ([a-z-]+)\b")
_OBJECT = re.compile(
    r"\s*(?:[,.;:!?)”\"’—-]|\Z)|\s+(?:to|in|on|at|for|with|about|and|or|but|that|if|when|as|by|from|of|because|while|after"
    r"|before|this|last|over|into|out|up|off|down|back|is|was|had|has|will|would|not)\b"
)
_ASIDE = re.compile(r"\b(?:who|whom|whose|which)\b[^,;:.]*\Z")
_GOVERNED = re.compile(r"\b(?:to|of|for|at|from|with|by|against|about|between|on) (?:the )?\Z")
OPENING = 3
"""Characters before a sentence's subject at most: a quotation mark, no verb."""

_ASKED = re.compile(r"(?:When |Repeatedly |Later )?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned|[Cc]hallenged)\b")
WITHIN = 12
"""Mentions behind the pronoun of a question among which the answerer stands."""

_NEW_CLAUSE = re.compile(
    r"[,.;:—–]|\b(?:that|who|which|whom|whose|when|as|and|but|if|because|after|before|while|where|to)\b"
)
_THINGS: frozenset[ActorType] = frozenset({"organisation", "outlet", "government", "document", "place"})


def pronouns(state: Discourse, index: int) -> None:
    """Resolves one pronoun, or leaves it open."""
    word = state.words(index).lower()
    if state.quoted[index]:
        return
    if word in _GENDERS:
        found = _asked(state, index, _GENDERS[word])
        found = _person(state, index, _GENDERS[word]) if found is None else found
    elif word.startswith("the"):
        found = _several(state, index)
    else:
        found = _thing(state, index, word)
    if found is not None:
        state.join(index, found)


def _asked(state: Discourse, index: int, gender: Gender) -> int | None:
    """Who answers, in a sentence that begins with the question: "Asked by Fenn whether she knew, Low said"."""
    start, mention = state.starts[state.sentence[index]], state.mentions[index]
    if not _ASKED.match(state.text, start) or ", " in state.text[start : mention.start]:
        return None
    for at in range(index + 1, min(len(state.mentions), index + WITHIN)):
        other = state.mentions[at]
        if state.sentence[at] != state.sentence[index]:
            return None
        if other.form == "name" and state.text[max(0, other.start - 2) : other.start] == ", " and tells(state, at):
            chain = state.chain.get(at)
            fits = chain is not None and state.kind(chain) == "person" and state.gender(chain) in (None, gender)
            return _with_gender(state, chain, gender) if fits and chain is not None else None
    return None


def _candidates(state: Discourse, index: int) -> list[list[int]]:
    """The mentions that a pronoun can mean, outside quotations, by sentence: its own (what stands before it) and the
    ones before, each in text order."""
    by: list[list[int]] = [[] for _ in range(REACH + 1)]
    for at in reversed(state.near(index, REACH)):
        over = state.mentions[at].end > state.mentions[index].start  # "his sister" is not who "his" means
        if not over and not state.quoted[at] and state.chain.get(at) is not None:
            by[state.told[index] - state.told[at]].append(at)
    return by


def _person(state: Discourse, index: int, gender: Gender) -> int | None:
    """The chain with the best score, where it leads the next one clearly."""
    scores: dict[int, float] = {}
    told = bool(_TELLS.match(state.text, state.mentions[index].end, state.mentions[index].end + 80))
    for back, sentence in enumerate(_candidates(state, index)):
        first = True
        for at in sentence:
            if not _is_person(state, at, gender):
                continue
            chain, owns, aside = state.chain[at], _owns(state, at), _aside(state, at)
            if owns and aside:
                continue  # "Fenn, who fought Oake's plan, ...": nobody means Oake
            score = NEARNESS * (REACH - back) + _standing(state, at, gender, told)
            score += OWNS if owns else SUBJECT * (first and _begins(state, at)) + FIRST * first
            score += LINE * _same_line(state, at, index) + SIDE * aside
            if not _acts_upon(state, at, index):
                scores[chain] = max(scores.get(chain, 0.0), score)
            first = first and owns
    ranked = sorted(scores, key=lambda chain: (-scores[chain], chain))
    if not ranked or (len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] < MARGIN):
        return None
    return _with_gender(state, ranked[0], gender)


def _same_line(state: Discourse, at: int, index: int) -> bool:
    """Whether two mentions stand in one paragraph."""
    return "\n" not in state.text[state.mentions[at].start : state.mentions[index].start]


def _aside(state: Discourse, at: int) -> bool:
    """Whether somebody is named in a clause about another: "Fenn, who fought the mayor, said"."""
    start = max(state.starts[state.sentence[at]], state.mentions[at].start - NEAR)
    return state.mentions[at].form != "pronoun" and bool(_ASIDE.search(state.text, start, state.mentions[at].start))


def _standing(state: Discourse, at: int, gender: Gender, told: bool) -> float:
    """What a mention and its chain count for, wherever it stands; for a pronoun that tells, whoever told before."""
    mention, chain = state.mentions[at], state.chain[at]
    score = KNOWN * (state.gender(chain) == gender) + PRONOUN * (mention.form == "pronoun")
    score += (TOLD_OFTEN if told else OFTEN) * min(4, state.counts[chain].bit_length())
    score += SURE * state.mentions[chain].confidence
    return score + SPEAKS * (told and tells(state, at))


def tells(state: Discourse, at: int) -> bool:
    """Whether somebody says something where he is mentioned: "Fenn, 40, said", "said Fenn"."""
    text, mention = state.text, state.mentions[at]
    behind = _SAYS.match(text, mention.end, mention.end + NEAR)
    return bool(behind or _SAID.search(text, max(0, mention.start - 24), mention.start))


def _owns(state: Discourse, at: int) -> bool:
    """Whether a mention by name or noun is only an owner: "Fenn's death", "Fenn speechwriter Jo Low"."""
    mention = state.mentions[at]
    noun = _NOUN.match(state.text, mention.end, mention.end + CLAUSE) if mention.form == "name" else None
    described = noun is not None and noun[1] in phrases.HEADS
    return mention.form != "pronoun" and (described or bool(_OWNED.match(state.text, mention.end)))


def _acts_upon(state: Discourse, at: int, index: int) -> bool:
    """Whether the one is the subject of the verb whose object the pronoun is: "Fenn asked him", "Fenn gave a dinner for
    her" are not about Fenn."""
    mention, pronoun = state.mentions[at], state.mentions[index]
    word = state.words(index).lower()
    object_of = word == "him" or (word == "her" and bool(_OBJECT.match(state.text, pronoun.end)))
    between = state.text[mention.end : pronoun.start]
    return object_of and len(between) < CLAUSE and not _OWNED.match(between) and not _NEW_CLAUSE.search(between)


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


def _is_object(state: Discourse, at: int) -> bool:
    """Whether something new is brought in behind a verb: "it has hired an outside firm"."""
    first = state.chain[at]
    new = state.words(first).split(" ", 1)[0].lower() in ("a", "an", "another")
    return new and state.mentions[first].start - state.starts[state.sentence[first]] > OPENING


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
    speaks = word == "it" and _TELLS.match(state.text, state.mentions[index].end, state.mentions[index].end + 80)
    if not speaks and word == "it":
        return None
    for back, sentence in enumerate(_candidates(state, index)[:2]):
        if speaks and back == 0:
            sentence = [at for at in sentence if not _is_object(state, at)]
        fit = list(dict.fromkeys(state.chain[at] for at in sentence if state.kind(state.chain[at]) in _THINGS))
        bodies = [chain for chain in fit if state.kind(chain) not in ("place",)]
        if bodies:
            start = next(state.mentions[at].start for at in sentence if state.chain[at] == bodies[0])
            leads = speaks and not _GOVERNED.search(state.text, max(0, start - CLAUSE), start)
            return bodies[0] if leads or len(bodies) == 1 else None
        if len(fit) == 1:
            return fit[0]
    return None
