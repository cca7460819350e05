"""Numbers that tell what a page's pieces look like: their length, marks, capitals and kinds, what stands around them
and how far away the next footer, date or paragraph is. Whole numbers only, so that every processor sees the same.

The order of the columns is that of the forest that was learnt on them (training/flattened.py)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from onrecord.articles.furniture import REASONS
from onrecord.articles.glyphs import AFTER, ENDED, IN_LOWER, PAUSED, SIZE, WORDS, Ints, Words, classes_of, words_of
from onrecord.articles.kinds import AGO, BYLINE, DATE, LABEL, PROSE, SCRAP, SUMMARY, TITLE, Line

WINDOWS = (20, 60, 200, 600)
"""Words before and after a piece that are looked at together."""
FAR = 3000
"""Words beyond which nothing is told apart."""
PARAGRAPH, MOSTLY = 20, 500
"""Words, and thousandths of them in lower case, from which a piece reads as running text."""
BESIDE = 3
"""Pieces before and after that are looked at one by one."""
MARKS = ("footer", "comment", "related teaser", "caption", "share line", "tags", "plug", "navigation")
"""Reasons whose nearest piece before and after is measured."""


def traits(text: str, lines: Sequence[Line]) -> Ints:
    """One row of numbers for each piece of a page; `text` is the page, the pieces are places in it."""
    words = words_of(text)
    first = np.searchsorted(words.starts, [line.block.start or 0 for line in lines])
    last = np.searchsorted(words.starts, [line.block.end or 0 for line in lines])
    own = words.totals[:, last] - words.totals[:, first]
    shares = own * 1000 // np.maximum(1, own[WORDS])
    kind = _flags([line.kind for line in lines], (PROSE, TITLE, SUMMARY, DATE, AGO, BYLINE, LABEL, SCRAP))
    reason = _flags([line.reason for line in lines], (*REASONS, "caption"))
    running = ((own[WORDS] >= PARAGRAPH) & (shares[IN_LOWER] >= MOSTLY)).astype(np.int64)
    dated = kind[DATE] | kind[AGO]
    columns = [own[WORDS], own[SIZE], own[SIZE] * 10 // np.maximum(1, own[WORDS]), *shares[IN_LOWER:]]
    columns += [own[ENDED], own[PAUSED], *_ends(lines), *_lines(lines, own[WORDS]), *kind.values(), *reason.values()]
    columns += _near(
        [own[WORDS], shares[IN_LOWER], own[ENDED], kind[PROSE], kind[TITLE], dated | kind[BYLINE], kind[SCRAP]]
    )
    sums = [own[WORDS] * kind[PROSE], own[WORDS] * running, kind[SCRAP], np.ones_like(running)]
    columns += _around(words, first, last, np.array(sums))
    flags = [running, dated, kind[BYLINE], kind[TITLE], kind[PROSE], *(reason[mark] for mark in MARKS)]
    columns += [*_far(np.array(flags, bool), first, last)]
    columns += [np.minimum(first, FAR), np.minimum(len(words.starts) - last, FAR)]
    return np.array(columns, np.int64).T


def _flags(values: Sequence[str | None], names: Sequence[str]) -> dict[str, Ints]:
    """For each name where it is the value."""
    codes = {name: code for code, name in enumerate(names)}
    found = np.array([codes.get(value or "", -1) for value in values], np.int64)
    return {name: (found == code).astype(np.int64) for name, code in codes.items()}


def _ends(lines: Sequence[Line]) -> list[Ints]:
    """The classes of each piece's first and last character."""
    return [classes_of([line.block.text[at] for line in lines]) for at in (0, -1)]


def _lines(lines: Sequence[Line], words: Ints) -> list[Ints]:
    """The line each piece stands on: its words, its pieces, whether the piece begins and ends it, a gap before it; and
    how often the piece's text stands on the page."""
    numbers = np.array([line.block.number for line in lines])
    begins = np.concatenate([[True], numbers[1:] != numbers[:-1]])
    which = np.cumsum(begins) - 1
    often = Counter(line.block.text for line in lines)
    return [
        np.bincount(which, words).astype(np.int64)[which], np.bincount(which)[which], begins.astype(np.int64),
        np.concatenate([begins[1:], [True]]).astype(np.int64), np.array([line.block.gap for line in lines], np.int64),
        np.array([often[line.block.text] for line in lines], np.int64),
    ]  # fmt: skip


def _near(columns: Sequence[Ints]) -> list[Ints]:
    """Some numbers of the pieces before and after; -1 beyond the page."""
    near = []
    beyond = np.full(BESIDE, -1)
    for column in columns:
        padded = np.concatenate([beyond, column, beyond])
        steps = [step for step in range(-BESIDE, BESIDE + 1) if step]
        near += [padded[BESIDE + step : BESIDE + step + len(column)] for step in steps]
    return near


def _around(words: Words, first: Ints, last: Ints, pieces: Ints) -> list[Ints]:
    """Thousandths of the words in windows before and after: the words' own numbers, and the pieces' sums."""
    total = len(words.starts)
    sums = np.concatenate([np.zeros((len(pieces), 1), np.int64), np.cumsum(pieces, axis=1)], axis=1)
    columns: list[Ints] = []
    for size in WINDOWS:
        for start, end in ((np.maximum(0, first - size), first), (last, np.minimum(total, last + size))):
            count = np.maximum(1, end - start)
            told = slice(IN_LOWER, AFTER + 1)
            columns += [*((words.totals[told, end] - words.totals[told, start]) * 1000 // count)]
            begin, stop = np.searchsorted(first, start), np.searchsorted(first, end)
            columns += [*(np.minimum(sums[:, stop] - sums[:, begin], count) * 1000 // count)]
    return columns


def _far(flags: NDArray[np.bool_], first: Ints, last: Ints) -> Ints:
    """For each row of flags the words back to the nearest flagged piece, and in the next row those on to the next."""
    count = flags.shape[1]
    places = np.arange(count)
    before, after = np.full_like(flags, -1, np.int64), np.full_like(flags, count, np.int64)
    before[:, 1:] = np.maximum.accumulate(np.where(flags, places, -1), axis=1)[:, :-1]
    after[:, :-1] = np.minimum.accumulate(np.where(flags, places, count)[:, ::-1], axis=1)[:, -2::-1]
    back = np.where(before < 0, FAR, first - last[np.maximum(before, 0)])
    on = np.where(after >= count, FAR, first[np.minimum(after, count - 1)] - last)
    found: Ints = np.clip(np.stack([back, on], axis=1).reshape(-1, count), 0, FAR)
    return found
