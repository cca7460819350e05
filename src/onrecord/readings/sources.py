"""The words for who: the noun phrase that a cue's verb has as its subject, before it or behind it. No parser; commas,
small words and capital letters tell. All coordinates here are token numbers, half open."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language.clauses import is_finite
from onrecord.readings.cues import among, is_kind
from onrecord.readings.grammar import (
    Range,
    has_finite,
    is_intro,
    noun_phrase_back,
    opening,
    phrase_end,
    points_away,
    segments,
    time_begin,
    time_end,
)  # fmt: skip
from onrecord.readings.noun_phrases import owns, plausible, trimmed
from onrecord.readings.units import Token

LONGEST = 60
"""Tokens of a source with all that is said of it."""

_UNNAMED = frozenset(("named", "identified", "anonymity", "anonymous", "anonymously"))
_CONJUNCTIONS = frozenset(
    (
        "when",
        "while",
        "although",
        "though",
        "because",
        "if",
        "as",
        "after",
        "before",
        "since",
        "whereas",
        "unless",
        "until",
    )
)
_JOINS = frozenset(("of", "at", "in", "from", "for", "with", "on", "near", "inside"))
_SPANS = frozenset(("days", "weeks", "months", "years", "decades", "hours"))
_BREAKS = frozenset(";:—–!?|")
_SPEECH_ENDS = frozenset(",.?!…—-")


def subject(tokens: Sequence[Token], floor: int, group: int) -> Range | None:
    """The subject before the verb group at `group`, not before `floor`; None where it is left out or not plausible."""
    group = time_begin(tokens, floor, group)
    if group - 1 > floor and tokens[group - 1].low == "for" and tokens[group].low in _SPANS:
        group -= 1  # "who for months refused"
    if group <= floor:
        return None
    if tokens[group - 1].low in ("who", "which", "that") and tokens[group - 1].shape == "w":
        return _antecedent(tokens, floor, group - 1)
    if tokens[group - 1].low in "—–-" and tokens[group - 1].shape == ".":
        return _parted(tokens, floor, group - 1)
    closed = tokens[group - 1].low == ","
    low = boundary(tokens, floor, group)
    parts = segments(tokens, low, group)
    if closed and low > floor and tokens[low - 1].low == "that" and parts and has_finite(tokens, parts[0]):
        low = boundary(
            tokens, floor, low - 1
        )  # that clause ended before the comma: it is part of what is said of the subject
        parts = segments(tokens, low, group)
    if not parts:
        return None
    found = _closed(tokens, parts) if closed else _last(tokens, parts)
    found = trimmed(tokens, found) if found else None
    if not found or found[1] - found[0] > LONGEST or not plausible(tokens, found) or owns(tokens[found[1] - 1]):
        return None
    return found


def _parted(tokens: Sequence[Token], floor: int, at: int) -> Range | None:
    """The subject before an aside between dashes that ends at `at`: "Ada Lund — a chair who left in May — said"."""
    dash = next((n for n in range(at - 1, max(floor, at - LONGEST), -1) if tokens[n].low == tokens[at].low), None)
    if dash is None or dash == floor or any(token.shape == "q" for token in tokens[dash:at]):
        return None
    return subject(tokens, floor, dash)


def boundary(tokens: Sequence[Token], floor: int, group: int) -> int:
    """Behind the last mark or quotation before `group` that a subject cannot stand across."""
    for at in range(group - 1, floor - 1, -1):
        token = tokens[at]
        if (token.shape == "." and token.low in _BREAKS) or (token.low == "-" and token.shape == "."):
            return at + 1
        if token.shape == "q" and _parts(tokens, at, floor, group):
            return at + 2 if at + 1 < group and tokens[at + 1].low == "," else at + 1
        if token.low in ("what", "how", "why", "whether") and token.shape == "w" and at + 1 < group:
            return _behind_how(tokens, at + 1, group)
        if (
            token.low == "that"
            and token.shape == "w"
            and at + 1 < group
            and at >= floor
            and not points_away(tokens, at)
        ):
            return at + 1
    return floor


def _behind_how(tokens: Sequence[Token], at: int, group: int) -> int:
    """Behind "how | many times", "how | often"."""
    if tokens[at].low in ("often", "long", "soon", "far", "much"):
        return at + 1
    times = at + 1 < group and tokens[at].low == "many" and tokens[at + 1].low == "times"
    return at + 2 if times else at


def _parts(tokens: Sequence[Token], at: int, floor: int, group: int) -> bool:
    """Whether the quotation at `at` ends what was said before, and is no part of "Lund, who called it “over”, said"."""
    if tokens[at].low[1:] in _SPEECH_ENDS:
        return True
    if at + 1 >= group or tokens[at + 1].low != ",":
        return False
    begin = max((n for n in range(floor, at) if tokens[n].low == ","), default=floor)
    return not any(token.low in ("who", "which", "whose") for token in tokens[begin : begin + 3])


def _closed(tokens: Sequence[Token], parts: list[Range]) -> Range | None:
    """A subject that a comma closes: "Ada Lund, the chair of the board, who left in May, said"."""
    first = max((n + 1 for n, part in enumerate(parts[:-1]) if n and _verb_first(tokens, part)), default=0)
    first = max((n + 1 for n, part in enumerate(parts[:-1]) if has_finite(tokens, part)), default=first)
    for begin in (first, 0):
        for start, end in parts[begin:]:
            start = _later_off(tokens, opening(tokens, start, end), end)
            timely = start < end and time_end(tokens, start, end) >= end
            if (
                start < end
                and not timely
                and not is_intro(tokens, start)
                and tokens[start].low not in among("relative")
            ):
                return start, _anonymity_off(tokens, start, _adverbials_off(tokens, start, parts))
    return None


def _verb_first(tokens: Sequence[Token], part: Range) -> bool:
    """Whether a stretch goes on with the verb of a subject before it: ", who own the land, | will sell it"."""
    return tokens[part[0]].shape == "w" and is_finite(tokens[part[0]].low)


def _later_off(tokens: Sequence[Token], start: int, end: int) -> int:
    """Behind "Four hours later", "Two days earlier"."""
    moved = next((n + 1 for n in range(start + 1, min(end, start + 4)) if tokens[n].low in ("later", "earlier")), start)
    return moved if start < moved < end and time_end(tokens, moved - 2, moved) == moved else start


_BELONGS = frozenset(
    ("of", "from", "at", "with", "for", "including", "like", "among", "now", "then", "as", "formerly", "near")
)


def _adverbials_off(tokens: Sequence[Token], start: int, parts: list[Range]) -> int:
    """Where a subject ends without what only says how or when it spoke: "Lund, in an interview,", "Lund, using a
    megaphone,"."""
    left = [part for part in parts if part[0] >= start]
    while len(left) > 1 and is_intro(tokens, left[-1][0]) and tokens[left[-1][0]].low not in _BELONGS:
        left.pop()
    return left[-1][1] if left else parts[-1][1]


