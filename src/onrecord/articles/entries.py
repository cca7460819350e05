"""Live pages: dated entries, newest first or oldest first, that are one article, and not an article each.

An entry's time is no date of the page: it becomes a scrap, the article keeps it with its entry (`timings`), and its
notes tell it with the entry's first words. The list of a page's own entries that stands above them is cut off: each of
its items is an entry's heading once more."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from onrecord.articles.kinds import AGO, BYLINE, DATE, PROSE, SCRAP, SUMMARY, TITLE, Line, label
from onrecord.articles.metadata import Metadata
from onrecord.articles.stamps import declared, find, seconds_ago
from onrecord.words import phrases

LEAST, UNNAMED = 3, 5
"""Entries of the shortest live page that names itself one, and of one that does not, whose times then stand alone on
their lines."""
MOST = 500
"""Entries that the notes tell of."""
SHOWN = 60
"""Characters of an entry's first words in the notes."""
LISTED_WORDS = 25
"""Words of an item in the list of entries: it is a heading with a time before it."""
DAY = 24 * 60
"""Minutes of a day."""
ZONE = 12
"""Characters behind a clock in which its zone stands."""
TITLES = 4
"""Titles at the top of a page, its masthead among them, one of which is the live page's."""
FAR = 40
"""Lines between two entries: further apart, clock times belong to different things."""

_CLOCK = re.compile(r"(?<![\d:.])([01]?\d|2[0-3])[:.h]([0-5]\d)(?::[0-5]\d)?(?:\s?([ap])\.?m\b\.?)?", re.I)
_HOUR = re.compile(r"(?<![\d:.])(1[0-2]|[1-9])\s?([ap])\.?m\b\.?", re.I)
_ZONE = re.compile(r"\s(?:GMT|UTC|BST|CES?T|E[SD]?T|P[SD]?T|C[SD]T|IST|Uhr)\b|(?:\s?[–—-]|:)(?=\s)")
"""What may stand behind the time of an entry on the entry's own line."""
_DIGIT = re.compile(r"\d")
_BESIDE = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]\.?)?")
_NAMED = re.compile(r"\s*[|•·,–—-]?\s*(?:(?:by|von|par|por)\s)?[A-Z][\w.’'-]*(?:\s(?:and\s)?[A-Z][\w.’'-]*){0,5}\s*")
"""What may stand beside a clock in a page that names itself a live one: who wrote the entry."""
TIME, LISTED = "entry time", "list of entries"
LAID_OUT = "page text"
"""The reason by which the layout casts out prose."""
LONE = 4
"""Words of the shortest entry that stands on the line of its time."""
HEADINGS = 3
"""Lines below an entry's time in which its heading stands, its author perhaps between."""


class Timed(NamedTuple):
    """One entry: the number of the line that times it, its minutes since midnight, the words of its time, what stands
    behind the clock there (a zone), the date and clock that its markup gives it."""

    line: int
    minutes: int
    words: str
    behind: str = ""
    moment: str | None = None


def entries(lines: Sequence[Line], metadata: Metadata, marked: Mapping[int, str] = {}) -> list[Timed]:
    """The entries of a live page in page order; none where the page is no live page. `marked` are the moments that the
    markup gives to blocks, by the block's number."""
    named = is_named(lines, metadata)
    found = [entry for number, line in enumerate(lines) if (entry := _entry(number, line, marked, named)) is not None]
    chosen = found if named else [entry for entry in found if lines[entry.line].kind not in (DATE, AGO)]
    chosen = _without_dateline(_once(chosen, lines), lines)
    return chosen if _are_entries(chosen, lines, named) else []


def parted_times(lines: Sequence[Line], metadata: Metadata, marked: Mapping[int, str] = {}) -> list[Line]:
    """The lines of a page that names itself a live one, where entries stand on the lines of their times ("14:32 The
    judges come back.") cut behind these; other pages' lines as they are."""
    if not is_named(lines, metadata) or entries(lines, metadata, marked):
        return list(lines)
    lone = {number: entry for number, line in enumerate(lines) if (entry := _lone(number, line)) is not None}
    if len(lone) < LEAST or not _in_order(list(lone.values())):
        return list(lines)
    out: list[Line] = []
    for number, line in enumerate(lines):
        block, end = line.block, len(lone[number].words) if number in lone else 0
        out += [Line(block.part(0, end), SCRAP, TIME)] if end else []
        out.append(Line(block.part(end, len(block.text), hint="paragraph"), PROSE) if end else line)
    return out


def _are_entries(found: Sequence[Timed], lines: Sequence[Line], named: bool) -> bool:
    return len(found) >= (LEAST if named else UNNAMED) and _in_order(found) and _told_between(found, lines)


def _once(found: Sequence[Timed], lines: Sequence[Line]) -> list[Timed]:
    """The entries without the times of a list of them, at which nothing is told and which come again below."""
    last = {entry.minutes: entry.line for entry in found}
    return [
        entry
        for entry, end in _bounded(found, len(lines))
        if last[entry.minutes] == entry.line or _tells(lines, entry.line, end)
    ]


