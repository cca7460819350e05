"""Every place of a page that names a day: declarations, marked times, its address, its lines, each called by its kind.

A clue's kind says where the day stands and in what form ("headed date line", "foot line", "comment"), never which words
stand beside it beyond those that announce a date. What the kinds are worth is learnt: see `days`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cache
from itertools import islice
from typing import NamedTuple
from urllib.parse import unquote, urlsplit

from onrecord.articles.kinds import AGO, BYLINE, DATE, PROSE, SCRAP, TITLE, Line
from onrecord.articles.markup import Markup
from onrecord.articles.orders import Order, figured, order_of
from onrecord.articles.stamps import Stamp, declared, find, months
from onrecord.words import phrases

SCRIPTED = 2_000_000
"""Characters of a page in which its scripts' dates are looked for."""
MOST_VALUES, LONGEST_KEY = 3000, 40
"""Dates in a page's source whose keys are looked at, and the characters of a key."""
LEAST = 8
"""Words beside its dates up to which a line is mainly a date."""
SHORT = 80
"""Characters up to which a line is short."""
ABOVE, NEAR = 3, 8
"""Lines above and below the main heading that stand beside it."""
FOOT = 6
"""Lines after the last prose that close the article."""
LONGEST_TITLE, TITLE_WORDS, ALIKE = 200, 3, 0.8
"""Characters of the longest line and words of the shortest that may show the title, and the share of them that the
declared one must hold."""
OPENING = 70
"""Characters of the first paragraphs in which a dateline stands."""
IN_A_LINE = 2
"""Dates of a line that are heard: further ones are a list's."""

_ADDRESS = re.compile(
    r"(?<!\d)(?P<y>(?:19|20)\d\d)(?P<gap>[/_.-]?)(?P<m>[01]\d|[a-z]{3}|(?<=/)\d(?=/))(?P=gap)"
    r"(?P<d>[0-3]\d|(?<=/)\d(?=/))(?!\d)"
)
_REVERSED = re.compile(r"(?<!\d)(?P<d>[0-3]?\d)[-._](?P<m>[01]?\d)[-._](?P<y>(?:19|20)\d\d)(?!\d)")
_ARCHIVED = re.compile(r"^/web/\d{4,14}[a-z_*]{0,4}/")
_VALUE = re.compile(
    r"[\"':=] ?(?:(?P<date>(?:19|20)\d\d-?[01]\d-?[0-3]\d(?!\d)[^\"'\\<>]{0,30})[\"'\\]|(?P<count>1\d{9}(?:\d{3})?)\b)"
)
_KEY = re.compile(
    r"(?<![\w-])(?:(?P<first>datePublished|first_?published_?(?:at|date)?|publish(?:ed|ing|ication)?_?(?:at|date|time|on)"
    r"|pub_?date|date_?published|publication_?date)|(?P<other>date_?created|created_?at|date|release_?date"
    r"|upload_?date))\\?[\"']?\s{0,3}[:=]?\s{0,3}\\?$",
    re.I,
)
_WORD = re.compile(r"\w+")
_OWNED = re.compile(r"©|\(c\)|copyright", re.I)


class Clue(NamedTuple):
    """One place that names a day: its kind, the date as found, and for lines and marked times the zone of the page."""

    kind: str
    stamp: Stamp
    zone: str = ""


def clues_of(markup: Markup, address: str, html: str, lines: Sequence[Line]) -> list[Clue]:
    """All clues of a page, in the order told: what it declares, its address, its scripts, its lines. `html` is its
    source; lines are those of `markup`, labelled."""
    metadata = markup.metadata
    placed = [*address_clues((metadata.url or "", address)), *_in_scripts(html[:SCRIPTED])]
    known = {clue.stamp.day for clue in (*_parsed(metadata.dates, None), *placed)}
    order = order_of([line.block.text for line in lines], known, metadata.language, _host(address))
    zones = _Zones(lines, [title for title in (metadata.headline, metadata.title) if title])
    marks = [
        Clue(place, stamp, zones.of(bisect_left(zones.numbers, number)))
        for place, moment, number in markup.times
        if (stamp := declared(moment)) is not None
    ]
    described = [Clue("described", stamp) for stamp in find(metadata.description or "")[:1]]
    return [*_parsed(metadata.dates, order), *placed, *marks, *described, *_in_lines(lines, zones, order)]


def _host(address: str) -> str:
    return urlsplit(address[:600]).hostname or "" if "[" not in address else ""


def _parsed(told: Iterable[tuple[str, str]], order: Order | None) -> Iterator[Clue]:
    for kind, text in told:
        stamp = declared(text) or next(iter(figured(text, order)), None)
        if stamp is not None:
            yield Clue(kind, stamp)


