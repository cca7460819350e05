"""A page's words as numbers, read from its characters all at once: where each starts, how it begins and ends, whether
it comes again nearby; kept as running totals, so that any stretch of words is summed by one subtraction."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]

SPACE, UPPER, LOWER, DIGIT, END, COMMA, BAR, QUOTE, LETTER, OTHER = range(10)
"""Classes of characters; LETTER is one without case."""
(
    WORDS, SIZE, IN_LOWER, IN_UPPER, IN_DIGITS, ENDED, PAUSED, BARS, SMALL, CASELESS, LONG, BEFORE, AFTER, QUOTED,
    CAPITALS,
) = range(15)  # fmt: skip
"""Rows of the totals: words, their characters, those that begin in lower or upper case, in a digit, that end in an end
mark or a comma, that are bars, small words, words without case, long ones, long ones that came shortly before or will
come again, words after a quotation mark, and capital letters."""
TOLD = 5
"""Characters of the shortest word that says what a text is about."""
AGAIN = 300
"""Words within which such a word's coming again speaks for one text."""
_KNOWN = 0x3100
"""Characters from here on count as letters without case."""
_MARKS = ((".!?…。！？", END), (",;:、", COMMA), ("|·•»›→/>–—", BAR), ("\"'“”‘’„«()[]", QUOTE))
_CATEGORIES = {"Lu": UPPER, "Lt": UPPER, "Ll": LOWER, "Nd": DIGIT}


class Words(NamedTuple):
    """The first character of each word, and running totals (rows as above, one column longer than there are words)."""

    starts: Ints
    totals: Ints


def words_of(text: str) -> Words:
    """The words of a text, by their blanks."""
    codes = np.frombuffer(text.encode("utf-32-le", "surrogatepass"), np.uint32)
    kinds = np.concatenate([[SPACE], _classes()[np.minimum(codes, _KNOWN)], [SPACE]])
    space = kinds == SPACE
    starts = np.flatnonzero(space[:-1] & ~space[1:])
    ends = np.flatnonzero(~space[:-1] & space[1:])
    first, last = kinds[starts + 1], kinds[ends]
    opening = np.where((first == QUOTE) & (ends > starts + 1), kinds[np.minimum(starts + 2, len(kinds) - 1)], first)
    closing = np.where((last == QUOTE) & (ends > starts + 1), kinds[ends - 1], last)
    capitals = np.concatenate([[0], np.cumsum(kinds == UPPER)])
    rows = [
        np.ones_like(starts), ends - starts, opening == LOWER, opening == UPPER, opening == DIGIT, closing == END,
        closing == COMMA, opening == BAR, (opening == LOWER) & (ends - starts <= 3), opening == LETTER,
        *_repeated(codes, starts, ends), first == QUOTE, capitals[ends + 1] - capitals[starts + 1],
    ]  # fmt: skip
    totals = np.zeros((len(rows), len(starts) + 1), np.int64)
    np.cumsum(np.array(rows, np.int64), axis=1, out=totals[:, 1:])
    return Words(starts, totals)


def classes_of(chars: list[str]) -> Ints:
    """The class of each character."""
    found: Ints = _classes()[[min(ord(char), _KNOWN) for char in chars]].astype(np.int64)
    return found


def _repeated(codes: NDArray[np.uint32], starts: Ints, ends: Ints) -> list[Ints]:
    """Which words are long, and which of these came shortly before and will shortly come again. Words are told apart by
    the bag of their letters, case and marks aside."""
    letters = np.where(codes < _KNOWN, _lowered()[np.minimum(codes, _KNOWN)], codes).astype(np.uint64)
    squares = np.concatenate([np.zeros(1, np.uint64), np.cumsum(letters * letters * np.uint64(2654435761))])
    plain = np.concatenate([np.zeros(1, np.uint64), np.cumsum(letters)])
    bags = (squares[ends] - squares[starts]) * np.uint64(40503) + (plain[ends] - plain[starts])
    long = ends - starts >= TOLD
    order = np.argsort(bags, kind="stable")
    same = (bags[order][1:] == bags[order][:-1]) & (np.diff(order) <= AGAIN)
    before, after = np.zeros(len(starts), bool), np.zeros(len(starts), bool)
    before[order[1:]], after[order[:-1]] = same, same
    return [long.astype(np.int64), (before & long).astype(np.int64), (after & long).astype(np.int64)]


@cache
def _lowered() -> NDArray[np.uint32]:
    return np.array([ord(c.lower()[0]) if c.isalnum() else 0 for c in map(chr, range(_KNOWN + 1))], np.uint32)


@cache
def _classes() -> NDArray[np.uint8]:
    return np.array([*(_class(chr(code)) for code in range(_KNOWN)), LETTER], np.uint8)


def _class(char: str) -> int:
    if char.isspace():
        return SPACE
    for marks, kind in _MARKS:
        if char in marks:
            return kind
    category = unicodedata.category(char)
    return _CATEGORIES.get(category, LETTER if category.startswith("L") else OTHER)
