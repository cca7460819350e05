"""Live pages: dated entries, newest first or oldest first, that are one article, and not an article each.

An entry's time is no date of the page: it becomes a scrap, and the article's notes keep it with the first words of its
entry, so that nothing of what was known when is lost."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from onrecord.articles.kinds import AGO, BYLINE, DATE, PROSE, SCRAP, SUMMARY, TITLE, Line
from onrecord.articles.metadata import Metadata
from onrecord.articles.stamps import find
from onrecord.words import phrases

LEAST, UNNAMED = 3, 5
"""Entries of the shortest live page that names itself one, and of one that does not, whose times then stand alone on
their lines."""
MOST = 500
"""Entries that the notes tell of."""
SHOWN = 60
"""Characters of an entry's first words in the notes."""
TITLES = 4
"""Titles at the top of a page, its masthead among them, one of which is the live page's."""
FAR = 40
"""Lines between two entries: further apart, clock times belong to different things."""

_CLOCK = re.compile(r"(?<![\d:.])([01]?\d|2[0-3])[:.h]([0-5]\d)(?::[0-5]\d)?\s?([ap])?\.?(?:m\b\.?)?", re.I)
_HOUR = re.compile(r"(?<![\d:.])(1[0-2]|[1-9])\s?([ap])\.?m\b\.?", re.I)
_DIGIT = re.compile(r"\d")
_REST = re.compile(r"[^\W\d_]+(?:\.[^\W\d_]\.?)?")
TIME = "entry time"


class Entry(NamedTuple):
    """One entry: the number of the line that times it, its minutes since midnight, and the words of its time."""

    line: int
    minutes: int
    words: str


def entries(lines: Sequence[Line], metadata: Metadata) -> list[Entry]:
    """The entries of a live page in page order; none where the page is no live page."""
    found = [entry for number, line in enumerate(lines) if (entry := _entry(number, line)) is not None]
    named = _is_named(lines, metadata)
    bare = [entry for entry in found if lines[entry.line].kind != DATE]
    chosen = found if named else bare
    if len(chosen) < (LEAST if named else UNNAMED) or not _in_order(chosen) or not _told_between(chosen, lines):
        return []
    return chosen


def as_one(lines: Sequence[Line], found: Sequence[Entry]) -> list[Line]:
    """The lines of a live page: the times of its entries cut off, the entries' headings and what is told in them body,
    so that nothing begins another article."""
    if not found:
        return list(lines)
    times = {entry.line for entry in found}
    first, out = found[0].line, list(lines)
    for number in range(first, len(lines)):
        line = lines[number]
        if number in times:
            out[number] = Line(line.block, SCRAP, TIME)
        elif line.kind in (TITLE, SUMMARY) and ({number - 1, number + 1} & times) and line.block.hint != "link":
            out[number] = Line(line.block._replace(hint="subhead"), PROSE)
        elif line.block.hint == "headline":
            out[number] = Line(line.block._replace(hint="subhead"), line.kind)
        elif line.kind in (DATE, AGO, BYLINE):
            out[number] = Line(line.block, SCRAP, "byline" if line.kind == BYLINE else "date line")
    return out


def live_note(lines: Sequence[Line], found: Sequence[Entry]) -> str | None:
    """The note that tells the entries' times, each with the first words of its entry. `lines` as `as_one` gives
    them."""
    if not found:
        return None
    told = [f"{entry.words}: {_opening(lines, entry, after)}" for entry, after in _bounded(found, len(lines))][:MOST]
    return f"live page, {len(found)} entries: {'; '.join(told)}"


def _entry(number: int, line: Line) -> Entry | None:
    text = line.block.text
    if len(text) > SHOWN or (line.kind == PROSE and line.block.text.endswith(".")):
        return None
    if _DIGIT.search(text) is None:
        return None
    clocks = list(_CLOCK.finditer(text)) or list(_HOUR.finditer(text))
    if len(clocks) != 1:
        return None
    clock = clocks[0]
    rest = text[: clock.start()] + " " + text[clock.end() :]
    for stamp in reversed(find(text)):
        rest = text[: stamp.start] + " " + text[stamp.end :]
    if not all(word.lower() in _beside() for word in _REST.findall(rest)) or any(c.isdigit() for c in rest):
        return None
    return Entry(number, _minutes(clock), text.strip())


def _minutes(clock: re.Match[str]) -> int:
    groups = clock.groups()
    hour, minute, half = int(groups[0]), int(groups[1]) if len(groups) == 3 else 0, (groups[-1] or "").lower()
    return ((hour % 12 + 12 * (half == "p")) if half else hour) * 60 + minute


def _is_named(lines: Sequence[Line], metadata: Metadata) -> bool:
    if any(kind.lower() in phrases("shapes", "live", "types") for kind in metadata.kinds):
        return True
    titles = [line.block.text for line in lines[:FAR] if line.kind == TITLE or line.block.hint == "headline"]
    named = (title for title in (metadata.headline, metadata.title, *titles[:TITLES]) if title)
    return any(_live().search(title.strip().lower()) for title in named)


def _in_order(found: Sequence[Entry]) -> bool:
    """Whether the times run one way; a step over midnight is forgiven for every ten entries."""
    steps = [(b.minutes >= a.minutes) - (b.minutes <= a.minutes) for a, b in pairwise(found)]
    wrong = min(sum(step < 0 for step in steps), sum(step > 0 for step in steps))
    return wrong <= len(found) // 10


def _told_between(found: Sequence[Entry], lines: Sequence[Line]) -> bool:
    """Whether something is told in every entry but one, and none is far from the next."""
    gaps = [(a.line, b.line) for a, b in pairwise(found)]
    told = sum(any(line.kind == PROSE for line in lines[a + 1 : b]) for a, b in gaps)
    return told >= len(gaps) - 1 and all(b - a <= FAR for a, b in gaps)


def _bounded(found: Sequence[Entry], end: int) -> list[tuple[Entry, int]]:
    return list(zip(found, [*(entry.line for entry in found[1:]), end], strict=True))


def _opening(lines: Sequence[Line], entry: Entry, end: int) -> str:
    text = next((line.block.text for line in lines[entry.line + 1 : end] if line.kind == PROSE), "")
    return text if len(text) <= SHOWN else text[: text.rfind(" ", 0, SHOWN) if " " in text[:SHOWN] else SHOWN] + "…"


@cache
def _beside() -> frozenset[str]:
    return frozenset(phrases("shapes", "live", "beside"))


@cache
def _live() -> re.Pattern[str]:
    """The words that name a live page; "live" alone only where it stands apart from the rest of a headline."""
    words = "|".join(re.escape(word) for word in phrases("shapes", "live", "words"))
    return re.compile(rf"\b(?:{words})\b|^live ?[:|–—-]|(?:[,:|–—-] ?|\bfollow )live(?= ?(?:$|[:|–—-]))")
