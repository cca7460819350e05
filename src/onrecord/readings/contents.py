"""Where what is said begins and ends: the clause behind a cue, and the words before "Lund said". No parser; small
words and marks tell. All coordinates here are token numbers, half open."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language.clauses import is_finite
from onrecord.readings.cues import Cue, among, citing, takes
from onrecord.readings.grammar import Range, has_finite, is_intro, opening, segments, time_end
from onrecord.readings.sources import subject
from onrecord.readings.units import Token

SILENCE = "(silence)"
"""The lemma under which a silence stands among the cues, so that a clause ends before "but would not say"."""


def clause_end(tokens: Sequence[Token], at: int, cues: Sequence[Cue]) -> int:
    """Where the clause that begins at `at` ends: before another teller's clause, a deeper source, or the unit's end."""
    end = at
    while end < len(tokens):
        token = tokens[end]
        if token.shape == "." and (token.low in (";", "|") or (token.low in ".?!" and end + 1 < len(tokens))):
            break
        if token.low == "according" and end + 1 < len(tokens) and tokens[end + 1].low == "to":
            break
        if token.low in (",", "q,") and end + 1 < len(tokens) and _leaves(tokens, end + 1, cues):
            end += token.shape == "q"
            break
        if end > at and token.low in ("and", "but") and token.shape == "w" and _teller_at(tokens, end + 1, cues):
            break
        end += 1
    while end > at and (
        (tokens[end - 1].shape == "." and tokens[end - 1].low in ",.;:—–-") or tokens[end - 1].low in ("and", "but")
    ):
        end -= 1
    return end


def _leaves(tokens: Sequence[Token], at: int, cues: Sequence[Cue]) -> bool:
    """Whether behind a comma something else begins: "..., citing", "..., according to", "..., and Lund said", "...,
    adding"."""
    low = tokens[at].low
    if low in citing() or low == "according" or (low == "as" and teller_near(tokens, at + 1, cues)):
        return True
    if any(cue.group == at and cue.form in ("past", "s") and takes(cue, "says") for cue in cues):
        return True
    if low == "which" and _relayed(at, cues):
        return True
    if any(cue.first == at and cue.form == "ing" for cue in cues) or _aside(tokens, at, cues):
        return True
    if low in ("and", "but", "while", "though", "although", "whereas"):
        return _teller_at(tokens, at + 1, cues) or (
            at + 1 < len(tokens) and tokens[at + 1].low != "that" and teller_near(tokens, at + 1, cues)
        )
    return False


def _teller_at(tokens: Sequence[Token], at: int, cues: Sequence[Cue]) -> bool:
    """Whether a verb of saying stands right at `at`, adverbs apart: "but said"."""
    at = time_end(tokens, at, len(tokens))
    return any((cue.group == at or cue.first == at) and _leads(cue) for cue in cues if not cue.passive)


def _leads(cue: Cue) -> bool:
    """Whether a verb behind "and" or "but" is likely its own statement."""
    return cue.lemma == SILENCE or (
        cue.form in ("past", "s")
        and (
            takes(cue, "says")
            or takes(cue, "named")
            or cue.lemma in ("call on", "call for", "accuse", "urge", "recommend")
        )
    )


def teller_near(tokens: Sequence[Token], at: int, cues: Sequence[Cue]) -> bool:
    """Whether a clause that begins at `at` is a teller's: a subject and right behind it a verb of saying."""
    for cue in cues:
        if at < cue.group <= at + 12 and (takes(cue, "says") or takes(cue, "named")) and not cue.passive:
            found = subject(tokens, at, cue.group)
            return bool(found and found[0] == at and not has_finite(tokens, (at, found[1])))
    return False


def _relayed(at: int, cues: Sequence[Cue]) -> bool:
    """Whether behind ", which" somebody answers what was told: ", which he denies."."""
    return any(
        at + 1 < cue.group <= at + 8 and cue.lemma in ("deny", "dispute", "reject", "confirm", "admit") for cue in cues
    )


