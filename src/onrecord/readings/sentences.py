"""Where sentences begin and end. nupunkt proposes; abbreviations, initials and quotation marks are mended."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import nupunkt

from onrecord.nouns import Extent, Region
from onrecord.words import phrases

LONGEST = 20_000
"""Characters nupunkt is given at once. A line that is longer is cut at white space: real lines are far shorter, and 
what stands there is hostile or no prose."""

_TITLES = frozenset(phrases("marks", "titles"))
_MONTHS = frozenset(phrases("marks", "months"))
_LAST_WORD = re.compile(r"([^\W\d_]+)\.$")
_INITIAL = re.compile(r"(?:^|[\s(“‘\"'])[A-Z]\.$")
_MISSED = re.compile(
    r"[.!?…][”’\"']?[ \t\xa0]+(?=[“‘\"'][“‘\"'A-Z0-9$£€])"
    r"|[.!?…][”\"][ \t\xa0]+(?=[“‘A-Z])"
    r"|(?<=[a-z]{4})[.!?][ \t\xa0]+(?=[A-Z])"  # a plain long word is no abbreviation, whatever nupunkt has learnt
    r"|(?<=[ ,][nN]o)\.[ \t\xa0]+(?=[A-Z][a-z])"  # "No. 7" is a number, "he said no. It" is none
)
_LONG = frozenset(phrases("marks", "long_abbreviations"))
_SPOKEN = re.compile(r"[.?!…](?:[”\"]|’’|'')$")
_TELLER = re.compile(
    rf"(?:(?:[^\s,.?!“\"]{{1,30}}|[A-Z][a-z]{{0,4}}\.) ){{1,6}}?(?:{'|'.join(phrases('marks', 'tellers'))})"
    r"(?=[.,:;]|$| (?:in|on|at|to|during|after|when|as|about|of|with|from|via|by|last|this|earlier|later)\b"
    r"| [^,.;]{1,40}\.(?:$| [“\"]))"
)
_ONLY_MARKS = re.compile(r"[”’\"')\]]+$")


def split(text: str, lines: Sequence[tuple[int, int, Region]]) -> tuple[Extent, ...]:
    """The sentences of `text` in order, as extents without white space at their ends; none crosses a line."""
    portions = (portion for start, end, _ in lines for portion in _portions(text, start, end))
    return tuple(found for start, end in portions for found in _portion(text, start, end))


def _portion(text: str, start: int, end: int) -> Iterator[Extent]:
    joined: list[Extent] = []
    for piece in _pieces(text, start, end):
        if joined and _belongs(text, joined[-1], piece):
            joined[-1] = (joined[-1][0], piece[1])
        else:
            joined.append(piece)
    for piece in joined:
        yield from _missed(text, piece)


def _pieces(text: str, start: int, end: int) -> Iterator[Extent]:
    for left, right in nupunkt.sent_spans(text[start:end]):
        piece = _trimmed(text, start + left, start + right)
        if piece[0] < piece[1]:
            yield piece


def _portions(text: str, start: int, end: int) -> Iterator[Extent]:
    while end - start > LONGEST:
        cut = text.rfind(" ", start + LONGEST // 2, start + LONGEST)
        cut = cut + 1 if cut > 0 else start + LONGEST
        yield start, cut
        start = cut
    yield start, end


def _trimmed(text: str, start: int, end: int) -> Extent:
    words = text[start:end]
    return end - len(words.lstrip()), start + len(words.rstrip())


def _belongs(text: str, before: Extent, after: Extent) -> bool:
    """Whether nupunkt cut one sentence in two: after a title or an initial, before a small letter, before lost
    marks."""
    if text[after[0]].islower() or text[after[0]] in ")]," or _ONLY_MARKS.match(text, *after):
        return True
    if _is_told(text, before, after):
        return True
    tail = text[max(before[0], before[1] - 16) : before[1]]
    if _INITIAL.search(tail):
        return text[after[0]].isupper() and not tail.endswith(" I.")
    word = _LAST_WORD.search(tail)
    if not word:
        return False
    return word[1].lower() in _TITLES or (word[1].lower() in _MONTHS and text[after[0]].isdigit())


def _is_told(text: str, before: Extent, after: Extent) -> bool:
    """Whether behind a quotation that ends with a full stop of its own nothing but its teller stands."""
    spoken = _SPOKEN.search(text, max(before[0], before[1] - 3), before[1])
    return bool(spoken and _TELLER.match(text, *after))


def _missed(text: str, piece: Extent) -> Iterator[Extent]:
    """Cuts where a quotation opens after a full stop, which nupunkt often passes over."""
    start = piece[0]
    for gap in _MISSED.finditer(text, *piece):
        cut = gap.end()
        told = _is_told(text, (start, start + len(text[start:cut].rstrip())), (cut, piece[1]))
        if _stops(text, start, gap.start() + 1) and cut < piece[1] and not told:
            yield start, start + len(text[start:cut].rstrip())
            start = cut
    yield start, piece[1]


def _stops(text: str, start: int, end: int) -> bool:
    tail = text[max(start, end - 16) : end]
    word = _LAST_WORD.search(tail)
    short = word and (word[1].lower() in _LONG or (word[1].lower() in _TITLES and word[1] not in ("no", "No")))
    return not _INITIAL.search(tail) and not short