def _without_dateline(found: Sequence[Timed], lines: Sequence[Line]) -> list[Timed]:
    """The entries without the page's own date line above them: alone in naming its day, or with nothing told below."""
    if len(found) < 2 or lines[found[0].line].kind != DATE:
        return list(found)
    alone = not find(lines[found[1].line].block.text)
    return list(found[1:] if alone or not _tells(lines, found[0].line, found[1].line) else found)


def _tells(lines: Sequence[Line], begin: int, end: int) -> bool:
    return any(line.kind == PROSE for line in lines[begin + 1 : end])


def as_one(lines: Sequence[Line], found: Sequence[Timed]) -> list[Line]:
    """The lines of a live page: the times of its entries and the list of them cut off, the entries' headings and what
    is told in them body, so that nothing begins another article."""
    if not found:
        return list(lines)
    out, times = list(lines), {entry.line for entry in found}
    heads = _headings(lines, found)
    titles = {lines[number].block.text for number in heads}
    clocks = {entry.minutes for entry in found}
    for number, line in enumerate(lines):
        if number in times:
            out[number] = Line(line.block, SCRAP, TIME)
        elif number in heads:
            out[number] = Line(line.block._replace(hint="subhead", reason=None, inside=True), PROSE)
        elif line.kind != SCRAP and _is_listed(line, titles, clocks):
            out[number] = Line(line.block, SCRAP, LISTED)
        elif line.kind != SCRAP and line.block.text.lower().strip(" :") in phrases("shapes", "live", "labels"):
            out[number] = Line(line.block, SCRAP, "navigation")
        elif number > found[0].line:
            out[number] = _within(line, number < found[-1].line)
    return _to_its_end(out, found[-1].line)


def _to_its_end(lines: list[Line], last: int) -> list[Line]:
    """The lines, what stands right below the last entry's time or heading body, as the layout sees it elsewhere."""
    for number in range(last + 1, len(lines)):
        told = _told(lines[number])
        if told.kind != PROSE:
            break
        lines[number] = told
    return lines


def _told(line: Line) -> Line:
    """A line that only the layout of the page casts out of an entry (entries are short, and each its own box)."""
    cast_out = line.block.reason == LAID_OUT or (line.block.reason is None and not line.block.inside)
    if not cast_out or line.kind not in (SCRAP, TITLE, PROSE) or line.block.hint in ("link", "caption"):
        return line
    return label([line.block._replace(reason=None, inside=True, hint=line.block.hint or "paragraph")])[0]


def _within(line: Line, between: bool) -> Line:
    """A line below the first entry's time, `between` two of them: no head of an article."""
    told = _told(line) if between else line
    if told.kind == PROSE:
        return told
    if line.block.hint == "headline":
        return Line(line.block._replace(hint="subhead"), line.kind)
    if line.kind in (DATE, AGO, BYLINE):
        return Line(line.block, SCRAP, "byline" if line.kind == BYLINE else "date line")
    return line


def _headings(lines: Sequence[Line], found: Sequence[Timed]) -> set[int]:
    """The lines that head entries: below a time before anything is told, or, where fewer stand there, above it."""
    times = {entry.line for entry in found}
    below = {number for entry in found if (number := _head_below(lines, entry, times)) is not None}
    above = {entry.line - 1 for entry in found[1:] if _may_head(lines[entry.line - 1])}
    if len(above) <= len(below):
        return below
    first = found[0].line - 1
    return above | ({first} if first >= 0 and _may_head(lines[first]) else set())


def _head_below(lines: Sequence[Line], entry: Timed, times: set[int]) -> int | None:
    for number in range(entry.line + 1, min(len(lines), entry.line + 1 + HEADINGS)):
        line = lines[number]
        if line.kind == PROSE or number in times:
            return None
        if _may_head(line) or (line.kind == SCRAP and line.block.hint == "subhead"):
            return number
    return None


def _may_head(line: Line) -> bool:
    return line.kind in (TITLE, SUMMARY) and line.block.hint not in ("link", "headline")


def _is_listed(line: Line, titles: set[str], clocks: set[int]) -> bool:
    """Whether a line tells again the time of an entry, or its heading."""
    text = line.block.text
    if text in titles:
        return True
    clock = _CLOCK.search(text[:SHOWN]) if line.kind != DATE and text.count(" ") < LISTED_WORDS else None
    return clock is not None and not text[: clock.start()].strip() and _minutes(clock) in clocks


def live_note(lines: Sequence[Line], found: Sequence[Timed]) -> str | None:
    """The note that tells the entries' times, each with the first words of its entry. `lines` as `as_one` gives
    them."""
    if not found:
        return None
    told = [f"{entry.words}: {_opening(lines, entry, after)}" for entry, after in _bounded(found, len(lines))][:MOST]
    return f"live page, {len(found)} entries: {'; '.join(told)}"


