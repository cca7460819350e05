"""What an HTML element's tag, role, class names and id say of the text in it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from itertools import pairwise
from typing import NamedTuple

from onrecord.articles.scanning import attributes_of
from onrecord.words import table

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "button",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "legend",
        "li",
        "main",
        "menu",
        "nav",
        "ol",
        "option",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""Tags whose start and end break the text."""
SILENT = frozenset(
    (
        "noscript", "template", "svg", "object", "select", "canvas", "math", "audio", "video", "map", "rt", "rp",
    )
)  # fmt: skip
"""Tags whose text is no text of the page, beside those whose content is no markup (`scanning`); how a Japanese word is
read aloud (`rt`) is not part of its sentence."""
READINGS = frozenset(("rt", "rp", "rb", "ruby"))
"""Tags that end an `rt` or `rp`, which need no end tag."""
_AFTER_PARAGRAPH = frozenset(
    (
        "address", "article", "aside", "blockquote", "center", "details", "dialog", "div", "dl", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "main", "menu",
        "nav", "ol", "p", "pre", "section", "table", "ul",
    )
)  # fmt: skip
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("td", "th", "p", "li"))
CLOSED_BY: dict[str, frozenset[str]] = {
    **{tag: frozenset(("p",)) for tag in _AFTER_PARAGRAPH},
    **{tag: frozenset(("p", *_HEADINGS)) for tag in _HEADINGS},
    "li": frozenset(("p", "li")),
    "dt": frozenset(("p", "dt", "dd")), "dd": frozenset(("p", "dt", "dd")),
    "option": frozenset(("option",)),
    "td": _CELLS, "th": _CELLS, "tr": _CELLS | {"tr"},
    **{tag: _CELLS | {"tr", "thead", "tbody", "tfoot", "caption"} for tag in ("tbody", "thead", "tfoot")},
}  # fmt: skip
"""The open elements that the start of a tag closes, as their end tags may be left out."""
HOLDS = {
    "": 1, "p": 0, "div": 2, "td": 3, "th": 3, "tr": 4, "thead": 5, "tbody": 5, "tfoot": 5, "table": 6, "body": 7,
}  # fmt: skip
"""How strongly an open element withstands the end tag of one around it, "" for tags not named: `</p>` closes no `div`,
`</div>` no cell (libxml2's order)."""
TAG_REASONS = {
    "nav": "navigation", "menu": "navigation", "footer": "footer", "aside": "related teaser", "figcaption": "caption",
    "figure": "caption", "button": "navigation", "form": "plug", "dialog": "plug", "legend": "plug",
}  # fmt: skip
TAG_HINTS = {
    "h1": "headline", "h2": "subhead", "h3": "subhead", "h4": "subhead", "h5": "subhead", "h6": "subhead",
    "p": "paragraph", "li": "item", "address": "byline", "blockquote": "paragraph", "pre": "paragraph", 
    "td": "item", "dd": "item",
}  # fmt: skip
ROLES = {
    "navigation": "navigation", "complementary": "navigation", "banner": "navigation", "contentinfo": "footer",
    "dialog": "cookie notice",
}  # fmt: skip
PASSED_ON = frozenset(("byline", "date", "summary"))
"""Hints that hold for all an element holds."""
LONGEST_NAMES = 400
"""Characters of class names that are looked at."""

_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


class Verdict(NamedTuple):
    """What an element's own tag and attributes say: what kind of text it holds ("" for nothing told), why it belongs
    to no article (None where they do not), and whether they call it the body of an article."""

    hint: str
    reason: str | None
    body: bool


@lru_cache(maxsize=8192)
def verdict(tag: str, attributes: str) -> Verdict:
    """The verdict on a block-level element, from its name and its attributes as they are written."""
    if not attributes or attributes == "/":
        return Verdict(TAG_HINTS.get(tag, ""), TAG_REASONS.get(tag), False)
    said = attributes_of(attributes)
    names = f"{said.get('class', '')} {said.get('id', '')}"[:LONGEST_NAMES].split()
    hidden = "hidden" in said or bool(_NOT_SHOWN.search(said.get("style", "")[:LONGEST_NAMES]))
    reason = "hidden text" if hidden else _reason(tag, names, said.get("role", ""))
    body = said.get("itemprop") == "articleBody" or any(meaning(name).body for name in names)
    return Verdict(_hint(tag, names), reason, body)


def _reason(tag: str, names: Iterable[str], role: str) -> str | None:
    if role in ROLES:
        return ROLES[role]
    named = None
    if tag not in ("body", "html", "main", "article"):
        named = next((found.reason for found in map(meaning, names) if found.reason), None)
    return named or TAG_REASONS.get(tag)


def _hint(tag: str, names: Iterable[str]) -> str:
    named = None
    if tag not in ("h1", "article", "main", "body", "section", "html"):
        named = next((found.hint for found in map(meaning, names) if found.hint), None)
    return named or TAG_HINTS.get(tag, "")


class Meaning(NamedTuple):
    """What a class name or id means by its parts: a hint, a reason, whether it names an article's body."""

    hint: str | None
    reason: str | None
    body: bool


@lru_cache(maxsize=16384)
def meaning(name: str) -> Meaning:
    """What a name means: a part of it, two parts side by side, or all of it ("hidden", but not Drupal's
    "field-label-hidden")."""
    parts = [part.lower() for part in _PART.findall(name)]
    known = (*parts, *(a + b for a, b in pairwise(parts)))
    hint, reason, body = (next((_known(of)[p] for p in known if p in _known(of)), None) for of in _SECTIONS)
    return Meaning(hint, reason or _known("whole").get("".join(parts)), body is not None)


_SECTIONS = ("hints", "reasons", "body")


@cache
def _known(section: str) -> dict[str, str]:
    return {part: meaning for meaning, parts in table("class_names")[section].items() for part in parts}
