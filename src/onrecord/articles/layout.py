"""What the layout of an HTML page says of each of its pieces, in whole numbers: lengths, links, marks, place, tags,
neighbours, and what the rules say. No word of a page is among them, so that they may be learnt from and shipped."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.blocks import Block
from onrecord.articles.furniture import REASONS, furniture, opens_box
from onrecord.articles.stream import Piece, Stream
from onrecord.articles.tags import BLOCKS

PROSE = 60
"""Characters from which a piece with few links counts as prose."""
FAR = 50
"""Pieces beyond which a distance is no longer told."""
PROBE = 60
"""Characters of a piece that are looked for in a declared text of the article."""

OWN = (
    "chars", "words", "linked", "bold", "ended", "colon", "lower", "commas", "capitals", "figures", "hint", "tag",
    "parent", "grandparent", "reason", "named", "inside", "depth", "furniture", "box", "declared", "in_article",
)  # fmt: skip
AROUND = ("chars", "linked", "hint", "reason", "inside", "tag", "ended")
SPACE = ("prose", "share", "linked", "pieces", "paragraphs")
PLACED = (
    "index",
    "from_end",
    "position",
    "since_title",
    "since_prose",
    "to_prose",
    "since_box",
    "alike",
    "kin",
)
NAMES = (
    *OWN,
    *(f"{name}{step:+d}" for step in (-2, -1, 1, 2) for name in AROUND),
    *(f"{which}_{name}" for which in ("element", "outer", "outmost") for name in SPACE),
    *PLACED, "page_pieces", "page_prose",
)  # fmt: skip
"""The columns in order."""

HINTS = ("", "paragraph", "item", "link", "subhead", "headline", "summary", "caption", "byline", "date")
_HINT = {hint: code for code, hint in enumerate(HINTS)}
_TAG = {tag: code for code, tag in enumerate(sorted(BLOCKS), start=1)}
_REASON = {reason: code for code, reason in enumerate((*REASONS, "caption", "byline", "hidden text"), start=1)}
_HOLDER = {"article": 1, "main": 2}
_BOX = {None: 0, "teasers": 1, "comments": 2}
_FIGURE = re.compile("[0-9]")
ENDS, CLOSING = tuple(".!?…。！？"), '"”’»)]'
CAPITALS = 240
"""Characters of a piece in which capitals and figures are counted."""

Table = NDArray[Any]


def describe(stream: Stream, blocks: Sequence[Block], declared: Sequence[str]) -> NDArray[np.int32]:
    """A row for each piece of a page, columns as in NAMES; `blocks` as the rules see them, `declared` the texts that
    the page declares to be its article's."""
    elements = _elements(stream)
    rows = [
        _own(piece, block, elements[piece.element], declared)
        for piece, block in zip(stream.pieces, blocks, strict=True)
    ]
    own = np.array(rows, dtype=np.int32)
    column = {name: own[:, place] for place, name in enumerate(OWN)}
    around = [_shifted(column[name], step) for step in (-2, -1, 1, 2) for name in AROUND]
    page = [np.full(len(own), len(own)), np.full(len(own), column["chars"][column["chars"] >= PROSE].sum())]
    columns: list[Table] = [
        own,
        *(part[:, None] for part in around),
        _spaces(stream),
        _placed(column, blocks),
        np.array(page).T,
    ]
    return np.concatenate(columns, axis=1).astype(np.int32)


class Place(NamedTuple):
    """An element's tag and those of the two around it, the nearest reason that a name or tag gives, believed or not,
    how deep it lies, and whether an `article`, a `main`, a named body hold it."""

    tag: int
    parent: int
    grandparent: int
    named: int
    depth: int
    held: int


def _elements(stream: Stream) -> list[Place]:
    places = [Place(0, 0, 0, 0, 0, 0)]
    for around, tag, _, reason, body, _ in stream.elements[1:]:
        outer, middle, _, named, depth, held = places[around]
        if reason:
            named = _REASON.get(reason, 0) or named
        if body or tag in _HOLDER:
            held |= _HOLDER.get(tag, 0) | 4 * body
        places.append(Place(_TAG[tag], outer, middle, named, depth + 1 if depth < FAR else FAR, held))
    return places