def address_clues(addresses: Iterable[str]) -> Iterator[Clue]:
    """The days that web addresses name in their paths."""
    for address in addresses:
        path = _ARCHIVED.sub("", unquote(urlsplit(address[:600]).path)) if "[" not in address else ""
        for match in (_ADDRESS.search(path.lower()), _REVERSED.search(path)):
            month = match and (int(match["m"]) if match["m"].isdigit() else months().get(match["m"]))
            if match is None or month is None:
                continue
            try:
                day = date(int(match["y"]), month, int(match["d"]))
            except ValueError:
                continue
            yield Clue("address", Stamp(0, 0, day, None, None, ""))
            break


def _in_scripts(html: str) -> Iterator[Clue]:
    """The first date that a script calls that of publication, and the first it calls some other."""
    seen: set[str] = set()
    for match in islice(_VALUE.finditer(html), MOST_VALUES):
        key = _KEY.search(html, max(0, match.start() - LONGEST_KEY), match.start())
        kind = "scripted" if key and key["first"] else "scripted other"
        stamp = declared(match["date"] or match["count"]) if key and kind not in seen else None
        if stamp is not None:
            seen.add(kind)
            yield Clue(kind, stamp)
        if len(seen) == 2:
            return


class _Zones:
    """Where on a page a line stands, told by its main heading and its prose."""

    def __init__(self, lines: Sequence[Line], titles: Sequence[str]) -> None:
        self.numbers = [line.block.number for line in lines]
        prose = [i for i, line in enumerate(lines) if line.kind == PROSE and line.block.inside]
        self.first, self.last = (prose[0], prose[-1]) if prose else (len(lines), len(lines))
        headings = _titled(lines, titles) or [i for i, line in enumerate(lines) if line.block.hint == "headline"]
        before = [i for i in headings if i <= self.first]
        self.heading = before[-1] if before else headings[0] if headings else None

    def of(self, index: int) -> str:
        """The zone of the line at an index."""
        if (
            self.heading is not None
            and -ABOVE <= index - self.heading <= NEAR
            and index <= max(self.first, self.heading + 2)
        ):
            return "over" if index < self.heading else "beside"
        if index < self.first:
            return "above" if self.heading is None or index < self.heading else "head"
        if index <= self.last:
            return "body"
        return "foot" if index <= self.last + FOOT else "after"


def _titled(lines: Sequence[Line], titles: Sequence[str]) -> list[int]:
    """The lines that show a declared title, if only its opening or the most of it."""
    declared = [set(_WORD.findall(title.lower())) for title in titles]
    shown = []
    for index, line in enumerate(lines):
        if line.kind not in (TITLE, PROSE) or len(line.block.text) > LONGEST_TITLE:
            continue
        words = set(_WORD.findall(line.block.text.lower()))
        if len(words) >= TITLE_WORDS and any(len(words & other) >= ALIKE * len(words) for other in declared):
            shown.append(index)
    return shown


def _in_lines(lines: Sequence[Line], zones: _Zones, order: Order | None) -> Iterator[Clue]:
    opening = {i for i, line in enumerate(lines) if line.kind == PROSE and zones.first <= i <= zones.first + 1}
    for index, line in enumerate(lines):
        text = line.block.text
        stamps = find(text) or figured(text, order)
        for stamp in stamps[:IN_A_LINE]:
            if _OWNED.search(text, 0, stamp.start):
                continue
            zone = zones.of(index)
            if index in opening and stamp.start < OPENING:
                zone = "opening"
            yield Clue(_form(line, stamp, stamps), stamp, zone)


def _form(line: Line, stamp: Stamp, stamps: Sequence[Stamp]) -> str:
    """What a line makes of a date in it: announces it, is little else, or tells it in passing."""
    before = line.block.text[: stamp.start][-80:]
    scrap = line.kind == SCRAP
    if scrap and line.reason in ("comment", "related teaser", "advert", "caption"):
        return str(line.reason)
    if _changed().search(before):
        return "changed scrap" if scrap else "changed"
    if _announced().search(before):
        return "announced scrap" if scrap else "announced prose" if line.kind == PROSE else "announced"
    rest = len(line.block.text) - sum(found.end - found.start for found in stamps)
    if line.kind in (DATE, BYLINE, AGO) or line.block.hint == "date":
        return "date line" if rest < SHORT / 2 else "long date line"
    form = "bare" if rest < LEAST else "short" if len(line.block.text) < SHORT else "long"
    return f"{form} {'scrap' if scrap else 'prose' if line.kind == PROSE else 'line'}"


@cache
def _announced() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases('dates', 'announcing'))})\b[^.|]{{0,40}}$", re.I)


@cache
def _changed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(phrases('dates', 'changing'))})\b[^.|]{{0,24}}$", re.I)
