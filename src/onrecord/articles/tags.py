"""What an HTML element's tag, role, class names and id say of the text in it."""

from __future__ import annotations

import re
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
    "p": 0, "div": 2, "td": 3, "th": 3, "tr": 4, "thead": 5, "tbody": 5, "tfoot": 5, "table": 6, "body": 7,
}  # fmt: skip
"""How strongly an open element withstands the end tag of one around it, 1 for tags not named: `</p>` closes no `div`,
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
PLAIN = frozenset(("body", "html", "main", "article"))
"""Elements whose names say something of the page, not of their text."""
PASSED_ON = frozenset(("byline", "date", "summary"))
"""Hints that hold for all an element holds."""
REMEMBERED = 1000
"""Characters of the longest attributes that a verdict is kept for: saved pages write whole pictures into them."""
LONGEST_NAMES = 400
"""Characters of class names that are looked at."""

_PART = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")
_FIGURES = str.maketrans(dict.fromkeys("0123456789"))
_NOT_SHOWN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)


class Verdict(NamedTuple):
    """What an element's own tag and attributes say: what kind of text it holds ("" for nothing told), why it belongs
    to no article (None where they do not), and whether they call it the body of an article, or an embedded post."""

    hint: str
    reason: str | None
    body: bool
    post: bool = False


def verdict(tag: str, attributes: str) -> Verdict:
    """The verdict on a block-level element, from its name and its attributes as they are written."""
    return _verdict(tag, attributes) if len(attributes) <= REMEMBERED else _verdict.__wrapped__(tag, attributes)


@lru_cache(maxsize=8192)
def _verdict(tag: str, attributes: str) -> Verdict:
    if not attributes or attributes == "/":
        return Verdict(TAG_HINTS.get(tag, ""), TAG_REASONS.get(tag), False)
    said = attributes_of(attributes)
    get = said.get
    named = meaning(f"{get('class', '')} {get('id', '')}"[:LONGEST_NAMES].translate(_FIGURES))
    hint, reason = named.hint, named.reason
    if tag in PLAIN:
        reason = None
    if tag in PLAIN or tag in ("h1", "section"):
        hint = None
    reason = ROLES.get(get("role", "")) or reason or TAG_REASONS.get(tag)
    if "hidden" in said or ("style" in said and _NOT_SHOWN.search(said["style"][:LONGEST_NAMES])):
        reason = "hidden text"
    body = named.body or get("itemprop") == "articleBody"
    return Verdict(hint or TAG_HINTS.get(tag, ""), reason, body, named.post and tag not in PLAIN)


class Meaning(NamedTuple):
    """What class names and ids mean: a hint, a reason, whether they name an article's body, or an embedded post."""

    hint: str | None
    reason: str | None
    body: bool
    post: bool = False


@lru_cache(maxsize=8192)
def meaning(names: str) -> Meaning:
    """What names mean, blanks between them: of each kind the first that any of them means."""
    hint, reason, body, post = None, None, False, False
    for name in names.split():
        one = _one(name)
        if one is not None:
            hint, reason, body, post = hint or one.hint, reason or one.reason, body or one.body, post or one.post
    return Meaning(hint, reason, body, post)


@lru_cache(maxsize=16384)
def _one(name: str) -> Meaning | None:
    """What a name means: a part of it, two parts side by side, or all of it ("hidden", but not Drupal's
    "field-label-hidden"); None for nothing."""
    parts = [part.lower() for part in _PART.findall(name)]
    known = _known()
    found = [known[part] for part in parts if part in known]
    found += [known[pair] for pair in map("".join, pairwise(parts)) if pair in known]
    whole = table("class_names")["whole"]
    found += [Meaning(None, reason, False) for reason, names in whole.items() if "".join(parts) in names]
    post = "".join(parts) in table("class_names")["posts"]["post"]
    if not found and not post:
        return None
    hint = next((one.hint for one in found if one.hint), None)
    reason = next((one.reason for one in found if one.reason), None)
    return Meaning(hint, reason, any(one.body for one in found), post)


@cache
def _known() -> dict[str, Meaning]:
    """What each part of a name means."""
    hints, reasons, bodies = (
        {part: meaning for meaning, parts in table("class_names")[section].items() for part in parts}
        for section in ("hints", "reasons", "body")
    )
    return {
        part: Meaning(hints.get(part), reasons.get(part), part in bodies) for part in {**hints, **reasons, **bodies}
    }
