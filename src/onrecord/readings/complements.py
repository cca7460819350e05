"""What is said behind a cue's verb: its complement. No parser; small words and marks tell. All coordinates here are token
numbers, half open."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.readings.contents import clause_end
from onrecord.readings.cues import Cue, among, is_adverb, takes
from onrecord.readings.grammar import Range, phrase_end, time_end
from onrecord.readings.units import Token
from onrecord.words.clauses import is_finite

REACH = 18
"""Tokens between a verb and its "that", "to" or quotation. Longer ones are told of somebody else."""

_QUESTIONS = frozenset(("whether", "if", "why", "how", "what", "who", "when", "where", "which"))
_HARD = frozenset(".;:!?…—–")
_FIGURES = frozenset(("results", "earnings", "profit", "profits", "loss", "losses", "revenue", "sales"))
_CLOSING = frozenset(("because", "citing", "since", "as", "for", "while", "when"))


class Complement(NamedTuple):
    """What follows a verb: `kind` says how it is joined, `hearer` who it is said to."""

    kind: str
    pieces: tuple[Range, ...]
    hearer: Range | None = None


def behind(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """The complement that follows the verb, or None."""
    for look in (_direct, _that, _to, _question, _of, _for, _named, _bare, _object, _verdict):
        found = look(tokens, cue, cues)
        if found and all(start < end for start, end in found.pieces):
            return found
    return None


def _direct(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """A quotation right behind the verb, a comma or a colon: "said: “...”", "told the court on Monday: “...”"."""
    if not (takes(cue, "says") or takes(cue, "that_only")):
        return None
    at = _adverbs_off(tokens, cue.last)
    for n in range(at, min(len(tokens), at + REACH)):
        token = tokens[n]
        if token.shape == "q":
            marked = n > at and tokens[n - 1].low in ",:"
            if not (n == at or marked):
                return None
            hearer = _hearer(tokens, cue, n) if takes(cue, "hearer") and n > at else None
            return Complement("quote", _quotes_from(tokens, n, cues, marked), hearer)
        if token.low == ":" and n + 1 < len(tokens) and tokens[n + 1].shape != "q":
            return Complement("that", ((n + 1, clause_end(tokens, n + 1, cues)),)) if n == at else None
        if (token.shape == "." and token.low in _HARD - {":"}) or (n > at and token.low == "that"):
            return None
        if n > at and token.shape == "w" and _main_verb(tokens, at, n):
            return None
    return None


def _quotes_from(tokens: Sequence[Token], at: int, cues: Sequence[Cue], marked: bool) -> tuple[Range, ...]:
    """The quotation at `at` and those that follow it with nothing between; one that runs on into words is one clause."""
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
    at = _word_ahead(tokens, cue.last, ("that",))
    if at is None or at + 1 >= len(tokens):
        return None
    hearer = _hearer(tokens, cue, at) if takes(cue, "hearer") else None
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


def _word_ahead(tokens: Sequence[Token], at: int, wanted: Sequence[str]) -> int | None:
    """The next of the wanted small words, if nothing but a hearer, a time or a place stands before it."""
    commas = 0
    at = _aside_off(tokens, at)
    if at < len(tokens) and tokens[at].low == ",":
        return None
    for n in range(at, min(len(tokens), at + REACH)):
        token = tokens[n]
        if token.low in wanted and token.shape == "w":
            return None if token.low == "that" and _no_opening(tokens, at, n) else n
        if token.shape == "q" or (token.shape == "." and token.low in _HARD):
            return None
        commas += token.low == ","
        if (n > at and token.shape == "w" and _main_verb(tokens, at, n)) or commas > 2:
            return None
    return None


def _aside_off(tokens: Sequence[Token], at: int) -> int:
    """Behind ", however," and the like."""
    if at + 2 < len(tokens) and tokens[at].low == "," and tokens[at + 2].low == "," and (is_adverb(tokens[at + 1]) or tokens[at + 1].low in ("however", "though", "too")):
        return at + 3
    return at


def _no_opening(tokens: Sequence[Token], at: int, n: int) -> bool:
    """Whether a "that" opens no clause: "that day", "said that was enough", "a memo that said"."""
    if n + 1 >= len(tokens):
        return True
    behind_it = tokens[n + 1]
    return behind_it.shape == "w" and ((n > at and behind_it.low in among("time")) or is_finite(behind_it.low))


def _main_verb(tokens: Sequence[Token], at: int, n: int) -> bool:
    before = tokens[n - 1]
    if not is_finite(tokens[n].low) or before.low in among("determiner") | among("preposition"):
        return False
    return not any(token.low in ("who", "which", "whose") for token in tokens[at:n])


def _hearer(tokens: Sequence[Token], cue: Cue, end: int) -> Range | None:
    """The noun phrase right behind the verb, up to a place, a time or a comma."""
    at = cue.last
    if (
        at >= end
        or tokens[at].low in among("preposition")
        or tokens[at].shape in ".q"
        or time_end(tokens, at, end) > at
        or is_adverb(tokens[at])
    ):
        return None
    stop = at + 1
    while stop < end and tokens[stop].shape not in ".q":
        if tokens[stop].low in (
            "in",
            "on",
            "at",
            "last",
            "this",
            "after",
            "during",
            "through",
            "by",
            "late",
            "early",
            "before",
            "earlier",
        ):
            break
        if tokens[stop].shape == "C" and tokens[stop].low in among("time"):
            break
        stop += 1
    return at, stop


def _question(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    if not takes(cue, "whether"):
        return None
    wanted = (
        tuple(sorted(_QUESTIONS))
        if cue.lemma not in ("say", "tell", "explain", "reveal")
        else ("whether", "why", "how", "what")
    )
    at = _word_ahead(tokens, cue.last, wanted)
    if at is None or (
        cue.lemma in ("say", "tell", "explain", "reveal") and not (at == cue.last or cue.lemma == "tell")
    ):
        return None
    return Complement("whether", ((at, clause_end(tokens, at, cues)),), _hearer(tokens, cue, at))


def _to(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
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
    at = _word_ahead(tokens, cue.last, wanted)
    if at is None or at + 1 >= len(tokens):
        return None
    if tokens[at].low == "for" and tokens[at + 1].low in among("determiner") | {"more"} and time_end(tokens, at, len(tokens)) > at:
        return None
    if tokens[at].low == "to" and (tokens[at + 1].shape != "w" or tokens[at + 1].low in among("determiner")):
        return None
    if at == cue.last and cue.lemma in ("tell", "warn", "advise", "report", "say"):
        return None
    end = clause_end(tokens, at, cues)
    if tokens[at].low == "not":
        end = next((n for n in range(at + 2, end) if tokens[n].low in _CLOSING), end)
    return Complement("to", ((at, end),), _hearer(tokens, cue, at))


def _of(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    if not takes(cue, "of"):
        return None
    ahead = [
        n
        for n in range(cue.last, min(len(tokens) - 1, cue.last + REACH))
        if tokens[n].low == "of" and tokens[n + 1].shape in "wq"
    ]
    ahead = [n for n in ahead if tokens[n + 1].low.endswith("ing") or tokens[n + 1].shape == "q"] or ahead
    return (
        Complement("of", ((ahead[0], clause_end(tokens, ahead[0], cues)),), _hearer(tokens, cue, ahead[0]))
        if ahead
        else None
    )


def _for(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """"apologised for the delay": what stands behind "for"."""
    at = _word_ahead(tokens, cue.last, ("for",)) if takes(cue, "for") else None
    if at is None or at + 1 >= len(tokens):
        return None
    return Complement("object", ((at + 1, clause_end(tokens, at + 1, cues)),))


def _verdict(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    if not takes(cue, "verdict") or cue.form not in ("past", "s"):
        return None
    at = cue.last
    if at >= len(tokens) or tokens[at].shape in ".qb" or tokens[at].low in among("preposition") | among("coordinator"):
        return None
    end = clause_end(tokens, at, cues)
    end = next((n for n in range(at + 1, end - 1) if tokens[n].low == "and" and is_finite(tokens[n + 1].low)), end)
    return Complement("object", ((at, end),))


def _named(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
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
        verdict = any(
            tokens[n].low in ("false", "untrue", "baseless", "wrong", "nonsense", "lies") for n in range(cue.last, end)
        )
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
        if as_at == cue.last and quoted and quoted[0] + 1 < end:
            return Complement("named", ((quoted[0] + 1, end),))
        return Complement("named", ((as_at + 1, end),))
    return Complement("named", ((cue.last, end),)) if quoted else None


def _quoted(tokens: Sequence[Token], at: int, end: int) -> list[int]:
    """The first quotation, and those joined to it by "and" or "or"."""
    found: list[int] = []
    for n in range(at, end):
        if tokens[n].shape == "q" and (not found or any(token.low in ("and", "or") for token in tokens[found[-1] : n]) and n - found[-1] <= 4):
            found.append(n)
    return found


def _calls_names(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether "called" is followed by a pronoun and a name for it: "called it theft", not "called her back"."""
    if at + 1 >= end or tokens[at].low not in ("it", "him", "her", "them", "me", "us", "himself", "herself", "themselves", "this", "that"):
        return False
    behind_it = tokens[at + 1]
    return behind_it.shape == "w" and not is_adverb(behind_it) and behind_it.low not in among("preposition") | among("time") | among("coordinator") | {"back", "out", "up", "off", "when", "to"}


