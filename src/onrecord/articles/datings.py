"""When an article was published and updated, from its visible lines, its metadata and its age on a card.

The visible line beats the metadata; where they disagree by more than a day the article's notes say so. A text that
shows a first date and a later update stands for every day between them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple

from onrecord.articles.kinds import AGO, DATE, SCRAP, TITLE, Line
from onrecord.articles.metadata import Metadata
from onrecord.articles.orders import Order, readings
from onrecord.articles.stamps import Stamp, declared, find, seconds_ago
from onrecord.nouns import When

REVISED_WITHIN = 60
"""Days after which a shown update and a declared first date are a conflict, not a first version and its revision."""
TOP = 8
"""Lines from the top in which a page of cards says what day it is."""
SURE_HOURS = 12
"""An age in hours up to which, counted from a day without a clock, the same day is meant."""

DECLARED = "declared in the page's metadata"
"""The basis of a date that no line of the page shows."""

_UPDATE = re.compile(r"(?:updated|modified|last (?:edited|changed|update)|aktualisiert|stand)\b[^|·]{0,20}$", re.I)
_EDITION = re.compile(
    r"\b(?:briefing|edition|today(?:'s|’s)?|front pages?|good (?:morning|evening)|welcome|it is)\b", re.I
)


class Shown(NamedTuple):
    """The dates a head shows; `either` are the two readings of figures whose order nothing tells."""

    published: Stamp | None
    updated: Stamp | None
    either: tuple[Stamp, Stamp] | None = None


class Dated(NamedTuple):
    """What is known of an article's dates, and what is to be noted about them."""

    published: When | None
    updated: When | None
    notes: tuple[str, ...] = ()


def shown_dates(head: Sequence[Line], headline: int | None, order: Order | None = None) -> Shown:
    """The first published and the last updated date of the head's date lines; those under the headline come first.
    `order` is what stands first in the page's dates of figures alone."""
    lines = [
        (index, line) for index, line in enumerate(head) if line.kind == DATE and not _EDITION.search(line.block.text)
    ]
    below = [line for index, line in lines if headline is None or index > headline]
    published: Stamp | None = None
    updated: Stamp | None = None
    either: tuple[Stamp, Stamp] | None = None
    for line in below or [line for _, line in lines[-1:]]:
        for first, other in _read(line.block.text, order):
            changed = _UPDATE.search(line.block.text[: first.start]) is not None
            if first != other:
                either = either or (None if changed else (first, other))
            elif changed:
                updated = first
            else:
                published = published or first
    return Shown(published, updated, None if published else either)


def _read(text: str, order: Order | None) -> list[tuple[Stamp, Stamp]]:
    """The dates of a line, each with its other reading, which is the same one where nothing is open."""
    plain = find(text)
    if plain:
        return [(stamp, stamp) for stamp in plain]
    pairs = readings(text)
    return pairs if order is None else [(told := pair[0 if order == "day" else 1], told) for pair in pairs]


def page_day(lines: Sequence[Line]) -> Stamp | None:
    """The day the page itself says it is ("Your briefing for Tuesday, 4 June 2030"), on a page of cards with ages also
    at its top, over the first of them."""
    editions = (line for line in lines if line.kind == DATE and _EDITION.search(line.block.text))
    first = next((number for number, line in enumerate(lines) if line.kind == AGO), 0)
    top = (line for line in lines[: min(first, TOP)] if line.kind in (DATE, SCRAP, TITLE))
    return next((stamp for line in (*editions, *top) for stamp in find(line.block.text)), None)


def dated(shown: Shown, metadata: Metadata) -> Dated:
    """The dates told by a head and by metadata together; an update at the moment of publication is none."""
    found = _dated(shown, metadata)
    same = found.published and found.updated and found.updated.from_ == found.published.from_
    return found._replace(updated=None) if same else found


def settled(told: Dated, weighed: When | None) -> Dated:
    """What a head and metadata tell, held against the day that all of a page's clues together tell: where that day is
    another, it is taken and the note says so; where they leave the day open, what a line of the head shows stays, what
    metadata alone declare is open. A stretch around the day, or a clock on it, stays."""
    first = told.published
    if weighed is None and first is not None and first.basis != DECLARED:
        return told
    if first is None or weighed is None:
        return told._replace(published=weighed)
    if _day(first.from_) <= _day(weighed.from_) <= _day(first.to):
        return told
    other = f"{weighed.from_} ({weighed.basis})"
    note = f"the head or the metadata say {first.from_}, most of the page says {other}, which is taken"
    return Dated(weighed, told.updated, (*told.notes, note))


