"""The layout's verdict on each piece of an HTML page, where it is clearer than that of tags and names."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.articles.blocks import Block
from onrecord.articles.forest import Grown, shipped
from onrecord.articles.layout import NAMES, describe
from onrecord.articles.stream import Stream

FILE = "layout.json"
BODY, OTHER, SURE = 400, -600, 1700
"""Thousandths of log-odds from which a piece stands inside the body, below which it does not, and from which it is body
whatever names and tags call its place. Near the best of seven settings, out of fold, on half of the `segments`
pages."""
HEADS = frozenset(("headline", "byline", "date", "summary"))
"""Hints of what belongs to an article's head, on which the layout has no say."""
FEWEST = 12
"""Pieces of the smallest page that has a layout to speak of."""
FIRM = frozenset(("cookie notice", "paywall", "comment"))
"""Reasons that no layout overrules: such boxes are laid out as articles are."""
SHORT = 60
"""Characters of a piece from which it is prose: a shorter one that is no body is only not inside."""
LEFT = 0.25
"""Share of the rules' prose that must be left for the layout to be believed in what it casts out."""


def judged(stream: Stream, blocks: Sequence[Block], declared: Sequence[str]) -> list[Block]:
    """The blocks of a page as the layout sees them; `declared` are the texts the page declares to be its article's."""
    if len(blocks) < FEWEST:
        return list(blocks)
    odds = forest().ask(describe(stream, blocks, declared)).tolist()
    told = [_judged(block, odd) for block, odd in zip(blocks, odds, strict=True)]
    if _prose(told) < LEFT * _prose(blocks):
        return [block if odd < BODY else found for block, odd, found in zip(blocks, odds, told, strict=True)]
    return told


def _prose(blocks: Sequence[Block]) -> int:
    """Characters of prose that are left."""
    texts = (block.text for block in blocks if block.reason is None and block.inside)
    return sum(len(text) for text in texts if len(text) >= SHORT)


def forest() -> Grown:
    """The forest that is asked."""
    return shipped(FILE, NAMES)


def _judged(block: Block, odd: int) -> Block:
    if block.hint in HEADS:
        return block
    if odd >= BODY and block.reason not in FIRM:
        sure = odd >= SURE
        return block._replace(reason=None if sure else block.reason, inside=True, sure=sure)
    if odd < OTHER and block.reason is None:
        reason = "page text" if len(block.text) >= SHORT else None
        return block._replace(inside=False, reason=reason)
    return block