def _entry(number: int, line: Line, marked: Mapping[int, str], named: bool) -> Timed | None:
    """The entry that a line times and says nothing else; where the page names itself a live one, who wrote it may stand
    beside, and a moment that the markup gives may stand for the clock ("4m ago")."""
    text = line.block.text
    if len(text) > SHOWN:
        return None
    moment = marked.get(line.block.number)
    if named and moment and _is_age(text):
        stamp = declared(moment)
        return Timed(number, _minute(stamp.clock), text, moment=moment) if stamp and stamp.clock else None
    if _DIGIT.search(text) is None:
        return None
    clocks = list(_CLOCK.finditer(text)) or list(_HOUR.finditer(text))
    if len(clocks) != 1:
        return None
    clock = clocks[0]
    rest = text[: clock.start()] + " " + text[clock.end() :]
    for stamp in reversed(find(text)):
        rest = text[: stamp.start] + " " + text[stamp.end :]
    rest = _BESIDE.sub(lambda word: " " if word[0].lower() in _beside() else word[0], rest)
    if rest.strip(" |•·,.–—-()[]:") and not (named and _NAMED.fullmatch(rest) and not text.endswith(".")):
        return None
    return Timed(number, _minutes(clock), text.strip(), text[clock.end() :][:ZONE], moment)


def _is_age(text: str) -> bool:
    """Whether a line says how old an entry is, and perhaps who wrote it."""
    age, ago, rest = text.partition(" ago")
    return seconds_ago(age + ago) is not None and (not rest.strip() or _NAMED.fullmatch(rest) is not None)


def _lone(number: int, line: Line) -> Timed | None:
    """An entry told on one line ("14:32 The judges come back."), its time first."""
    text = line.block.text
    clock = _CLOCK.match(text) if line.kind in (PROSE, TITLE) else None
    if clock is None or text[clock.end() :].count(" ") < LONE or line.block.reason is not None:
        return None
    zone = _ZONE.match(text, clock.end())
    return Timed(number, _minutes(clock), text[: zone.end() if zone else clock.end()])


def _minute(clock: tuple[int, int]) -> int:
    return clock[0] * 60 + clock[1]


def _minutes(clock: re.Match[str]) -> int:
    groups = clock.groups()
    hour, minute, half = int(groups[0]), int(groups[1]) if len(groups) == 3 else 0, (groups[-1] or "").lower()
    return ((hour % 12 + 12 * (half == "p")) if half else hour) * 60 + minute


def is_named(lines: Sequence[Line], metadata: Metadata) -> bool:
    """Whether a page names itself a live one."""
    if any(kind.lower() in phrases("shapes", "live", "types") for kind in metadata.kinds):
        return True
    titles = [line.block.text for line in lines[:FAR] if line.kind == TITLE or line.block.hint == "headline"]
    named = (title for title in (metadata.headline, metadata.title, *titles[:TITLES]) if title)
    return any(_live().search(title.strip().lower()) for title in named)


def _in_order(found: Sequence[Timed]) -> bool:
    """Whether the times run one way, over midnight too; one step in ten is forgiven."""
    steps = [step_of(a, b) for a, b in pairwise(found)]
    wrong = min(sum(step < 0 for step in steps), sum(step > 0 for step in steps))
    return wrong <= len(found) // 10


def step_of(before: Timed, after: Timed) -> int:
    """1 where an entry is later than the one before it, -1 where it is earlier, 0 at the same minute: of the two ways
    around the clock the shorter is meant, where the markup does not tell their days."""
    marked = [declared(entry.moment) for entry in (before, after) if entry.moment]
    if len(marked) == 2 and all(stamp is not None and stamp.clock is not None for stamp in marked):
        first, then = (stamp.iso() for stamp in marked if stamp is not None)
        return (then > first) - (then < first)
    ahead = (after.minutes - before.minutes) % DAY
    return 0 if not ahead else 1 if ahead <= DAY // 2 else -1


def _told_between(found: Sequence[Timed], lines: Sequence[Line]) -> bool:
    """Whether something is told in every entry but one, and none is far from the next."""
    gaps = [(a.line, b.line) for a, b in pairwise(found)]
    told = sum(_tells(lines, a, b) for a, b in gaps)
    return told >= len(gaps) - 1 and all(b - a <= FAR for a, b in gaps)


def _bounded(found: Sequence[Timed], end: int) -> list[tuple[Timed, int]]:
    return list(zip(found, [*(entry.line for entry in found[1:]), end], strict=False))


def _opening(lines: Sequence[Line], entry: Timed, end: int) -> str:
    text = next((line.block.text for line in lines[entry.line + 1 : end] if line.kind == PROSE), "")
    return text if len(text) <= SHOWN else text[: text.rfind(" ", 0, SHOWN) if " " in text[:SHOWN] else SHOWN] + "…"


@cache
def _beside() -> frozenset[str]:
    return frozenset(phrases("shapes", "live", "beside"))


@cache
def _live() -> re.Pattern[str]:
    """The words that name a live page; "live" alone only where it stands apart from the rest of a headline, or
    before its colon."""
    words = "|".join(re.escape(word) for word in phrases("shapes", "live", "words"))
    return re.compile(rf"\b(?:{words})\b|^live ?[:|–—-]|\blive:|(?:[,:|–—-] ?|\bfollow )live(?= ?(?:$|[:|–—-]))")
