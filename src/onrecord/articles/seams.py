"""Where one line holds several things: chrome and headline before a dateline, a caption before its article, a
promotion in mid-paragraph, a plug after the last sentence. Each piece keeps its exact place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from onrecord.articles.blocks import Block
from onrecord.articles.captions import caption_end, is_caption
from onrecord.articles.furniture import furniture
from onrecord.articles.signoffs import furniture_tail
from onrecord.articles.stamps import find
from onrecord.words import phrases

HEAD_ZONE = 900
"""Characters before a dateline that may hold a whole page's chrome and headline on one line."""
FUSED_WORDS = 12
"""A line of fewer words is left whole: below this, date lines and bylines are lines of their own."""
MAX_PROMOTION = 16
"""Words of the longest headline in a mid-paragraph promotion; longer ones lose their end to the body."""
MIN_PROMOTION = 4

DATELINE = re.compile(
    r"(?<![\w’'])(?P<place>[A-Z][A-Z’'.-]{2,24}(?: [A-Z][A-Z’'.-]{1,24}){0,2}(?:, [A-Z][\w.]{1,20}){0,2})"
    r"(?:,? (?P<month>[A-Z][a-z]{2,8})\.? (?P<day>\d{1,2})(?:, (?P<year>(?:19|20)\d\d))?)?"
    r"(?: ?\((?P<agency>[A-Z][^()\n]{1,40})\))?"
    r" ?[-–—] ?(?=[\"“'‘]?[A-Z0-9])"
)
"""The opening "HARLOW, May 3 (Agency) - " of a report; also found inside a line."""

_PROMOTION = re.compile(
    r"(?<![\w])(?:ALSO READ|READ ALSO|READ MORE|RELATED|SEE ALSO|MUST READ"
    r"|Also [Rr]ead|Read [Aa]lso|Read [Mm]ore|See [Aa]lso)\s?[:|]\s"
)
_ADVERT = re.compile(
    r"(?<=[.!?”’\"')]) (?:ADVERTISEMENT|Advertisement)(?: ?[·|-] ?Scroll to continue)?(?= [A-Z“\"‘'(])"
)
_CAPITALS = re.compile(r"[A-Z][A-Z’'.-]{2}")
"""What the place of every dateline begins with."""
_PUBLISHED = re.compile(r"(?:(?i:first )?(?i:published|updated|posted)(?: on| at)?:? )$")
_WORD = re.compile(r"\S+")
_SENTENCE_END = re.compile(r"[a-z”’\"')][.!?][”’\"')]? [A-Z“\"‘']")


