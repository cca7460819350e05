"""Where given words stand in a text: exactly, code point by code point, never nearly."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.nouns import Extent


def occurrences(text: str, words: str, start: int = 0, end: int | None = None) -> Iterator[Extent]:
    """The extents of `text[start:end]` at which `words` stand, from left to right, none inside a longer word; runs of
    white space in `words` match any. Empty words stand nowhere."""
    parts = words.split()
    if not parts:
        return
    before, after = (r"(?<!\w)" if parts[0][0].isalnum() else ""), (r"(?!\w)" if parts[-1][-1].isalnum() else "")
    sought = re.compile(before + r"\s+".join(map(re.escape, parts)) + after)
    for found in sought.finditer(text, start, len(text) if end is None else end):
        yield found.span()


def occurrence(text: str, words: str, number: int = 1, start: int = 0, end: int | None = None) -> Extent | None:
    """The `number`th occurrence, from 1; None where there are not so many."""
    for count, found in enumerate(occurrences(text, words, start, end), start=1):
        if count == number:
            return found
    return None