def _anonymity_off(tokens: Sequence[Token], start: int, end: int) -> int:
    """Leaves out ", who asked not to be named because ...": a reason, and no part of who it is."""
    for at in range(start + 1, end - 1):
        if tokens[at].low == "," and tokens[at + 1].low == "who" and any(t.low in _UNNAMED for t in tokens[at:end]):
            return at
    return end


def _last(tokens: Sequence[Token], parts: list[Range]) -> Range | None:
    start, end = parts[-1]
    start = _behind_verb(tokens, start, end)
    start = _intro_off(tokens, start, end)
    if start >= end:
        return None
    begin = len(parts) - 1
    listed = any(tokens[at].low == "and" for at in range(start, end))
    while listed and begin > 0 and _short_name(tokens, parts[begin - 1]):
        begin -= 1
        start = parts[begin][0]
    if tokens[start].low == "whose":
        start += 1
    return (start, end) if start < end and tokens[start].low not in among("relative") else None


def _short_name(tokens: Sequence[Token], part: Range) -> bool:
    names = all(tokens[at].shape == "C" for at in range(*part))
    return part[1] - part[0] <= 5 and names


def _behind_verb(tokens: Sequence[Token], start: int, end: int) -> int:
    """Behind the last "and", "but", "while" ... that a finite verb stands before."""
    seen = False
    begin = start
    for at in range(start, end - 1):
        token = tokens[at]
        if (
            token.shape == "w"
            and seen
            and token.low in among("coordinator") | among("subordinator")
            and tokens[at + 1].shape != "9"
        ) or (token.low in ("which", "where", "whom") and token.shape == "w" and not _any_finite(tokens, at + 1, end)):
            begin = at + 1
        elif token.shape == "w" and is_finite(token.low) and (at > start or tokens[at - 1].low == ","):
            seen = seen or not any(t.low in among("relative") for t in tokens[begin:at])
    return begin


