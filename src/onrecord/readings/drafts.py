"""Attributions in the making: one cue with its source and content as token numbers of one unit."""

from __future__ import annotations

from typing import NamedTuple

from onrecord.nouns import Act, Attribution, Extent, Mode, Quote
from onrecord.readings.cues import among
from onrecord.readings.grammar import Range
from onrecord.readings.units import Unit


class Draft(NamedTuple):
    """A cue among the tokens of `unit` with what was found for it; `source` None = nobody is named. `enclosing` is the
    cue of the draft it hangs on in the same unit. `back`: it has no content of its own, it says what was told before.
    `mixed`: a quotation is the name that something is given."""

    unit: Unit
    cue: Range
    source: Range | None
    pieces: tuple[Range, ...]
    act: Act
    hearer: Range | None = None
    confidence: float = 0.9
    enclosing: Range | None = None
    back: bool = False
    mixed: bool = False


def extent(unit: Unit, part: Range) -> Extent:
    """The characters of a stretch of tokens."""
    return unit.tokens[part[0]].start, unit.tokens[part[1] - 1].end


def named(unit: Unit, part: Range) -> Extent:
    """The characters of a source; of "he's said" the pronoun alone."""
    start, end = extent(unit, part)
    last = unit.tokens[part[1] - 1]
    word, mark, _ = last.low.partition("'")
    return (start, last.start + len(word)) if mark and word in among("pronoun") else (start, end)


def content(unit: Unit, part: Range, quotes: list[Quote]) -> Extent | None:
    """The characters of a piece of content: a lone quotation without its marks, other words without commas and stops at
    their end."""
    start, end = part
    tokens = unit.tokens
    while end > start and tokens[end - 1].shape == "." and tokens[end - 1].low in ",.;:—–-":
        end -= 1
    while start < end and tokens[start].shape == "." and tokens[start].low in ",.;:—–-":
        start += 1
    if start < end and tokens[start].low == "(" and ")" not in [token.low for token in tokens[start : end - 1]]:
        start += 1
    if end > start and tokens[end - 1].low == ")" and "(" not in [token.low for token in tokens[start:end]]:
        end -= 1
    if start >= end:
        return None
    if end - start == 1 and tokens[start].quote >= 0:
        quote = quotes[tokens[start].quote]
        return quote.start, quote.end
    return tokens[start].start, tokens[end - 1].end


def mode(unit: Unit, pieces: tuple[Range, ...]) -> Mode:
    """`direct` where every piece is a quotation, `mixed` where one holds a quotation, else `indirect`."""
    blocks = [[token.shape == "q" for token in unit.tokens[start:end] if token.shape != "."] for start, end in pieces]
    if blocks and all(block == [True] for block in blocks):
        return "direct"
    return "mixed" if any(any(block) for block in blocks) else "indirect"


class Made(NamedTuple):
    """An attribution, the cue of the one it hangs on (characters), and whether it says what was told before."""

    attribution: Attribution
    enclosing: Extent | None
    back: bool


def finished(draft: Draft, quotes: list[Quote]) -> Made | None:
    """The attribution a draft stands for; None where nothing of it is left."""
    unit = draft.unit
    pieces = tuple(piece for part in draft.pieces if (piece := content(unit, part, quotes)))
    if draft.pieces and not pieces:
        return None
    cue = extent(unit, draft.cue)
    source = named(unit, draft.source) if draft.source else None
    hearer = extent(unit, draft.hearer) if draft.hearer else None
    ends = [cue, *pieces, *([source] if source else [])]
    made = Attribution(
        start=min(start for start, _ in ends), end=max(end for _, end in ends), cue=cue, source=source, content=pieces,
        act=draft.act, mode="mixed" if draft.mixed else mode(unit, draft.pieces),
        hearer=hearer, confidence=draft.confidence,
    )  # fmt: skip
    return Made(made, extent(unit, draft.enclosing) if draft.enclosing else None, draft.back)
