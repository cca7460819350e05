"""Pages that only lead to others: front pages, search results, lists of a section's stories."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.kinds import PROSE, SCRAP, TITLE, Line

LEAST = 3
"""Teasers of the shortest such page."""
SHARE = 0.7
"""Share of the page's words of prose that its teasers hold; beside an article they hold less."""
BRIEF = 60
"""Words of the longest teaser: the shortest reports have 80."""
NEAR = 2
"""Lines between a heading and its teaser, and lines that a teaser has: a day, an author."""


def without_teasers(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page of HTML, its prose made scraps where it is nothing but teasers: a linked heading and a few
    words below each, again and again."""
    teasers = {number for at, line in enumerate(lines) if _leads(line) for number in _teaser(lines, at)}
    held = sum(_words(lines[number]) for number in teasers)
    told = sum(_words(line) for line in lines if line.kind == PROSE)
    if len(teasers) < LEAST or held < SHARE * told:
        return list(lines)
    return [
        Line(line.block, SCRAP, "related teaser") if number in teasers else line for number, line in enumerate(lines)
    ]


def _leads(line: Line) -> bool:
    """Whether a line is a link to a story: some words, all of them linked, that are no sentence of a text."""
    heads = line.kind in (TITLE, SCRAP) and line.block.start is None
    return heads and line.block.linked and line.block.text.count(" ") >= 2


def _teaser(lines: Sequence[Line], at: int) -> list[int]:
    """The numbers of the prose that a linked heading stands over; none where it is more than a teaser."""
    below = at + 1
    while below < len(lines) and below <= at + NEAR and lines[below].kind != PROSE and not _leads(lines[below]):
        below += 1
    end = below
    while end < len(lines) and lines[end].kind == PROSE:
        end += 1
    prose = list(range(below, end))
    return prose if len(prose) <= NEAR and sum(_words(lines[number]) for number in prose) <= BRIEF else []


def _words(line: Line) -> int:
    return line.block.text.count(" ") + 1