def _any_finite(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(token.shape == "w" and is_finite(token.low) for token in tokens[start:end])


def _intro_off(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the noun phrase begins behind "But on Monday", "In a letter", "Late last year"."""
    start = opening(tokens, start, end)
    while start < end:
        moved = time_end(tokens, start, end)
        if moved < end and moved > start:
            start = moved
            continue
        if tokens[start].low in among("preposition") | among("subordinator") and tokens[start].shape in "wC":
            behind = phrase_end(tokens, start + 1, end)
            if behind >= end:
                return start + 1 if tokens[start].low in _CONJUNCTIONS else end
            start = behind
            continue
        break
    return start


def _antecedent(tokens: Sequence[Token], floor: int, at: int) -> Range | None:
    """What "who" at `at` stands for."""
    end = at
    if end > floor and tokens[end - 1].low == ",":
        end -= 1
    low = boundary(tokens, floor, end)
    parts = segments(tokens, low, end)
    if not parts:
        return None
    begin, end = parts[-1]
    start = noun_phrase_back(tokens, begin, end)
    if (
        start == begin
        and len(parts) > 1
        and tokens[start].low in among("determiner")
        and _short_name(tokens, parts[-2])
    ):
        start = parts[-2][0]  # "Ada Lund, the chair, who": the name is meant
    while start - 1 > begin and tokens[start - 1].low in _JOINS and tokens[start - 2].shape in "wC":
        if _person(tokens, start, end) and not _person(tokens, begin, start - 1):
            break  # "an abrupt turn for a man who"
        start = noun_phrase_back(tokens, begin, start - 1)
    found = (start, end)
    if end - start == 1 and tokens[start].low in ("one", "something", "anything", "nothing", "those"):
        return None  # "a deal, one that called for": no teller
    return found if start < end and plausible(tokens, found) else None


def _person(tokens: Sequence[Token], start: int, end: int) -> bool:
    named = any(tokens[at].shape == "C" and at > 0 for at in range(start, end))
    return named or any(is_kind(token) for token in tokens[start:end])


def main(tokens: Sequence[Token], floor: int, end: int) -> Range | None:
    """The subject of the clause that begins at `floor`: its first noun phrase, up to a comma or a finite verb."""
    for start, stop in segments(tokens, floor, end):
        begin = opening(tokens, start, stop)
        if begin >= stop or is_intro(tokens, begin):
            continue
        at = begin
        while at < stop and not (
            tokens[at].shape == "w" and (is_finite(tokens[at].low) or tokens[at].low in among("relative"))
        ):
            at += 1
        found = trimmed(tokens, (begin, at)) if at > begin else (begin, at)
        if at == stop and at > begin and not plausible(tokens, found):
            continue  # "Privately and publicly, "
        return found if at > begin and plausible(tokens, found) else None
    return None
