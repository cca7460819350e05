"""A flattened page's pieces, read as one sequence: which are outside every article, which are body, which stand inside
an article without being of it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.articles.kinds import Line
from onrecord.articles.oblivious import scores
from onrecord.articles.traits import traits

FOREST = "flattened.json"
OUTSIDE, BODY, INSIDE, FIRST, LAST = range(5)
"""What a piece may be; FIRST and LAST are body as well. The order of the forest's answers."""

OPEN, CLOSE = 4500, 4500
"""Thousandths of log odds that it costs to begin an article and to end one: of what did nearly best on the bench's
pages (4000 to 10,000), low enough for an article of five short paragraphs."""
_NEVER = -(1 << 60)


class Stretch(NamedTuple):
    """One article: the indices of its first and last piece of body, and whether each piece between them is body."""

    first: int
    last: int
    own: list[bool]


def stretches(text: str, lines: Sequence[Line]) -> list[Stretch]:
    """The articles on a page of text, in order, by the most likely sequence of states."""
    if not lines:
        return []
    states = best_path(scores(FOREST, traits(text, lines)).tolist())
    found: list[Stretch] = []
    start = 0
    for place, state in enumerate(states):
        if state == FIRST or (state == LAST and (place == 0 or states[place - 1] in (OUTSIDE, LAST))):
            start = place
        if state == LAST:
            found.append(Stretch(start, place, [one != INSIDE for one in states[start : place + 1]]))
    return found


def best_path(rows: Sequence[Sequence[int]]) -> list[int]:
    """The best sequence: outside, then an article from its first piece to its last, then outside again or the next."""
    best = [0, _NEVER, _NEVER, _NEVER, _NEVER]
    back: list[tuple[int, ...]] = []
    for row in rows:
        away = OUTSIDE if best[OUTSIDE] >= best[LAST] else LAST
        within = max((BODY, INSIDE, FIRST), key=best.__getitem__)
        ending = within if best[within] >= best[away] - OPEN else away
        back.append((away, within, within, away, ending))
        best = [
            best[away] + row[OUTSIDE], best[within] + row[BODY], best[within] + row[INSIDE],
            best[away] + row[FIRST] - OPEN, best[ending] + row[LAST] - CLOSE - (OPEN if ending == away else 0),
        ]  # fmt: skip
    states = [OUTSIDE if best[OUTSIDE] >= best[LAST] else LAST]
    for steps in reversed(back[1:]):
        states.append(steps[states[-1]])
    return states[::-1]
