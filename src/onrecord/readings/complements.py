"""What is said behind a cue's verb: its complement. No parser; small words and marks tell. All coordinates here are
token numbers, half open."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language.clauses import is_finite
from onrecord.readings.contents import clause_end
from onrecord.readings.cues import Cue, among, takes
from onrecord.readings.grammar import Range, has_finite, phrase_end, time_end
from onrecord.readings.objects import charge, infinitive, naming, reason, thing, verdict
from onrecord.readings.reaches import REACH, Complement, adverbs_off, heard_by, main_verb, word_ahead
from onrecord.readings.units import Token

_QUESTIONS = frozenset(("whether", "if", "why", "how", "what", "who", "when", "where", "which"))
_HARD = frozenset(".;:!?…—–")


def behind(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """The complement that follows the verb, or None."""
    for look in (_direct, _that, infinitive, _question, charge, reason, naming, _bare, thing, verdict):
        found = look(tokens, cue, cues)
        if found and all(start < end for start, end in found.pieces):
            return found
    return None


def _direct(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """A quotation right behind the verb, a comma or a colon: "said: “...”", "told the court on Monday: “...”"."""
    if not (takes(cue, "says") or takes(cue, "that_only")):
        return None
    at = adverbs_off(tokens, cue.last)
    for n in range(at, min(len(tokens), at + REACH)):
        token = tokens[n]
        if token.shape == "q":
            marked = n > at and tokens[n - 1].low in ",:"
            if not (n == at or marked):
                return None
            hearer = heard_by(tokens, cue, n) if takes(cue, "hearer") and n > at else None
            return Complement("quote", _quotes_from(tokens, n, cues, marked), hearer)
        if token.low == ":" and n + 1 < len(tokens) and tokens[n + 1].shape != "q":
            return Complement("that", ((n + 1, clause_end(tokens, n + 1, cues)),)) if n == at else None
        if (token.shape == "." and token.low in _HARD - {":"}) or (n > at and token.low == "that"):
            return None
        if n > at and token.shape == "w" and main_verb(tokens, at, n):
            return None
    return None


def _quotes_from(tokens: Sequence[Token], at: int, cues: Sequence[Cue], marked: bool) -> tuple[Range, ...]:
    """The quotation at `at` and those that follow it with nothing between; one that runs on into words is one
    clause."""
    end = clause_end(tokens, at, cues)
    if (
        not marked
        and end > at + 1
        and any(is_finite(token.low) for token in tokens[at + 1 : end] if token.shape == "w")
    ):
        return ((at, end),)
    out = [(at, at + 1)]
    while out[-1][1] < len(tokens) and tokens[out[-1][1]].shape == "q":
        out.append((out[-1][1], out[-1][1] + 1))
    return tuple(out)


def _that(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    if not (takes(cue, "says") or takes(cue, "that_only") or takes(cue, "hearer")):
        return None
    at = word_ahead(tokens, cue.last, ("that",))
    if at is None or at + 1 >= len(tokens):
        return None
    thing = not takes(cue, "hearer") and tokens[cue.last].low in among("determiner")
    if at > cue.last + 1 and thing and time_end(tokens, cue.last, at) < at:
        return None  # "said a report that he had stayed was false"
    hearer = heard_by(tokens, cue, at) if takes(cue, "hearer") else None
    return Complement("that", _pieces(tokens, at + 1, cues), hearer)


def _pieces(tokens: Sequence[Token], at: int, cues: Sequence[Cue]) -> tuple[Range, ...]:
    """A clause, cut at each further "and that"."""
    end = clause_end(tokens, at, cues)
    cuts = [
        n
        for n in range(at + 1, end - 1)
        if tokens[n].low in ("and", "but") and tokens[n + 1].low == "that" and tokens[n + 1].shape == "w"
    ]
    out, start = [], at
    for cut in cuts:
        out.append((start, cut - 1 if tokens[cut - 1].low == "," else cut))
        start = cut + 2
    return (*out, (start, end))


def _question(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    if not takes(cue, "whether"):
        return None
    wanted = (
        tuple(sorted(_QUESTIONS))
        if cue.lemma not in ("say", "tell", "explain", "reveal")
        else ("whether", "why", "how", "what")
    )
    at = word_ahead(tokens, cue.last, wanted)
    if at is None or (
        cue.lemma in ("say", "tell", "explain", "reveal") and not (at == cue.last or cue.lemma == "tell")
    ):
        return None
    return Complement("whether", ((at, clause_end(tokens, at, cues)),), heard_by(tokens, cue, at))


def _bare(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """A clause without "that"."""
    loose = takes(cue, "loose")
    if (
        not (takes(cue, "says") or loose)
        or (takes(cue, "that_only") and cue.lemma != "deny" and not loose)
        or cue.lemma in ("deny", "ask", "wonder", "urge", "accept", "threaten", "object")
    ):
        return None
    at = _adverbial_off(tokens, cue.last)
    hearer = None
    if (takes(cue, "hearer") and cue.lemma != "promise") or (
        cue.lemma == "promise" and at < len(tokens) and tokens[at].low in among("pronoun")
    ):
        stop = _first_phrase(tokens, at)
        hearer, at = ((at, stop) if stop > at else None), _adverbial_off(tokens, stop)
    if at >= len(tokens) or not _opens_clause(tokens, at) or _no_subject(tokens, at):
        return None
    end = clause_end(tokens, at, cues)
    plain = cue.lemma in ("say", "claim", "insist") and end - at >= 4 and tokens[at].low not in among("preposition")
    if not plain and not (_clause(tokens, at, end) if loose else _finite_behind(tokens, at, end)):
        return None
    return Complement("bare", _pieces(tokens, at, cues), hearer)


def _no_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether a pronoun at `at` is what was said and no subject: "said it to my face"."""
    if (
        tokens[at].low not in among("pronoun") | {"this", "that", "so"}
        or tokens[at].shape != "w"
        or at + 1 >= len(tokens)
    ):
        return False
    behind_it = tokens[at + 1]
    return behind_it.shape == "." or behind_it.low in among("preposition") | among("determiner") | among("time")


