"""The grammar of phrases without a parser: commas, small words and capital letters tell where noun phrases, times and
introductions begin and end. All coordinates here are token numbers, half open."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.language.clauses import is_finite
from onrecord.readings.cues import among, is_adverb
from onrecord.readings.units import Token

Range = tuple[int, int]

_AROUND = frozenset(
    [
        "on",
        "in",
        "at",
        "by",
        "since",
        "during",
        "the",
        "a",
        "of",
        "an",
        "until",
        "one",
        "two",
        "three",
        "four",
        "five",
        "six",
        "several",
        "few",
    ]
)
"""Small words that stand within an expression of time."""
_LEFT_OVER = frozenset(
    ["the", "a", "an", "of", "on", "in", "at", "by", "that", "this", "one", "two", "three", "several", "few"]
)
"""Those that belong to what follows when the expression ends with them."""
_DOUBLE = frozenset(("that", "this", "last", "same", "before", "may", "march"))
_CLOCK = frozenset(("at", "since", "by", "until"))
_ARTICLES = frozenset(("the", "a", "an", "his", "her", "its", "their", "my", "our", "your"))


def segments(tokens: Sequence[Token], start: int, end: int) -> list[Range]:
    """The stretches between commas."""
    out, begin = [], start
    for at in range(start, end + 1):
        if at == end or (tokens[at].low == "," and tokens[at].shape == "."):
            if at > begin:
                out.append((begin, at))
            begin = at + 1
    return out


def has_finite(tokens: Sequence[Token], part: Range) -> bool:
    """Whether a main verb stands in the stretch, one not behind "who", "which" or the like."""
    start, end = part
    if tokens[start].low in among("relative") | among("subordinator"):
        return False
    pending, verb = 0, False
    for at in range(start, end):
        token = tokens[at]
        if token.shape != "w":
            verb = False
        elif (token.low in among("relative") and at > start and token.low != "that") or (
            token.low == "that" and points_away(tokens, at)
        ):
            pending, verb = pending + 1, False
        elif at > start and is_finite(token.low) and tokens[at - 1].low not in _ARTICLES:
            if not verb and not pending:
                return True
            pending, verb = pending - (not verb), True
        elif not is_adverb(token) and token.low not in among("negative"):
            verb = False
    return False


def points_away(tokens: Sequence[Token], at: int) -> bool:
    """Whether "that" at `at` is a relative pronoun or points ("that day"), and opens no clause of its own."""
    while at + 2 < len(tokens) and is_adverb(tokens[at + 1]):
        at += 1
    if at + 1 >= len(tokens):
        return True  # the last word: nothing is left for a clause
    behind = tokens[at + 1]
    return behind.shape == "w" and (is_finite(behind.low) or behind.low in among("time"))


def opening(tokens: Sequence[Token], start: int, end: int) -> int:
    """Behind "But", "And then"."""
    while start < end and (
        tokens[start].low in among("opener")
        or tokens[start].low in ("even", "only")
        or (is_adverb(tokens[start]) and start + 1 < end)
    ):
        start += 1
    return start


_ADDRESSED = frozenset(("reached", "asked", "contacted", "pressed", "approached", "questioned", "quizzed", "told"))


def is_intro(tokens: Sequence[Token], at: int) -> bool:
    """Whether a stretch that begins so is an introduction ("In May", "Asked about it") and no noun phrase."""
    low = tokens[at].low
    if low in _ADDRESSED:
        return True
    return low in among("preposition") | among("subordinator") | among("time") or (
        low.endswith("ing") and (tokens[at].shape == "w" or (at + 1 < len(tokens) and tokens[at + 1].shape == "w"))
    )


def phrase_end(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where the noun phrase at `at` (after a preposition) ends: the next determiner, pronoun, name or number behind
    it."""
    moved = time_end(tokens, at, end)
    if moved > at:
        return moved
    if at < end and (tokens[at].low in among("determiner") or tokens[at].shape == "9"):
        at += 1
    names = at < end and tokens[at].shape == "C"
    while at < end and tokens[at].shape != ".":
        token = tokens[at]
        after_of = at > 0 and tokens[at - 1].low == "of"
        if (
            token.shape == "w"
            and not after_of
            and token.low in among("determiner") | among("pronoun") | among("relative")
        ):
            break
        if token.shape == "C" and not names:
            break
        if names and token.shape == "w" and token.low not in ("of", "and", "for", "the"):
            break
        if token.low in among("preposition") and token.low != "of":
            break
        at += 1
    return at


