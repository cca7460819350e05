"""What a copying changed as a person reads it: in the order of the text, each exchange of words once."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from onrecord.nouns import Change, ChangeType, Copy, Span

WEIGHTS: tuple[ChangeType, ...] = (
    "negation", "meaning", "quote", "number", "name", "date", "source", "hedge", "quote_marks", "dropped", "added",
    "wording",
)  # fmt: skip
"""Kinds of changes, what turns the sense around first."""


class Exchange(NamedTuple):
    """Words that became others, None where nothing stands; `changes` are the rows that say so, the weightiest first."""

    before: Span | None
    after: Span | None
    changes: tuple[Change, ...]

    @property
    def whats(self) -> tuple[ChangeType, ...]:
        """What sorts of change it is."""
        return tuple(dict.fromkeys(change.what for change in self.changes))


def is_silent(change: Change, copy: Copy) -> bool:
    """Whether a later version changed what it tells and says nothing of it; what it only adds or words otherwise is no
    silent change."""
    return copy.type == "update" and change.note is None and change.what not in ("added", "wording")


def is_note(change: Change) -> bool:
    """Whether what was added is itself the note that owns up to changes."""
    note, after = change.note, change.after
    return bool(note and after and change.before is None and after.start < note.end and note.start < after.end)


def exchanges(changes: Iterable[Change]) -> list[Exchange]:
    """The changes of one copying in reading order, rows about the same words together."""
    together: dict[tuple[object, object], list[Change]] = {}
    for change in in_reading_order(list(changes)):
        together.setdefault((_extent(change.before), _extent(change.after)), []).append(change)
    return [
        Exchange(rows[0].before, rows[0].after, tuple(sorted(rows, key=lambda c: WEIGHTS.index(c.what))))
        for rows in together.values()
    ]


def in_reading_order(changes: Sequence[Change]) -> list[Change]:
    """The changes of one copying in the order of the copy; what was dropped stands where it would have stood, as far
    before or behind the last words that have a counterpart as in the original."""
    known = sorted((c.before.start, c.after.start) for c in changes if c.before and c.after)
    return sorted(changes, key=lambda c: (_place(c, known), c.after is None, c.id))


def _place(change: Change, known: Sequence[tuple[int, int]]) -> int:
    if change.after:
        return change.after.start
    start = change.before.start if change.before else 0
    at = bisect_right(known, (start, 1 << 62)) - 1
    before, after = known[at] if at >= 0 else (0, 0)
    following = known[at + 1][1] if at + 1 < len(known) else None
    place = after + start - before
    return place if following is None or following <= after else min(place, following - 1)


def _extent(span: Span | None) -> tuple[int, int] | None:
    return (span.start, span.end) if span else None
