"""What became of the quotations of a passage: words altered inside the marks, marks lost around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.copies.edits import Passage
from onrecord.copies.texts import Text
from onrecord.language import numerals
from onrecord.nouns import Extent

MARKED = 0.5
"""Share of the copy's words that must still stand in marks for the quotation to have kept them."""
KEPT = 0.25
"""Share of a quotation's words that must stand, in order, in what the copy has there; with less it was dropped, not
altered. Of one and two words none need: "steady hand" became "stable hand"."""
SHORT = 4


class Piece(NamedTuple):
    """A quotation, or its part in one sentence, as word indices in the original, and the words in its place in the
    copy."""

    a: Extent
    b: Extent
    altered: tuple[Extent, Extent] | None
    unmarked: bool


def pieces(passage: Passage, first: Text, second: Text) -> list[Piece]:
    """The quoted stretches of the passage that changed, one for each sentence they stand in. `altered` is the phrase
    that changed, in either."""
    found = (_piece(passage, first, second, stretch) for stretch in _stretches(passage, first))
    return [piece for piece in found if piece and (piece.altered or piece.unmarked)]


def _stretches(passage: Passage, first: Text) -> list[Extent]:
    """Runs of quoted words of the original within one quotation and one sentence."""
    here = set(passage.a)
    out = []
    for start, last in first.sentences:
        if start not in here:
            continue
        run: list[int] = []
        for at in range(start, last):
            if run and not (first.words[at].quoted and _one_quote(first, run[-1], at)):
                out.append((run[0], run[-1] + 1))
                run = []
            if first.words[at].quoted:
                run.append(at)
        if run:
            out.append((run[0], run[-1] + 1))
    return out


def _one_quote(text: Text, before: int, at: int) -> bool:
    quote = bisect_right(text.quotes, (text.words[before].start, len(text.article.text))) - 1
    return quote >= 0 and text.words[at].start < text.quotes[quote][1]


def _piece(passage: Passage, first: Text, second: Text, stretch: Extent) -> Piece | None:
    span = place_of(passage, stretch)
    if span is None:
        return None
    before, after = ([w.norm for w in text.words[i:j]] for text, (i, j) in ((first, stretch), (second, span)))
    held = len(set(before) & set(after)) / len(set(before))
    if not after or (held < KEPT and len(before) >= SHORT) or len(after) > 3 * len(before) + 4:
        return None
    marked = sum(word.quoted for word in second.words[span[0] : span[1]]) / len(after)
    altered = _phrase(before, after) if _spoken(before) != _spoken(after) else None
    moved = altered and tuple((x[0] + at, x[1] + at) for x, at in zip(altered, (stretch[0], span[0]), strict=True))
    return Piece(stretch, span, altered=(moved[0], moved[1]) if moved else None, unmarked=marked < MARKED)


def _phrase(before: Sequence[str], after: Sequence[str]) -> tuple[Extent, Extent]:
    """From the first to the last word that changed, with a word that stayed on either side."""
    short = min(len(before), len(after))
    head = next((n for n in range(short) if before[n] != after[n]), short)
    tail = next((n for n in range(short - head) if before[-1 - n] != after[-1 - n]), short - head)
    start = max(0, head - 1)
    return (start, min(len(before), len(before) - tail + 1)), (start, min(len(after), len(after) - tail + 1))


def _spoken(words: Sequence[str]) -> str:
    """Words as they are said: numbers by value."""
    text = " ".join(words)
    for number in reversed(numerals.find(text)):
        text = f"{text[: number.start]}{number.value:g}{number.unit or ''}{text[number.end :]}"
    return text


def place_of(passage: Passage, stretch: Extent) -> Extent | None:
    """Where words `stretch` of the original stand in the copy: between the places of its first and its last word."""
    stayed = dict(passage.stayed)
    start, end = _start(passage, stayed, stretch[0]), _end(passage, stayed, stretch[1] - 1)
    return (start, end) if start is not None and end is not None and end > start else None


def _start(passage: Passage, stayed: dict[int, int], at: int) -> int | None:
    if at in stayed:
        return stayed[at]
    for edit in passage.edits:
        if edit.a[0] <= at < edit.a[1]:
            inner = [stayed[x] for x in range(edit.a[0], at) if x in stayed]
            left = inner[-1] + 1 if inner else edit.b[0]
            return min(left + (0 if inner else at - edit.a[0]), max(edit.b[1] - 1, edit.b[0]))
    return None


def _end(passage: Passage, stayed: dict[int, int], at: int) -> int | None:
    if at in stayed:
        return stayed[at] + 1
    for edit in passage.edits:
        if edit.a[0] <= at < edit.a[1]:
            return max(edit.b[1] - (edit.a[1] - 1 - at), edit.b[0])
    return None
