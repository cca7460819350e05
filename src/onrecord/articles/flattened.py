"""A whole page of flattened text, chrome and all -> the articles on it. Which pieces are body is read from the sequence
of all pieces; what then is head, and why the rest was cut off, from what each piece is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from onrecord.articles.cohesion import goes_on, is_list
from onrecord.articles.kinds import PROSE, SCRAP, Line, label
from onrecord.articles.seams import DATELINE, pieces
from onrecord.articles.sequences import Stretch, stretches
from onrecord.articles.splitting import (
    MIN_WORDS,
    Draft,
    has_foot,
    head_start,
    parted_credit,
    reason_of,
    tail_scraps,
    words_in,
)
from onrecord.articles.units import units

CROWD = 40
"""Pieces without running text from which a page is read as a sequence. Pages cleaned before, and short ones, have up to
28 in development and are read better line by line; whole pages of real sites have 60 and more."""
LOST, ONE_ARTICLE = 1200, 6000
"""Characters of a line that holds more than a paragraph, and of the longest that one dateline opens; where such lines
hold most of a page, its line breaks were lost."""

MOST = 30_000
"""Pieces of the largest page that is read as a sequence: the longest real page has 2,000."""

Drafts = tuple[list[Draft], list[tuple[Line, str]]]
"""The drafts of a page in order, and the lines that belong to no article."""


def flattened_drafts(text: str, lines: Sequence[Line]) -> Drafts | None:
    """The drafts of a page that is crowded or has lost its line breaks; None for another page, and where the sequence
    shows no article."""
    lost = _is_lost(lines)
    if not lost and sum(line.kind != PROSE for line in lines) < CROWD:
        return None
    lines = finer(lines)
    drafts, loose = _drafts(text, lines) if len(lines) <= MOST else ([], [])
    return (drafts, loose) if drafts else None


def finer(lines: Sequence[Line]) -> list[Line]:
    """The pieces, those that may hold more than a paragraph cut further."""
    found: list[Line] = []
    for line in lines:
        cut = list(units([line.block])) if line.reason is None else []
        found += label(pieces(cut)) if len(cut) > 1 else [line]
    return found


def _is_lost(lines: Sequence[Line]) -> bool:
    """Whether most of a page stands in lines that hold more than a paragraph. A line that a dateline opens, what stood
    before it cut off, is one article."""
    sizes = [len(line.block.text) for line in lines]
    lost = [
        size
        for line, size in zip(lines, sizes, strict=True)
        if size >= LOST and (size > ONE_ARTICLE or DATELINE.match(line.block.text) is None)
    ]
    return 2 * sum(lost) > sum(sizes)


def _drafts(text: str, lines: Sequence[Line]) -> Drafts:
    drafts: list[Draft] = []
    after = 0
    for own in _bodies(text, lines):
        run = lines[after : own[0]]
        head = head_start(run) if drafts and run else 0
        if drafts:
            _close(drafts[-1], run[:head])
        inner = [lines[at] for at in sorted({*range(own[0], own[-1])} - {*own})]
        scraps = [(line, line.reason or reason_of(line)) for line in inner]
        drafts.append(Draft(list(run[head:]), list(_joined(text, lines, own)), scraps))
        after = own[-1] + 1
    if not drafts:
        return [], [(line, line.reason or "page text") for line in lines]
    _close(drafts[-1], lines[after:])
    return drafts, []


def _close(draft: Draft, tail: Sequence[Line]) -> None:
    """Gives a draft what stands below its body: the agency's name, and what was cut off."""
    own, others = parted_credit(tail)
    draft.body.extend(own)
    draft.scraps.extend(tail_scraps(others))


def _bodies(text: str, lines: Sequence[Line]) -> list[list[int]]:
    """The places of each body's pieces. Stretches that are parts of one body are one, lists are none."""
    found: list[list[int]] = []
    for stretch in _halved(lines, stretches(text, lines)):
        own = _own(lines, stretch)
        if sum(words_in(lines[at].block.text) for at in own) < MIN_WORDS:
            continue
        if found and goes_on(lines, found[-1], own):
            found[-1] += own
        else:
            found.append(own)
    return [own for own in found if not is_list(lines, own)]


def _halved(lines: Sequence[Line], found: Iterable[Stretch]) -> Iterator[Stretch]:
    """The stretches, cut where a foot and a new head stand inside one."""
    for stretch in found:
        first = 0
        for inside, group in groupby(range(len(stretch.own)), key=lambda at: not stretch.own[at]):
            gap = list(group)
            if inside and has_foot([lines[stretch.first + at] for at in gap]):
                yield Stretch(stretch.first + first, stretch.first + gap[0] - 1, stretch.own[first : gap[0]])
                first = gap[-1] + 1
        yield Stretch(stretch.first + first, stretch.last, stretch.own[first:])


def _own(lines: Sequence[Line], stretch: Stretch) -> list[int]:
    """The places of the body's pieces, from its first running text on; furniture on a line of its own is none."""
    own = [stretch.first + at for at, own in enumerate(stretch.own) if own]
    own = [at for at in own if lines[at].kind != SCRAP or not _is_line(lines, at)]
    first = next((place for place, at in enumerate(own) if lines[at].kind == PROSE), len(own))
    return own[first:]


def _is_line(lines: Sequence[Line], at: int) -> bool:
    """Whether a piece is a whole line of the page."""
    beside = [other for other in (at - 1, at + 1) if 0 <= other < len(lines)]
    return all(lines[other].block.number != lines[at].block.number for other in beside)


def _joined(text: str, lines: Sequence[Line], own: Iterable[int]) -> Iterator[Line]:
    """The body's pieces; neighbours from one line of the page are one again, as it stands there."""
    pending, last = None, -2
    for at in own:
        line = lines[at]
        if pending is not None and at == last + 1 and line.block.number == pending.block.number:
            start, end = pending.block.start, line.block.end
            pending = Line(pending.block._replace(text=text[start:end], end=end), PROSE)
        else:
            if pending is not None:
                yield pending
            pending = line
        last = at
    if pending is not None:
        yield pending
