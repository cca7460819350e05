"""Where a page lost its line breaks: a long line, cut into pieces that each may be a sentence, a title, a date, a
menu's entry. Too many cuts do no harm, for neighbours that turn out to be of one body are put together again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from onrecord.articles.blocks import Block
from onrecord.words import phrases

LONG_LINE = 900
"""Characters from which a line may hold more than a paragraph: nine in ten paragraphs of real pages are shorter."""
MAX_UNIT = 60
"""Words of the longest piece: words without any mark are cut so that no piece weighs a page."""

_MONTH = r"(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?"
_SEAM = re.compile(
    r"(?P<end>[.!?…][\"”’')\]»]{0,3})\s+(?=[\"“‘'(\[«•]{0,2}[^\W_a-zà-ÿ])"
    r"|(?P<wide>[。！？][」』”]?)"
    r"|\s(?P<bar>[|·•»›→–—/>])\s"
    r"|(?P<title>(?<![^\s])[A-Z0-9][\w’'-]{0,20}\s(?=[A-Z][\w’'-]{0,20}\s[a-z]))"
    r"|(?P<run>(?<![^\s])[a-z][^\s]{0,24}\s(?=(?:[A-Z][^\s]{0,24}\s){3}))"
    rf"|(?P<date>\s(?=(?:\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH}|{_MONTH}\s\d{{1,2}})\b))"
    r"|(?P<year>(?<=\s(?:19|20)\d\d)\s(?=[A-Z]))"
    r"|(?P<by>\s(?=(?:By|BY|by)\s[A-Z]))"
)


_AFTER = frozenset(("end", "wide", "bar", "title", "run"))
"""Seams that end what stands before them; the others begin what follows."""


def units(blocks: Iterable[Block]) -> Iterator[Block]:
    """The blocks; long ones as their pieces, each at its exact place, the pieces of one line with one `number`."""
    for block in blocks:
        if len(block.text) < LONG_LINE or block.hint or block.start is None:
            yield block
            continue
        last = 0
        for at in _cuts(block.text):
            if block.text[last:at].strip():
                yield block.part(last, at)
                last = at
        if block.text[last:].strip():
            yield block.part(last, len(block.text))


def _cuts(text: str) -> Iterator[int]:
    """Where a line is cut, in order."""
    last = 0
    for at in _seams(text):
        if at <= last:
            continue
        yield from _rest(text, last, at)
        yield at
        last = at
    yield from _rest(text, last, len(text))


def _seams(text: str) -> list[int]:
    found = {match.end() if match.lastgroup in _AFTER else match.start() for match in _SEAM.finditer(text)}
    for match in _chrome().finditer(text):
        found.update(match.span())
    return sorted(found)


def _rest(text: str, start: int, end: int) -> Iterator[int]:
    """Cuts within a stretch without seams, every so many words."""
    if end - start < MAX_UNIT * 4:
        return
    for count, match in enumerate(re.finditer(r"\s+", text[start:end]), 1):
        if count % MAX_UNIT == 0:
            yield start + match.start()


@cache
def _chrome() -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in sorted(phrases("caption_words", "chrome"), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])")
