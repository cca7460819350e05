"""What a house says below a text about who wrote it ("Ida Marsh covers transport. Reach her at ..."): no body."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from onrecord.articles.blocks import Block
from onrecord.words import phrases

LAST = 3
"""Lines at the end of a body that may be such a note."""
LONGEST = 60
"""Words of the longest note."""

_REACHED = re.compile(r"[\w.+-]{1,60}@[\w-]{1,60}\.|(?<!\w)@\w{2,30}\b")


def note_at(body: Sequence[Block], byline: str | None) -> int:
    """The index at which the notes on the author begin at the end of a body; its length where there are none, or
    nothing else."""
    first = max(1, len(body) - LAST)
    for index in range(first, len(body)):
        if _headed().match(body[index].text):
            return index
    end = len(body)
    while end > first and _is_note(body[end - 1].text, byline):
        end -= 1
    return end


def _is_note(text: str, byline: str | None) -> bool:
    if text.count(" ") >= LONGEST:
        return False
    of_author = any(text.lower().startswith(name) for name in _names(byline))
    reached = _REACHED.search(text) is not None or _asks().search(text) is not None
    return (reached and (of_author or _asks().match(text) is not None)) or (
        of_author and _tells().search(text) is not None
    )


def _names(byline: str | None) -> list[str]:
    return [name.strip().lower() for name in re.split(r",| and ", byline or "") if " " in name.strip()]


@cache
def _headed() -> re.Pattern[str]:
    return re.compile(rf"\W{{0,3}}(?:{'|'.join(phrases('bylines', 'note_headings'))})\b", re.I)


@cache
def _asks() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases('bylines', 'note_asks'))})\b", re.I)


@cache
def _tells() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases('bylines', 'note_tells'))})\b", re.I)
