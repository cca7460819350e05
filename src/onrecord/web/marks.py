"""Marks over a text: intervals that nest and overlap, as a flat run of tokens that a template can write in order.

Markup must nest and statements need not, so a mark that another crosses is closed and opened again; only its first
piece carries the anchor. A character lies under at most DEPTH marks; a mark beyond that leaves its anchor and no
colour, so that no page can make the output grow faster than its text and its marks.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal, NamedTuple

DEPTH = 8
"""Deepest nesting that is written. Real pages reach four (statement in statement, with cue and speaker)."""


class Mark(NamedTuple):
    """Half-open interval of a text, the style it is drawn in, the anchor it can be reached by, and a remark for whoever
    points at it."""

    start: int
    end: int
    style: str
    anchor: str | None = None
    note: str | None = None


class Token(NamedTuple):
    """A piece of text, or the opening or the closing of the mark innermost at that point."""

    what: Literal["text", "open", "close"]
    text: str = ""
    style: str = ""
    anchor: str | None = None
    note: str | None = None


class Marked(NamedTuple):
    """One line with its marks; `starts` are the anchors of the marks that begin in it."""

    start: int
    end: int
    tokens: tuple[Token, ...]
    starts: tuple[str, ...]


def mark_lines(text: str, marks: Sequence[Mark]) -> list[Marked]:
    """Each line of `text` (its end of line left out) as tokens. Marks of no length are anchors; those outside the text
    are left out. The texts of a line's tokens, joined, are the line."""
    inside = (mark for mark in marks if 0 <= mark.start <= mark.end <= len(text))
    queue = sorted(inside, key=lambda mark: (mark.start, -mark.end))
    out, at, start = [], 0, 0
    carried: list[Mark] = []
    for line in text.split("\n"):
        end = start + len(line)
        upto = at
        while upto < len(queue) and queue[upto].start <= end:
            upto += 1
        fresh = queue[at:upto]
        out.append(_line(text, (start, end), carried, fresh))
        carried = [m for m in (*carried, *fresh) if m.end > end + 1][:DEPTH]
        at, start = upto, end + 1
    return out


def mark_text(text: str, marks: Sequence[Mark]) -> tuple[Token, ...]:
    """A text of one line as tokens."""
    return mark_lines(text.replace("\n", " "), marks)[0].tokens


def _line(text: str, bounds: tuple[int, int], carried: list[Mark], fresh: Sequence[Mark]) -> Marked:
    writer = _Writer(text, bounds)
    for mark in carried:
        writer.open(mark._replace(anchor=None))
    for mark in fresh:
        writer.advance(mark.start)
        writer.open(mark)
    writer.finish()
    return Marked(*bounds, tuple(writer.tokens), tuple(mark.anchor for mark in fresh if mark.anchor))


class _Writer:
    """Writes one line from left to right; `stack` holds the marks open at the point it has reached."""

    def __init__(self, text: str, bounds: tuple[int, int]) -> None:
        self.text = text
        self.at, self.end = bounds
        self.tokens: list[Token] = []
        self.stack: list[Mark] = []

    def open(self, mark: Mark) -> None:
        drawn = len(self.stack) < DEPTH and min(mark.end, self.end) > self.at
        if drawn or mark.anchor:
            self.tokens.append(Token("open", style=mark.style, anchor=mark.anchor, note=mark.note))
        if drawn:
            self.stack.append(mark)
        elif mark.anchor:
            self.tokens.append(Token("close"))

    def advance(self, to: int) -> None:
        """Writes the text up to `to`, closing on the way what ends there."""
        while self.stack:
            nearest = min(mark.end for mark in self.stack)
            if nearest > to:
                break
            self._write(nearest)
            self._close(nearest)
        self._write(to)

    def finish(self) -> None:
        self.advance(self.end)
        self.tokens.extend(Token("close") for _ in self.stack)

    def _write(self, to: int) -> None:
        if to > self.at:
            self.tokens.append(Token("text", text=self.text[self.at : to]))
            self.at = to

    def _close(self, at: int) -> None:
        """Closes the marks that end here; those that lie above one of them are opened again, without their anchor."""
        deepest = next(i for i, mark in enumerate(self.stack) if mark.end <= at)
        above = [mark for mark in self.stack[deepest:] if mark.end > at]
        self.tokens.extend(Token("close") for _ in self.stack[deepest:])
        del self.stack[deepest:]
        for mark in above:
            self.open(mark._replace(anchor=None))
