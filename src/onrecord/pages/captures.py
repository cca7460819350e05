"""When a saved page was fetched, where a saving program wrote it into the page."""

from __future__ import annotations

import re
from datetime import datetime

HEAD = 20_000
"""Characters searched: saving programs write their comment at the top."""

_SAVED = re.compile(
    r"\b(?:saved (?:date|on|at)|archived on|downloaded on|captured(?: on| at)?)\b\s*[:=]?\s*([^\n<>]{8,60})", re.I
)
_COMMENT = re.compile(r"<!--(.{0,2000}?)-->", re.S)
_ISO = re.compile(r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?)?")
_BROWSER = re.compile(r"[A-Z][a-z]{2} ([A-Z][a-z]{2} \d\d \d{4} \d\d:\d\d:\d\d) GMT([+-]\d{4})")
"""JavaScript's Date.toString(), which SingleFile writes."""


def capture_in(html: str) -> str | None:
    """The moment a "saved on" comment of the page names, ISO 8601 with the comment's own offset; None where none
    does."""
    for comment in _COMMENT.finditer(html, 0, HEAD):
        saved = _SAVED.search(comment[1])
        if saved is not None:
            return _moment(saved[1])
    return None


def _moment(words: str) -> str | None:
    iso = _ISO.search(words)
    if iso is not None:
        return iso[0].replace(" ", "T")
    browser = _BROWSER.search(words)
    if browser is None:
        return None
    try:
        moment = datetime.strptime(f"{browser[1]} {browser[2]}", "%b %d %Y %H:%M:%S %z")
    except ValueError:
        return None
    return moment.isoformat(timespec="minutes")