def _day(moment: str | None) -> str:
    return (moment or "")[:10]


def _dated(shown: Shown, metadata: Metadata) -> Dated:
    told, changed = _declared(metadata.published), _declared(metadata.updated)
    first, last, either = shown
    if first is None and either is not None:
        return Dated(_either(*either), None)
    if first is None and last is None:
        published = told and told.when(DECLARED)
        return Dated(published, changed.when(DECLARED) if changed else None)
    if first is None and last is not None:
        if told is not None and 0 < (last.day - told.day).days <= REVISED_WITHIN:
            return Dated(_between(told, last), last.when("the page's line"))
        return Dated(_shown(last, told), last.when("the page's line"), _conflict(last, told))
    assert first is not None
    if last is None:
        later = changed.when(DECLARED) if changed and changed.day >= first.day else None
        return Dated(_shown(first, told), later, _conflict(first, told))
    published = _between(first, last) if last.day > first.day else _shown(first, told)
    return Dated(published, last.when("the page's line"), _conflict(first, told))


def aged(
    head: Sequence[Line], captured: str | None, day: Stamp | None, newest: Stamp | None, told: Stamp | None
) -> When | None:
    """The date of a card that says only its age, counted from the capture, the day the page names, the newest date it
    shows, or the newest day its articles tell of; None where none is known."""
    line = next((line for line in head if line.kind == AGO), None)
    seconds = seconds_ago(line.block.text) if line is not None else None
    if line is None or seconds is None:
        return None
    anchors = (
        (_declared(captured), "the capture"),
        (day, "the day the page names"),
        (newest, "the newest date on the page"),
        (told, "the newest day that the page tells of as past"),
    )
    anchor, name = next(((stamp, name) for stamp, name in anchors if stamp is not None), (None, ""))
    if anchor is None:
        return None
    return _counted(anchor, seconds, line.block.text, f"{line.block.text}, counted from {name}, {anchor.iso()}")


def _counted(anchor: Stamp, seconds: int, text: str, basis: str) -> When:
    hour, minute = anchor.clock or (12, 0)
    then = datetime(anchor.day.year, anchor.day.month, anchor.day.day, hour, minute) - timedelta(seconds=seconds)
    if anchor.clock is None and seconds <= SURE_HOURS * 3600:
        then = datetime(anchor.day.year, anchor.day.month, anchor.day.day)
    day = then.date().isoformat()
    return When(from_=day, to=day, precision="day", edtf=day, text=text, basis=basis)


def _shown(stamp: Stamp, declared: Stamp | None) -> When:
    """The shown date, with the metadata's clock or offset where both mean the same moment."""
    same_day = declared is not None and declared.day == stamp.day and declared.clock is not None
    if declared and same_day and (stamp.clock is None or (stamp.offset is None and declared.clock == stamp.clock)):
        return declared._replace(text=stamp.text).when("the page's line, with the clock of its metadata")
    return stamp.when("the page's line")


def _between(first: Stamp, last: Stamp) -> When:
    start, end = first.day.isoformat(), last.day.isoformat()
    basis = f"first published {start}, this version {end}"
    return When(from_=start, to=end, precision="days", edtf=f"{start}/{end}", text=None, basis=basis)


def _either(first: Stamp, other: Stamp) -> When:
    """The stretch between the two readings of figures whose order is not told."""
    start, end = sorted((first.day.isoformat(), other.day.isoformat()))
    basis = f"the page's line, {start} or {end}: whether day or month stands first is not told"
    return When(from_=start, to=end, precision="days", edtf=f"{start}/{end}", text=first.text, basis=basis)


def _conflict(shown: Stamp, declared: Stamp | None) -> tuple[str, ...]:
    if declared is None or abs((shown.day - declared.day).days) <= 1:
        return ()
    return (f"the page shows {shown.iso()}, its metadata say {declared.iso()}; the shown date is taken",)


def _declared(text: str | None) -> Stamp | None:
    return declared(text) if text else None
