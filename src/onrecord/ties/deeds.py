"""What a sentence tells that one actor did towards another: its verbs of ties with their subjects and objects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import product
from typing import NamedTuple

from onrecord.nouns import Extent, Mention, Sign, TieType
from onrecord.ties.patterns import Pattern, triggers
from onrecord.ties.roles import OWNER, Party, Sentence, among, objects, piece_of, subjects, words
from onrecord.words import table

GIFT_WITHIN = 60
"""Characters behind the receiver in which the gift is named."""

SURE, LIKELY = 0.7, 0.5
"""Confidence of a tie told by a verb and of one told by the colour of the words."""

PASSIVE = frozenset({"was", "were", "been", "being", "be", "is", "are", "got"})
PAIR = re.compile(
    r"\b(?:the (?:two|pair)(?: (?:men|women|leaders|companies|rivals|sides))?|both (?:men|women|sides))\b", re.I
)
TO_DO = re.compile(r"[^.;:“”\"]{0,40}?\bto\s[“\"‘']?(?!be\b)\w+\s", re.IGNORECASE)
FOR = re.compile(r"[^.;:“”\"]{0,40}?\bfor\s")
SUPERLATIVE = re.compile(r"\b(?:the|my|our|his|her|their)\s(?:first|last|only|most|[a-z]{3,}est)\b", re.IGNORECASE)
QUOTED = re.compile(r"[^“\"‘«]{0,80}?\s(?:[“\"‘«]|'(?=\w))")
CLAUSAL_QUOTE = re.compile(r"\s?(?:as\s)?(?:[“\"‘«]|'(?=\w))")


class Sighting(NamedTuple):
    """A tie as one place tells it: who, whom, what, where the verb stands, the words that tell
    it, and from where on a time counts for it: the start of the clause its subject stands in."""

    actor: str
    target: str
    type: TieType
    plover: str | None
    sign: Sign
    at: int
    extent: Extent
    confidence: float
    reach: int


def deeds(sentence: Sentence, recent: Sequence[str]) -> list[Sighting]:
    """The ties a sentence tells by its verbs. `recent` are the persons last named before it, the last one last: they are
    "the two men"."""
    out: list[Sighting] = []
    for found in triggers().found.finditer(sentence.text, *sentence.extent):
        for pattern in triggers().patterns[found.group().lower()]:
            seen = _seen(sentence, found.span(), pattern, recent)
            out += seen
            if seen:
                break
    return out


def _seen(sentence: Sentence, verb: Extent, pattern: Pattern, recent: Sequence[str]) -> list[Sighting]:
    before = _before(sentence, verb[0])
    if _unreal(sentence, verb, before) or (pattern.role == "direct" and _gerund(sentence, verb, before)):
        return []
    if pattern.role == "mutual":
        pair = _pair(sentence, verb, recent)
        return _ties(sentence, verb, pattern, pair[:1], pair[1:2])
    if pattern.role in ("direct", "report") and _passive(sentence.text, verb, before):
        return _passively(sentence, verb, pattern)
    doers = _holders(sentence, verb[0]) if pattern.role == "noun" else subjects(sentence, verb[0])
    if not doers:
        return []
    if pattern.role == "naming":
        return _named(sentence, verb, doers)
    if pattern.role == "report":
        return _ties(sentence, verb, pattern, doers, _reporters(sentence, verb[1]))
    if pattern.type == "threatens" and not objects(sentence, verb[1], owned=False):
        return _ties(sentence, verb, pattern, doers, _threatened(sentence, verb[1]))
    if (
        pattern.type == "requests"
        and sentence.text[verb[0] : verb[1]].lower().endswith(" on")
        and not objects(sentence, verb[1], owned=False)
    ):
        return _ousted(sentence, verb, doers)
    receivers = _via(sentence, verb[1], pattern.via) if pattern.via else objects(sentence, verb[1], pattern.owned)
    return _ties(sentence, verb, pattern, doers, receivers) if _holds(sentence, pattern, receivers) else []


def _unreal(sentence: Sentence, verb: Extent, before: Sequence[str]) -> bool:
    """Whether the deed is denied, wished for, asked about or only thought of."""
    start = sentence.pieces[piece_of(sentence, verb[0])][0]
    far = words(sentence.text, max(sentence.extent[0], verb[0] - 60), verb[0])[-6:]
    asked = words(sentence.text, start, verb[0])[:1]
    return not (
        among("unreal").isdisjoint(before[-4:])
        and among("negations").isdisjoint(far)
        and among("questions").isdisjoint(asked)
    )


def _gerund(sentence: Sentence, verb: Extent, before: Sequence[str]) -> bool:
    """Whether a form in -ing is a noun ("that hiring her was right"): no form of "be" before it, and it opens no clause."""
    opens = sentence.pieces[piece_of(sentence, verb[0])][0] == verb[0] and verb[0] != sentence.extent[0]
    ing = sentence.text[verb[0] : verb[1]].split()[0].lower().endswith("ing")
    beside = any(party.mention.end == verb[0] - 1 for party in sentence.parties)
    return ing and not opens and not beside and PASSIVE.isdisjoint(before[-2:])


def _before(sentence: Sentence, at: int) -> list[str]:
    """The words between the last mention of the clause, or its start, and the verb."""
    start = sentence.pieces[piece_of(sentence, at)][0]
    ends = [p.mention.end for p in sentence.parties if start <= p.mention.start and p.mention.end <= at]
    return words(sentence.text, max([start, *ends]), at)


def _passive(text: str, verb: Extent, before: Sequence[str]) -> bool:
    if text[verb[0] : verb[1]].split()[0].lower().endswith("ing"):
        return False
    by = words(text, verb[1], verb[1] + 24)[:1] == ["by"]
    return by or not PASSIVE.isdisjoint(before[-2:])


def _passively(sentence: Sentence, verb: Extent, pattern: Pattern) -> list[Sighting]:
    """ "B was praised by A": nothing where no one is named behind "by"."""
    by = re.compile(r"\s(?:(?!by\b)[\w’'-]+\s){0,6}by\s").match(sentence.text, verb[1], sentence.extent[1])
    if not by or pattern.via or pattern.role == "report" or pattern.type == "meets":
        return []
    if pattern.followed and pattern.followed.isdisjoint(words(sentence.text, verb[1], by.end())[:1]):
        return []
    doers, receivers = objects(sentence, by.end(), owned=False), subjects(sentence, verb[0])
    return _ties(sentence, verb, pattern, doers[:1], receivers)


def _holders(sentence: Sentence, at: int) -> list[Party]:
    """Whose the noun is: "A's feud", or the subject of its sentence."""
    for party in reversed(sentence.parties):
        mention = party.mention
        if mention.end <= at and len(words(sentence.text, mention.end, at)) <= 4:
            owner = OWNER.match(sentence.text, mention.end)
            possessive = sentence.text[mention.start : mention.end].lower() in ("his", "her", "their", "its")
            if (owner or possessive) and not among("prepositions") & set(words(sentence.text, mention.end, at)):
                return [party]
            break
    return subjects(sentence, at)


def _via(sentence: Sentence, at: int, particle: str) -> list[Party]:
    found = re.compile(rf"[^.;:“”\"]{{0,60}}?\b{particle}\s").match(sentence.text, at, sentence.extent[1])
    return objects(sentence, found.end(), owned=True) if found else []


def _holds(sentence: Sentence, pattern: Pattern, receivers: Sequence[Party]) -> bool:
    """Whether the words behind the receiver are those the pattern asks for."""
    if not receivers:
        return False
    at = receivers[-1].mention.end
    rest = sentence.text[at : min(at + GIFT_WITHIN, sentence.extent[1])].lower()
    if pattern.gift and not any(gift in rest for gift in pattern.gift):
        return False
    if not pattern.followed:
        return True
    after = words(sentence.text, at, min(at + GIFT_WITHIN, sentence.extent[1]))
    apposed = re.match(r"\s?,[^,]{1,50},\s", rest)
    next_words = {*after[:1], *(words(rest, apposed.end(), len(rest))[:1] if apposed else ())}
    return not pattern.followed.isdisjoint(next_words)


def _threatened(sentence: Sentence, at: int) -> list[Party]:
    """Whom a threat to do something is to hit: "threatened, if she spoke, to ruin her"."""
    deed = TO_DO.match(sentence.text, at, sentence.extent[1])
    hit = objects(sentence, deed.end(), owned=False)[:1] if deed else []
    sent = _letter().search(sentence.text, sentence.extent[0], at)
    return hit or (objects(sentence, sent.end(), owned=False)[:1] if sent else [])


def _pair(sentence: Sentence, verb: Extent, recent: Sequence[str]) -> list[Party]:
    """The two who did it together: "A and B", or the last two persons where "the two men" stand."""
    after = words(sentence.text, verb[1], verb[1] + 12)[:1]
    if after in (["with"], ["to"], ["by"]):
        return []
    together = subjects(sentence, verb[0])
    if len(together) == 2:
        first_person = sentence.text[together[1].mention.start : together[1].mention.end] in ("I", "me")
        return together[::-1] if first_person else together
    start = sentence.pieces[piece_of(sentence, verb[0])][0]
    pair = PAIR.search(sentence.text, start, verb[0])
    named = [p for p in sentence.parties if pair and pair.end() <= p.mention.start < verb[0]]
    if pair and not named and len(recent) >= 2 and len(words(sentence.text, pair.end(), verb[0])) <= 3:
        both = Mention(start=pair.start(), end=pair.end(), type="person", form="nominal")
        return [Party(both, actor) for actor in recent[-2:]]
    return []


def _reporters(sentence: Sentence, at: int) -> list[Party]:
    """Whose report, story or claim the object is."""
    for party in objects(sentence, at, owned=True):
        owner = OWNER.match(sentence.text, party.mention.end)
        if owner and _reported(sentence.text, owner.end()):
            return [party]
    return []


def _reported(text: str, at: int) -> bool:
    """Whether what is owned is a report or a claim."""
    return not set(table("tie_verbs")["reports"]["nouns"]).isdisjoint(words(text, at, at + 40)[:3])


@cache
def _letter() -> re.Pattern[str]:
    nouns = "|".join(table("tie_verbs")["letters"]["nouns"])
    return re.compile(rf"\b(?:{nouns})\sto\s", re.IGNORECASE)


@cache
def _colours(key: str) -> re.Pattern[str]:
    ranked = sorted(table("tie_verbs")["colour"][key], key=lambda word: (-len(word), word))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ranked))})\b", re.IGNORECASE)


def colour(text: str, start: int, end: int) -> Sign:
    """Whether the words praise (+), damn (-), or neither, or both (0)."""
    good, bad = _colours("good").search(text, start, end), _colours("bad").search(text, start, end)
    if bool(good) == bool(bad):
        return "0"
    return "+" if good else "-"


def _named(sentence: Sentence, verb: Extent, doers: Sequence[Party]) -> list[Sighting]:
    """ "A called B 'a fool'": names given praise or insult by their colour; in marks and without colour they insult. Words
    of when and where behind "called B" make it a telephone call."""
    receivers = objects(sentence, verb[1], owned=True)
    if not receivers:
        return _ousted(sentence, verb, doers)
    at, end = receivers[-1].mention.end, _quoted_end(sentence, receivers[-1].mention.end)
    rest, owner = words(sentence.text, at, end), OWNER.match(sentence.text, at)
    if owner and _reported(sentence.text, owner.end()):
        return _ties(sentence, verb, Pattern("denies", "REJECT", "-", "naming"), doers, receivers)
    if sentence.text[verb[0] : verb[1]].lower().startswith("call") and _telephoned(
        rest, OWNER.match(sentence.text, at)
    ):
        return _ties(sentence, verb, Pattern("meets", "CONSULT", "0", "direct"), doers, receivers)
    sign = colour(sentence.text, at, end)
    if sign == "0" and SUPERLATIVE.search(sentence.text, at, end):
        sign = "+"
    quoted = QUOTED.match(sentence.text, owner.end() if owner else at, end)
    if sign == "0" and (not quoted or owner or receivers[-1].mention.type != "person"):
        return []
    if sign == "+":
        return _ties(sentence, verb, Pattern("praises", "SUPPORT", "+", "naming"), doers, receivers)
    thing = quoted and words(sentence.text, quoted.end(), end)[:1] in (["a"], ["an"], ["the"], ["my"], ["our"])
    kind = Pattern("insults" if thing else "criticises", "ACCUSE", "-", "naming")
    return _ties(sentence, verb, kind, doers, receivers)


def _ousted(sentence: Sentence, verb: Extent, doers: Sequence[Party]) -> list[Sighting]:
    """ "A called on Monday for B to step down"."""
    wish = FOR.match(sentence.text, verb[1], sentence.extent[1])
    receivers = objects(sentence, wish.end(), owned=False) if wish else []
    verbs = "|".join(table("tie_verbs")["ousting"]["verbs"])
    if not receivers or not re.compile(rf"\sto\s(?:{verbs})\b").match(sentence.text, receivers[-1].mention.end):
        return []
    return _ties(sentence, verb, Pattern("rejects", "REJECT", "-", "naming"), doers, receivers)


def _telephoned(rest: Sequence[str], owner: object) -> bool:
    return not owner and (not rest or rest[0] in table("tie_verbs")["naming"]["telephone"])


def _quoted_end(sentence: Sentence, at: int) -> int:
    """The end of the clause at `at`, or of the quotation that follows it."""
    place = piece_of(sentence, at)
    end = sentence.pieces[place][1]
    if place + 1 < len(sentence.pieces) and CLAUSAL_QUOTE.match(sentence.text, sentence.pieces[place + 1][0]):
        end = sentence.pieces[place + 1][1]
    return max(end, at)


def _ties(
    sentence: Sentence, verb: Extent, pattern: Pattern, doers: Sequence[Party], receivers: Sequence[Party]
) -> list[Sighting]:
    start = sentence.pieces[piece_of(sentence, verb[0])][0]
    out = []
    for doer, receiver in product(doers, receivers):
        fits = not pattern.target or receiver.mention.type in pattern.target
        if doer.actor and receiver.actor and doer.actor != receiver.actor and fits:
            reach = min(start, sentence.pieces[piece_of(sentence, doer.mention.start)][0])
            extent = start, max(_quoted_end(sentence, verb[1]), receiver.mention.end)
            said = pattern.type, pattern.plover, pattern.sign
            out.append(Sighting(doer.actor, receiver.actor, *said, verb[0], extent, SURE, reach))
    return out
