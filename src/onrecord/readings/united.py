"""Two finders of attributions as one: all of the first's, and of the second's what does not contradict them."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.nouns import Act, Attribution, Extent
from onrecord.readings import soundness
from onrecord.readings.pairs import Pair
from onrecord.readings.questions import AttributionFinder, Seen

SURE: dict[soundness.Kind, float] = {"says": 0.7, "quotes": 0.7, "raises": 0.85, "thinks": 0.5}
"""Confidence from which an attribution of the second finder is taken, by how it tells. Chosen on PolNeAR's dev part and
on an invented story that was in no training: precision stays at 0.80 or above, and what people mark as raised is
often no statement by the record's conventions."""
NESTED = 0.8
"""The same for one inside the content of another."""
MEND = 0.8
"""The same for one whose content is taken where the first finder has its cue but hardly a word of that content."""
SILENT = frozenset(("no_response", "declines", "evades"))
BLOCK = 1_000
"""Characters of a block of text."""
SAME = 0.5
"""Share of the shorter content above which two attributions tell the same."""


class United(Pair[AttributionFinder]):
    """The first finder's attributions, with the second's beside them."""

    def find_attributions(self, seen: Sequence[Seen]) -> list[tuple[Attribution, ...]]:
        """See `AttributionFinder`."""
        mine, theirs = self.first.find_attributions(seen), self.second.find_attributions(seen)
        return [united(one.text, first, second) for one, first, second in zip(seen, mine, theirs, strict=True)]


class _Block:
    """Attributions by the blocks of text they touch, so that each is held against its neighbours alone."""

    def __init__(self) -> None:
        self.ones: list[Attribution] = []
        self._at: dict[int, list[int]] = {}

    def add(self, one: Attribution) -> None:
        """One more."""
        for block in range(one.start // BLOCK, one.end // BLOCK + 1):
            self._at.setdefault(block, []).append(len(self.ones))
        self.ones.append(one)

    def near(self, one: Attribution) -> list[int]:
        """The numbers of those that may touch `one`, in order."""
        blocks = range(one.start // BLOCK, one.end // BLOCK + 1)
        return sorted({n for block in blocks for n in self._at.get(block, ())})


def united(text: str, first: Sequence[Attribution], second: Sequence[Attribution]) -> tuple[Attribution, ...]:
    """All of `first`, and of `second`, the surest first, what meets no cue, tells nothing that is told already, and is
    sure enough. By where they start, parents numbered anew."""
    taken = _Block()
    for one in mended(first, second):
        taken.add(one)
    for one in sorted(second, key=lambda one: (-one.confidence, one.start, one.end)):
        kind = soundness.kind(text, one)
        if one.cue and kind and _new(one, one.cue, [taken.ones[n] for n in taken.near(one)], SURE[kind]):
            act: Act = "thinks" if kind == "thinks" else "says" if one.act in SILENT else one.act
            taken.add(msgspec.structs.replace(one, parent=None, act=act))
    return _ordered(taken, len(first))


def mended(first: Sequence[Attribution], second: Sequence[Attribution]) -> list[Attribution]:
    """`first` with the content that `second` surely gives to the same cue, where the two hardly agree on it. What
    stands inside another stays as it is, and so does what its content makes a denial, a promise or a silence."""
    others = _Block()
    for one in second:
        others.add(one)
    return [one if one.parent is not None or one.act != "says" else _mended(one, others) for one in first]


def _mended(one: Attribution, others: _Block) -> Attribution:
    near = [others.ones[n] for n in others.near(one)]
    same = [other for other in near if other.cue and one.cue and _meet(other.cue, one.cue)]
    best = max(same, key=lambda other: other.confidence, default=None)
    if best is None or best.confidence < MEND:
        return one
    if 2 * _shared(one.content, best.content) > SAME * (_size(one.content) + _size(best.content)):
        return one
    ends = [part for part in (one.cue, one.source, *best.content) if part]
    return msgspec.structs.replace(
        one, content=best.content, mode=best.mode,
        start=min(start for start, _ in ends), end=max(end for _, end in ends),
    )  # fmt: skip


def _new(one: Attribution, cue: Extent, others: Sequence[Attribution], sure: float) -> bool:
    inside = False
    for other in others:
        parts = [part for part in (other.cue, other.source, other.hearer) if part]
        if any(_meet(cue, part) for part in parts) or (other.cue and one.source and _meet(other.cue, one.source)):
            return False
        if any(_meet(cue, piece) for piece in other.content):
            inside = True
        elif _shared(one.content, other.content) > SAME * min(_size(one.content), _size(other.content)):
            return False
    return one.confidence >= (NESTED if inside else sure)


def _meet(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _size(pieces: Sequence[Extent]) -> int:
    return sum(end - start for start, end in pieces)


def _shared(ones: Sequence[Extent], others: Sequence[Extent]) -> int:
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in ones for b in others)


def _ordered(taken: _Block, known: int) -> tuple[Attribution, ...]:
    """In text order; the first `known` keep their parents, or get one among the rest as these do: the one with the
    smallest content that holds the cue."""
    found = taken.ones
    order = sorted(range(len(found)), key=lambda n: (found[n].start, -found[n].end, found[n].cue or (0, 0), n))
    place = {n: at for at, n in enumerate(order)}
    out = []
    for n in order:
        parent = found[n].parent if n < known else None
        if parent is None:
            parent = _holder(taken, n)
        out.append(msgspec.structs.replace(found[n], parent=None if parent is None else place[parent]))
    return tuple(out)


def _holder(taken: _Block, at: int) -> int | None:
    one = taken.ones[at]
    if not one.cue:
        return None
    start, end = one.cue
    holders = [
        (piece[1] - piece[0], n)
        for n in taken.near(one)
        for piece in taken.ones[n].content
        if n != at and piece[0] <= start and end <= piece[1]
    ]
    return min(holders)[1] if holders else None
