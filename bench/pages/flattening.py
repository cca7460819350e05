"""Real pages flattened to text, with a gold body: what the bench of flattened pages and its training read.

A page's visible text becomes lines, one a block of its HTML. The words of the lines are aligned with those of the
expected HTML (longest common subsequence); a line is body where most of its words are met there, between the first and
the last long line that is. Three kinds of line count neither way, for the expected HTML has them now in the body and
now not, while an article's text (see the contract) has them elsewhere or not at all: figures and their captions, a
line that is the page's title or in its main heading, and a line that is a byline or a time. Nor do the lines at the
edges of a body that EDGES names.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Sequence
from enum import IntEnum
from typing import Any, NamedTuple

from lxml import html
from rapidfuzz.distance import LCSseq

LONG = 40
"""Characters from which a line of chrome is long enough to count as a leak, and a line of body to bound a body."""
LEAST, MOST = 150, 6000
"""Words of the shortest body taken, and of the longest: an encyclopedia's page would outweigh all others."""
MET = 0.8
"""Share of a line's words met in the expected text from which it is body."""
LAYOUTS = ("kept", "lost", "one line")
BREAKS = frozenset(
    (
        "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br", "tr", "td", "th", "ul", "ol", "dl", "dt", "dd",
        "section", "article", "header", "footer", "nav", "aside", "main", "form", "table", "pre", "blockquote", "hr",
        "figure", "figcaption", "address", "fieldset", "button", "option", "label", "legend", "details", "summary",
    )
)  # fmt: skip
UNSEEN = frozenset(("script", "style", "noscript", "template", "svg", "title", "head", "select", "textarea"))
EDGES = {
    6: (0, 1), 16: (0, 1), 19: (0, 3), 21: (0, 1), 22: (0, 2), 23: (0, 1), 29: (1, 7), 34: (0, 7), 36: (0, 2),
    41: (0, 1), 44: (0, 3), 45: (2, 1), 49: (1, 0), 50: (0, 1), 56: (0, 1), 57: (0, 1), 58: (1, 0), 59: (0, 8),
    74: (0, 2), 75: (0, 2), 95: (0, 4), 104: (0, 11), 115: (0, 5), 116: (1, 1), 119: (0, 1), 125: (0, 7), 126: (1, 2),
}  # fmt: skip
"""By the row of a page, how many of its first and of its last body lines count neither way: read by eye against the
contract. There the expected HTML has an author's note, a credit, a byline, a caption, a
plug, teasers or comments."""
FIGURES = frozenset(("figure", "figcaption"))


class Part(IntEnum):
    """What a line is: no part of the body, the body, or a line that counts neither way."""

    CHROME = 0
    BODY = 1
    EITHER = 2


class Shown(NamedTuple):
    """A visible line and whether it stands in a figure, a main heading or a time."""

    text: str
    apart: bool


class Source(NamedTuple):
    """One page: its visible lines and what each of them is."""

    id: str
    lines: list[str]
    parts: list[Part]


class Made(NamedTuple):
    """A flattened page: its text, the extent and the part of each line in it, and the number of the line's source."""

    text: str
    extents: list[tuple[int, int]]
    parts: list[Part]
    sources: list[int]


def visible(markup: str) -> list[Shown]:
    """The lines of text that HTML shows, without layout."""
    lines: list[tuple[list[str], list[bool]]] = [([], [])]

    def add(text: str | None, apart: bool) -> None:
        if text and text.strip():
            lines[-1][1].append(apart)
        lines[-1][0].append(text or "")

    def walk(element: Any, apart: bool) -> None:
        if not isinstance(element.tag, str) or element.tag in UNSEEN or len(lines) > 20000:
            return
        apart = apart or element.tag in FIGURES or element.tag in ("h1", "time")
        if element.tag in BREAKS:
            lines.append(([], []))
        add(element.text, apart)
        for child in element:
            walk(child, apart)
            add(child.tail, apart)
        if element.tag in BREAKS:
            lines.append(([], []))

    walk(html.fromstring(markup), False)
    joined = ((" ".join("".join(parts).split()), all(marks)) for parts, marks in lines)
    return [Shown(text, apart) for text, apart in joined if text]


def load_sources(pages: Sequence[dict[str, Any]]) -> list[Source]:
    """The pages that have a body of a fitting length in their visible text."""
    found = (source(page, EDGES.get(row, (0, 0))) for row, page in enumerate(pages))
    return [one for one in found if one is not None]


def source(page: dict[str, Any], edges: tuple[int, int] = (0, 0)) -> Source | None:
    """A page as lines, or None where its body is too short, too long or not found in them."""
    wanted = [word for line in visible(page["expected_html"]) for word in words(line.text)]
    if not LEAST <= len(wanted) <= MOST or "lorem" in wanted[:20]:
        return None
    shown = visible(page["html"])
    counts = met([words(line.text) for line in shown], wanted)
    shares = [count / max(1, len(words(line.text))) for line, count in zip(shown, counts, strict=True)]
    bounds = [at for at, line in enumerate(shown) if len(line.text) > LONG and shares[at] >= MET]
    if not bounds:
        return None
    metadata = page["expected_metadata"]
    apart = [" ".join(str(metadata.get(key) or "").split()) for key in ("title", "byline")]
    parts = []
    for at, line in enumerate(shown):
        inside = bounds[0] <= at <= bounds[-1] and shares[at] >= MET
        either = line.apart or any(line.text in other for other in apart)
        parts.append(Part.EITHER if either else Part.BODY if inside else Part.CHROME)
    own = [at for at, part in enumerate(parts) if part == Part.BODY]
    for at in own[: edges[0]] + own[len(own) - edges[1] :]:
        parts[at] = Part.EITHER
    found = sum(count for count, part in zip(counts, parts, strict=True) if part != Part.CHROME)
    return Source(page["id"], [line.text for line in shown], parts) if found >= 0.9 * len(wanted) else None


def words(text: str) -> list[str]:
    """A text's words, lower case."""
    return re.findall(r"\w+", text.lower())


def met(lines: Sequence[Sequence[str]], wanted: Sequence[str]) -> list[int]:
    """How many words of each line stand in the longest common subsequence with those wanted."""
    numbers = [number for number, line in enumerate(lines) for _ in line]
    counts = [0] * len(lines)
    for piece in LCSseq.opcodes([word for line in lines for word in line], wanted):
        if piece.tag == "equal":
            for place in range(piece.src_start, piece.src_end):
                counts[numbers[place]] += 1
    return counts


def make(sources: Sequence[Source], layout: str) -> Made:
    """The sources one after the other: "kept" a line a block, "lost" a line a page, "one line" no line break at all."""
    text = ""
    made = Made("", [], [], [])
    for number, one in enumerate(sources):
        for line, part in zip(one.lines, one.parts, strict=True):
            text += "" if not text or text.endswith("\n") else "\n" if layout == "kept" else " "
            made.extents.append((len(text), len(text) + len(line)))
            made.parts.append(part)
            made.sources.append(number)
            text += line
        text += "\n" if layout != "one line" else ""
    return made._replace(text=text)


def piles(sources: Sequence[Source], layout: str, count: int, seed: str) -> Iterator[Made]:
    """`count` pages of 1 to 6 of the sources in a layout, drawn by a seed."""
    dice = random.Random(f"{seed} {layout}")
    for number in range(count):
        yield make(dice.sample(sources, min(len(sources), 1 + number % 6)), layout)
