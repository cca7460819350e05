"""In whose words a speaker is named: the statements that tell of another's saying, found by where they stand."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable
from typing import NamedTuple

from onrecord.nouns import Statement
from onrecord.origins.chains import CARRIERS


class _Reach(NamedTuple):
    """Of all pieces of content up to one: the furthest end and whose it is, and the furthest end of anybody else's."""

    furthest: int
    owner: str
    other: int


class Naming:
    """The contents of statements told by somebody who may know, by article and place."""

    def __init__(self, told: Iterable[Statement]) -> None:
        pieces: defaultdict[str, set[tuple[int, int, str]]] = defaultdict(set)
        for statement in told:
            if kind_of(statement) not in CARRIERS:
                pieces[statement.article] |= {(piece.start, piece.end, statement.id) for piece in statement.content}
        self._starts = {article: [start for start, _, _ in sorted(own)] for article, own in pieces.items()}
        self._reaches = {article: _reaches(sorted(own)) for article, own in pieces.items()}

    def names(self, inner: Statement) -> bool:
        """Whether `inner`'s speaker stands in the words of another of them, of the same article."""
        who = inner.speaker.span if inner.speaker else None
        if who is None or inner.article not in self._starts:
            return False
        before = bisect_right(self._starts[inner.article], who.start)
        if not before:
            return False
        reach = self._reaches[inner.article][before - 1]
        return (reach.other if reach.owner == inner.id else reach.furthest) >= who.end


def _reaches(pieces: list[tuple[int, int, str]]) -> list[_Reach]:
    out: list[_Reach] = []
    now = _Reach(-1, "", -1)
    for _, end, owner in pieces:
        if owner == now.owner:
            now = now._replace(furthest=max(now.furthest, end))
        elif end > now.furthest:
            now = _Reach(end, owner, now.furthest)
        else:
            now = now._replace(other=max(now.other, end))
        out.append(now)
    return out


def kind_of(statement: Statement | None) -> str:
    """How a statement's speaker is known; "unspecified" where there is none."""
    return statement.speaker.source_kind if statement and statement.speaker else "unspecified"
