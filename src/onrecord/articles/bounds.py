"""What a page tells of when an undated article on it was published: not after it was seen, and not before the year of
the copyright line where it was minutes or days old when it was seen."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, timedelta

from onrecord.articles.kinds import AGO, SCRAP, Line
from onrecord.articles.stamps import declared, seconds_ago
from onrecord.nouns import When

_YEAR = re.compile(r"(?:©|\(c\)|copyright)[^\d]{0,20}(?:(?:19|20)\d\d\s?[-–]\s?)?((?:19|20)\d\d)(?!\d)", re.I)
LOOKED_AT = 300
"""Characters of a line in which a copyright year is looked for."""


def bounds(head: Sequence[Line], lines: Sequence[Line], captured: str | None) -> When | None:
    """The stretch that a page leaves open for an article without a date, one end or both; None where it bounds nothing.
    `head` is the article's, `lines` the page's, `captured` when the page was seen."""
    seen = declared(captured) if captured else None
    age = next((line.block.text for line in head if line.kind == AGO), None)
    first = _first(age, lines) if age is not None and seen is None else None
    last = seen.day.isoformat() if seen is not None else None
    if first is None and last is None:
        return None
    why = [f"not after {last}, when the page was seen"] if last else []
    why += [f"says “{age}”, and not when it was seen: not before, by its copyright line, {first}"] if first else []
    edtf = f"{first or '..'}/{last or '..'}"
    return When(from_=first, to=last, precision="open", edtf=edtf, text=age, basis="; ".join(why))


def _first(age: str, lines: Sequence[Line]) -> str | None:
    """The first day on which what has an age can have been published on a page of a copyright year."""
    found = [match[1] for line in lines if line.kind == SCRAP and (match := _YEAR.search(line.block.text[:LOOKED_AT]))]
    seconds = seconds_ago(age)
    if not found or seconds is None:
        return None
    return (date(int(max(found)), 1, 1) - timedelta(days=-(-seconds // 86400))).isoformat()