def time_end(tokens: Sequence[Token], at: int, end: int) -> int:
    """Where a time expression at `at` ("on Monday", "late last week", "in 2021") ends; `at` itself where none
    stands."""
    begin, seen = at, False
    while at < end:
        if _dates(tokens, begin, at):
            seen = True
        elif not (tokens[at].shape == "9" and at > begin) and not (_timely(tokens[at]) or tokens[at].low in _AROUND):
            break
        at += 1
    if not seen:
        return begin
    while at > begin and tokens[at - 1].low in _LEFT_OVER:
        at -= 1
    return at


def _dates(tokens: Sequence[Token], begin: int, at: int) -> bool:
    """Whether the token by itself makes the words from `begin` on an expression of time."""
    token = tokens[at]
    if token.shape == "9":
        return _year(token) or (at > begin and tokens[at - 1].low in _CLOCK) or (_timely(token) and _tells(token))
    return _timely(token) and _tells(token)


def _timely(token: Token) -> bool:
    return token.low.rstrip(".") in among("time")


def _tells(token: Token) -> bool:
    """Whether a word of time is more than one that also stands elsewhere ("that", "last", "may" the verb)."""
    return token.shape == "C" or token.low not in _DOUBLE


def _year(token: Token) -> bool:
    return len(token.low) == 4 and token.low.isdigit()


def time_begin(tokens: Sequence[Token], floor: int, end: int) -> int:
    """Where a time expression that ends at `end` begins ("Lund on Monday | said"); `end` where none does."""
    best = end
    for at in range(end - 1, max(floor, end - 6), -1):
        if tokens[at].shape in ".qb":
            break
        if time_end(tokens, at, end) == end:
            best = at
    while best < end and best > floor + 1 and tokens[best - 1].shape == "9":
        best -= 1  # "11 March"
    joined = best > floor and tokens[best - 1].low in ("and", "to", "or", "between")
    return end if joined else best


def noun_phrase_back(tokens: Sequence[Token], start: int, end: int) -> int:
    """Where the last noun phrase of a stretch begins: its determiner, or the first of its names."""
    at = end - 1
    while at > start:
        before = tokens[at - 1]
        if tokens[at].low in among("determiner") and before.low not in among("determiner") | {"of"}:
            return at
        if before.shape == "w" and (
            (before.low in among("preposition") and before.low != "of")
            or (is_finite(before.low) and tokens[at].shape != "w")
        ):
            return at
        if (
            tokens[at].shape == "C"
            and before.shape == "w"
            and before.low not in among("determiner") | {"of", "and", "'s"}
            and not any(t.shape == "w" for t in tokens[at:end])
        ):
            return at
        at -= 1
    return start


def before_headline_verb(tokens: Sequence[Token], start: int, end: int) -> Range:
    """Of "Herald sinks Lund's denials, reports", the subject of both verbs."""
    for at in range(start + 1, end):
        if _present(tokens[at]):
            return start, at
    return start, end


def headline_verb_off(tokens: Sequence[Token], start: int, end: int) -> Range:
    """Of "Lund deletes post", before the word behind it that tells, the last noun phrase: headlines are told in a
    present that nothing else marks."""
    for at in range(end - 2, start, -1):
        if _present(tokens[at]):
            return at + 1, end
    return start, end


def _present(token: Token) -> bool:
    low = token.low
    return token.shape == "w" and low.endswith("s") and not low.endswith(("ss", "'s")) and low not in _ARTICLES


def is_relative(tokens: Sequence[Token], group: int) -> bool:
    """Whether "who" or "which" stands right before the verb group, a time apart."""
    at = time_begin(tokens, 0, group)
    return at > 0 and tokens[at - 1].low in ("who", "which", "that")
