"""HTML as a stream of tags -> elements and pieces of text. No tree is built, so depth and broken nesting cost
nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from lxml import etree

from onrecord.articles.tags import BLOCKS, PASSED_ON, SILENT, hint_of, is_body, is_hidden, reason_of

CHUNK = 65_536
MOST_TAGS, MOST_PIECES = 400_000, 12_000
"""Where the reading of a page stops: real pages have under 40,000 tags and 6,000 pieces, hostile ones millions."""
CLOSED_OVER = 40
"""Open elements that one end tag may close: beyond this an end tag without a start is taken for a stray."""


class Element(NamedTuple):
    """A block-level element: the number of the one around it, its tag, and what its own tag and names say;
    `body` where they call it the body of an article."""

    parent: int
    tag: str
    hint: str
    reason: str | None
    body: bool = False


class Piece(NamedTuple):
    """A run of text between two breaks, blanks made one; `element` holds it, `linked` is the share of it in links."""

    element: int
    text: str
    linked: float
    bold: bool


class Stream:
    """A parser target: `elements[0]` is the page, later numbers are inside earlier ones."""

    def __init__(self) -> None:
        self.elements = [Element(0, "", "", None)]
        self.pieces: list[Piece] = []
        self.metas: list[tuple[str, str]] = []
        self.scripts: list[str] = []
        self.times: list[tuple[str, str]] = []
        self.title = ""
        self.tags = 0
        self._open = [0]
        self._words: list[str] = []
        self._counts = [0, 0, 0]
        self._links = self._bolds = 0
        self._silent: list[str] = []
        self._kept: list[str] | None = None
        self._after = ""

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""
        self.tags += 1
        if self.full():
            return
        if self._silent or tag in SILENT:
            self._begin_silence(tag, attributes)
        elif tag in BLOCKS:
            self._flush()
            self._begin(tag, attributes)
        elif tag == "br":
            self._flush()
        elif tag in ("a", "span"):
            self._links += tag == "a"
            if self._after == tag:
                self._words.append(" ")
            if "itemprop" in attributes:
                self._mark_time(attributes)
        elif tag in ("b", "strong"):
            self._bolds += 1
        elif tag in ("meta", "link", "html"):
            self._declare(tag, attributes)
        elif tag in ("time", "abbr"):
            self._mark_time(attributes)

    def end(self, tag: str) -> None:
        """An element ends."""
        if self._silent:
            self._end_silence(tag)
        elif tag in BLOCKS:
            self._flush()
            self._close(tag)
        elif tag in ("a", "span"):
            self._links = max(0, self._links - (tag == "a"))
            self._after = tag
        elif tag in ("b", "strong"):
            self._bolds = max(0, self._bolds - 1)

    def data(self, text: str) -> None:
        """Text stands."""
        if self._silent:
            if self._kept is not None:
                self._kept.append(text)
            return
        self._words.append(text)
        self._after = ""
        count = len(text.strip())
        for index, counted in enumerate((True, self._links > 0, self._bolds > 0)):
            self._counts[index] += count if counted else 0

    def comment(self, text: str) -> None:
        """Comments hold no text of the page."""

    def close(self) -> Stream:
        """The page ends."""
        self._flush()
        return self

    def full(self) -> bool:
        """Whether the page has more than is read of any page."""
        return self.tags > MOST_TAGS or len(self.pieces) > MOST_PIECES

    def _begin(self, tag: str, attributes: Mapping[str, str]) -> None:
        names, role, hidden, body = "", "", False, False
        if attributes:
            names = f"{attributes.get('class', '')} {attributes.get('id', '')}"
            role, hidden = attributes.get("role", ""), is_hidden(attributes)
            body = is_body(names, attributes.get("itemprop", ""))
        around = self.elements[self._open[-1]].hint
        hint = around if around in PASSED_ON else hint_of(tag, names)
        reason = "hidden text" if hidden else reason_of(tag, names, role)
        self.elements.append(Element(self._open[-1], tag, hint, reason, body))
        self._open.append(len(self.elements) - 1)

    def _close(self, tag: str) -> None:
        for depth in range(len(self._open) - 1, max(0, len(self._open) - CLOSED_OVER), -1):
            if self.elements[self._open[depth]].tag == tag:
                del self._open[depth:]
                return

    def _flush(self) -> None:
        self._after = ""
        if not self._words:
            return
        text = " ".join("".join(self._words).split())
        if text:
            chars, linked, bold = self._counts
            self.pieces.append(Piece(self._open[-1], text, linked / max(1, chars), bold > 0.9 * chars))
        self._words, self._counts = [], [0, 0, 0]

    def _begin_silence(self, tag: str, attributes: Mapping[str, str]) -> None:
        if not self._silent:
            wanted = tag == "title" or "ld+json" in attributes.get("type", "").lower()
            self._kept = [] if wanted else None
        if tag in SILENT:
            self._silent.append(tag)

    def _end_silence(self, tag: str) -> None:
        if tag != self._silent[-1]:
            return
        self._silent.pop()
        if not self._silent and self._kept is not None:
            text = "".join(self._kept)
            if tag == "title":
                self.title = self.title or " ".join(text.split())
            else:
                self.scripts.append(text)
            self._kept = None

    def _mark_time(self, attributes: Mapping[str, str]) -> None:
        """Keeps the moment of a time element, and whether its names call it the first or the last."""
        get = attributes.get
        moment = get("datetime") or get("content") or get("title") or ""
        names = f"{get('itemprop', '')} {get('class', '')}".lower()
        if not any(c.isdigit() for c in moment[:40]):
            return
        changed = "updat" in names or "modif" in names
        first = "pubdate" in attributes or "publish" in names or "entry-date" in names
        place = "marked change" if changed and not first else "marked" if first else "timed"
        self.times.append((place, moment[:80]))

    def _declare(self, tag: str, attributes: Mapping[str, str]) -> None:
        get = attributes.get
        name, content = get("property") or get("name") or get("itemprop") or "", get("content") or ""
        if tag == "html":
            name, content = "lang", get("lang") or ""
        elif tag == "link":
            name, content = ("canonical", get("href") or "") if get("rel") == "canonical" else ("", "")
        if name and content.strip():
            self.metas.append((name.lower(), " ".join(content.split())))


def read(html: str) -> Stream:
    """The stream of a page's tags, read. Never fails on broken HTML; characters XML forbids are dropped."""
    stream = Stream()
    parser = etree.HTMLParser(target=stream, huge_tree=True, recover=True)
    clean = html.replace("\x00", "").encode("utf-8", "replace").decode("utf-8")
    for start in range(0, len(clean), CHUNK):
        parser.feed(clean[start : start + CHUNK])
        if stream.full():
            break
    if clean.strip():
        parser.close()
    return stream.close()
