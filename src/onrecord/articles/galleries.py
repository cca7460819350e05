"""Galleries: pages whose text is the captions of their pictures."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.captions import credit_start
from onrecord.articles.kinds import PROSE, SCRAP, Line

LEAST = 4
"""Pictures of the shortest gallery: articles of few words have up to three."""
WORDS = 4
"""Words of a caption that tells something, its credit left out."""
PROSE_WORDS = 60
"""Words of the longest text beside the captions: where more stands, that is the article."""


def as_gallery(lines: Sequence[Line]) -> list[Line]:
    """The lines of a page of HTML, its captions made body where they are all that it tells, their credits cut off."""
    if sum(line.block.text.count(" ") + 1 for line in lines if line.kind == PROSE) > PROSE_WORDS:
        return list(lines)
    telling = {number: _told(line) for number, line in enumerate(lines) if _is_caption(line)}
    telling = {number: end for number, end in telling.items() if lines[number].block.text[:end].count(" ") + 1 >= WORDS}
    if len(telling) < LEAST or not any(line.block.hint == "headline" for line in lines):
        return list(lines)
    out: list[Line] = []
    for number, line in enumerate(lines):
        out += _parted(line, telling[number]) if number in telling else [line]
    return out


def _is_caption(line: Line) -> bool:
    block = line.block
    return line.kind == SCRAP and line.reason == "caption" and block.start is None and not block.linked


def _told(line: Line) -> int:
    """Where the words of a caption end and its credit begins."""
    at = credit_start(line.block.text)
    return len(line.block.text) if at is None else at


def _parted(line: Line, end: int) -> list[Line]:
    block = line.block._replace(reason=None, inside=True, hint="paragraph")
    told = [Line(block.part(0, end), PROSE)]
    return told + ([Line(block.part(end, len(block.text)), SCRAP, "caption")] if end < len(block.text) else [])
