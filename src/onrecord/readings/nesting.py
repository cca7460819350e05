"""Which attribution stands inside which, and which bare quotation goes on with the one before."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from onrecord.nouns import Attribution, Extent, Quote
from onrecord.readings.units import Unit


def continued(text: str, parts: Sequence[Unit], quotes: Sequence[Quote], found: list[Attribution]) -> list[Attribution]:
    """Gives every quotation that stands alone as a sentence to the speaker before it in its paragraph, or, where the
    quotation before was left open, in the paragraph before; one that opens a paragraph to the speaker behind it."""
    used = {piece for attribution in found for piece in attribution.content}
    out = list(found)
    previous: Unit | None = None
    for unit in parts:
        if unit.inside >= 0:
            continue
        bare = _bare(unit, quotes)
        if bare and not set(bare) & used and previous is not None:
            at = _speaker_before(out, previous, unit, quotes)
            if at is not None:
                out[at] = _extended(out[at], bare)
                used |= set(bare)
        previous = unit
    return out


def _bare(unit: Unit, quotes: Sequence[Quote]) -> list[Extent]:
    """The quotations of a unit that holds nothing else."""
    if any(token.shape not in "q." for token in unit.tokens):
        return []
    return [(quotes[token.quote].start, quotes[token.quote].end) for token in unit.tokens if token.shape == "q"]


def _speaker_before(found: Sequence[Attribution], previous: Unit, unit: Unit, quotes: Sequence[Quote]) -> int | None:
    ends = [
        at for at, one in enumerate(found)
        if one.content and previous.start <= one.end <= previous.end and one.mode != "indirect" or one.content and one.content[-1][1] in (previous.end, previous.end - 1) and one.mode == "direct"
    ]  # fmt: skip
    if not ends:
        return None
    at = max(ends, key=lambda n: (found[n].content[-1][1], -found[n].start))
    if unit.line == previous.line:
        return at
    opened = [quote for quote in quotes if quote.end <= previous.end and quote.start >= previous.start and not quote.closed]
    return at if opened and unit.line == previous.line + 1 else None


def _extended(attribution: Attribution, pieces: Sequence[Extent]) -> Attribution:
    content = (*attribution.content, *pieces)
    return msgspec.structs.replace(attribution, content=content, end=max(attribution.end, pieces[-1][1]))


def nested(found: Sequence[Attribution]) -> list[Attribution]:
    """The attributions in text order, each once, with the index of the smallest other whose content its cue stands in."""
    unique = {(one.cue, one.source): one for one in found}
    ordered = sorted(unique.values(), key=lambda one: (one.start, -one.end, one.cue or (0, 0), one.source or (0, 0)))
    return [msgspec.structs.replace(one, parent=_parent(ordered, at)) for at, one in enumerate(ordered)]


def _parent(ordered: Sequence[Attribution], at: int) -> int | None:
    one = ordered[at]
    cue = one.cue or (one.start, one.end)
    best: tuple[int, int] | None = None
    for other in range(max(0, at - 40), min(len(ordered), at + 40)):
        if other == at or not ordered[other].content:
            continue
        for start, end in ordered[other].content:
            if start <= cue[0] and cue[1] <= end and (best is None or end - start < best[0]):
                best = (end - start, other)
    return best[1] if best else None