def _aside(tokens: Sequence[Token], at: int, cues: Sequence[Cue]) -> bool:
    """Whether behind a comma a teller's clause without content stands: ", two diplomats said." or ", she said, "."""
    for cue in cues:
        if (
            at < cue.group <= at + 12
            and (takes(cue, "says") or takes(cue, "tail"))
            and not cue.passive
            and cue.form != "ing"
        ):
            found = subject(tokens, at, cue.group)
            stops = (
                cue.last >= len(tokens)
                or tokens[cue.last].shape == "."
                or time_end(tokens, cue.last, len(tokens)) > cue.last
            )
            stops = stops or tokens[cue.last].low in ("in", "at", "on")
            return bool(found and found[0] == at and stops and not has_finite(tokens, (at, found[1])))
    return False


def before(tokens: Sequence[Token], floor: int, at: int) -> tuple[Range, ...] | None:
    """What is said before its teller: `at` is where the teller's clause begins. A comma or a quotation must close
    it."""
    end = at
    if end <= floor:
        return None
    last = tokens[end - 1]
    if last.low == "," and last.shape == ".":
        end -= 1
    elif not (last.shape == "q" or (last.shape == "." and last.low in "?!—–")):
        return None
    start = max(
        (n + 1 for n in range(floor, end - 1) if tokens[n].shape == "." and tokens[n].low in ".;?!"), default=floor
    )
    while (
        start < end
        and tokens[start].low in ("and", "but", "yet", "so")
        and tokens[start].shape in "wC"
        and start + 1 < end
        and tokens[end - 1].shape != "q"
    ):
        start += 1
    if start >= end:
        return None
    quotes = [n for n in range(start, end) if tokens[n].shape == "q"]
    if (
        quotes
        and quotes[-1] == end - 1
        and not any(is_finite(tokens[n].low) for n in range(start, end) if tokens[n].shape == "w")
    ):
        return tuple((n, n + 1) for n in quotes)
    if not quotes and not has_finite_or_name(tokens, (start, end)) and (end - start < 3 or is_intro(tokens, start)):
        return None
    return ((start, end),)


def aside(tokens: Sequence[Token], floor: int, at: int, behind: int, cues: Sequence[Cue]) -> tuple[Range, ...] | None:
    """What is said around a teller that stands between commas in the middle of a clause: "The harbour, Lund said, was
    closed". `at`, `behind`: where the teller begins and ends; None where the words before it are a clause already."""
    if at - 2 < floor or behind + 1 >= len(tokens) or tokens[at - 1].low != "," or tokens[behind].low != ",":
        return None
    start = max(
        (n + 1 for n in range(floor, at - 1) if tokens[n].shape == "." and tokens[n].low in ".;?!:"), default=floor
    )
    last = segments(tokens, start, at - 1)
    if not last or any(token.shape == "q" for token in tokens[start:at]):
        return None
    start = opening(tokens, start, at - 1)
    end = clause_end(tokens, behind + 1, cues)
    whole = has_finite(tokens, last[-1]) and not is_intro(tokens, last[-1][0])
    goes_on = any(token.shape == "w" and is_finite(token.low) for token in tokens[behind + 1 : end])
    goes_on = goes_on or (tokens[behind + 1].shape == "w" and tokens[behind + 1].low.endswith("s"))
    if start >= at - 1:
        return ((behind + 1, end),)  # "Still, Lund said, it was closed"
    goes_on = goes_on or (is_intro(tokens, start) and end - behind > 3)
    return ((start, at - 1), (behind + 1, end)) if goes_on and not whole else None


def has_finite_or_name(tokens: Sequence[Token], part: Range) -> bool:
    """Whether a stretch before a teller may be a clause: it has a main verb, or is no mere introduction."""
    start, end = part
    pieces = segments(tokens, start, end)
    led = any(tokens[first].shape == "w" and is_finite(tokens[first].low) for first, _ in pieces[1:])
    return (led or any(has_finite(tokens, piece) for piece in pieces)) and not (
        len(pieces) == 1
        and tokens[start].low in among("subordinator") | among("preposition")
        and not has_finite(tokens, (start + 1, end))
    )
