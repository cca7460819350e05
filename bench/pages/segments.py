"""Segment precision, recall and F over the 990 pages of `segments.jsonl.gz`, ours and the peers' in one run.

    python bench/pages/segments.py ../shared/data/pages [--systems NAME,...] [--peers PYTHON] [--misses N] [--every N]

A piece that must come out (`with`) and stands in the text is a true positive; one that must not (`without`) and does
is a false positive: the counting of trafilatura's own comparison, which gives trafilatura its published 0.924.
Blanks of any kind count as one on both sides. A headline is looked for in our text as it stands, for the
articles' text opens with it. `tune` are the pages with
even index, `check` those with odd; `--every 16` takes every sixteenth page; pages/s are of one process, its own time.
Our layout forest was learnt from these pages: the figures to quote are those of `training/layout.py --measure`. Titles
are right where their letters and digits are the declared ones'.
"""

from __future__ import annotations

import argparse
import gzip
import json
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from systems import OURS, PEERS, Found, run  # type: ignore[import-not-found]  # beside this script

PEER_NAMES = "trafilatura,readability-lxml,resiliparse,justext,newspaper4k"


def load(file: Path) -> list[dict[str, Any]]:
    """The rows of a packed JSON lines file."""
    with gzip.open(file, "rt", encoding="utf8") as lines:
        return [json.loads(line) for line in lines]


def score(pages: Sequence[dict[str, Any]], found: Sequence[Found]) -> tuple[float, float, float]:
    """Precision, recall and F of the segments."""
    hits = wrong = misses = 0
    for page, said in zip(pages, found, strict=True):
        text = _blanks(said.text)
        inside = [_blanks(piece) in text for piece in page["with"] or []]
        hits += sum(inside)
        misses += len(inside) - sum(inside)
        wrong += sum(_blanks(piece) in text for piece in page["without"] or [])
    precision, recall = hits / max(1, hits + wrong), hits / max(1, hits + misses)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def titles(pages: Sequence[dict[str, Any]], found: Sequence[Found]) -> str:
    """The share of declared titles that were given."""
    asked = [(page["title"], said.title) for page, said in zip(pages, found, strict=True) if page["title"]]
    right = sum(_plain(title) == _plain(said or "") for title, said in asked)
    return f"{right / len(asked):.3f}" if any(said for _, said in asked) else "-"


def _blanks(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    return re.sub(r"\W", "", text).lower()


def show_misses(pages: Sequence[dict[str, Any]], found: Sequence[Found], count: int) -> None:
    """The tune half's misses."""
    for index, (page, said) in enumerate(zip(pages, found, strict=True)):
        lost = [piece for piece in page["with"] or [] if piece not in said.text]
        kept = [piece for piece in page["without"] or [] if piece in said.text]
        if index % 2 == 0 and (lost or kept) and count > 0:
            count -= 1
            print(f"{index} {page['url']} {len(said.text)}\n   lost {lost}\n   kept {kept}")


def main() -> None:
    """Prints one line a system."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--systems", default=f"{OURS},{PEER_NAMES}")
    ask.add_argument("--peers", type=Path, default=PEERS)
    ask.add_argument("--misses", type=int, default=0)
    ask.add_argument("--every", type=int, default=1)
    asked = ask.parse_args()
    pages = load(asked.folder / "segments.jsonl.gz")[:: asked.every]
    print(f"{len(pages)} pages      precision  recall       F    tune F  check F  titles  pages/s")
    for system in asked.systems.split(","):
        found = run(system, pages, asked.peers)
        if asked.misses:
            show_misses(pages, found, asked.misses)
        halves = [score(pages[half::2], found[half::2])[2] for half in (0, 1)]
        figures = "".join(f"{figure:9.4f}" for figure in (*score(pages, found), *halves))
        pace = len(pages) / sum(said.seconds for said in found)
        print(f"{system:18s} {figures}  {titles(pages, found):>6s} {pace:8.1f}")


if __name__ == "__main__":
    main()
