"""Scores attributions against PolNeAR: words, exact stretches and whole attributions of a reader, and of people.

    python bench/readings/spoken.py DEV.jsonl [--reader rules|model|both] [--folder DIR] [--limit N] [--people]

A word (a run of letters and figures) counts as found where any attribution has it in that part. A stretch is exact
where it begins and ends with the same words. An attribution is right where its cue shares a word with the annotated
one, and its source and its content have a word F1 of 0.5 or more each (a source left out on both sides agrees); one
is matched with one. PolNeAR marks no attribution inside another, nor silences: both are left out of what was found.
`--people` scores the second annotators of an article against its first, in the same measure.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))
from attribution import article
from onrecord.models.answering import Model
from onrecord.models.seen import FOLDER, Sight, see
from onrecord.nouns import Attribution, Extent, Reading
from onrecord.readings import Composed, Reader, quotes, sentences
from onrecord.readings.rules import Rules
from onrecord.readings.typed import Typed
from onrecord.readings.united import United

WORD = re.compile(r"\w+")
PARTS = ("source", "cue", "content")
SILENT = frozenset(("no_response", "declines"))
HALF = 0.5


class Part(NamedTuple):
    """One attribution as word numbers; a word's number is where it begins."""

    source: frozenset[int]
    cue: frozenset[int]
    content: frozenset[int]


class Told(NamedTuple):
    """The attributions of one article and their exact stretches, by part."""

    ones: list[Part]
    stretches: dict[str, set[Extent]]


def _told(text: str, ones: Iterable[dict[str, Sequence[Sequence[int]]]]) -> Told:
    stretches: dict[str, set[Extent]] = {part: set() for part in PARTS}
    found = []
    for one in ones:
        words = {part: [[w.start() for w in WORD.finditer(text, s, e)] for s, e in one[part]] for part in PARTS}
        for part in PARTS:
            stretches[part] |= {(starts[0], starts[-1]) for starts in words[part] if starts}
        found.append(Part(*(frozenset(at for starts in words[part] for at in starts) for part in PARTS)))
    return Told(found, stretches)


def annotated(row: dict[str, Any], told: Sequence[dict[str, Any]]) -> Told:
    """What people marked."""
    return _told(row["text"], told)


def ruled(text: str, found: Sequence[Attribution]) -> Told:
    """What a reader found, without what stands inside another and without silences."""
    top = [one for one in found if one.parent is None and one.act not in SILENT]
    return _told(
        text,
        [
            {"source": [one.source] if one.source else [], "cue": [one.cue] if one.cue else [], "content": one.content}
            for one in top
        ],
    )


def seen(text: str, sight: Sight) -> Told:
    """What the model saw, without what stands inside the content of another."""
    contents = [piece for one in sight.told for piece in one.content]
    top = [one for one in sight.told if not any(s <= one.cue[0] and one.cue[1] <= e for s, e in contents)]
    return _told(
        text,
        [{"source": [one.source] if one.source else [], "cue": [one.cue], "content": one.content} for one in top],
    )


def opened(text: str) -> tuple[tuple[Extent, ...], list[Extent]]:
    """Sentences and quotations of a text cut as the reader cuts it."""
    lines = article({"id": "x", "text": text}).lines()
    return sentences.split(text, lines), [(quote.start, quote.end) for quote in quotes.find(text, lines)]


def looked(text: str, folder: Path) -> Sight:
    """What the model sees in a text."""
    return see(text, *opened(text), folder)


def f1(one: frozenset[int], other: frozenset[int]) -> float:
    """Word F1 of two sets; 1 where both are empty."""
    return 1.0 if not one and not other else 2 * len(one & other) / (len(one) + len(other))


def matched(found: Sequence[Part], wanted: Sequence[Part]) -> int:
    """Attributions that are right, one matched with one, the best agreement first."""
    pairs = [
        (-f1(a.cue, b.cue) - f1(a.content, b.content), n, m)
        for n, a in enumerate(found)
        for m, b in enumerate(wanted)
        if a.cue & b.cue and f1(a.source, b.source) >= HALF and f1(a.content, b.content) >= HALF
    ]
    left, right = set(), set()
    for _, n, m in sorted(pairs):
        if n not in left and m not in right:
            left.add(n)
            right.add(m)
    return len(left)


class Counts:
    """Right, found, wanted, by figure."""

    def __init__(self) -> None:
        self.seen: dict[str, list[int]] = {}

    def add(self, found: Told, wanted: Told) -> None:
        """One article."""
        for part in PARTS:
            got = {at for one in found.ones for at in getattr(one, part)}
            gold = {at for one in wanted.ones for at in getattr(one, part)}
            self._add(f"words of {part}", len(got & gold), len(got), len(gold))
            exact, real = found.stretches[part], wanted.stretches[part]
            self._add(f"exact {part}", len(exact & real), len(exact), len(real))
        self._add("whole attributions", matched(found.ones, wanted.ones), len(found.ones), len(wanted.ones))

    def _add(self, figure: str, *numbers: int) -> None:
        told = self.seen.setdefault(figure, [0, 0, 0])
        for n, number in enumerate(numbers):
            told[n] += number

    def lines(self) -> Iterator[str]:
        """Precision, recall and F1 of each figure."""
        for figure, (hit, got, wanted) in sorted(self.seen.items(), key=lambda item: item[0].split()[0], reverse=True):
            precision, recall = hit / max(1, got), hit / max(1, wanted)
            score = 2 * hit / max(1, got + wanted)
            yield f"{figure:20s} P {precision:.3f}  R {recall:.3f}  F1 {score:.3f}  ({got} found, {wanted} wanted)"


def reader(name: str, folder: Path) -> Reader:
    """A reader by its name."""
    network = Model(folder)
    both = Composed(names=Typed(Rules(), network), attributions=United(Rules(), network))
    return both if name == "both" else Composed()


def main() -> None:
    """Prints the figures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", type=Path)
    ask.add_argument("--reader", choices=["rules", "model", "both"], default="rules")
    ask.add_argument("--folder", type=Path, default=FOLDER, help="where the model's files lie")
    ask.add_argument("--limit", type=int)
    ask.add_argument("--people", action="store_true")
    asked = ask.parse_args()
    rows = [json.loads(line) for line in asked.file.read_text(encoding="utf8").splitlines()][: asked.limit]
    counts = Counts()
    if asked.people:
        rows = [row for row in rows if row["other_annotations"]]
        for row in rows:
            for other in row["other_annotations"]:
                counts.add(annotated(row, other["attributions"]), annotated(row, row["attributions"]))
    else:
        for row in rows:
            counts.add(_found(row, asked), annotated(row, row["attributions"]))
    print(f"{len(rows)} articles, {sum(len(row['attributions']) for row in rows)} attributions")
    print("\n".join(counts.lines()))


def _found(row: dict[str, Any], asked: argparse.Namespace) -> Told:
    if asked.reader == "model":
        return seen(row["text"], looked(row["text"], asked.folder))
    reading: Reading = reader(asked.reader, asked.folder).read([article(row)])[0]
    return ruled(row["text"], reading.attributions)


if __name__ == "__main__":
    main()
