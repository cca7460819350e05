"""What a statement is towards another: a denial to the accuser, a request to the hearer, praise or blame in its
words."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache

from onrecord.language.clauses import WORD, clauses
from onrecord.nouns import Act, Extent, Mention, Sign, Span, Statement, TieType
from onrecord.ties.naming import colour
from onrecord.ties.pairs import LIKELY, SURE, Sighting
from onrecord.ties.roles import Party
from onrecord.words import table

TO_HEARER: dict[Act, tuple[TieType, str, Sign]] = {
    "requests": ("requests", "REQUEST", "0"),
    "promises": ("promises", "AGREE", "+"),
    "threatens": ("threatens", "THREATEN", "-"),
    "apologises": ("apologises", "SUPPORT", "+"),
}
"""Acts that bind or burden the hearer."""

WARNING: tuple[TieType, str, Sign] = ("warns", "THREATEN", "-")

LOOKED_BACK = 12
"""Statements before a denial that are looked at; more do not stand in ACCUSED_WITHIN characters."""

ACCUSED_WITHIN = 400
"""Characters back from a denial in which what it denies was said: the two or three sentences before it."""

NAMED_WITHIN = 200
"""Characters before a statement in which the person is named whom its "he" means: one sentence."""

TELLING, SHARED = 5, 2
"""Letters of a word that tells ("barge", not "with"), and how many of them a denial shares with what it denies."""

BEFORE_SUBJECT = frozenset(
    {"", "that", "the", "mr", "mr.", "ms", "ms.", "mrs", "mrs.", "but", "and", "now", "then", "so"}
)
NEAR = re.compile(r"(?:(?!not\b|never\b|no\b|hardly\b)\S+\s){0,8}(?:(?!not\b|never\b)\S+)?")
HIT = re.compile(
    r"(?:that )?(?:(?:he|she|it|they|we|I) (?:will|would|shall|could|might|may|was going to) |to )"
    r"(?:\w+ly )?(?!send|deploy|use\b|hire|bring|call|involve)\w+ (?:up |off |out |after )?(?:the )?",
    re.IGNORECASE,
)
"""The beginning of a threat up to whom it hits: "she will strip the", "to sue"."""
WANTED = re.compile(r"[^.;:,“”\"]{1,60}? from (?:the )?", re.IGNORECASE)
"""The beginning of a demand up to whom something is wanted from."""
THING = re.compile(r"(?:just |only |nothing but |no more than )?an?\s(?!man\b|woman\b|person\b)", re.IGNORECASE)
"""A thing in marks that a person is said to be, "a desk sailor": colourless words are put in marks when they hurt."""
SUBJECT_GAP = re.compile(r"\s(?:\w+ly\s)?(?:was|is|are|were|has been|had been|will be)\s", re.IGNORECASE)


def said(statements: Sequence[Statement], text: str, parties: Sequence[Party]) -> list[Sighting]:
    """The ties that the statements of one article are. `parties` are its mentions in text order."""
    out: list[Sighting] = []
    ordered = sorted(statements, key=lambda s: (s.span.start, s.id))
    starts = [party.mention.start for party in parties]
    for place, statement in enumerate(ordered):
        speaker = statement.speaker.actor if statement.speaker else None
        if speaker:
            first, last = _within(starts, statement.span)
            within = parties[first:last]
            out += _to_hearer(statement, speaker) or _to_whom_it_hits(statement, speaker, text, within)
            out += _to_accuser(statement, speaker, ordered[max(0, place - LOOKED_BACK) : place], parties)
            before = parties[bisect_left(starts, statement.span.start - NAMED_WITHIN) : first]
            named = [p.actor for p in before if p.actor and p.mention.form == "name" and p.mention.type == "person"]
            out += _about(statement, speaker, text, within, named)
    return out


def _within(starts: Sequence[int], span: Span) -> Extent:
    return bisect_left(starts, span.start), bisect_left(starts, span.end)


def _to_hearer(statement: Statement, speaker: str) -> list[Sighting]:
    kind = TO_HEARER.get(statement.act)
    if kind is None or statement.hearer in (None, speaker) or not statement.hearer:
        return []
    extent = (statement.span.start, statement.span.end)
    return [Sighting(speaker, statement.hearer, *kind, _at(statement), extent, SURE, extent[0])]


def _to_whom_it_hits(statement: Statement, speaker: str, text: str, parties: Sequence[Party]) -> list[Sighting]:
    """A threat or a warning without a hearer is made to whom its words name first, behind the verb of the deed; a
    demand to whom it wants something from, or wants to do something."""
    kind = WARNING if _warns(statement) else TO_HEARER.get(statement.act)
    pattern = WANTED if statement.act == "requests" else HIT if kind and kind[2] == "-" else None
    if kind is None or pattern is None or statement.hearer:
        return []
    for piece in statement.content:
        found = pattern.match(text, piece.start, piece.end)
        starts = {found.end(), found.end() - 4} if found else {piece.start} if pattern is WANTED else set()
        hit = [p for p in parties if p.actor and p.mention.start in starts]
        if hit and hit[0].actor and hit[0].actor != speaker:
            extent = (statement.span.start, statement.span.end)
            return [Sighting(speaker, hit[0].actor, *kind, _at(statement), extent, LIKELY, extent[0])]
    return []


def _warns(statement: Statement) -> bool:
    return statement.act == "says" and "warn" in _cue(statement)


def _cue(statement: Statement) -> str:
    return statement.cue.text.lower() if statement.cue else ""


def _at(statement: Statement) -> int:
    return statement.cue.start if statement.cue else statement.span.start


def _to_accuser(
    statement: Statement, speaker: str, before: Sequence[Statement], parties: Sequence[Party]
) -> list[Sighting]:
    """A denial meets whoever, in the sentences before, said something of the denier."""
    if statement.act != "denies" or not any(
        word.startswith(tuple(table("tie_verbs")["denials"]["cues"])) for word in _cue(statement).split()
    ):
        return []
    for other in reversed(before):
        accuser = other.speaker.actor if other.speaker else None
        near = 0 <= statement.span.start - other.span.end <= ACCUSED_WITHIN
        if near and accuser and accuser != speaker and other.act in ("says", "confirms") and _meets(statement, other):
            inside = [p.actor for p in parties for c in other.content if c.start <= p.mention.start < c.end]
            extent = (statement.span.start, statement.span.end)
            return (
                [Sighting(speaker, accuser, "denies", "REJECT", "-", _at(statement), extent, LIKELY, extent[0])]
                if speaker in inside
                else []
            )
    return []


def _meets(denial: Statement, claim: Statement) -> bool:
    """Whether the denial may be of the claim: it points ("denied it"), or takes up its telling words."""
    denied, claimed = (set(WORD.findall(said.text.lower())) for said in (denial, claim))
    if denied <= set(table("tie_verbs")["pointers"]["words"]):
        return True
    return sum(len(word) >= TELLING for word in denied & claimed) >= SHARED


def _about(
    statement: Statement, speaker: str, text: str, parties: Sequence[Party], named: Sequence[str]
) -> list[Sighting]:
    """Praise, blame, accusation and calls to go, in the clauses of the content that have somebody else as their
    subject. `named` are the persons named just before the statement."""
    out: list[Sighting] = []
    for piece in statement.content:
        for start, end in clauses(text, piece.start, piece.end):
            held = [p for p in parties if start <= p.mention.start and p.mention.end <= end]
            subject = held[0].actor or _spoken_of(text, held[0], speaker, named) if held else None
            if subject and subject != speaker and _first(text, start, held[0].mention.start):
                found = _judged(text, (start, end), held[0].mention, _retort(statement))
                out += (
                    [Sighting(speaker, subject, *found, _at(statement), (start, end), LIKELY, start)] if found else []
                )
    return out


def _spoken_of(text: str, subject: Party, speaker: str, named: Sequence[str]) -> str | None:
    """Whom "he" means that a quotation begins with: the only other person named in the sentences just before it."""
    pronoun = text[subject.mention.start : subject.mention.end].lower() in ("he", "she")
    others = {actor for actor in named if actor != speaker}
    return min(others) if pronoun and len(others) == 1 else None


def _first(text: str, start: int, at: int) -> bool:
    """Whether only small words stand before the subject."""
    return all(word.strip("“\"‘',").lower() in BEFORE_SUBJECT for word in text[start:at].split())


def _retort(statement: Statement) -> bool:
    cue = _cue(statement)
    return any(word in cue for word in table("tie_verbs")["retorts"]["cues"])


def _judged(text: str, extent: Extent, subject: Mention, retort: bool) -> tuple[TieType, str, Sign] | None:
    if _ousting().match(text, subject.end, extent[1]):
        return "rejects", "REJECT", "-"
    if _wrong().match(text, subject.end, extent[1]):
        return "accuses", "ACCUSE", "-"
    copula = SUBJECT_GAP.match(text, subject.end, extent[1])
    if copula:
        near = NEAR.match(text, copula.end(), extent[1])
        sign = colour(text, copula.end(), near.end() if near else extent[1])
        quoted = text[copula.end()] in "“\"‘'"
        if sign == "0" and quoted and (retort or (subject.type == "person" and THING.match(text, copula.end() + 1))):
            return "insults", "ACCUSE", "-"
        if sign == "+":
            return "praises", "SUPPORT", "+"
        if sign == "-":
            return "criticises", "ACCUSE", "-"
    return None


@cache
def _ousting() -> re.Pattern[str]:
    modals, verbs = table("tie_verbs")["ousting"]["modals"], table("tie_verbs")["ousting"]["verbs"]
    return re.compile(rf"\s(?:{'|'.join(modals)})\s(?:now\s|also\s)?(?:{'|'.join(verbs)})\b", re.IGNORECASE)


@cache
def _wrong() -> re.Pattern[str]:
    verbs = table("tie_verbs")["wrongdoing"]["verbs"]
    return re.compile(rf"\s(?:had\s|has\s|have\s)?(?:\w+ly\s)?(?:{'|'.join(verbs)})\b", re.IGNORECASE)
