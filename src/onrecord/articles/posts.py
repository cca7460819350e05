"""Embedded posts: their words and their signature ("— Ida Marsh (@idamarsh) May 7, 2024") are body, and belong
together."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.blocks import Block
from onrecord.articles.kinds import PROSE, SCRAP, Line
from onrecord.language.posts import signature


def joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a post of HTML and the signature that its markup puts on a line of its own made one line. Flattened
    text keeps its lines, which are the page's."""
    out: list[Block] = []
    for block in blocks:
        before = out[-1] if out else None
        if before is not None and _signs(block) and _may_be_signed(before):
            out[-1] = before._replace(text=f"{before.text} {block.text}")
        else:
            out.append(block)
    return out


def kept(lines: Sequence[Line]) -> list[Line]:
    """The lines, those that only sign the post above them made body: they are no date line of the page."""
    return [
        Line(line.block, PROSE)
        if number and line.kind != SCRAP and is_signature(line.block.text) and lines[number - 1].kind == PROSE
        else line
        for number, line in enumerate(lines)
    ]


def is_signature(text: str) -> bool:
    """Whether a line holds a post's signature and nothing before it."""
    found = signature(text)
    return found is not None and found.start() == 0


def is_post(text: str) -> bool:
    """Whether a line is an embedded post, or signs one: its date is not the page's."""
    return signature(text) is not None


def _signs(block: Block) -> bool:
    return block.start is None and block.reason is None and is_signature(block.text)


def _may_be_signed(block: Block) -> bool:
    return block.reason is None and block.hint in ("paragraph", "", "link") and signature(block.text) is None
