"""From what a model answered to extents of the text. What does not stand there, or does not stand together, is refused
and counted."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator, Sequence

from onrecord.nouns import Act, Attribution, Extent, Mention, Mode, Quote, Regard
from onrecord.readings.drafts import Made
from onrecord.readings.llm.schemas import Felt, Meaning, Name, Piece, Said
from onrecord.readings.llm.windows import Window, elsewhere, sentence_at
from onrecord.readings.phrases import occurrence
from onrecord.readings.questions import Seen

NEXT = 1
"""Sentences that may lie between the parts of one attribution: they stand in one sentence or in neighbouring ones."""

LONGEST_CUE, LONGEST_SOURCE = 12, 40
"""Words. "has neither confirmed nor denied" is a cue, a clause is none; a source may have a relative clause."""

TOLD_OF: frozenset[Act] = frozenset(
    {"denies", "confirms", "concedes", "retracts", "apologises", "evades", "declines", "no_response", "requests"}
)
"""Acts that may be told of without what was said: "he denied it"."""

MARKS = str.maketrans("‘’‚‛“”„‟«»`´", "''''\"\"\"\"\"\"''")
"""Models write straight marks for curly ones. One character for one, so places stay."""

CONFIDENCE = 0.7
"""Of whatever a model answered and the text bears out; it is not calibrated, and below that of a clear rule."""


class Placer:
    """Places the answers about one article, and counts what it refuses, by reason."""

    def __init__(self, seen: Seen) -> None:
        self.seen = seen
        self.plain = seen.text.translate(MARKS)
        self.refused: Counter[str] = Counter()

    def extent(self, window: Window, piece: Piece) -> Extent | None:
        """Where the words stand; None, and counted, where they do not."""
        if piece.sentence not in window.sentences:
            self._refuse("of a sentence that was not asked about")
            return None
        words = piece.words.translate(MARKS).strip(" \"'") or piece.words
        found = occurrence(self.plain, words, piece.occurrence, *self.seen.sentences[piece.sentence])
        if found is None:
            self._refuse("in words that stand nowhere in their sentence")
        return found

    def mention(self, window: Window, name: Name) -> Mention | None:
        """A mention of these words."""
        place = self.extent(window, name)
        if place is None:
            return None
        return Mention(start=place[0], end=place[1], type=name.type, form=name.form, confidence=CONFIDENCE)

    def attribution(self, window: Window, said: Said) -> Made | None:
        """An attribution whose every part stands in the text, and together."""
        given = [piece for piece in (said.source, said.cue, said.hearer, *said.content) if piece is not None]
        places = [self.extent(window, piece) for piece in given]
        if None in places:
            return None
        at = {id(piece): place for piece, place in zip(given, places, strict=True) if place}
        source, cue = (at[id(part)] if part else None for part in (said.source, said.cue))
        hearer = at[id(said.hearer)] if said.hearer else None
        content = self._joined([at[id(piece)] for piece in said.content])
        wrong = self._wrong(said, source, cue, hearer, content)
        if wrong:
            self._refuse(wrong)
            return None
        ends = [part for part in (source, cue, *content) if part]
        made = Attribution(
            start=min(ends)[0], end=max(end for _, end in ends), cue=cue, source=source, content=content, act=said.act,
            mode=_mode(content, self.seen.quotes), hearer=hearer, confidence=CONFIDENCE,
        )  # fmt: skip
        return Made(made, None, False)

    def _wrong(
        self, said: Said, source: Extent | None, cue: Extent | None, hearer: Extent | None, content: Sequence[Extent]
    ) -> str | None:
        """Why these parts are no attribution; None where they are one."""
        anchor = cue or source
        if anchor is None or (cue is None and not content):
            return "without a cue or a source"
        if not content and said.act not in TOLD_OF:
            return "without anything said"
        if (cue and self._count(cue) > LONGEST_CUE) or (source and self._count(source) > LONGEST_SOURCE):
            return "with a clause for a cue or a source"
        if any(_overlap(part, piece) for part in (cue, source) if part for piece in content):
            return "with the source or the cue inside what is said"
        if not self._together([anchor, *(part for part in (source, hearer) if part)]):
            return "with source, cue and hearer far apart"
        if content and not (self._run(content) and any(self._together([anchor, piece]) for piece in content)):
            return "with the content far from its cue, or in pieces far apart"
        return None

    def meanings(self, window: Window, given: Sequence[Meaning]) -> Iterator[tuple[int, int]]:
        """Pairs of mentions, the first in the window, the second there or named elsewhere."""
        inside = {n for n, mention in enumerate(self.seen.mentions) if window.holds(self.seen, mention)}
        known = inside | set(elsewhere(self.seen, window))
        for meaning in given:
            if meaning.mention in inside and meaning.means in known and meaning.mention != meaning.means:
                yield meaning.mention, meaning.means
            else:
                self._refuse("of a mention that was not asked about")

    def regard(self, window: Window, felt: Felt) -> Regard | None:
        """A regard between two mentions of one sentence of the window."""
        numbers = range(len(self.seen.mentions))
        if felt.holder not in numbers or felt.target not in numbers or felt.holder == felt.target:
            self._refuse("of a mention that was not asked about")
            return None
        holder, target = self.seen.mentions[felt.holder], self.seen.mentions[felt.target]
        sentence = sentence_at(self.seen, holder.start)
        if sentence not in window.sentences or sentence_at(self.seen, target.start) != sentence:
            self._refuse("of mentions that stand in no one sentence")
            return None
        start, end = self.seen.sentences[sentence]
        return Regard(
            start=start, end=end, holder=felt.holder, target=felt.target, sign=felt.sign, confidence=CONFIDENCE
        )

    def remarks(self) -> Iterator[str]:
        """What was refused, a sentence a reason."""
        for reason, count in sorted(self.refused.items()):
            yield f"{count} answers were refused, {reason}"

    def _refuse(self, reason: str) -> None:
        self.refused[reason] += 1

    def _count(self, place: Extent) -> int:
        return len(self.seen.text[slice(*place)].split())

    def _together(self, places: Sequence[Extent]) -> bool:
        numbers = [sentence_at(self.seen, start) for start, _ in places]
        return max(numbers) - min(numbers) <= NEXT

    def _run(self, places: Sequence[Extent]) -> bool:
        """Whether no two pieces that follow each other have more than one sentence between them (the teller's)."""
        numbers = [sentence_at(self.seen, start) for start, _ in places]
        return all(after - before <= 1 + NEXT for before, after in itertools.pairwise(numbers))

    def _joined(self, places: Sequence[Extent]) -> tuple[Extent, ...]:
        """The pieces in order, those with nothing but white space between them as one."""
        out: list[Extent] = []
        for start, end in sorted(places):
            if out and (start <= out[-1][1] or not self.seen.text[out[-1][1] : start].strip()):
                out[-1] = out[-1][0], max(end, out[-1][1])
            else:
                out.append((start, end))
        return tuple(out)


def _mode(content: Sequence[Extent], quotes: Sequence[Quote]) -> Mode:
    """`direct` where every piece stands in quotation marks, `mixed` where a quotation stands in one, else
    `indirect`."""
    inside = [any(quote.start <= start and end <= quote.end for quote in quotes) for start, end in content]
    if content and all(inside):
        return "direct"
    holding = any(start <= quote.start and quote.end <= end for start, end in content for quote in quotes)
    return "mixed" if any(inside) or holding else "indirect"


def _overlap(one: Extent, other: Extent) -> bool:
    return one[0] < other[1] and other[0] < one[1]
