"""HTML as a stream of tags -> elements and pieces of text. No tree is built, so depth and broken nesting cost
nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html import unescape
from typing import NamedTuple

from onrecord.articles.scanning import attributes_of, scan
from onrecord.articles.tags import BLOCKS, CLOSED_BY, HOLDS, PASSED_ON, READINGS, SILENT, verdict

MOST_PIECES = 12_000
"""Where the reading of a page stops: real pages have under 6,000 pieces, hostile ones millions."""
CLOSED_OVER = 40
"""Open elements that one end tag may close: beyond this an end tag without a start is taken for a stray."""

AWAY = 0.9
"""Share of a piece's characters in links to other pages from which it is nothing but such a link."""

_ANCHOR = re.compile(r"\bhref\s{0,3}=\s{0,3}[\"']?#", re.I)
_NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
"""Characters that XML forbids or discourages: none of them is text."""


class Element(NamedTuple):
    """A block-level element: the number of the one around it, its tag, and what its own tag and names say;
    `body` where they call it the body of an article, `post` the number of the embedded post that it is or stands in."""

    parent: int
    tag: str
    hint: str
    reason: str | None
    body: bool = False
    post: int = 0


class Piece(NamedTuple):
    """A run of text between two breaks, blanks made one; `element` holds it, `linked` is the share of it in links,
    `bold` whether it is all in bold type, `lead` how many characters at its beginning are, where not all of it is,
    `away` whether it is nothing but links to other pages."""

    element: int
    text: str
    linked: float
    bold: bool
    lead: int = 0
    away: bool = False


class Stream:
    """What a page's tags tell: `elements[0]` is the page, later numbers are inside earlier ones; `unread` says that its
    end was left unread."""

    def __init__(self) -> None:
        self.elements = [Element(0, "", "", None)]
        self.pieces: list[Piece] = []
        self.metas: list[tuple[str, str]] = []
        self.scripts: list[str] = []
        self.times: list[tuple[str, str, int]] = []
        self.title = ""
        self.unread = False
        self._open = [(0, 0, 0)]
        self._words: list[str] = []
        self._chars = self._linked = self._bold = self._lead = self._within_page = 0
        self._anchored = False
        self._links = self._bolds = 0
        self.muted, self._within = "", Counter[str]()
        self._after = ""

    def text(self, text: str) -> None:
        """Text stands."""
        self._after = ""
        if text.isspace():
            if self._words:
                self._words.append(" ")
            return
        if "&" in text:
            text = unescape(text)
        count = len(text.strip())
        if count and self._bold and self._bold == self._chars and not self._bolds:
            self._lead = len(_plain("".join(self._words)))
        self._words.append(text)
        self._chars += count
        if self._links:
            self._linked += count
            if self._anchored:
                self._within_page += count
        if self._bolds:
            self._bold += count

    def begin(self, tag: str, attributes: str) -> None:
        """A block-level element begins."""
        if self._words:
            self._flush()
        self._after = ""
        elements, opened = self.elements, self._open
        around = elements[opened[-1][0]]
        if tag in CLOSED_BY:
            while around.tag in CLOSED_BY[tag]:
                opened.pop()
                around = elements[opened[-1][0]]
        hint, reason, body, post = verdict(tag, attributes)
        if around.hint in PASSED_ON:
            hint = around.hint
        number = around.post or (len(elements) if post else 0)
        if number:
            hint, reason = "paragraph", None
        elements.append(Element(opened[-1][0], tag, hint, reason, body, number))
        if tag != "hr":
            opened.append((len(elements) - 1, self._links, self._bolds))

    def end(self, tag: str, _: str = "") -> None:
        """A block-level element ends, and with it what was left open in it."""
        if self._words:
            self._flush()
        self._after = ""
        elements, opened = self.elements, self._open
        for depth in range(len(opened) - 1, max(0, len(opened) - CLOSED_OVER), -1):
            number, links, bolds = opened[depth]
            inner = elements[number].tag
            if inner == tag:
                del opened[depth:]
                if self._links > links:
                    self._links = links
                if self._bolds > bolds:
                    self._bolds = bolds
                return
            if HOLDS.get(inner, 1) > HOLDS.get(tag, 1):
                return

    def line(self, _: str = "", __: str = "") -> None:
        """A line ends."""
        if self._words:
            self._flush()
        self._after = ""

    def link(self, tag: str, attributes: str) -> None:
        """A link begins: one inside another ends that."""
        self._links = 1
        self._anchored = _ANCHOR.search(attributes) is not None
        self.beside(tag, attributes)

    def beside(self, tag: str, attributes: str) -> None:
        """A link or span begins: one right after another, or after a marked moment, is another word."""
        if self._after in (tag, "time"):
            self._words.append(" ")
        if "itemprop" in attributes:
            self.moment(tag, attributes)

    def link_end(self, _: str, __: str) -> None:
        """A link ends."""
        self._links = 0
        self._after = "a"

    def span_end(self, _: str, __: str) -> None:
        """A span ends."""
        self._after = "span"

    def bold(self, _: str, __: str) -> None:
        """Bold type begins."""
        self._bolds += 1

    def bold_end(self, _: str, __: str) -> None:
        """Bold type ends."""
        self._bolds = max(0, self._bolds - 1)

    def silence(self, tag: str, attributes: str) -> None:
        """What is no text of the page begins."""
        if not attributes.endswith("/"):
            self.muted, self._within = tag, Counter()

    def silent(self, tag: str, attributes: str) -> bool:
        """Whether a tag stands inside what is no text: that ends with its own end tag, and where it has none with that
        of an element around it."""
        name = tag.lstrip("/")
        if tag == name:
            self._within[name] += not attributes.endswith("/")
        elif self._within[name]:
            self._within[name] -= 1
        elif name == self.muted:
            self.muted = ""
            return True
        elif name in BLOCKS and any(self.elements[number].tag == name for number, *_ in self._open[-CLOSED_OVER:]):
            self.muted = ""
        if self.muted in READINGS and name in READINGS:
            self.muted = ""
        return bool(self.muted)

    def held(self, tag: str, attributes: str, text: str) -> None:
        """An element whose content is no markup: the title and what is written in JSON-LD are kept."""
        if self.muted:
            return
        if tag == "title":
            self.title = self.title or _plain(unescape(text))
        elif tag == "script" and "ld+json" in attributes.lower():
            self.scripts.append(text)

    def timed(self, tag: str, attributes: str) -> None:
        """A marked moment begins: one right after another, or after a link or a span, is another word."""
        if self._after:
            self._words.append(" ")
        self.moment(tag, attributes)

    def timed_end(self, _: str, __: str) -> None:
        """A marked moment ends."""
        self._after = "time"

    def moment(self, _: str, attributes: str) -> None:
        """Keeps the moment of a time element, and whether its names call it the first or the last."""
        given = attributes_of(attributes)
        get = given.get
        moment = get("datetime") or get("content") or get("title") or ""
        names = f"{get('itemprop', '')} {get('class', '')}".lower()
        if not any(c.isdigit() for c in moment[:40]):
            return
        changed = "updat" in names or "modif" in names
        first = "pubdate" in given or "publish" in names or "entry-date" in names
        place = "marked change" if changed and not first else "marked" if first else "timed"
        self.times.append((place, moment[:80], len(self.pieces)))

    def declare(self, tag: str, attributes: str) -> None:
        """The page says something of itself."""
        get = attributes_of(attributes).get
        name, content = get("property") or get("name") or get("itemprop") or "", get("content") or ""
        if tag == "html":
            name, content = "lang", get("lang") or ""
        elif tag == "link":
            name, content = ("canonical", get("href") or "") if get("rel") == "canonical" else ("", "")
        if name and content.strip():
            self.metas.append((name.lower(), _plain(content)))

    def _flush(self) -> None:
        text = _plain("".join(self._words))
        if text:
            chars, away = max(1, self._chars), self._linked - self._within_page
            bold = self._bold > 0.9 * self._chars
            self.pieces.append(
                Piece(self._open[-1][0], text, self._linked / chars, bold, self._lead, away > AWAY * chars)
            )
        self._words = []
        self._chars = self._linked = self._bold = self._lead = self._within_page = 0


