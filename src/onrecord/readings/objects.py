"""Complements that are no clauses: "asked him to go", "accused her of lying", "called it “over”", "denied the charge".
All coordinates here are token numbers, half open."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language.clauses import is_finite
from onrecord.readings.contents import clause_end
from onrecord.readings.cues import Cue, among, is_adverb, takes
from onrecord.readings.grammar import time_end
from onrecord.readings.reaches import REACH, Complement, adverbs_off, heard_by, word_ahead
from onrecord.readings.units import Token
from onrecord.words import phrases

_CLOSING = frozenset(("because", "citing", "since", "as", "for", "while", "when"))
_FIGURES = frozenset(("results", "earnings", "profit", "profits", "loss", "losses", "revenue", "sales"))


def infinitive(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """ "asked him to go", "asked the bank for help", "threatened to sue", "called on ministers to act"."""
    if not takes(cue, "to"):
        return None
    wanted = (
        ("not", "to", "for")
        if cue.lemma in ("ask", "appeal")
        else ("to", "not")
        if cue.lemma in ("urge", "order", "warn", "tell", "advise")
        else ("to",)
    )
    at = word_ahead(tokens, cue.last, wanted)
    if at is None or at + 1 >= len(tokens) or (tokens[at].low == "not" and tokens[at + 1].low != "to"):
        return None
    if (
        tokens[at].low == "for"
        and tokens[at + 1].low in among("determiner") | {"more"}
        and time_end(tokens, at, len(tokens)) > at
    ):
        return None
    if tokens[at].low == "to" and (tokens[at + 1].shape != "w" or tokens[at + 1].low in among("determiner")):
        return None
    if at == cue.last and cue.lemma in ("tell", "warn", "advise", "report", "say"):
        return None
    end = clause_end(tokens, at, cues)
    if cue.lemma == "call for":
        return Complement("to", ((cue.last, end),))
    if at == cue.last + 1 and tokens[cue.last].low in ("not", "never"):
        return Complement("to", ((cue.last, end),))
    if tokens[at].low == "not":
        end = next((n for n in range(at + 2, end) if tokens[n].low in _CLOSING), end)
    return Complement("to", ((at, end),), heard_by(tokens, cue, at))


def charge(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    if not takes(cue, "of"):
        return None
    ahead = [
        n
        for n in range(cue.last, min(len(tokens) - 1, cue.last + REACH))
        if tokens[n].low == "of" and tokens[n + 1].shape in "wq"
    ]
    ahead = [n for n in ahead if tokens[n + 1].low.endswith("ing") or tokens[n + 1].shape == "q"] or ahead
    ahead = [n for n in ahead if n > cue.last]  # "a man accused of theft" is accused by nobody named
    return (
        Complement("of", ((ahead[0], clause_end(tokens, ahead[0], cues)),), heard_by(tokens, cue, ahead[0]))
        if ahead
        else None
    )


def reason(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """ "apologised for the delay": what stands behind "for"."""
    at = word_ahead(tokens, cue.last, ("for",)) if takes(cue, "for") else None
    if at is None or at + 1 >= len(tokens):
        return None
    return Complement("object", ((at + 1, clause_end(tokens, at + 1, cues)),))


def verdict(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    if not takes(cue, "verdict") or cue.form not in ("past", "s"):
        return None
    at = cue.last
    if at >= len(tokens) or tokens[at].shape in ".qb" or tokens[at].low in among("preposition") | among("coordinator"):
        return None
    end = clause_end(tokens, at, cues)
    end = next((n for n in range(at + 1, end - 1) if tokens[n].low == "and" and is_finite(tokens[n + 1].low)), end)
    return Complement("object", ((at, end),))


def naming(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """ "called him “a clown”" with its object; "described it as “over”" without."""
    if not takes(cue, "named"):
        return None
    end = clause_end(tokens, cue.last, cues)
    quoted = _quoted(tokens, cue.last, min(end, cue.last + 2 * REACH))
    as_at = next(
        (n for n in range(cue.last, min(end, cue.last + REACH)) if tokens[n].low == "as" and tokens[n].shape == "w"),
        None,
    )
    if cue.lemma in ("call", "dub", "brand", "label", "term"):
        false = phrases("denials", "false")
        verdict = any(tokens[n].low in false for n in range(cue.last, end))
        plain = cue.lemma == "call" and _calls_names(tokens, cue.last, end)
        if not (quoted or verdict or plain):
            return None
        return Complement("named", ((cue.last, quoted[-1] + 1 if quoted else end),))
    if (
        as_at is not None
        and as_at + 1 < end
        and (
            quoted
            or cue.lemma
            in ("describe", "dismiss", "characterise", "characterize", "denounce", "portray", "depict", "refer to")
        )
    ):
        thing = [token.low for token in tokens[cue.last : as_at]]
        return Complement("named" if _may_be_said(thing) else "called", ((as_at + 1, end),))
    return Complement("named", ((cue.last, end),)) if quoted else None


def _may_be_said(thing: Sequence[str]) -> bool:
    """Whether what is described may be what somebody said: "the report", "it", not "him" or "the mayor"."""
    told = ("claims", "matters", "thoughts", "false")
    return not thing or any(word in _POINTING or word in phrases("denials", key) for word in thing for key in told)


_POINTING = frozenset(("it", "that", "this", "these", "those", "all", "everything", "what"))


def _quoted(tokens: Sequence[Token], at: int, end: int) -> list[int]:
    """The first quotation, and those joined to it by "and" or "or"."""
    found: list[int] = []
    for n in range(at, end):
        if tokens[n].shape == "q" and (
            not found or (any(token.low in ("and", "or") for token in tokens[found[-1] : n]) and n - found[-1] <= 4)
        ):
            found.append(n)
    return found


def _calls_names(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "called" is followed by a pronoun and a name for it: "called it theft", not "called her back"."""
    if at + 1 >= end or tokens[at].low not in (
        "it",
        "him",
        "her",
        "them",
        "me",
        "us",
        "himself",
        "herself",
        "themselves",
        "this",
        "that",
    ):
        return False
    behind_it = tokens[at + 1]
    return (
        behind_it.shape == "w"
        and not is_adverb(behind_it)
        and behind_it.low
        not in among("preposition") | among("time") | among("coordinator") | {"back", "out", "up", "off", "when", "to"}
    )


def _besides_off(tokens: Sequence[Token], at: int, end: int) -> int:
    """Of "admitted the error and apologised": the thing ends before what was done besides."""
    for n in range(at + 1, end - 1):
        if tokens[n].shape == "w" and is_finite(tokens[n].low):
            return end  # a clause, whose verbs may be joined
        if tokens[n].low == "and" and tokens[n + 1].shape == "w" and is_finite(tokens[n + 1].low):
            return n - (tokens[n - 1].low == ",")
    return end


def thing(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """ "denied the charge", "denied asking", "confirmed it"."""
    if not takes(cue, "object") or cue.last >= len(tokens):
        return None
    at = adverbs_off(tokens, cue.last)
    at = time_end(tokens, at, len(tokens))
    if (
        at >= len(tokens)
        or tokens[at].shape == "."
        or tokens[at].low in among("preposition") | among("coordinator") | {"themselves", "himself", "herself"}
    ):
        return None
    end = clause_end(tokens, at, cues)
    end = _besides_off(tokens, at, end)
    if tokens[at].low == "anonymity":
        end = at + 1
    if cue.lemma in ("report", "announce") and any(token.low in _FIGURES for token in tokens[at:end]):
        return None
    return Complement("object", ((at, end),))
