"""HTML -> blocks: which pieces of text belong to no article by their place, and which element holds the prose."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.articles.blocks import Block
from onrecord.articles.metadata import Metadata, from_markup
from onrecord.articles.stream import Stream, read

PROSE = 60
"""Characters from which a piece counts as prose when the main element is looked for."""
LINKED = 0.5
"""Share of a piece's characters in links from which it is navigation, not prose."""
MAIN_SHARE = 0.7
"""The main element is reached from the page down, as long as one child holds this share of its parent's prose. Tried 0.6,
0.7 and 0.8 on the `segments` pages: 0.6 loses bodies in two halves, 0.8 keeps teasers."""
GUARD = 0.4
"""A name cannot cast out an element with this share of the page's prose (whole bodies are called "sidebar-left")."""
LEAVES = frozenset(("p", "li", "blockquote", "td", "pre", "dd", "h1", "h2", "h3", "h4", "h5", "h6"))


class Markup(NamedTuple):
    """What an HTML page holds."""

    blocks: list[Block]
    metadata: Metadata


def from_html(html: str) -> Markup:
    """The blocks of a page in its order, and what it declares about itself. Offsets have no meaning for HTML."""
    stream = read(html)
    reasons = _reasons(stream)
    main = _main(stream, reasons)
    inside = _inside(stream, main)
    blocks = [
        Block(
            text=piece.text,
            hint=_hint(stream, index),
            reason=reasons[piece.element],
            inside=inside[piece.element],
            number=index,
        )
        for index, piece in enumerate(stream.pieces)
    ]
    return Markup(blocks, from_markup(stream.metas, stream.title, stream.scripts))


def _hint(stream: Stream, index: int) -> str:
    piece = stream.pieces[index]
    hint = stream.elements[piece.element].hint
    if hint in ("paragraph", "item", "") and piece.linked > 0.9:
        return "link"
    return "subhead" if hint == "paragraph" and piece.bold and len(piece.text) < PROSE * 1.5 else hint


def _reasons(stream: Stream) -> list[str | None]:
    """For each element why all it holds belongs to no article: its own reason or that of an element around it."""
    prose = _prose(stream, [None] * len(stream.elements))
    headed = _headed(stream)
    reasons: list[str | None] = [None]
    for number, element in enumerate(stream.elements[1:], start=1):
        own = element.reason
        if own is None and element.tag == "header" and not headed[number]:
            own = "navigation"
        if own is not None and prose[number] > GUARD * prose[0] and (own != "comment" or headed[number]):
            own = None
        if own is not None and element.hint == "headline":
            own = None
        reasons.append(reasons[element.parent] or own)
    return reasons


def _headed(stream: Stream) -> list[bool]:
    """Whether an element holds a main heading."""
    headed = [element.tag == "h1" for element in stream.elements]
    for number in range(len(headed) - 1, 0, -1):
        if headed[number]:
            headed[stream.elements[number].parent] = True
    return headed


def _prose(stream: Stream, reasons: list[str | None]) -> list[int]:
    """Characters of prose in each element and all it holds, what has a reason left out."""
    prose = [0] * len(stream.elements)
    for piece in stream.pieces:
        if len(piece.text) >= PROSE and piece.linked < LINKED and reasons[piece.element] is None:
            prose[piece.element] += len(piece.text)
    for number in range(len(prose) - 1, 0, -1):
        prose[stream.elements[number].parent] += prose[number]
    return prose


def _main(stream: Stream, reasons: list[str | None]) -> int:
    prose = _prose(stream, reasons)
    heaviest: dict[int, int] = {}
    for number, element in enumerate(stream.elements[1:], start=1):
        if element.tag not in LEAVES and prose[number] > prose[heaviest.get(element.parent, 0)] * (
            element.parent in heaviest
        ):
            heaviest[element.parent] = number
    main = 0
    while main in heaviest and prose[heaviest[main]] >= MAIN_SHARE * prose[main] > 0:
        main = heaviest[main]
    return main


def _inside(stream: Stream, main: int) -> list[bool]:
    inside = [main == 0]
    for number, element in enumerate(stream.elements[1:], start=1):
        inside.append(number == main or inside[element.parent])
    return inside
