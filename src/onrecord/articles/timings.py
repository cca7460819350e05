"""When the entries of a live page were told, and what of its article each is: what a statement in it is dated by."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby, pairwise

import msgspec

from onrecord.articles.blocks import Block
from onrecord.articles.datings import DECLARED
from onrecord.articles.entries import Timed, is_named, step_of
from onrecord.articles.kinds import PROSE, Line
from onrecord.articles.metadata import Metadata
from onrecord.articles.stamps import Stamp, declared, find
from onrecord.nouns import Article, Entry

BEFORE, BEHIND = 45, 360
"""Minutes that the oldest entry may lie before a page's first publication, and behind it, for both to be of one day:
pages are set up hours before something begins."""


def timed(
    article: Article, blocks: Sequence[Block], lines: Sequence[Line], found: Sequence[Timed], metadata: Metadata
) -> Article:
    """The article of a live page with its entries, and with the dates they tell: it was first published with the oldest
    one it shows, where it tells of no earlier time. Bare clocks on a page that names itself no live one may be of any
    day. `blocks` are those of the article's lines, `lines` the page's."""
    if not found:
        return article
    stamps = _stamps(article, found) if is_named(lines, metadata) else [_told(entry) for entry in found]
    entries = _entries(article, blocks, lines, found, stamps)
    told = [stamp for stamp in stamps if stamp is not None]
    if len(told) < len(stamps):
        return msgspec.structs.replace(article, entries=entries)
    oldest, newest = (told[0], told[-1]) if _rises(found) else (told[-1], told[0])
    shown = article.published
    if shown is not None and (shown.from_ or "")[:16] <= oldest.iso()[:16]:
        return msgspec.structs.replace(article, entries=entries)
    last = article.updated or shown or newest.when("the newest entry of the live page")
    first = declared(metadata.published) if metadata.published else None
    earlier = first is not None and (first.clock is not None or first.day < oldest.day)
    earlier = earlier and first is not None and first.iso()[:16] <= oldest.iso()[:16]
    published = first.when(DECLARED) if first and earlier else oldest.when("the oldest entry of the live page")
    return msgspec.structs.replace(article, published=published, updated=last, entries=entries)


def _entries(
    article: Article, blocks: Sequence[Block], lines: Sequence[Line], found: Sequence[Timed], stamps: list[Stamp | None]
) -> tuple[Entry, ...]:
    """The entries of which something stands in the article's body, in the order of its text."""
    begins = [_place(lines[_begin(entry, lines)].block) for entry in found]
    body = [
        (bisect_right(begins, _place(block)) - 1, start, end)
        for block, (start, end, region) in zip(blocks, article.lines(), strict=True)
        if region == "body"
    ]
    out = []
    for number, group in groupby(body, key=lambda line: line[0]):
        held, stamp = list(group), stamps[number]
        if number >= 0:
            when = stamp.when(f"the time of the entry, {found[number].words}") if stamp else None
            out.append(Entry(start=held[0][1], end=held[-1][2], text=found[number].words, when=when))
    return tuple(out)


def _begin(entry: Timed, lines: Sequence[Line]) -> int:
    """The line with which an entry begins: the heading above its time, where it has one."""
    above = entry.line - 1
    headed = above >= 0 and lines[above].kind == PROSE and lines[above].block.hint == "subhead"
    return above if headed else entry.line


def _place(block: Block) -> tuple[int, int]:
    return block.number, block.start or 0


def _stamps(article: Article, found: Sequence[Timed]) -> list[Stamp | None]:
    """The moment of each entry: as its markup or its own words give it, else its clock on the day that is left."""
    stamps = [_told(entry) for entry in found]
    if all(stamps):
        return stamps
    nights = _nights(found)
    first = _first_day(article, found, nights, stamps)
    return [
        stamp or (_clocked(entry, first + timedelta(days=night)) if first else None)
        for stamp, entry, night in zip(stamps, found, nights, strict=True)
    ]


def _told(entry: Timed) -> Stamp | None:
    marked = declared(entry.moment) if entry.moment else None
    shown = next(iter(find(entry.words)), None)
    return next((stamp for stamp in (marked, shown) if stamp is not None and stamp.clock is not None), None)


def _rises(found: Sequence[Timed]) -> bool:
    """Whether the oldest entry stands first."""
    return sum(step_of(before, after) for before, after in pairwise(found)) > 0


def _nights(found: Sequence[Timed]) -> list[int]:
    """How many midnights lie between the oldest entry and each, in page order."""
    rises, out = _rises(found), [0]
    order = list(found) if rises else list(reversed(found))
    for before, after in pairwise(order):
        out.append(out[-1] + (after.minutes < before.minutes))
    return out if rises else list(reversed(out))


def _first_day(
    article: Article, found: Sequence[Timed], nights: Sequence[int], stamps: Sequence[Stamp | None]
) -> date | None:
    """The day of the oldest entry; None where the page leaves it open."""
    for stamp, night in zip(stamps, nights, strict=True):
        if stamp is not None:
            return stamp.day - timedelta(days=night)
    first, last = article.published, article.updated or article.published
    if first is None or last is None or not first.from_ or not last.to:
        return None
    oldest = found[0] if _rises(found) else found[-1]
    clock, day = first.from_[11:16], date.fromisoformat(first.from_[:10])
    near = clock and -BEFORE <= oldest.minutes - int(clock[:2]) * 60 - int(clock[3:]) <= BEHIND
    return day if near or (date.fromisoformat(last.to[:10]) - day).days == max(nights) else None


def _clocked(entry: Timed, day: date) -> Stamp | None:
    """An entry's clock on a day, with the zone that stands behind it."""
    clock = f"{entry.minutes // 60}:{entry.minutes % 60:02}{entry.behind}"
    stamp = next(iter(find(f"{day.day}.{day.month}.{day.year}, {clock}")), None)
    return stamp and stamp._replace(text=entry.words)