def _plain(text: str) -> str:
    """The text, blanks made one, without what is no character of a text."""
    text = " ".join(text.split())
    return text if text.isprintable() else " ".join(_NO_TEXT.sub("", text).split())


_ACTIONS: dict[str, Callable[[Stream, str, str], None]] = {
    **dict.fromkeys(BLOCKS, Stream.begin),
    **{f"/{tag}": Stream.end for tag in BLOCKS},
    **dict.fromkeys(SILENT, Stream.silence),
    "br": Stream.line, "a": Stream.link, "/a": Stream.link_end, "span": Stream.beside, "/span": Stream.span_end,
    "b": Stream.bold, "strong": Stream.bold, "/b": Stream.bold_end, "/strong": Stream.bold_end,
    "meta": Stream.declare, "link": Stream.declare, "html": Stream.declare,
    "time": Stream.timed, "/time": Stream.timed_end, "abbr": Stream.moment,
}  # fmt: skip


def read(html: str) -> Stream:
    """The stream of a page's tags, read. Never fails on broken HTML; characters XML forbids are dropped."""
    stream = Stream()
    tokens, stream.unread = scan(html)
    pieces = stream.pieces
    for text, raw, its, held, tag, attributes in tokens:
        if text and not stream.muted:
            stream.text(text)
        if tag:
            if tag not in _ACTIONS:
                tag = tag.lower()
            if stream.muted and stream.silent(tag, attributes or ""):
                continue
            action = _ACTIONS.get(tag)
            if action is not None:
                action(stream, tag[1:] if tag[0] == "/" else tag, attributes or "")
        elif raw:
            stream.held(raw.lower(), its or "", held or "")
        if len(pieces) > MOST_PIECES:
            stream.unread = True
            break
    stream.line()
    return stream
