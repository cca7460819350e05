"""What an HTML element's tag, role, class names and id say of the text in it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from itertools import pairwise

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
    [
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "iframe",
        "object",
        "select",
        "textarea",
        "canvas",
        "math",
        "title",
        "audio",
        "video",
        "map",
        "rt",
        "rp",
    ]
)
"""Tags whose text is no text of the page; how a Japanese word is read aloud (`rt`) is not part of its sentence."""
TAG_REASONS = {
    "nav": "navigation", "menu": "navigation", "footer": "footer", "aside": "related teaser", "figcaption": "caption",
    "figure": "caption", "button": "navigation", "form": "plug", "dialog": "plug", "legend": "plug",
}  # fmt: skip
TAG_HINTS = {
    "h1": "headline", "h2": "subhead", "h3": "subhead", "h4": "subhead", "h5": "subhead", "h6": "subhead",
    "p": "paragraph", "li": "item", "address": "byline", "blockquote": "paragraph", "pre": "paragraph", 
    "td": "item", "dd": "item",
}  # fmt: skip
PASSED_ON = frozenset(("byline", "date", "summary"))
"""Hints that hold for all an element holds."""
LONGEST_NAMES = 400
"""Characters of class names that are looked at."""

_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|\d+")
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


def reason_of(tag: str, names: str, role: str) -> str | None:
    """Why the element belongs to no article, as far as its own tag, role and names tell; None where they do not."""
    if role in ("navigation", "banner", "contentinfo", "dialog", "complementary"):
        return {"banner": "navigation", "contentinfo": "footer", "dialog": "cookie notice"}.get(role, "navigation")
    named = None if tag in ("body", "html", "main", "article") else _first(names, "reasons")
    return named or TAG_REASONS.get(tag)


def hint_of(tag: str, names: str) -> str:
    """What kind of text the element holds, by its names and else by its tag; "" for nothing told."""
    if tag in ("h1", "article", "main", "body", "section", "html"):
        return TAG_HINTS.get(tag, "")
    return _first(names, "hints") or TAG_HINTS.get(tag, "")


def is_body(names: str, itemprop: str) -> bool:
    """Whether the element is called the body of an article."""
    return itemprop == "articleBody" or _first(names, "body") is not None


def is_hidden(attributes: Mapping[str, str]) -> bool:
    """Whether the element's own attributes hide it."""
    return "hidden" in attributes or bool(_NOT_SHOWN.search(attributes.get("style", "")[:LONGEST_NAMES]))


@lru_cache(maxsize=4096)
def _first(names: str, section: str) -> str | None:
    """What the first name known to a section means: a part of it, two parts side by side, or for the section's
    `whole` names all of it ("hidden", but not Drupal's "field-label-hidden")."""
    if not names.strip():
        return None
    known, whole = _known(section), _known("whole") if section == "reasons" else {}
    for name in names[:LONGEST_NAMES].split():
        parts = [part.lower() for part in _PART.findall(name)]
        for part in (*parts, *(a + b for a, b in pairwise(parts))):
            if part in known:
                return known[part]
        if "".join(parts) in whole:
            return whole["".join(parts)]
    return None


@cache
def _known(section: str) -> dict[str, str]:
    return {part: meaning for meaning, parts in table("class_names")[section].items() for part in parts}
