"""What attributions have to do with each other: which stands inside which, which says what was told before, and which
bare quotation goes on with the one before."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.nouns import Attribution, Extent, Quote
from onrecord.readings.drafts import Made
from onrecord.readings.units import Unit

NEAR = 40
"""Attributions on either side among which an enclosing one is looked for; a sentence holds hardly ten."""

BACK = 600
"""Characters within which "it cited two officials" still means what was told before."""


def referred(found: Sequence[Made]) -> list[Made]:
    """Gives those that say what was told before the content of the last attribution before them, and hangs them on
    it."""
    out: list[Made] = []
    last: Attribution | None = None
    for made in found:
        one = made.attribution
        if made.back:
            if last is None or one.start - last.end > BACK:
                continue
            made = Made(msgspec.structs.replace(one, content=last.content, mode=last.mode), last.cue, False)
        elif one.content and one.act == "says" and one.source:
            last = one
        out.append(made)
    return out


def continued(parts: Sequence[Unit], quotes: Sequence[Quote], found: list[Made]) -> list[Made]:
    """Gives every quotation that stands alone as a sentence to the speaker before it in its paragraph, or, where the
    quotation before was left open, in the paragraph before."""
    used = {piece for made in found for piece in made.attribution.content}
    out = list(found)
    previous: Unit | None = None
    for unit in parts:
        if unit.inside >= 0:
            continue
        bare = _bare(unit, quotes)
        if bare and not set(bare) & used and previous is not None:
            at = _speaker_before([made.attribution for made in out], previous, unit, quotes)
            if at is not None:
                out[at] = out[at]._replace(attribution=_extended(out[at].attribution, bare))
                used |= set(bare)
        previous = unit
    return out


def _bare(unit: Unit, quotes: Sequence[Quote]) -> list[Extent]:
    """The quotations of a unit that holds nothing else."""
    if any(token.shape not in "q." for token in unit.tokens):
        return []
    return [(quotes[token.quote].start, quotes[token.quote].end) for token in unit.tokens if token.shape == "q"]


def _speaker_before(found: Sequence[Attribution], previous: Unit, unit: Unit, quotes: Sequence[Quote]) -> int | None:
    """The attribution whose quotation goes on: in the sentence before, or the one that sentence goes on with."""
    ends = [
        at
        for at, one in enumerate(found)
        if one.content and previous.start <= one.end <= previous.end and one.mode != "indirect"
    ]
    if not ends:
        return None
    at = max(ends, key=lambda n: (found[n].content[-1][1], -found[n].start))
    if unit.line == previous.line:
        return at
    opened = [
        quote for quote in quotes if previous.start <= quote.start and quote.end <= previous.end and not quote.closed
    ]
    return at if opened and unit.line == previous.line + 1 else None


def _extended(attribution: Attribution, pieces: Sequence[Extent]) -> Attribution:
    content = (*attribution.content, *pieces)
    return msgspec.structs.replace(attribution, content=content, end=max(attribution.end, pieces[-1][1]))


def nested(found: Sequence[Made]) -> list[Attribution]:
    """The attributions in text order, each once, with the index of the one it hangs on, else of the smallest other
    whose content its cue stands in."""
    unique = {
        (one.cue, one.source, () if one.cue else one.content): made for made in found for one in [made.attribution]
    }
    ordered = sorted(unique.values(), key=lambda made: _place(made.attribution))
    ones = [made.attribution for made in ordered]
    by_cue = {one.cue: at for at, one in reversed(list(enumerate(ones)))}
    hung = [by_cue.get(made.enclosing) if made.enclosing else None for made in ordered]
    parents = [_parent(ones, at) if hung[at] is None else hung[at] for at in range(len(ones))]
    return [
        msgspec.structs.replace(one, parent=None if parents[at] == at else parents[at]) for at, one in enumerate(ones)
    ]


def _place(one: Attribution) -> tuple[int, int, Extent, Extent]:
    return one.start, -one.end, one.cue or (0, 0), one.source or (0, 0)


def _parent(ordered: Sequence[Attribution], at: int) -> int | None:
    one = ordered[at]
    cue = one.cue or (one.start, one.end)
    best: tuple[int, int] | None = None
    for other in range(max(0, at - NEAR), min(len(ordered), at + NEAR)):
        if other == at:
            continue
        for start, end in ordered[other].content:
            if start <= cue[0] and cue[1] <= end and (best is None or end - start < best[0]):
                best = (end - start, other)
    return best[1] if best else None
