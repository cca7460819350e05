"""What holds the pieces of one body together: its words come again, and most of it is running text.

The sequence of a page's pieces is read by their looks; these two things their looks do not tell. A body that a chart, a
listing or a gallery breaks in two goes on in the words it had before (after M. Hearst, TextTiling, 1997); a list of
other stories' titles may look like a body piece by piece, but hardly any of its pieces is a sentence.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.articles.kinds import AGO, BYLINE, DATE, LABEL, PROSE, Line
from onrecord.articles.splitting import NEAR

EDGE = 120
"""Long words at the end of one body and at the start of the next that are compared: a paragraph or two."""
FEWEST = 30
"""Different ones among them on either side, below which chance decides."""
SHARED, HEADED_SHARED = 0.16, 0.25
"""Share of the words of the poorer side that the other side has too, from which two stretches are one body; the same
where the head of an article stands between them. Of 144 combinations of two pages put on one, most of them on one
story, one shares so much; at 0.11 it is nine to thirteen. Parts of one body on the bench's pages share 0.03 to 0.45."""
HEAD_ZONE = 15
"""Pieces before a body in which its head is looked for."""
UNFINISHED = 0.65
"""Share of a stretch's pieces that are no running text, from which it is a list. Of the stretches on the bench's pages
that are no article half are over it, and two manuals in a hundred articles; at 0.55 articles full of names begin to
go."""

_LONG = re.compile(r"[^\W\d_]{5,}")


def goes_on(lines: Sequence[Line], before: Sequence[int], after: Sequence[int]) -> bool:
    """Whether the body at the places `after` is the rest of the one at the places `before`, which ends above it."""
    gap = lines[before[-1] + 1 : after[0]]
    if any(line.reason == "footer" or line.opens == "comments" for line in gap):
        return False
    ends = _words(lines[at].block.text for at in reversed(before))
    starts = _words(lines[at].block.text for at in after)
    fewer = min(len(ends), len(starts))
    if fewer < FEWEST:
        return False
    return len(ends & starts) >= fewer * (HEADED_SHARED if _has_head(gap[-HEAD_ZONE:]) else SHARED)


def is_list(lines: Sequence[Line], own: Sequence[int]) -> bool:
    """Whether hardly any of the pieces at the places `own` is running text."""
    return sum(lines[at].kind != PROSE for at in own) >= UNFINISHED * len(own)


def _words(texts: Iterable[str]) -> set[str]:
    """The different long words of the first of some texts, until EDGE words are read."""
    found: set[str] = set()
    left = EDGE
    for text in texts:
        words = _LONG.findall(text.lower())
        found.update(words[:left])
        left -= len(words)
        if left <= 0:
            break
    return found


def _has_head(lines: Sequence[Line]) -> bool:
    """Whether an age, an outlet's label, or a byline and a date near each other stand among the lines."""
    dates = [at for at, line in enumerate(lines) if line.kind in (DATE, AGO)]
    return any(
        line.kind in (AGO, LABEL) or (line.kind == BYLINE and any(abs(at - date) <= NEAR for date in dates))
        for at, line in enumerate(lines)
    )