def _clause(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a main verb stands before the first "and"."""
    stop = next((n for n in range(at + 1, end) if tokens[n].low in ("and", "but")), end)
    return has_finite(tokens, (at, stop))


def _finite_behind(tokens: Sequence[Token], at: int, end: int) -> bool:
    contracted = tokens[at].low.partition("'")[2] in ("s", "re", "m", "ve", "d", "ll")
    finite = any(
        tokens[n].shape == "q" or (tokens[n].shape == "w" and is_finite(tokens[n].low) and tokens[n - 1].low != "and")
        for n in range(at + 1, end)
    )
    return finite or contracted


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    token = tokens[at]
    if token.shape == ".":
        return False
    return (
        token.shape != "w"
        or token.low not in among("preposition") | among("coordinator") | among("relative") - {"that"}
        or token.low in ("if", "while", "when", "after", "in", "under", "without", "despite")
    )


def _first_phrase(tokens: Sequence[Token], at: int) -> int:
    """Where the noun phrase at `at` ends: a pronoun, names, or up to the next determiner, pronoun or name."""
    if at < len(tokens) and tokens[at].low in among("pronoun"):
        return at + 1
    begin = at
    if at < len(tokens) and tokens[at].low in among("determiner"):
        at += 1
    names = at < len(tokens) and tokens[at].shape == "C"
    while at < len(tokens) and tokens[at].shape not in ".q":
        token = tokens[at]
        if (
            token.shape == "w"
            and token.low in among("determiner") | among("pronoun") | among("preposition") | among("relative")
        ) or token.shape == "9":
            break
        if at > begin and (token.shape == "C") != names and at > begin + (tokens[begin].low in among("determiner")):
            break
        at += 1
    return at


def _adverbial_off(tokens: Sequence[Token], at: int) -> int:
    """Behind "only", "on Tuesday", "in a statement", "through a lawyer"."""
    while at < len(tokens):
        begin = at
        at = adverbs_off(tokens, at)
        at = time_end(tokens, at, len(tokens))
        if at < len(tokens) and tokens[at].low in (
            "in",
            "on",
            "at",
            "through",
            "during",
            "to",
            "via",
            "by",
            "after",
            "from",
        ):
            behind_it = phrase_end(tokens, at + 1, len(tokens))
            if behind_it < len(tokens) and any(
                token.low in among("medium") | among("time") or token.shape == "C" for token in tokens[at:behind_it]
            ):
                at = behind_it
        if at == begin:
            return at
    return at
