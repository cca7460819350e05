"""Stretches in quotation marks, found by the marks alone: for articles whose reading shows none.

Double marks (curly, straight, guillemets) and single ones; what is quoted inside a quotation belongs to the outer
one. An unclosed mark reaches to the end of its sentence, never past its line.
"""

from __future__ import annotations

import re

from onrecord.nouns import Extent

_MARK = re.compile(r"[“”\"„«»‘’']")
_STOP = re.compile(r"[.!?](?=\s|$)")
_CLOSERS = {"“": '”"', "„": '“”"', '"': '"”', "«": "»", "‘": "’'", "'": "'’"}
_SINGLE = "‘'"
REACH = 3_000
"""Characters of one line within which a closing mark is looked for: longer than any quotation kept in one paragraph."""

MARKS = 60
"""And so many marks further: apostrophes and inner quotations of one quotation are fewer."""


def quoted(text: str) -> list[Extent]:
    """The outermost quoted stretches of `text`, marks left out, in order."""
    out: list[Extent] = []
    start = 0
    for line in text.split("\n"):
        out += [(start + a, start + b) for a, b in _quoted_in_line(line)]
        start += len(line) + 1
    return out


def _quoted_in_line(line: str) -> list[Extent]:
    marks = [found.start() for found in _MARK.finditer(line)]
    out: list[Extent] = []
    at = 0
    while at < len(marks):
        place = marks[at]
        at += 1
        if not _opens(line, place):
            continue
        close = _closing(line, marks, at)
        if close is not None:
            out.append((place + 1, marks[close]))
            at = close + 1
        elif line[place] not in _SINGLE:
            again = next((mark for mark in marks[at : at + MARKS] if line[mark] == line[place]), len(line))
            out.append((place + 1, min(again, _sentence_end(line, place + 1))))
            at += sum(mark < out[-1][1] for mark in marks[at : at + MARKS])
    return [(a, b) for a, b in out if b > a]


def _opens(line: str, at: int) -> bool:
    if line[at] not in _CLOSERS or line[at + 1 : at + 2].strip() == "":
        return False
    return line[at] in "“„«" or at == 0 or not (line[at - 1].isalnum() or line[at - 1] in ".,!?")


def _closing(line: str, marks: list[int], after: int) -> int | None:
    """The index in `marks` of the mark that closes the one just before `after`."""
    opened = marks[after - 1]
    closers = _CLOSERS[line[opened]]
    for index in range(after, min(len(marks), after + MARKS)):
        place = marks[index]
        if place - opened > REACH:
            return None
        if line[place] in closers and _closes(line, place, line[opened]):
            return index
        if line[opened] in "“‘" and line[place] == line[opened]:
            return None
    return None


def _closes(line: str, at: int, opener: str) -> bool:
    if line[at + 1 : at + 2].isalnum():
        return False
    if opener not in _SINGLE or line[at - 1] != "s":
        return not line[at - 1].isspace()
    return not (
        line[at + 1 : at + 2] == " " and line[at + 2 : at + 3].islower()
    )  # "the brothers' house" closes nothing


def _sentence_end(line: str, start: int) -> int:
    found = _STOP.search(line, start, start + REACH)
    return found.end() if found else min(len(line), start + REACH)
