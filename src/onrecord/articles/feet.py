"""What a house says below the last sentence of a flattened page in a sentence of its own: who may write to it, what it
is, what it does not answer for. It reads as prose and is no body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.articles.kinds import PROSE, SCRAP, TITLE, Line
from onrecord.words import phrases

LONGEST = 25
"""Words of the longest such line, and of all of them together below lines that are no body."""
BETWEEN = 2
"""Lines of furniture and of other titles between a body and such a sentence: below one alone the body may go on."""
CLOSING = ("tags", "comment", "footer", "plug", "share line")
"""Furniture below which no body goes on."""

_QUOTED = re.compile(r"[“”\"„«»]|(?<!\w)[‘'].{3,80}[’'](?!\w)")
_ASKS = re.compile(r"[^.?!]{3,80}\? [A-Z][^?]{2,120}[.!]?$|[^.?!]{3,120}\?(?: [A-Z][^.?]{2,40}\?)?$")
"""A question and what to do, or questions alone ("Have you a story? Ring the desk.")."""


def without_foot(lines: Sequence[Line], outlet: str | None) -> list[Line]:
    """The lines of flattened text, those of them furniture that close it in sentences of the house, which is called
    `outlet`."""
    out = list(lines)
    last = max((at for at, line in enumerate(out) if line.kind == PROSE), default=-1)
    while last > 0 and _speaks_for_the_house(out, last, outlet):
        out[last] = Line(out[last].block, SCRAP, "plug")
        last = max((at for at, line in enumerate(out[:last]) if line.kind == PROSE), default=-1)
    return out


def _speaks_for_the_house(lines: Sequence[Line], at: int, outlet: str | None) -> bool:
    text = lines[at].block.text
    if text.count(" ") >= LONGEST or _QUOTED.search(text) is not None:
        return False
    if _ASKS.fullmatch(text) is not None and _says("reader").search(text) is not None:
        return True
    if outlet is not None and text.lower().startswith(outlet.lower()) and _says("house").search(text) is not None:
        return True
    above = [line for line in lines[:at] if line.kind == PROSE]
    return bool(above) and _between(lines[:at]) >= BETWEEN


def _between(lines: Sequence[Line]) -> int:
    """Lines right above, up to the body, that are titles or furniture of a page's end; 0 where a head stands there."""
    count = 0
    for line in reversed(lines):
        if line.kind not in (TITLE, SCRAP):
            return count if line.kind == PROSE else 0
        count += line.kind == TITLE or line.reason in CLOSING
    return 0


@cache
def _says(key: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases('outlets', key))})\b", re.I)
