"""HTML -> its tags and the text between them, by one regular expression after the tokenizer of the HTML standard.

No tree is built, so depth and broken nesting cost nothing: on a tower of 100,000 tags, or a tag of 200,000 attributes,
lexbor and libxml2 take quadratic time or stop at 2,048 levels. Of the `segments` pages (106 kB on average) this reads
1,600 a second; lexbor builds 1,350 trees and libxml2 920 before a node of them is looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

MOST_TAGS = 400_000
"""Tags and comments after which the reading of a page stops: real pages have under 80,000, hostile ones millions."""
LONGEST_TAG = 20_000
"""Characters of a tag in which its attributes are looked for."""

Token = tuple[str, str | None, str | None, str | None, str | None, str | None]
"""`(text, raw, its, held, tag, attributes)`: the text before a tag, and the tag as it is written. `raw` is an element
whose content is no markup (a script, a title), `its` its attributes, `held` its content; else `tag` is the name, "/"
before it for an end tag, and `attributes` what follows; all None for a comment and for the page's end."""

_ATTRIBUTES = r"[^>=]*+(?:=\s*+(?:\"[^\"]*+\"|'[^']*+')?+[^>=]*+)*+"
_RAW = "script|style|textarea|title|iframe|noembed|noframes|xmp"
_TOKEN = re.compile(
    rf"<(?:((?i:{_RAW}))(?=[\s/>])({_ATTRIBUTES})(?:>|\Z)"
    r"([^<]*+(?:<(?!/(?i:\1)[\s/>])[^<]*+)*+)(?:</[^>]*+(?:>|\Z)|\Z)"
    rf"|(/?[a-zA-Z][^\s/>]*+)({_ATTRIBUTES})(?:>|\Z)"
    r"|!--(?:-?>|.*?(?:--!?>|\Z))|[!?/][^>]*+(?:>|\Z))",
    re.S,
)
"""Linear on any input: no part gives back what it took, and none begins twice at one place. Quotation marks count only
after an equals sign, as the standard has it; what is never closed runs to the page's end."""
_PARTS = 6
_ATTRIBUTE = re.compile(r"([^\s\"'<>/=]+)(?:\s*+=\s*+(?:\"([^\"]*+)\"|'([^']*+)'|([^\s\"'>]++)))?+")


def scan(html: str) -> tuple[Iterator[Token], bool]:
    """The tokens of a page in order, and whether its end was left unread. The page ends at MOST_TAGS and inside a tag
    that is never closed."""
    parts = _TOKEN.split(html, MOST_TAGS)
    unread = len(parts) > MOST_TAGS * _PARTS
    parts[-1] = "" if unread else parts[-1]
    parts.extend([None] * (_PARTS - 1))
    return zip(*(parts[place::_PARTS] for place in range(_PARTS)), strict=True), unread


def attributes_of(written: str) -> dict[str, str]:
    """The attributes of a tag, names in lower case, the first of equal ones, references resolved."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written[:LONGEST_TAG]):
        value = double or single or bare
        found.setdefault(name.lower(), unescape(value) if "&" in value else value)
    return found