def _bare(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """A clause without "that"."""
    if (
        not takes(cue, "says")
        or (takes(cue, "that_only") and cue.lemma != "deny")
        or cue.lemma in ("deny", "ask", "wonder", "urge", "accept", "threaten", "object")
    ):
        return None
    at = _adverbial_off(tokens, cue.last)
    hearer = None
    if (
        (takes(cue, "hearer")
        and cue.lemma != "promise")
        or (cue.lemma == "promise"
        and at < len(tokens)
        and tokens[at].low in among("pronoun"))
    ):
        stop = _first_phrase(tokens, at)
        hearer, at = (at, stop), _adverbial_off(tokens, stop)
    if at >= len(tokens) or not _opens_clause(tokens, at) or _no_subject(tokens, at):
        return None
    end = clause_end(tokens, at, cues)
    plain = cue.lemma in ("say", "claim", "insist") and end - at >= 4 and tokens[at].low not in among("preposition")
    if not plain and not _finite_behind(tokens, at, end):
        return None
    return Complement("bare", _pieces(tokens, at, cues), hearer)


def _no_subject(tokens: Sequence[Token], at: int) -> bool:
    """Whether a pronoun at `at` is what was said and no subject: "said it to my face"."""
    if tokens[at].low not in among("pronoun") | {"this", "that", "so"} or tokens[at].shape != "w" or at + 1 >= len(tokens):
        return False
    behind_it = tokens[at + 1]
    return behind_it.shape == "." or behind_it.low in among("preposition") | among("determiner") | among("time")


def _finite_behind(tokens: Sequence[Token], at: int, end: int) -> bool:
    return any((token.shape == "w" and is_finite(token.low)) or token.shape == "q" for token in tokens[at + 1 : end])


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
            (token.shape == "w"
            and token.low in among("determiner") | among("pronoun") | among("preposition") | among("relative"))
            or token.shape == "9"
        ):
            break
        if at > begin and (token.shape == "C") != names and at > begin + (tokens[begin].low in among("determiner")):
            break
        at += 1
    return at


