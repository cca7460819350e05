"""Learns `src/onrecord/articles/flattened.json`: what each piece of a flattened page is, by what it and its neighbours
look like. Numbers of layout only, no words; learnt on the pages of flattened_pages.py, none of which is in the bench.

    python training/flattened.py ../shared/data/pages --peers PYTHON --trainer PYTHON

PEERS is the interpreter of bench/pages/systems.py; TRAINER one that has catboost and numpy:

    uv venv /tmp/trainer/.venv && uv pip install --python /tmp/trainer/.venv/bin/python catboost==1.2.10 numpy
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
from flattened_pages import sources  # type: ignore[import-not-found]  # beside this script
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent.parent / "bench" / "pages"))
from flattening import LAYOUTS, Made, Part, Source, make  # type: ignore[import-not-found]

from onrecord.articles.blocks import from_text
from onrecord.articles.flattened import finer
from onrecord.articles.kinds import Line, label
from onrecord.articles.seams import pieces
from onrecord.articles.sequences import BODY, FIRST, INSIDE, LAST, OUTSIDE
from onrecord.articles.traits import traits

PAGES = 330
"""Flattened pages a layout, of 1 to 4 sources each."""
KEPT = {"kept": 0.35, "lost": 0.12, "one line": 0.12}
"""Share of the pieces that are learnt from; those at the edges of a body always are."""
UNSURE = 0.3
"""Weight of a piece that counts neither way: it is no body of ours."""

Rows = tuple[NDArray[np.int64], NDArray[np.int8], NDArray[np.float32]]
"""Traits, answers and weights."""


def answers(made: Made, lines: Sequence[Line]) -> tuple[NDArray[np.int8], NDArray[np.float32]]:
    """What each piece is, by most of its characters, and how sure that is."""
    kinds, weights = np.zeros(len(made.text), np.int8), np.zeros(len(made.text), np.float32)
    bounds = {number: [at for at, own in enumerate(made.sources) if own == number and made.parts[at] == Part.BODY]
              for number in set(made.sources)}  # fmt: skip
    for at, ((start, end), part, number) in enumerate(zip(made.extents, made.parts, made.sources, strict=True)):
        inside = bounds[number][0] <= at <= bounds[number][-1]
        kinds[start:end] = BODY if part == Part.BODY else INSIDE if inside else OUTSIDE
        weights[start:end] = UNSURE if part == Part.EITHER else 1
    found, sure = [], []
    for line in lines:
        counts = np.bincount(kinds[line.block.start : line.block.end], minlength=3)
        found.append(counts.argmax())
        sure.append(weights[line.block.start : line.block.end].mean() * counts.max() / counts.sum())
    told = np.array(found, np.int8)
    for own in bounds.values():
        start, end = made.extents[own[0]][0], made.extents[own[-1]][1]
        body = [at for at, line in enumerate(lines) if told[at] == BODY and _within(line, start, end)]
        if len(body) > 1:
            told[body[0]], told[body[-1]] = FIRST, LAST
    return told, np.array(sure, np.float32)


def _within(line: Line, start: int, end: int) -> bool:
    return (line.block.end or 0) > start and (line.block.start or 0) < end


def rows(found: Sequence[Source]) -> Iterator[Rows]:
    """The rows of each page made of the sources."""
    for layout in LAYOUTS:
        dice = random.Random(f"layout {layout}")
        for number in range(PAGES):
            made = make(dice.sample(found, 1 + number % 4), layout)
            lines = finer(label(pieces(from_text(made.text))))
            numbers = traits(made.text, lines)
            told, sure = answers(made, lines)
            edge = told >= FIRST
            edge |= np.append(edge[1:], False) | np.append(False, edge[:-1])
            chosen = edge | np.array([dice.random() < KEPT[layout] for _ in lines])
            yield numbers[chosen], told[chosen], (sure * (1 + np.log1p(numbers[:, 0]) / 2) / 2)[chosen]


def main() -> None:
    """Writes the forest."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--peers", type=Path, default=Path("/tmp/peers/.venv/bin/python"))
    ask.add_argument("--trainer", type=Path, default=Path("/tmp/trainer/.venv/bin/python"))
    ask.add_argument("-o", "--out", type=Path, default=Path("src/onrecord/articles/flattened.json"))
    asked = ask.parse_args()
    found = sources(asked.folder, asked.peers)
    parts = list(zip(*rows(found), strict=True))
    numbers, told, sure = (np.concatenate(part) for part in parts)
    print(f"{len(found)} pages, {len(told)} pieces", file=sys.stderr)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "rows.npz"
        np.savez(file, numbers=numbers, told=told, sure=sure)
        subprocess.run([asked.trainer, Path(__file__).with_name("flattened_forest.py"), file, asked.out], check=True)


if __name__ == "__main__":
    main()
