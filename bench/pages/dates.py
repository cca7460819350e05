"""The right day of the 800 pages of `dates.jsonl.gz`, ours and the peers' in one run.

    python bench/pages/dates.py ../shared/data/pages [--systems NAME,...] [--peers PYTHON]

`right`: the declared day; `wrong`: another one; the rest said nothing. `onrecord-dates` is `articles.day_of`, which
dates a page whether or not it holds an article. htmldate is asked both for the first and the last day it sees.
`tune` are the pages with even index, `check` those with odd.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from segments import load  # type: ignore[import-not-found]  # beside this script
from systems import PEERS, Found, run  # type: ignore[import-not-found]  # beside this script

ALL = "onrecord-dates,htmldate,htmldate-first,newspaper4k,trafilatura-whole"


def score(pages: Sequence[dict[str, Any]], found: Sequence[Found]) -> tuple[float, float]:
    """Shares of right and of wrong days."""
    right = sum(said.date == page["date"] for page, said in zip(pages, found, strict=True))
    wrong = sum(said.date not in (None, page["date"]) for page, said in zip(pages, found, strict=True))
    return right / len(pages), wrong / len(pages)


def main() -> None:
    """Prints one line a system."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--systems", default=ALL)
    ask.add_argument("--peers", type=Path, default=PEERS)
    asked = ask.parse_args()
    pages = load(asked.folder / "dates.jsonl.gz")
    print(f"{len(pages)} pages             right   wrong   tune (right, wrong)  check (right, wrong)  pages/s")
    for system in asked.systems.split(","):
        found = run(system, pages, asked.peers)
        scores = [*score(pages, found), *score(pages[::2], found[::2]), *score(pages[1::2], found[1::2])]
        pace = len(pages) / sum(said.seconds for said in found)
        print(f"{system:22s}" + "".join(f"{figure:8.4f}" for figure in scores) + f"{pace:9.1f}")


if __name__ == "__main__":
    main()
