"""What stands around articles, told by its words: cookie notices, adverts, share lines, plugs, teasers, footers."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from onrecord.articles.openings import Openings
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

MARKER = 80
"""The same of a line that may head a box."""

REPEATED = "repeats on the site's other pages"
"""The reason of lines that no look of their own tells, but the site's other pages do."""

REASONS = (
    "paywall", "cookie notice", "comment", "tags", "advert", "share line", "credit line", "related teaser", "plug",
    "navigation", "footer",
)  # fmt: skip
"""In the order in which they are tried."""

_STRAIGHT = (("’", "'"), ("‘", "'"), ("“", '"'), ("”", '"'), ("\xa0", " "))
_BLANKS = "".join(chr(code) for code in range(0x3001) if chr(code).isspace())
_BEFORE, _BEHIND = f"{_BLANKS}>»›•·*|+×✕_=~#-", f"{_BLANKS}>»›•·*|→.…:+×✕_=~-"
"""Decoration that may stand before a line and behind it."""
_COUNT = re.compile(r"\s*\(\d[\d,.]*\)$")


def furniture(text: str) -> str | None:
    """The reason why a line is furniture, told by its words alone, or None."""
    blanks = text.count(" ")
    if blanks >= MAX_WORDS:
        return "cookie notice" if blanks < NOTICE_WORDS and _is_notice(text) else None
    return _told(text[:LOOKED_AT], blanks < HELD_WORDS)


@lru_cache(maxsize=8192)
def _told(text: str, brief: bool) -> str | None:
    """The same for the opening of a line that may be furniture; `brief` for what it holds, not only as legal text."""
    plain = _straight(text).strip()
    bare = plain.lstrip(_BEFORE).rstrip(_BEHIND)
    if bare.endswith(")"):
        bare = _COUNT.sub("", bare)
    if not bare:
        return "navigation"
    needed = [word for word in _needed() if word in plain]
    begins = _openings("whole").match(bare) or _openings("opens").match(plain)
    for reason in REASONS if begins or needed else ():
        whole, opens, holds = _patterns(reason)
        if begins and ((whole and whole.fullmatch(bare)) or (opens and opens.match(plain))):
            return reason
        if not needed or holds is None or not (brief or reason in LEGAL):
            continue
        if any(word in needed for word in table("banners")[reason]["needs"]) and holds.search(plain):
            return reason
    return None


@cache
def _needed() -> tuple[str, ...]:
    """The words without one of which no line is furniture for what it holds."""
    return tuple(dict.fromkeys(word for reason in REASONS for word in table("banners")[reason]["needs"]))


@cache
def _openings(key: str) -> Openings:
    """Every reason's entries under `whole` or `opens` as one question: most lines are no furniture at all."""
    entries = [entry for reason in REASONS for entry in table("banners")[reason].get(key) or []]
    return Openings([_bounded(entry) for entry in entries] if key == "whole" else entries, whole=key == "whole")


def _straight(text: str) -> str:
    text = text.lower()
    if not text.isascii():
        for curved, straight in _STRAIGHT:
            text = text.replace(curved, straight)
    return text


def _is_notice(text: str) -> bool:
    """Whether a paragraph speaks of cookies again and again, and to its reader."""
    plain = text.lower()
    return plain.count("cookie") >= NOTICE_TIMES and " you" in plain and (" we " in plain or " our " in plain)


def opens_teasers(text: str) -> bool:
    """Whether a line is the heading of a box of other stories ("You may also like")."""
    return opens_box(text) == "teasers"


def opens_comments(text: str) -> bool:
    """Whether a line is the heading under which readers' comments stand."""
    return opens_box(text) == "comments"


def opens_box(text: str) -> str | None:
    """ "comments" or "teasers" where a line heads a box of such; None for any other line."""
    return _heads(text[:MARKER])


@lru_cache(maxsize=8192)
def _heads(text: str) -> str | None:
    plain = _straight(text).lstrip(_BEFORE).rstrip(_BEHIND)
    for key, box in (("comments", "comments"), ("related", "teasers")):
        if _markers(key).match(plain):
            return box
    return None


@cache
def _markers(key: str) -> Openings:
    return Openings([_bounded(entry) for entry in table("banners")["marker"][key]], whole=True)


def no_such_page(text: str) -> bool:
    """Whether a text says that the page asked for is not there (a "soft 404")."""
    pattern = _joined("soft404", "holds")
    return bool(pattern and pattern.search(_straight(text[:LOOKED_AT])))


@cache
def _patterns(reason: str) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None, re.Pattern[str] | None]:
    return _joined(reason, "whole", bounded=True), _joined(reason, "opens"), _joined(reason, "holds")


@cache
def _joined(section: str, key: str, bounded: bool = False) -> re.Pattern[str] | None:
    entries = table("banners")[section].get(key) or []
    if not entries:
        return None
    return re.compile("|".join(_bounded(entry) if bounded else entry for entry in entries))


def _bounded(entry: str) -> str:
    return rf"\b(?:{entry})(?!\w)"