def _own(piece: Piece, block: Block, place: Place, declared: Sequence[str]) -> tuple[int, ...]:
    text = piece.text
    words = text.count(" ") + 1
    start = text[:CAPITALS]
    initials = sum([word[0].isupper() for word in start.split()])
    figures = len(_FIGURE.findall(start))
    return (
        min(len(text), 4000), min(words, 600), round(100 * piece.linked), piece.bold,
        text.rstrip(CLOSING).endswith(ENDS), text.endswith(":"), text[0].islower(),
        min(text.count(","), 50), 100 * initials // max(1, start.count(" ") + 1), 100 * figures // len(start),
        _HINT[block.hint], place.tag, place.parent, place.grandparent,
        _REASON.get(block.reason or "", 0), place.named, block.inside, place.depth,
        _REASON.get(furniture(text) or "", 0), _BOX[opens_box(text)], _is_declared(text, declared), place.held,
    )  # fmt: skip


def _is_declared(text: str, declared: Sequence[str]) -> int:
    """0 where no text is declared, 1 where one is and the piece stands in none, 2 where it does."""
    if not declared:
        return 0
    return 2 if any(text[:PROBE] in said for said in declared) else 1


def _shifted(values: NDArray[np.int32], step: int) -> NDArray[np.int32]:
    out = np.full_like(values, -1)
    if step < 0:
        out[-step:] = values[:step]
    else:
        out[:-step] = values[step:]
    return out


def _spaces(stream: Stream) -> Table:
    """What is in the nearest element that is no leaf, in the one around it, and in the one around that."""
    elements = stream.elements
    parents = [element.parent for element in elements]
    prose, chars, linked, pieces, paragraphs = ([0] * len(elements) for _ in range(5))
    for piece in stream.pieces:
        number, length = piece.element, len(piece.text)
        chars[number] += length
        linked[number] += round(length * piece.linked)
        pieces[number] += 1
        if length >= PROSE and piece.linked < 0.5:
            prose[number] += length
            paragraphs[number] += 1
    for number in range(len(elements) - 1, 0, -1):
        if pieces[number]:
            outer = parents[number]
            prose[outer] += prose[number]
            chars[outer] += chars[number]
            linked[outer] += linked[number]
            pieces[outer] += pieces[number]
            paragraphs[outer] += paragraphs[number]
    holders = [0]
    for number, element in enumerate(elements[1:], start=1):
        holders.append(holders[element.parent] if element.tag in LEAVES else number)
    told = np.array(
        (
            np.minimum(prose, 30000), 1000 * np.array(prose) // max(1, prose[0]),
            100 * np.array(linked) // np.maximum(1, chars), np.minimum(pieces, 999), np.minimum(paragraphs, 99),
        )
    ).T  # fmt: skip
    outer_of = np.array(parents)
    places = np.array([holders[piece.element] for piece in stream.pieces])
    around = outer_of[places]
    return np.concatenate((told[places], told[around], told[outer_of[around]]), axis=1)


LEAVES = frozenset(("p", "li", "blockquote", "td", "pre", "dd", "dt", "h1", "h2", "h3", "h4", "h5", "h6"))


def _placed(column: dict[str, NDArray[np.int32]], blocks: Sequence[Block]) -> Table:
    count = len(blocks)
    index = np.arange(count)
    before = np.concatenate(([0], np.cumsum(column["chars"])[:-1]))
    prose = (column["chars"] >= PROSE) & (column["linked"] < 50) & (column["reason"] == 0) & (column["inside"] == 1)
    alike = column["tag"] + 64 * column["parent"] + 4096 * column["grandparent"] + 300_000 * column["depth"]
    _, which, counts = np.unique(alike, return_inverse=True, return_counts=True)
    weight = np.bincount(which, weights=column["chars"] * prose)
    return np.array(
        (
            np.minimum(index, 999), np.minimum(count - 1 - index, 999), 1000 * before // max(1, before[-1]),
            _since(column["hint"] == _HINT["headline"]), _since(prose), _since(prose[::-1])[::-1],
            _since(column["box"] == 1), np.minimum(counts, 999)[which], np.minimum(weight, 30000)[which],
        )
    ).T  # fmt: skip


def _since(marks: NDArray[np.bool_]) -> NDArray[np.int64]:
    """How many pieces ago the last mark stood, FAR + 1 where none did."""
    index = np.arange(len(marks))
    last = np.maximum.accumulate(np.where(marks, index, -FAR * 2))
    return np.minimum(index - last, FAR + 1)
