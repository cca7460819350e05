"""The day a page of cards is of, where nothing dates it: cards that say "39 minutes ago" were all seen at one moment,
so that the page is of the newest day that any of its articles tells of as past, or of the day after.

A day without a year takes the first year in which it does not lie before the newest full date that stands anywhere on
the page: an article leaves the year out where it is the year of its writing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import cache

from onrecord.articles.kinds import AGO, PROSE, Line
from onrecord.articles.stamps import Stamp, find, months
from onrecord.nouns import When

CARDS = 2
"""Ages on the least page of cards: one alone is an article's, seen long after it was written or at once."""
NEAR = 183
"""Days after the newest full date within which the day without a year must fall: beyond half a year another year would
do as well."""
LOOKED_AT = 3_000
"""Characters of a line, and of what stands before a day in its sentence, in which it is looked for."""

_TO_COME = re.compile(
    r"\b(?:will|would|until|till|by|next|before|due|scheduled|plans?|set|expected|hopes?|may|could)\b", re.I
)
_SENTENCE = re.compile(r"[.!?][”\"’']? ")


def bearing(lines: Sequence[Line]) -> Stamp | None:
    """The newest day that the page of cards with ages tells of as past; None for a page without several ages, without a
    full date, or where no day without a year lies near it."""
    if sum(line.kind == AGO for line in lines) < CARDS:
        return None
    full = max((stamp.day for line in lines for stamp in find(line.block.text[:LOOKED_AT])), default=None)
    if full is None:
        return None
    told = (day for line in lines if line.kind == PROSE for day in newest_told(line.block.text, full))
    newest = max(told, default=None)
    return None if newest is None else Stamp(0, 0, newest, None, None, "")


def newest_told(text: str, full: date) -> Iterator[date]:
    """The days without a year that a text tells of as past, each in its first year from `full` on, where that is
    near."""
    for found in _day().finditer(text[:LOOKED_AT]):
        sentence = _SENTENCE.split(text[max(0, found.start() - LOOKED_AT) : found.start()])[-1]
        if _TO_COME.search(sentence):
            continue
        number, month = int(found["d1"] or found["d2"]), months()[(found["m1"] or found["m2"]).lower()]
        day = next(
            (day for year in (full.year, full.year + 1) if (day := _date(year, month, number)) and day >= full), None
        )
        if day is not None and (day - full).days <= NEAR:
            yield day


def of_about(body: Sequence[str], page: Stamp) -> When | None:
    """The date of an undated article of such a page: from the newest day it tells of itself to the page's own; None
    where it tells of none in the week before."""
    past = (date.fromordinal(page.day.toordinal() - 7), page.day)
    own = max((day for words in body for day in newest_told(words, past[0]) if day <= page.day), default=None)
    if own is None:
        return None
    first, last = own.isoformat(), page.day.isoformat()
    basis = (
        f"tells of {first} as past, on a page whose newest day told is {last}; the year is the latest the page names"
    )
    if first == last:
        return When(from_=first, to=last, precision="day", edtf=first, text=None, basis=basis)
    return When(from_=first, to=last, precision="days", edtf=f"{first}/{last}", text=None, basis=basis)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


@cache
def _day() -> re.Pattern[str]:
    month = "|".join(sorted((name.capitalize() for name in months()), key=len, reverse=True))
    return re.compile(
        rf"(?<![\w.])(?:(?P<m1>{month})\.? (?P<d1>[0-3]?\d)(?:st|nd|rd|th)?"
        rf"|(?P<d2>[0-3]?\d)(?:st|nd|rd|th)? (?P<m2>{month}))"
        r"(?![\w:]|,? (?:19|20)\d\d|-\d|[.,]\d)"
    )
