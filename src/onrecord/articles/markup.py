"""HTML -> blocks: which pieces of text belong to no article by their place, and which element holds the prose."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.articles.authors import marked
from onrecord.articles.blocks import Block
from onrecord.articles.judging import judged
from onrecord.articles.metadata import Metadata, from_markup
from onrecord.articles.stream import Stream, read
from onrecord.articles.tags import PASSED_ON

PROSE = 60
"""Characters from which a piece counts as prose when the main element is looked for."""
LINKED = 0.5
"""Share of a piece's characters in links from which it is navigation, not prose."""
LINK = 0.9
"""The same from which it is nothing but a link."""
MAIN_SHARE = 0.7
"""The main element is reached from the page down, as long as one child holds this share of its parent's prose. Tried
0.6, 0.7 and 0.8 on the `segments` pages: 0.6 loses bodies in two halves, 0.8 keeps teasers."""
GUARD = 0.4
"""A name cannot cast out an element with this share of the page's prose (whole bodies are called "sidebar-left")."""
BRIEF = frozenset(("share line", "tags", "navigation", "plug", "caption", "byline", "advert"))
BRIEF_GUARD, BRIEF_CHARS = 0.1, 400
"""What is brief by nature cannot hold this share of the page's prose and that many characters of it (anchors are
named after headings, "sharing-with-friends")."""
OUTER = frozenset(("navigation", "footer", "cookie notice", "hidden text"))
"""Reasons that hold even for an element with a main heading in it: sites put their own name in one."""
LEFT = 0.25
"""Share of the page's prose that must be left for class names to be believed."""
BODY = 300
"""Characters of prose that an element called the article's body must hold to be believed."""
LONGEST_HEAD = 900
"""Characters of the longest byline, date line or sub-headline: an element that is called so and holds more is the
body (blogs put whole posts into "date-posts")."""
WEAK = (
    frozenset(("hidden text",)),
    frozenset(("hidden text", "related teaser", "advert", "plug", "caption")),
    frozenset(
        ("hidden text", "related teaser", "advert", "plug", "caption", "navigation", "paywall", "tags", "share line")
    ),
)
"""Reasons told by names that are forgotten, in this order, where they leave too little."""
LEAVES = frozenset(("p", "li", "blockquote", "td", "pre", "dd", "h1", "h2", "h3", "h4", "h5", "h6"))


class Markup(NamedTuple):
    """What an HTML page holds; `times` are the moments its elements mark, each with what its names call it and the
    number of the block it stands in; `unread` says that its end was left unread."""

    blocks: list[Block]
    metadata: Metadata
    times: tuple[tuple[str, str, int], ...] = ()
    unread: bool = False


def from_html(html: str) -> Markup:
    """The blocks of a page in its order, and what it declares about itself. Offsets have no meaning for HTML."""
    stream = read(html)
    metas = [*stream.metas, *_marked(stream.times)]
    metadata = from_markup(metas, stream.title, stream.scripts)._replace(authors=tuple(marked(html)))
    blocks = judged(stream, by_rules(stream), [metadata.body] if metadata.body else [])
    return Markup(_with_capitals(blocks), metadata, tuple(stream.times), stream.unread)


def by_rules(stream: Stream) -> list[Block]:
    """The blocks of a page, with what names, tags and places say of them."""
    reasons = _reasons_left(stream)
    main = _main(stream, reasons)
    inside = _inside(stream, main)
    held = _held(stream)
    return [
        Block(
            text=piece.text,
            hint=_hint(stream, index, held),
            reason=reasons[piece.element],
            inside=inside[piece.element],
            number=index,
            lead=piece.lead,
            post=stream.elements[piece.element].post,
            linked=piece.away,
        )
        for index, piece in enumerate(stream.pieces)
    ]


def _marked(times: list[tuple[str, str, int]]) -> list[tuple[str, str]]:
    """The one moment marked as that of publication, as a declaration; none where a page marks those of many."""
    moments = list(dict.fromkeys(moment for place, moment, _ in times if place == "marked"))
    return [("datepublished", moments[0])] if len(moments) == 1 else []


def _with_capitals(blocks: list[Block]) -> list[Block]:
    """A drop capital that stands in an element of its own is put back before its paragraph."""
    out: list[Block] = []
    for block in blocks:
        before = out[-1].text if out else ""
        if len(before) == 1 and before.isupper() and block.text[:1].islower() and block.hint != "link":
            block = block._replace(text=out.pop().text + block.text)
        out.append(block)
    return out


def _reasons_left(stream: Stream) -> list[str | None]:
    """The reasons, the weaker ones forgotten where they would cast out nearly all of the page's prose (pages hide
    their whole text until a script shows it, or call every paragraph a teaser)."""
    whole = _prose(stream, [None] * len(stream.elements))[0]
    reasons = _reasons(stream, frozenset())
    for weak in WEAK:
        if _prose(stream, reasons)[0] >= LEFT * whole:
            break
        reasons = _reasons(stream, weak)
    return reasons


def _held(stream: Stream) -> list[int]:
    """Characters of text in the outermost element that passed its hint on to each element."""
    held = [0] * len(stream.elements)
    outer = [0]
    for number, element in enumerate(stream.elements[1:], start=1):
        around = stream.elements[element.parent].hint
        outer.append(outer[element.parent] if around in PASSED_ON and around == element.hint else number)
    for piece in stream.pieces:
        held[outer[piece.element]] += len(piece.text)
    return [held[number] for number in outer]


def _hint(stream: Stream, index: int, held: list[int]) -> str:
    piece = stream.pieces[index]
    hint = stream.elements[piece.element].hint
    if hint in PASSED_ON and held[piece.element] > LONGEST_HEAD:
        hint = "paragraph"
    if hint in ("paragraph", "item", "") and piece.linked > LINK:
        return "link"
    return "subhead" if hint == "paragraph" and piece.bold and len(piece.text) < PROSE * 1.5 else hint


def _reasons(stream: Stream, ignored: frozenset[str]) -> list[str | None]:
    """For each element why all it holds belongs to no article: its own reason or that of an element around it."""
    prose = _prose(stream, [None] * len(stream.elements))
    headed = _headed(stream)
    reasons: list[str | None] = [None]
    for number, element in enumerate(stream.elements[1:], start=1):
        own = None if element.reason in ignored else element.reason
        if own is None and element.tag == "header" and not headed[number]:
            own = "navigation"
        if own in BRIEF and prose[number] > max(BRIEF_CHARS, BRIEF_GUARD * prose[0]):
            own = None
        if own is not None and prose[number] > GUARD * prose[0] and (own != "comment" or headed[number]):
            own = None
        if own is not None and (element.hint == "headline" or (headed[number] and own not in OUTER)):
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
    named = _named_body(stream, prose)
    if named is not None:
        return named
    main = 0
    while main in heaviest and prose[heaviest[main]] >= MAIN_SHARE * prose[main] > 0:
        main = heaviest[main]
    return main


def _named_body(stream: Stream, prose: list[int]) -> int | None:
    """The element that is called the article's body, where there is one that holds most of what such elements hold."""
    named = [number for number, element in enumerate(stream.elements) if element.body and prose[number] >= BODY]
    outer = [number for number in named if not stream.elements[stream.elements[number].parent].body]
    if not outer:
        return None
    best = max(outer, key=lambda number: (prose[number], -number))
    return best if prose[best] >= MAIN_SHARE * sum(prose[number] for number in outer) else None


def _inside(stream: Stream, main: int) -> list[bool]:
    inside = [main == 0]
    for number, element in enumerate(stream.elements[1:], start=1):
        inside.append(number == main or inside[element.parent])
    return inside
