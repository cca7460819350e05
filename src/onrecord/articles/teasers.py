"""Pages that only lead to others: front pages, search results, lists of a section's stories."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.kinds import PROSE, SCRAP, TITLE, Line
from onrecord.articles.metadata import Metadata

LEAST = 3
"""Teasers of the shortest such page."""
SHARE = 0.85
"""Share of the page's words of prose that its teasers hold; beside an article they hold less."""
BRIEF = 45
"""Words of the longest teaser: the shortest reports have 80."""
_NUMBERED = re.compile(r"(\d{1,2})[.):]?\s+(?=[^\W\d_]|[\"“'‘])")
NEAR = 2
"""Lines between a heading and its teaser: a day, an author."""


def without_teasers(lines: Sequence[Line], metadata: Metadata) -> list[Line]:
    """The lines of a page of HTML, its prose made scraps where it is nothing but teasers: a linked heading and a few
    words below each, again and again, and it declares no article."""
    if any("article" in kind.lower() or "posting" in kind.lower() for kind in metadata.kinds):
        return list(lines)
    found = (_teaser(lines, at) for at, line in enumerate(lines) if _leads(line))
    teasers = {number for number in found if number is not None}
    held = sum(_words(lines[number]) for number in teasers)
    told = sum(_words(line) for line in lines if line.kind == PROSE)
    if len(teasers) < LEAST or held < SHARE * told:
        return list(lines)
    return [
        Line(line.block, SCRAP, "related teaser") if number in teasers else line for number, line in enumerate(lines)
    ]


def without_charts(lines: Sequence[Line]) -> list[Line]:
    """The lines, the numbered items right below the heading of a box of other stories ("Most read", "1. ...") cut off:
    none of them is a headline."""
    out, expected = list(lines), 0
    for number, line in enumerate(lines):
        counted = _NUMBERED.match(line.block.text)
        if line.opens == "teasers":
            expected = 1
        elif expected and counted and int(counted[1]) == expected and line.block.hint != "headline":
            out[number] = Line(line.block, SCRAP, "related teaser")
            expected += 1
        else:
            expected = 0
    return out


def _leads(line: Line) -> bool:
    """Whether a line is a heading that is a link to another page."""
    heads = line.kind in (TITLE, SCRAP) and line.block.hint in ("subhead", "headline")
    return heads and line.block.linked and line.block.text.count(" ") >= 2


def _teaser(lines: Sequence[Line], at: int) -> int | None:
    """The number of the one line of prose that a linked heading stands over; None where it is more than a teaser."""
    below = at + 1
    while below < len(lines) and below <= at + NEAR and lines[below].kind != PROSE and not _leads(lines[below]):
        below += 1
    told = lines[below : below + 2]
    if not told or told[0].kind != PROSE or _words(told[0]) > BRIEF:
        return None
    return below if len(told) < 2 or told[1].kind != PROSE else None


def _words(line: Line) -> int:
    return line.block.text.count(" ") + 1
