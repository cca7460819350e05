"""What a sentence tells that one actor did towards another: its verbs of ties with their subjects and objects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
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
    r"\b(?:the (?:two|pair)(?: (?:men|women|leaders|companies|rivals|sides))?|both (?:men|women|sides)|they)\b", re.I
)
CLAUSAL_QUOTE = re.compile(r"\s?(?:as\s)?(?:[“\"‘«]|'(?=\w))")


class Sighting(NamedTuple):
    """A tie as one place tells it: who, whom, what, where the verb stands and the words that tell it."""

    actor: str
    target: str
    type: TieType
    plover: str | None
    sign: Sign
    at: int
    extent: Extent
    confidence: float


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
    if not among("unreal").isdisjoint(before[-4:]):
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
    receivers = _via(sentence, verb[1], pattern.via) if pattern.via else objects(sentence, verb[1], pattern.owned)
    return _ties(sentence, verb, pattern, doers, receivers) if _holds(sentence, pattern, receivers) else []


def _before(sentence: Sentence, at: int) -> list[str]:
    """The words between the last mention of the clause, or its start, and the verb."""
    start = sentence.pieces[piece_of(sentence, at)][0]
    ends = [p.mention.end for p in sentence.parties if start <= p.mention.start and p.mention.end <= at]
    return words(sentence.text, max([start, *ends]), at)


def _passive(text: str, verb: Extent, before: Sequence[str]) -> bool:
    by = words(text, verb[1], verb[1] + 24)[:1] == ["by"]
    return by or not PASSIVE.isdisjoint(before[-2:])


def _passively(sentence: Sentence, verb: Extent, pattern: Pattern) -> list[Sighting]:
    """ "B was praised by A": nothing where no one is named behind "by"."""
    by = re.compile(r"\s(?:(?!by\b)[\w’'-]+\s){0,6}by\s").match(sentence.text, verb[1], sentence.extent[1])
    if not by or pattern.via or pattern.role == "report" or pattern.type == "meets":
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


def _pair(sentence: Sentence, verb: Extent, recent: Sequence[str]) -> list[Party]:
    """The two who did it together: "A and B", or the last two persons where "the two men" stand."""
    after = words(sentence.text, verb[1], verb[1] + 12)[:1]
    if after in (["with"], ["to"], ["by"]):
        return []
    together = subjects(sentence, verb[0])
    if len(together) == 2:
        return together
    start = sentence.pieces[piece_of(sentence, verb[0])][0]
    pair = PAIR.search(sentence.text, start, verb[0])
    named = [p for p in sentence.parties if pair and pair.end() <= p.mention.start < verb[0]]
    if pair and not named and len(recent) >= 2 and len(words(sentence.text, pair.end(), verb[0])) <= 3:
        both = Mention(start=pair.start(), end=pair.end(), type="person", form="nominal")
        return [Party(both, actor) for actor in recent[-2:]]
    return []


def _reporters(sentence: Sentence, at: int) -> list[Party]:
    """Whose report, story or claim the object is."""
    nouns = set(table("tie_verbs")["reports"]["nouns"])
    for party in objects(sentence, at, owned=True):
        owner = OWNER.match(sentence.text, party.mention.end)
        if owner and nouns & set(words(sentence.text, owner.end(), owner.end() + 40)[:3]):
            return [party]
    return []


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
        return []
    at, end = receivers[-1].mention.end, _quoted_end(sentence, receivers[-1].mention.end)
    rest = words(sentence.text, at, end)
    if sentence.text[verb[0] : verb[1]].lower().startswith("call") and _telephoned(
        rest, OWNER.match(sentence.text, at)
    ):
        return _ties(sentence, verb, Pattern("meets", "CONSULT", "0", "direct"), doers, receivers)
    sign = colour(sentence.text, at, end)
    quoted = re.compile(r"[^“\"‘«']{0,60}?\s(?:[“\"‘«]|'(?=\w))").match(sentence.text, at, end)
    if sign == "0" and not quoted:
        return []
    if sign == "+":
        return _ties(sentence, verb, Pattern("praises", "SUPPORT", "+", "naming"), doers, receivers)
    thing = quoted and words(sentence.text, quoted.end(), end)[:1] in (["a"], ["an"], ["the"], ["my"], ["our"])
    kind = Pattern("insults" if thing else "criticises", "ACCUSE", "-", "naming")
    return _ties(sentence, verb, kind, doers, receivers)


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
    out = []
    for doer in doers:
        for receiver in receivers:
            fits = not pattern.target or receiver.mention.type in pattern.target
            if doer.actor and receiver.actor and doer.actor != receiver.actor and fits:
                start = sentence.pieces[piece_of(sentence, verb[0])][0]
                end = max(_quoted_end(sentence, verb[1]), receiver.mention.end)
                out.append(
                    Sighting(
                        doer.actor,
                        receiver.actor,
                        pattern.type,
                        pattern.plover,
                        pattern.sign,
                        verb[0],
                        (start, end),
                        SURE,
                    )
                )
    return out
