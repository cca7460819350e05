"""Newsletters: one message of several stories, each under a heading that leads to it, and what all letters end with.

An essay that is sent as a letter has headings too: a heading is a story's only where it is a link, where its section
ends by saying where to read on, or where no two sections name the same people."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from onrecord.articles.kinds import BYLINE, DATE, PROSE, SCRAP, SUMMARY, TITLE, Line
from onrecord.articles.metadata import Metadata
from onrecord.articles.stamps import declared, find
from onrecord.nouns import When
from onrecord.words import phrases

LEAST, SIGNS = 2, 2
"""Stories of the shortest letter of several, and different signs of a letter that a page of HTML must show."""
HEADING, BRIEFEST = 25, 2
"""Words of the longest and of the shortest heading of a story."""
ABOVE = 4
"""Lines between a heading and what is told below it: a byline, a day, a caption."""
LOOKED_AT = 200
"""Characters of a line, from either end, in which the words of a letter's furniture are looked for."""

GREETING, TOLD, FULL = 40, 15, 2
"""Words above the first heading of a letter of several stories that have no links, of the shortest of these, and words
of names in each. Set on invented letters."""

_RUN = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+|(?<=[a-z,;] )[A-Z][\w’'-]+")
_OPENING = {PROSE: "page text", DATE: "date line", BYLINE: "byline"}
_ITEM = re.compile(r"\s?[|•·]\s?")


class Section(NamedTuple):
    """A heading and the lines up to the next: the numbers of the heading, of its first line and behind its last."""

    head: int
    end: int


def is_letter(lines: Sequence[Line]) -> bool:
    """Whether a page is a letter: it says how to unsubscribe, and one thing more that only letters say ("View in
    browser")."""
    signs = {number for line in lines for number, sign in enumerate(_signs()) if _holds(sign, line.block.text)}
    return 0 in signs and len(signs) >= SIGNS


def closed(lines: Sequence[Line]) -> list[Line]:
    """The lines of a letter, what stands below its last word ("You are receiving this ...", an address) cut off."""
    told = [number for number, line in enumerate(lines) if line.kind == PROSE and not _is_closing(line)]
    ends = [number for number, line in enumerate(lines) if _is_closing(line) and number > len(lines) // 2]
    first = min(ends, default=len(lines))
    if told and told[len(told) // 2] > first:
        return list(lines)
    return [
        Line(line.block, SCRAP, line.reason or "plug") if number >= first or _is_closing(line) else line
        for number, line in enumerate(lines)
    ]


def as_stories(lines: Sequence[Line]) -> list[Line] | None:
    """The lines of a letter of several stories, their headings made headlines, what stands above the first cut off: it
    is the letter's own. None where it tells one story only."""
    sections = _sections(lines)
    heads = [section.head for section in sections if _leads_on(lines, section)]
    if len(heads) < LEAST:
        titled = [section for section in sections if lines[section.head].kind != SCRAP and not _is_top(lines, section)]
        heads = [section.head for section in titled] if _are_apart(lines, titled) else []
    if len(heads) < LEAST:
        return None
    out = [Line(line.block, SCRAP, line.reason or _OPENING.get(line.kind, "navigation")) for line in lines[: heads[0]]]
    for number, line in enumerate(lines[heads[0] :], start=heads[0]):
        if number in heads:
            out.append(Line(line.block._replace(hint="headline", reason=None, inside=True, sure=True), TITLE))
        else:
            out += _parted(line)
    return out


def sent(lines: Sequence[Line], metadata: Metadata) -> When | None:
    """When a letter was sent: as its header says, else on the first day that a line of it names above its prose."""
    header = declared(metadata.published) if metadata.published else None
    if header is not None:
        return header.when("the day the letter was sent")
    for line in lines:
        if line.kind == DATE:
            return next((stamp.when("the letter's date line") for stamp in find(line.block.text)), None)
    return None


def _sections(lines: Sequence[Line]) -> list[Section]:
    heads = [number for number, line in enumerate(lines) if _may_head(line)]
    return [
        Section(head, end)
        for head, end in zip(heads, [*heads[1:], len(lines)], strict=False)
        if any(line.kind == PROSE for line in lines[head + 1 : min(end, head + 1 + ABOVE)])
    ]


def _may_head(line: Line) -> bool:
    block, words = line.block, line.block.text.count(" ") + 1
    if not BRIEFEST <= words <= HEADING or _reads_on(block.text) or _is_closing(line):
        return False
    return line.kind in (TITLE, SUMMARY) or (
        line.kind == SCRAP and (block.linked or block.hint == "link") and line.reason != "share line"
    )


def _leads_on(lines: Sequence[Line], section: Section) -> bool:
    """Whether a section is a story of its own: its heading is a link, or it ends by saying where to read on."""
    head, end = section
    if lines[head].block.linked:
        return True
    told = max(number for number in range(head, end) if lines[number].kind == PROSE)
    return any(_reads_on(line.block.text) for line in lines[told:end]) or _tail(lines[told].block.text) is not None


def _is_top(lines: Sequence[Line], section: Section) -> bool:
    """Whether a section is the letter's own title and greeting."""
    return lines[section.head].block.hint == "headline" and _words(lines[: section.end]) <= GREETING


def _are_apart(lines: Sequence[Line], sections: Sequence[Section]) -> bool:
    """Whether sections without links are stories of their own all the same: little stands above the first, each is long
    enough to tell one and names people or bodies, and no two name the same. An essay goes on with its people."""
    if len(sections) < LEAST or _words(lines[: sections[0].head]) > GREETING:
        return False
    own = [lines[section.head + 1 : section.end] for section in sections]
    named = [{name for line in told if line.kind == PROSE for name in _names(line.block.text)} for told in own]
    seen: set[str] = set()
    for told, names in zip(own, named, strict=True):
        if _words(told) < TOLD or len(names) < FULL or names & seen:
            return False
        seen |= names
    return True


def _words(lines: Sequence[Line]) -> int:
    return sum(line.block.text.count(" ") + 1 for line in lines if line.kind == PROSE)


def _names(text: str) -> set[str]:
    """The words of the names in a text, as far as capitals tell: of two and more in a row, or behind another word;
    days, months and letters apart."""
    runs = (match[0].split() for match in _RUN.finditer(text))
    return {word for run in runs for word in run if word not in _no_names()}


@cache
def _no_names() -> frozenset[str]:
    return frozenset((*phrases("name_types", "neither"), *phrases("shapes", "letter", "unnamed")))


def _parted(line: Line) -> list[Line]:
    """A line of a story, the words that say where to read on cut off its end."""
    at = _tail(line.block.text) if line.kind == PROSE else None
    if at is None:
        return [Line(line.block, SCRAP, "related teaser") if _reads_on(line.block.text) else line]
    rest = line.block.part(at, len(line.block.text))
    return [Line(line.block.part(0, at), PROSE), Line(rest, SCRAP, "related teaser")]


def _reads_on(text: str) -> bool:
    return len(text) <= LOOKED_AT and _joined("more").fullmatch(_plain(text)) is not None


def _tail(text: str) -> int | None:
    """Where, behind the last sentence of a line, the words begin that say where to read on."""
    at = max(text.rfind(mark, max(0, len(text) - LOOKED_AT)) for mark in (". ", "? ", "! ", "” ", '" '))
    if at < 0 or not _reads_on(text[at + 2 :]):
        return None
    return at + 2


def _is_closing(line: Line) -> bool:
    text = line.block.text
    return any(_joined("closing").match(_plain(item)) for item in _ITEM.split(text[:LOOKED_AT])[:2])


def _plain(text: str) -> str:
    return text.lower().replace("’", "'").strip(" >»›→.…[]()")


def _holds(sign: re.Pattern[str], text: str) -> bool:
    return any(sign.match(_plain(item)) for item in _ITEM.split(text[:LOOKED_AT]))


@cache
def _signs() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(sign) for sign in phrases("shapes", "letter", "signs"))


@cache
def _joined(key: str) -> re.Pattern[str]:
    return re.compile("|".join(phrases("shapes", "letter", key)))
