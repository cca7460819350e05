"""The line of an event: the words of its clause that can be read alone, from its subject on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from onrecord.language.clauses import WORD, is_finite
from onrecord.nouns import Extent, Quote
from onrecord.words import phrases

LONGEST_LINE = 240
"""Characters up to which a line is lengthened to its subject or to what was said; a sentence of news has 120 to 200."""

QUOTES = "“\"‘'«"
FIRST_WORD = re.compile(r"\s*[^\W_][\w’'-]*")
HEADLESS = re.compile(
    r"(?:who|whom|which|whose|where|that|when|while|as|after|before|because|since|although|though|until|if|so|than|whether)\s",
    re.IGNORECASE,
)
PLACE_LINE = re.compile(
    r"(?:[A-Z][A-Z.’' -]{2,30}(?:,\s[A-Z][\w. ]{1,20})?\s?)?(?:\([A-Z][\w ]{1,20}\)\s?[-–—]?|[-–—]{1,2})\s(?=[A-Z“\"])"
)
"""What an agency puts before its first words: "HARMOUTH (AP) — "."""

INTRODUCTION = re.compile(r"(?:In|At|On|By|During)\s[^,.;]{1,40},\s(?:when|while|as|after|before)\s[^,]*$")
"""A time with a clause that only says what time it was."""
WITHIN = re.compile(r"(?:who|which|that)\s")
"""How a clause opens that tells of the noun before it."""

ASKED = re.compile(r"(?:whether|how|what|why)\s")
CLOSING = re.compile(r"[”\"»]|[,.?!]’")
ANOTHER = re.compile(r"\b(?:and|but|or)\s$|;")
"""What stands between a saying and a further doing."""

NOUN_WORDS = 7
"""Words of such a noun, its article with it: "the commission's register of paid hospitality"."""

LAST_WORD = re.compile(r"([^\W_]+)\W*$")
LONGEST_WORD = 24

THIN = re.compile(r"[\w’']+(?:\s[\w’']+){0,3}\W*")
"""A line of four words or fewer; one that begins with its verb says nothing alone."""

RELATIVE = re.compile(r"\b(?:who|which)\s")
TRAILING = re.compile(r"[a-z]+ing\s")


class Dated(NamedTuple):
    """What is known of the clause whose line is wanted: where its time stands, whether it tells a saying, where the
    name begins that its "who" means, and whether another time stands before it in its sentence."""

    start: int
    end: int
    saying: bool
    subject: int | None
    another: bool = False


def line_of(text: str, pieces: Sequence[Extent], place: int, dated: Dated) -> Extent | None:
    """The clause `pieces[place]` of a sentence, from its subject on where that stands before it, and with what was said
    where it tells a saying; None where the words that are left would begin in the middle."""
    start = _start(text, pieces, place, dated)
    if start is None:
        return None
    end, more = pieces[place][1], dated.saying or _interrupted(text, dated.end, pieces[place][1])
    for begin, stop in pieces[place + 1 :]:
        if stop - start > LONGEST_LINE or not (more or text[begin] in QUOTES):
            break
        if ANOTHER.search(text, end, begin):
            break
        end, more = stop, False
    end = _closed(text, pieces, start, end)
    opened = PLACE_LINE.match(text, start, end)
    return (opened.end() if opened else start), end


def _closed(text: str, pieces: Sequence[Extent], start: int, end: int) -> int:
    """Where a line ends that would break off at a small word or before what was asked: "asked on Tuesday whether"."""
    for begin, stop in (piece for piece in pieces if piece[1] > end):
        last = LAST_WORD.search(text, max(start, end - LONGEST_WORD), end)
        dangles = last is not None and last[1].lower() in _among("dangling")
        if not (dangles or ASKED.match(text, begin)) or stop - start > LONGEST_LINE:
            break
        end = stop
    return end


def whole(text: str, line: Extent, sentence: Extent, quotes: Sequence[Quote]) -> Extent:
    """The line, run on to the end of a quotation it would break off in; the whole sentence where it holds no more than
    the time and what it was the time of: "In 2021, when the hall reopened", "Asked on Friday"."""
    start, end = line
    thin = INTRODUCTION.match(text, start, end) or (
        THIN.fullmatch(text, start, end) and is_finite(text[start:end].split()[0].lower())
    )
    if thin and sentence[1] - sentence[0] <= LONGEST_LINE:
        return sentence
    open_ends = [quote.end + 1 for quote in quotes if start <= quote.start < end < quote.end]
    return start, min(max(open_ends, default=end), sentence[1])


def _start(text: str, pieces: Sequence[Extent], place: int, dated: Dated) -> int | None:
    start, end = pieces[place]
    sentence = pieces[0][0]
    if dated.subject is not None and dated.subject >= sentence:
        return dated.subject
    if place and WITHIN.match(text, start, end):
        noun = _noun_before(text, pieces[place - 1][0], start)
        if noun is not None and not CLOSING.search(text, noun, end):
            return noun
    if dated.another and text.startswith("that ", start):
        return start + len("that ")
    if _begins_within(text, start, end):
        return sentence if end - sentence <= LONGEST_LINE or start == sentence else None
    if dated.saying and place == len(pieces) - 1 and end - sentence <= LONGEST_LINE:
        return sentence
    led = start != sentence and TRAILING.match(text, start, end) and _set_off(text, dated.start, dated.end)
    return dated.start if led else start


def _noun_before(text: str, begin: int, at: int) -> int | None:
    """Where the noun begins that a relative clause at `at` tells of: back to its article, or to its first capital; None
    where a verb or nothing of the kind stands there ("said that ...")."""
    if text.startswith("that", at) and text[begin:at].rstrip().endswith(","):
        return None
    words = list(WORD.finditer(text, begin, at))
    for number, word in enumerate(reversed(words[-NOUN_WORDS:])):
        low = word.group().lower()
        if low in _among("articles"):
            before = words[-number - 2].group().lower() if number + 2 <= len(words) else ""
            told = before in _among("telling") or any(mark in text[word.start() : at] for mark in QUOTES)
            return word.start() if number and not told else None
        if is_finite(word.group()) or low.endswith("ly") or low in ("and", "or"):
            return None
    return None


@cache
def _among(key: str) -> frozenset[str]:
    return frozenset(phrases("event_words", key))


def _interrupted(text: str, at: int, end: int) -> bool:
    """Whether a clause breaks off in a relative one before its own verb: "A week later, Roe, a pilot who flew it"."""
    opened = RELATIVE.search(text, at, end)
    return opened is not None and not any(is_finite(word.group()) for word in WORD.finditer(text, at, opened.start()))


def _begins_within(text: str, start: int, end: int) -> bool:
    """Whether a clause lacks its subject: it begins with a small word that joins, or with its verb."""
    opening = FIRST_WORD.match(text, start, end)
    word = opening.group().strip() if opening else ""
    return bool(HEADLESS.match(text, start, end)) or (word[:1].islower() and is_finite(word))


def _set_off(text: str, start: int, end: int) -> bool:
    """Whether commas stand around a time, so that a clause begins with it: "renaming it, in 2022, she sold it"."""
    return text[:start].rstrip().endswith(",") and text.startswith(",", end)