def pieces(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks, each cut at its seams; what is cut off carries its reason."""
    for block in blocks:
        if block.reason is not None or block.text.count(" ") < FUSED_WORDS:
            yield block
            continue
        for piece in _fused(block):
            yield from _inner(piece) if piece.reason is None else (piece,)


def _inner(block: Block) -> Iterator[Block]:
    if furniture(block.text) is not None or is_caption(block.text):
        yield block
        return
    end = caption_end(block.text)
    if end is not None:
        yield block.part(0, end, reason="caption")
        block = block.part(end, len(block.text))
    for piece in _without_promotions(block):
        yield from _without_tail(piece) if piece.reason is None else (piece,)


def _without_promotions(block: Block) -> Iterator[Block]:
    last = 0
    marks = []
    if "dvertisement" in block.text or "ADVERTISEMENT" in block.text:
        marks = [(match.start(), match.end(), "advert") for match in _ADVERT.finditer(block.text)]
    for match in _PROMOTION.finditer(block.text) if _may_promote(block.text) else ():
        marks.append((match.start(), promotion_end(block.text, match.end()), "related teaser"))
    for start, end, reason in sorted(marks):
        if start < last:
            continue
        if block.text[last:start].strip():
            yield block.part(last, start)
        yield block.part(start, end, reason=reason)
        last = end
    if last == 0:
        yield block
    elif block.text[last:].strip():
        yield block.part(last, len(block.text))


def _may_promote(text: str) -> bool:
    """Whether a line holds what every promotion does."""
    if ":" not in text and "|" not in text:
        return False
    capitals = text.upper()
    return "READ" in capitals or "RELATED" in capitals or "ALSO" in capitals


def promotion_end(text: str, start: int) -> int:
    """Where the headline of a mid-paragraph promotion ends: at its own end mark, else before the capital that opens
    the next sentence (after a small word that may end a headline), else between two capitals, else at the end of the
    line."""
    words = [match for _, match in zip(range(MAX_PROMOTION + 1), _WORD.finditer(text, start), strict=False)]
    joints: list[int] = []
    for index in range(1, len(words)):
        before, word = words[index - 1][0], words[index]
        if not (word[0][:1].isupper() or word[0][:1] in "“\"‘'("):
            continue
        if before.endswith((".", "?", "!")):
            return word.start()
        if index < MIN_PROMOTION or before.lower() in phrases("caption_words", "joining"):
            continue
        if before[:1].islower():
            return word.start()
        joints.append(word.start())
    return joints[0] if joints and len(words) > MAX_PROMOTION else len(text)


def _without_tail(block: Block) -> Iterator[Block]:
    tail = furniture_tail(block.text)
    if tail is None:
        yield block
        return
    yield block.part(0, tail[0])
    yield block.part(tail[0], len(block.text), reason=tail[1])


def _fused(block: Block) -> Iterator[Block]:
    """A line whose opening holds chrome, headline, byline and date, cut into those; other lines as they are."""
    zone = _zone(block.text) if block.hint == "" else 0
    if not zone:
        yield block
        return
    last = 0
    for start, end, hint, reason in _marks(block.text[:zone]):
        if start < last:
            continue
        if block.text[last:start].strip(" |·"):
            yield block.part(last, start)
        yield block.part(start, end, hint=hint, reason=reason)
        last = end
    if block.text[last:zone].strip(" |·"):
        yield block.part(last, zone)
    if zone < len(block.text):
        yield block.part(zone, len(block.text))


def _zone(text: str) -> int:
    """How far the head zone of a fused line reaches; 0 where it has none."""
    opening = text[:HEAD_ZONE]
    dateline = DATELINE.search(opening) if _CAPITALS.search(opening) else None
    if dateline is not None and len(opening[: dateline.start()].split()) >= MIN_PROMOTION:
        unbroken = _SENTENCE_END.search(opening, 0, dateline.start()) is None
        return dateline.start() if unbroken and caption_end(text) is None else 0
    stamp = next(iter(find(text)), None)
    if stamp is None or len(opening[: stamp.start].split()) < MIN_PROMOTION:
        return 0
    before = opening[: stamp.start]
    announced = _PUBLISHED.search(before) is not None or _byline().search(before, max(0, len(before) - 60)) is not None
    if not announced or _SENTENCE_END.search(before) is not None:
        return 0
    after = _after_stamp().match(text, stamp.end)
    return after.end() if after is not None else stamp.end


def _marks(zone: str) -> list[tuple[int, int, str, str | None]]:
    found: list[tuple[int, int, str, str | None]] = []
    for stamp in find(zone):
        word = _PUBLISHED.search(zone[: stamp.start])
        found.append((word.start() if word else stamp.start, stamp.end, "date", None))
    for match in _byline().finditer(zone):
        found.append((match.start(), match.end(), "byline", None))
    for match in _chrome().finditer(zone):
        found.append((match.start(), match.end(), "", "cookie notice" if "ookie" in match[0] else "navigation"))
    return sorted(found, key=lambda mark: (mark[0], -mark[1]))


@cache
def _byline() -> re.Pattern[str]:
    name = r"(?!Published|Updated|Posted|First)[A-Z][\w.’'-]{0,24}"
    return re.compile(rf"\b(?:By|BY) {name}(?: {name}){{1,3}}(?:(?:,| and|, and) {name}(?: {name}){{1,3}}){{0,3}}")


@cache
def _after_stamp() -> re.Pattern[str]:
    """Chrome words that follow a date."""
    return re.compile(rf"(?:\s*(?:{_chrome().pattern}))+")


@cache
def _chrome() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(phrases("caption_words", "chrome"), key=len, reverse=True))
    return re.compile(rf"Cookies?: [^.|]{{0,160}}? (?:OK|Accept|I AGREE|Got it)\b|(?<![\w-])(?:{words})(?![\w-])|\|")
