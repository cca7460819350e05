"""What a sentence tells that one actor did towards another: its verbs of ties with their subjects and objects."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.language.clauses import is_finite
from onrecord.nouns import Extent, Mention
from onrecord.ties.naming import named, ousted, reported
from onrecord.ties.pairs import Sighting, joined
from onrecord.ties.patterns import Pattern, triggers
from onrecord.ties.roles import OWNER, Party, Sentence, among, objects, piece_of, subjects, words
from onrecord.words import table

GIFT_WITHIN = 60
"""Characters behind the receiver in which the gift is named."""

PASSIVE = frozenset({"was", "were", "been", "being", "be", "is", "are", "got"})
PAIR = re.compile(
    r"\b(?:the (?:two|pair)(?: (?:men|women|leaders|companies|rivals|sides))?|both (?:men|women|sides))\b", re.I
)
A_REPORT = re.compile(r"(?:\s(?:as\s)?[“\"‘'][^“”\"‘]{1,60}[”\"’'])?\s(?:a|the|that|this)\s((?:\w+\s){0,1}\w+)\b")
SORRY = re.compile(r"[^.;:]{1,40}?\bto (?:apologi[sz]e|say (?:\w+ ){0,2}sorry)\b")
FIRST_AFTER = re.compile(r"\s(\w+)")
FOR_COMMENT = re.compile(r"\s?for (?:\w+ ){0,2}(?:comment|statement|response|interview|reaction)s?\b")
AIMED = re.compile(r"[^.;:,“”\"]{0,60}?\b(?:with|from|to|against|on)\s")
TO_DO = re.compile(r"[^.;:“”\"]{0,40}?\bto\s[“\"‘']?(?!be\b|send|deploy|use\b|hire|bring)\w+\s", re.IGNORECASE)


def deeds(sentence: Sentence, recent: Sequence[str], outlet: Party | None = None) -> list[Sighting]:
    """The ties a sentence tells by its verbs. `recent` are the persons last named before it, the last one last: they
    are "the two men". `outlet` is whose "the report" is, where the article draws on a single one."""
    out: list[Sighting] = []
    for verb in triggers().find(sentence.text, *sentence.extent):
        if _is_name(sentence, verb[0]):
            continue
        for pattern in triggers().patterns[sentence.text[slice(*verb)].lower()]:
            seen = _seen(sentence, verb, pattern, recent, outlet)
            out += seen
            if seen:
                break
    return out


def _is_name(sentence: Sentence, at: int) -> bool:
    """Whether what looks like a verb is a name or part of one ("Sue Ahn", "Grant Park"): it stands inside a mention, or
    has a capital behind the start of a clause in a sentence that is no headline."""
    if any(p.mention.form == "name" and p.mention.start <= at < p.mention.end for p in sentence.parties):
        return True
    if not sentence.text[at].isupper() or at == sentence.pieces[piece_of(sentence, at)][0]:
        return False
    initials = [word[0] for word in sentence.text[slice(*sentence.extent)].split() if word[0].isalpha()]
    return sum(initial.isupper() for initial in initials) * 2 < len(initials)


def _seen(
    sentence: Sentence, verb: Extent, pattern: Pattern, recent: Sequence[str], outlet: Party | None
) -> list[Sighting]:
    before = _before(sentence, verb[0])
    if _unreal(sentence, verb, before) or (pattern.role == "direct" and _gerund(sentence, verb, before)):
        return []
    if pattern.role == "mutual":
        pair = _pair(sentence, verb, recent)
        return joined(sentence, verb, pattern, pair[:1], pair[1:2])
    if pattern.role in ("direct", "report") and _passive(sentence.text, verb, before):
        return _passively(sentence, verb, pattern)
    found = _holders(sentence, verb[0]) if pattern.role == "noun" else subjects(sentence, verb[0])
    doers = [party.doing() for party in found]
    if not doers:
        return []
    if pattern.role == "naming":
        return named(sentence, verb, doers, recent)
    if pattern.role == "report":
        return joined(sentence, verb, pattern, doers, _reporters(sentence, verb[1], outlet))
    if pattern.type == "threatens" and not objects(sentence, verb[1], owned=False):
        return joined(sentence, verb, pattern, doers, _threatened(sentence, verb[1]))
    if pattern.type == "requests" and not objects(sentence, verb[1], owned=False):
        return ousted(sentence, verb, doers)
    if pattern.type == "meets" and SORRY.match(sentence.text, verb[1], sentence.extent[1]):
        pattern = Pattern("apologises", "SUPPORT", "+", "direct")
    receivers = _via(sentence, verb[1], pattern.via) if pattern.via else objects(sentence, verb[1], pattern.owned)
    return joined(sentence, verb, pattern, doers, receivers) if _holds(sentence, pattern, receivers) else []


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
    """Whether a form in -ing is a noun ("that hiring her was right"): no form of "be" before it, and it opens no
    clause."""
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
    if by and any(is_finite(word) for word in words(sentence.text, verb[1], by.end())):
        return []
    if not by or pattern.via or pattern.role == "report" or pattern.type == "meets":
        return []
    if pattern.followed and pattern.followed.isdisjoint(words(sentence.text, verb[1], by.end())[:1]):
        return []
    doers, receivers = objects(sentence, by.end(), owned=False), subjects(sentence, verb[0])
    return joined(sentence, verb, pattern, doers[:1], receivers)


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
    if FOR_COMMENT.match(rest):
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
    aimed = AIMED.match(sentence.text, deed.end(), sentence.extent[1]) if deed and not hit else None
    hit = objects(sentence, aimed.end(), owned=True)[:1] if aimed else hit
    sent = _letter().search(sentence.text, sentence.extent[0], at)
    return hit or (objects(sentence, sent.end(), owned=False)[:1] if sent else [])


def _pair(sentence: Sentence, verb: Extent, recent: Sequence[str]) -> list[Party]:
    """The two who did it together: "A and B", or the last two persons where "the two men" stand."""
    after = FIRST_AFTER.match(sentence.text, verb[1])
    if after and (after.group(1).lower() in among("aside") or after.group(1).endswith("ly")):
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


def _reporters(sentence: Sentence, at: int, outlet: Party | None) -> list[Party]:
    """Whose report, story or claim the object is: its owner's, or, where it has none, the outlet's."""
    for party in objects(sentence, at, owned=True):
        owner = OWNER.match(sentence.text, party.mention.end)
        if owner and reported(sentence.text, owner.end()):
            return [party]
    report = A_REPORT.match(sentence.text, at, sentence.pieces[piece_of(sentence, at)][1])
    return [outlet] if outlet and report and reported(report.group(1), 0, "published") else []


@cache
def _letter() -> re.Pattern[str]:
    nouns = "|".join(table("tie_verbs")["letters"]["nouns"])
    return re.compile(rf"\b(?:{nouns})\sto\s", re.IGNORECASE)
