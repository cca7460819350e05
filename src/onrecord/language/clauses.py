"""English clauses: where one ends and the next begins, told by punctuation and small words, without a parser.

A clause here has a finite verb, or is glued to the neighbour that has one: "In 2019, the board, then of nine, met in
Oslo | and appointed Ms Ferrer, | who had led the audit | since it was ordered". Coordinates are offsets into the text.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from onrecord.words import phrases

Extent = tuple[int, int]

LONGEST = 3000
"""Characters of a sentence that is looked into; news sentences hardly pass 600, what is longer is a table or a trap."""

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
BLANKS = " ,;:—–-\t"
EDGES = re.compile(r"[ ,;:—–\t-]*(?:(?:and|but|or|so|then|yet)\s)?", re.IGNORECASE)
JOINT = re.compile(r"\s(?=(?:and|but|or)\s)")
RELATIVE = re.compile(r"(?:who|which|whose|when|where|while|although|though|as)\s", re.IGNORECASE)
PARTICIPLE = re.compile(r"(\w+ing)\s", re.IGNORECASE)
COMMA = re.compile(r",\s")


@cache
def _among(key: str) -> frozenset[str]:
    return frozenset(phrases("clause_words", key))


@cache
def _breaks() -> re.Pattern[str]:
    """Places where a clause may begin: the end of a match is the place."""
    comma = "|".join(map(re.escape, phrases("clause_words", "comma_openers")))
    opener = "|".join(phrases("clause_words", "openers"))
    pointed = "|".join(phrases("clause_words", "pointed"))
    return re.compile(
        rf"[;:—–]\s|\s[-—–]\s|,\s(?=(?:{comma})\b)|\s(?=[“\"‘«])|[”\"’»]\s|,\s(?=[a-z]+ing\b)"
        rf"|\s(?=(?:{opener})\s)|\s(?=that\s(?!(?:{pointed})\b))|\s(?=(?:and|but|or)\s(?:he|she|they|it|we)\s)",
        re.IGNORECASE,
    )


def is_finite(word: str) -> bool:
    """Whether a word, by its form, may be the finite verb of a clause or the participle that stands for it."""
    low = word.lower().replace("’", "'")
    if word == "May":  # the month, unless a sentence begins with it
        return False
    if low in _among("auxiliaries") or low in _among("irregular_pasts") or low in _among("presents"):
        return True
    return is_past(low)


def is_past(word: str) -> bool:
    """Whether a word, by its form, is a past: "ordered", "fell"."""
    low = word.lower()
    regular = low.endswith("ed") and len(low) > 4 and not low.endswith("eed") and low not in _among("not_pasts")
    return regular or low in _among("irregular_pasts")


def has_verb(text: str, start: int, end: int) -> bool:
    """Whether a finite verb, or a participle that opens a clause ("..., calling it a day"), stands in
    `text[start:end]`."""
    opening = PARTICIPLE.match(text, start, end)
    if opening and opening.group(1).lower() not in _among("not_participles"):
        return True
    return any(is_finite(word.group()) for word in WORD.finditer(text, start, end))


def clauses(text: str, start: int, end: int) -> list[Extent]:
    """The clauses of the sentence `text[start:end]`, in order; blanks and commas between them belong to none. A
    sentence longer than LONGEST is given back whole."""
    if end - start > LONGEST:
        return [(start, end)]
    return [_trimmed(text, *piece) for piece in _glued(text, _pieces(text, start, end))]


def _pieces(text: str, start: int, end: int) -> list[Extent]:
    places = sorted({start, end, *_places(text, start, end)})
    return [(a, b) for a, b in pairwise(places) if WORD.search(text, a, b)]


def _places(text: str, start: int, end: int) -> list[int]:
    """Where a clause may begin. The next comma ends one in "who ..." or "which ..."; "and" opens one before a verb."""
    places = [found.end() for found in _breaks().finditer(text, start, end)]
    joints = [found.end() for found in JOINT.finditer(text, start, end)]
    places += [place for place in joints if _verb_follows(text, place, end)]
    for opened in list(places):
        if RELATIVE.match(text, opened, end):
            closing = COMMA.search(text, opened, end)
            places += [closing.end()] if closing else []
    return places


def _verb_follows(text: str, at: int, end: int) -> bool:
    words = [found.group() for _, found in zip(range(2), WORD.finditer(text, at, end), strict=False)]
    return len(words) == 2 and is_finite(words[1])


def _glued(text: str, pieces: list[Extent]) -> list[Extent]:
    """Pieces without a verb go to the one before, leading ones to the one behind."""
    out: list[Extent] = []
    for piece in pieces:
        if out and (not has_verb(text, *piece) or not has_verb(text, *out[-1])):
            out[-1] = (out[-1][0], piece[1])
        else:
            out.append(piece)
    return out


def _trimmed(text: str, start: int, end: int) -> Extent:
    """Without the blanks, commas and conjunctions at its edges."""
    found = EDGES.match(text, start, end)
    start = found.end() if found else start
    while end > start and text[end - 1] in BLANKS:
        end -= 1
    for joint in (" and", " but", " or"):
        if text.endswith(joint, start, end):
            return start, end - len(joint)
    return start, end
