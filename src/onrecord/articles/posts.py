"""Embedded posts: their words and their signature ("— Ida Marsh (@idamarsh) May 7, 2024") are body, and belong
together."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from onrecord.articles.blocks import Block
from onrecord.articles.kinds import PROSE, SCRAP, Line
from onrecord.language.posts import signature

MOST = 40
"""Pieces of the longest post: an element of more is called so for another reason."""
UNSIGNED = "a post that nothing signs"
LAID_OUT = "page text"
"""The reason by which the layout casts pieces out: a post is laid out as nothing else on its page is."""


def joined(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, the pieces of a post of HTML and its signature made one line. Flattened text keeps its lines, which
    are the page's."""
    out: list[Block] = []
    for post, group in groupby(blocks, key=lambda block: block.post):
        held = list(group)
        out += _whole(held) if post and len(held) <= MOST else held
    return _signed(out)


def _whole(blocks: list[Block]) -> list[Block]:
    """The pieces of one embedded post, its words and signature made one; the links beside them ("View on ...") stay.
    Where nothing signs them nobody can be held to them, and they are cut off."""
    said = [block for block in blocks if block.hint != "link" or "(@" in block.text]
    text = " ".join(block.text for block in said)
    signed = signature(text)
    if signed is None or signed.start == 0:
        return [block._replace(reason=block.reason or UNSIGNED) for block in blocks]
    reasons = [None if block.reason == LAID_OUT else block.reason for block in said]
    reason = None if None in reasons else reasons[0]
    whole = said[0]._replace(text=text, hint="paragraph", reason=reason, inside=True, sure=False, lead=0)
    return [whole, *(block for block in blocks if block not in said)]


def _signed(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, a signature on a line of its own put behind the words above it."""
    out: list[Block] = []
    for block in blocks:
        before = out[-1] if out else None
        if before is not None and _signs(block) and _may_be_signed(before):
            out[-1] = before._replace(text=f"{before.text} {block.text}", post=before.post or block.number)
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
    return found is not None and found.start == 0


def is_post(text: str) -> bool:
    """Whether a line is an embedded post, or signs one: its date is not the page's."""
    return signature(text) is not None


def _signs(block: Block) -> bool:
    return block.start is None and block.reason is None and is_signature(block.text)


def _may_be_signed(block: Block) -> bool:
    return block.reason is None and block.hint in ("paragraph", "", "link") and signature(block.text) is None
