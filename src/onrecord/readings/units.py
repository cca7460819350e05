"""The tokens a sentence is read as: words, punctuation, and each quotation as one block.

A unit is a sentence, or several where a quotation runs over their ends, so that a quotation and who tells it stand in
one. What stands inside a quotation is read as a unit of its own (`inner`), for what is told within it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.nouns import Extent, Quote, Region

LONGEST = 4_000
"""Characters of a unit. Sentences of news pass 1,000 only where a quotation holds several; more is a table or a
trap."""

_TOKEN = re.compile(
    r"\([^()\n]{1,60}\)|(?:(?<![^\s(])\.|\$)?\d+(?:[.,]\d+)*\w*(?:-[a-z]+)*|(?:[A-Z]\.){2,8}(?:-\w+)*|[ap]\.m\.|[DRI]-[A-Z][a-z]+\.(?=,)"
    r"|\w+(?:[’'&.-]\w+)*(?:[’'](?=\s))?|[^\w\s]"
)
_TITLE = re.compile(
    r"(?:Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Gen|Lt|Col|Maj|Capt|Sgt|Cpl|Adm|Cmdr|Sen|Rep|Gov|Hon|St|Jr|Sr|Inc|Co|Corp|Ltd|[A-Z]|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|No)"
)
_MARKS = "“”„\"‘’`'«»"


class Token(NamedTuple):
    """A word, a mark, or a quotation block: `quote` is then its number, `start`..`end` has the marks in it, and `low`
    is "q" and the last character before the closing mark."""

    start: int
    end: int
    low: str
    shape: (
        str  # "w" a small word, "C" a capitalised one, "9" a number, "." a mark, "b" words in brackets, "q" a quotation
    )
    quote: int = -1


class Unit(NamedTuple):
    """Tokens of one or more sentences of one line."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    line: int
    region: Region
    inside: int = -1  # the quotation this unit is the inside of


def units(
    text: str, lines: Sequence[tuple[int, int, Region]], sentences: Sequence[Extent], quotes: Sequence[Quote]
) -> Iterator[Unit]:
    """The units of a text in order, each followed by what stands inside its quotations. Quotations come by their
    start, an outer one before those in it."""
    at, line = 0, 0
    for start, end in _joined(sentences, quotes, lines):
        while line + 1 < len(lines) and start >= lines[line + 1][0]:
            line += 1
        while at < len(quotes) and quotes[at].start < start - 1:
            at += 1
        yield from _unit(text, quotes, at, (start, end), line, lines[line][2])


def _unit(text: str, quotes: Sequence[Quote], at: int, extent: Extent, line: int, region: Region) -> Iterator[Unit]:
    start, end = extent
    within = []
    while at < len(quotes) and quotes[at].start < end:
        if quotes[at].end <= end + 1:
            within.append(at)
        at += 1
    tokens = tuple(_tokens(text, start, end, quotes, within))
    yield Unit(start, end, tokens, line, region)
    for token in tokens:
        if token.quote >= 0 and token.end - token.start > 12:
            inner = [
                n for n in within if n != token.quote and quotes[n].start >= token.start and quotes[n].end <= token.end
            ]
            quote = quotes[token.quote]
            for left, right in _stretches(text, quote.start, quote.end):
                yield Unit(left, right, tuple(_tokens(text, left, right, quotes, inner)), line, region, token.quote)


_STOP = re.compile(r"[.?!…][”’\"']?\s+(?=[“‘\"'A-Z])")


def _stretches(text: str, start: int, end: int) -> Iterator[Extent]:
    """The sentences of a quotation's inside, roughly: a stop after an abbreviation ends none."""
    for stop in _STOP.finditer(text, start, end):
        word = text[max(start, stop.start() - 5) : stop.start()].split(" ")[-1]
        if not _TITLE.fullmatch(word):
            yield start, stop.start() + 1
            start = stop.end()
    yield start, end


def _joined(
    sentences: Sequence[Extent], quotes: Sequence[Quote], lines: Sequence[tuple[int, int, Region]]
) -> Iterator[Extent]:
    """Sentences, those that a quotation runs across as one, never over the end of a line."""
    ends = {start: end for start, end, _ in lines}
    stops = sorted(ends.items())
    reach, at, line = 0, 0, 0
    current: Extent | None = None
    for start, end in sentences:
        if (
            current
            and start < reach
            and current[1] <= stops[line][1]
            and end <= stops[line][1]
            and end - current[0] < LONGEST
        ):
            current = (current[0], end)
        else:
            if current:
                yield current
            current = (start, min(end, start + LONGEST))
        while line + 1 < len(stops) and start >= stops[line + 1][0]:
            line += 1
        while at < len(quotes) and quotes[at].start < end:
            reach = max(reach, quotes[at].end)
            at += 1
    if current:
        yield current


def _tokens(text: str, start: int, end: int, quotes: Sequence[Quote], within: Sequence[int]) -> Iterator[Token]:
    at = start
    for number in within:
        quote = quotes[number]
        left = max(start, quote.start - _marked(text, quote.start - 1, -1)) if quote.start > start else quote.start
        right = quote.end + _marked(text, quote.end, 1)
        if right == quote.end and quote.closed and text[right : right + 1].isspace():
            right += 1 + _marked(text, right + 1, 1)  # a space before the closing mark
        if left < at or left >= end:
            continue  # nested in the one before, or in a later stretch of the same quotation
        yield from _words(text, at, left)
        yield Token(left, min(right, end), "q" + _last(text, quote), "q", number)
        at = min(right, end)
    yield from _words(text, at, end)


def _shape(word: str) -> str:
    """A number, a capitalised word or a small one; "46-year-old" is a small word."""
    if word[0].isdigit() or word[0] in "$£€.":
        return "w" if "-" in word else "9"
    return "C" if word[0].isupper() else "w"


def _marked(text: str, at: int, step: int) -> int:
    """How many characters the quotation mark at `at` has, seen from inside its quotation: 0, 1 or, where two single
    marks stand for a double one, 2."""
    if not 0 <= at < len(text) or text[at] not in _MARKS:
        return 0
    double = text[at] in "'`‘’" and 0 <= at + step < len(text) and text[at + step] == text[at]
    return 2 if double else 1


def _last(text: str, quote: Quote) -> str:
    """The last character of a quotation that is no quotation mark itself."""
    return text[quote.start : quote.end].rstrip(_MARKS)[-1:]


def _words(text: str, start: int, end: int) -> Iterator[Token]:
    skip = -1
    for found in _TOKEN.finditer(text, start, end):
        if found.start() == skip:
            continue
        word = found[0]
        if word[0] == "(" and len(word) > 1:
            yield Token(found.start(), found.end(), word, "b")
        elif word[0].isalnum() or word[0] in "$£€" or len(word) > 1:
            stop = found.end()
            if stop < end and text[stop] == "." and _TITLE.fullmatch(word):
                skip, stop = stop, stop + 1
            yield Token(found.start(), stop, word.lower().replace("’", "'"), _shape(word))
        else:
            yield Token(found.start(), found.end(), word, ".")