def _adverbs_off(tokens: Sequence[Token], at: int) -> int:
    while (
        at < len(tokens)
        and is_adverb(tokens[at])
        and tokens[at].low not in ("both", "all", "each", "even", "just", "once")
    ):
        at += 1
    return at


def _adverbial_off(tokens: Sequence[Token], at: int) -> int:
    """Behind "only", "on Tuesday", "in a statement", "through a lawyer"."""
    while at < len(tokens):
        begin = at
        at = _adverbs_off(tokens, at)
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


def _object(tokens: Sequence[Token], cue: Cue, cues: Sequence[Cue]) -> Complement | None:
    """ "denied the charge", "denied asking", "confirmed it"."""
    if not takes(cue, "object") or cue.last >= len(tokens):
        return None
    at = _adverbs_off(tokens, cue.last)
    at = time_end(tokens, at, len(tokens))
    if (
        at >= len(tokens)
        or tokens[at].shape == "."
        or tokens[at].low in among("preposition") | among("coordinator") | {"themselves", "himself", "herself"}
    ):
        return None
    end = clause_end(tokens, at, cues)
    if tokens[at].low == "anonymity":
        end = at + 1
    if cue.lemma in ("report", "announce") and any(token.low in _FIGURES for token in tokens[at:end]):
        return None
    return Complement("object", ((at, end),))
