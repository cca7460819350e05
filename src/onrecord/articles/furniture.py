"""What stands around articles, told by its words: cookie notices, adverts, share lines, plugs, teasers, footers."""

from __future__ import annotations

import re
from functools import cache

from onrecord.words import table

MAX_WORDS = 60
"""A line of more words is never furniture as a whole: the longest notices of the development pages have 55."""
NOTICE_WORDS, NOTICE_TIMES = 200, 3
"""Words of the longest cookie notice on one line, and how often it names cookies."""
HELD_WORDS = 30
"""A line of more words is furniture for what it holds only where it is legal text: a card of 50 words may end in a
plug."""
LEGAL = ("cookie notice", "footer", "credit line")
LOOKED_AT = 600
"""Characters of a line that the patterns see, so that hostile lines cost no more than others."""

REASONS = (
    "paywall", "cookie notice", "comment", "tags", "advert", "share line", "credit line", "related teaser", "plug",
    "navigation", "footer",
)  # fmt: skip
"""In the order in which they are tried."""

_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\xa0": " "})
_DECORATION = re.compile(r"^[\s>»›•·*|+×✕_=~#-]+|[\s>»›•·*|→.…:+×✕_=~-]+$")
_COUNT = re.compile(r"\s*\(\d[\d,.]*\)$")


def furniture(text: str) -> str | None:
    """The reason why a line is furniture, told by its words alone, or None."""
    blanks = text.count(" ")
    if blanks >= MAX_WORDS:
        return "cookie notice" if blanks < NOTICE_WORDS and _is_notice(text) else None
    plain = text[:LOOKED_AT].translate(_STRAIGHT).lower().strip()
    bare = _COUNT.sub("", _DECORATION.sub("", plain))
    if not bare:
        return "navigation"
    for reason in REASONS:
        whole, opens, holds = _patterns(reason)
        if blanks >= HELD_WORDS and reason not in LEGAL:
            holds = None
        if holds is not None and not any(word in plain for word in table("banners")[reason]["needs"]):
            holds = None
        if (whole and whole.fullmatch(bare)) or (opens and opens.match(plain)) or (holds and holds.search(plain)):
            return reason
    return None


def _is_notice(text: str) -> bool:
    """Whether a paragraph speaks of cookies again and again, and to its reader."""
    plain = text.lower()
    return plain.count("cookie") >= NOTICE_TIMES and " you" in plain and (" we " in plain or " our " in plain)


def opens_teasers(text: str) -> bool:
    """Whether a line is the heading of a box of other stories ("You may also like")."""
    return _marker("related", text)


def opens_comments(text: str) -> bool:
    """Whether a line is the heading under which readers' comments stand."""
    return _marker("comments", text)


def no_such_page(text: str) -> bool:
    """Whether a text says that the page asked for is not there (a "soft 404")."""
    pattern = _joined("soft404", "holds")
    return bool(pattern and pattern.search(text[:LOOKED_AT].translate(_STRAIGHT).lower()))


def _marker(key: str, text: str) -> bool:
    plain = _DECORATION.sub("", text[:80].translate(_STRAIGHT).lower())
    pattern = _joined("marker", key, bounded=True)
    return bool(pattern and pattern.fullmatch(plain))


@cache
def _patterns(reason: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str] | None]:
    return _joined(reason, "whole", bounded=True), _joined(reason, "opens"), _joined(reason, "holds")


@cache
def _joined(section: str, key: str, bounded: bool = False) -> re.Pattern[str] | None:
    entries = table("banners")[section].get(key) or []
    if not entries:
        return None
    return re.compile("|".join(rf"\b(?:{entry})(?!\w)" if bounded else entry for entry in entries))
