"""Scores the reading of attributions against PolNeAR: source, cue and content, word by word.

    python bench/attribution.py DEV.jsonl [--limit N] [--misses cue]

A word (a run of letters and figures) counts as found where any attribution has it in that part. PolNeAR marks no nested
attribution, so what stands inside another attribution's content is left out of what was found, and silences, which
it does not mark either, are left out too. `--misses cue` lists the words of missed cues by how often they are missed.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from onrecord import readings
from onrecord.nouns import Article, Attribution, Extent

WORD = re.compile(r"\w+")
PARTS = ("source", "cue", "content")
SILENT = frozenset(("no_response", "declines"))


def article(row: dict[str, Any]) -> Article:
    """A row's text as one article, all of it body."""
    return Article(
        id=row["id"], page=row["id"], place=0, url=None, headline=None, byline=None, outlet=None, agency=None,
        language="en", published=None, updated=None, text=row["text"], places=(),
        regions=("body",) * (row["text"].count("\n") + 1),
    )  # fmt: skip


def words(text: str, extents: Iterable[Extent]) -> set[int]:
    """The words of these stretches, by where they begin."""
    return {word.start() for start, end in extents for word in WORD.finditer(text, start, end)}


def found(one: Attribution, part: str) -> list[Extent]:
    """The stretches of a part of an attribution."""
    whole: dict[str, list[Extent | None]] = {"source": [one.source], "cue": [one.cue], "content": [*one.content]}
    return [extent for extent in whole[part] if extent]


def measure(rows: Iterable[dict[str, Any]]) -> tuple[dict[str, list[int]], Counter[str], Counter[str]]:
    """Words hit, found and wanted of each part; the words of missed cues and of false ones."""
    counts = {part: [0, 0, 0] for part in PARTS}
    missed: Counter[str] = Counter()
    false: Counter[str] = Counter()
    for row in rows:
        text = row["text"]
        told = [one for one in readings.read(article(row))[0].attributions if one.parent is None]
        told = [one for one in told if one.act not in SILENT]
        for part in PARTS:
            wanted = words(text, (tuple(e) for gold in row["attributions"] for e in gold[part]))
            got = words(text, (extent for one in told for extent in found(one, part)))
            for place, number in enumerate((len(wanted & got), len(got), len(wanted))):
                counts[part][place] += number
            if part == "cue":
                missed.update(_word(text, at) for at in wanted - got)
                false.update(_word(text, at) for at in got - wanted)
    return counts, missed, false


def _word(text: str, at: int) -> str:
    match = WORD.match(text, at)
    return match[0].lower() if match else ""


def main() -> None:
    """Prints precision, recall and F1 of each part."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", type=Path)
    ask.add_argument("--limit", type=int)
    ask.add_argument("--misses", choices=["cue"])
    asked = ask.parse_args()
    rows = [json.loads(line) for line in asked.file.read_text(encoding="utf8").splitlines()][: asked.limit]
    counts, missed, false = measure(rows)
    print(f"{len(rows)} articles, {sum(len(row['attributions']) for row in rows)} attributions")
    for part, (hit, got, wanted) in counts.items():
        precision, recall = hit / max(1, got), hit / max(1, wanted)
        f1 = 2 * precision * recall / max(1e-9, precision + recall)
        print(f"{part:8s} P {precision:.3f}  R {recall:.3f}  F1 {f1:.3f}  ({wanted} words)")
    if asked.misses:
        print("missed:", ", ".join(f"{word} {count}" for word, count in missed.most_common(150)))
        print("false:", ", ".join(f"{word} {count}" for word, count in false.most_common(80)))


if __name__ == "__main__":
    main()
