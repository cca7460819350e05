"""Scores the record of a pile against its gold record, with the pile's own score.py.

    python bench/quality.py ../shared/piles [--misses SECTION] [--reader rules|both]
    python bench/quality.py bench/blind --score ../shared/piles/score.py

Builds each pile from cold in this process, exports it and prints the figures of all piles side by side. `bench/blind`
holds stories of the project's own, written and annotated without a look at how pages are read: quarry and strait hold
statements and actors alone, so that their other figures mean nothing.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import onrecord
from onrecord import readers
from onrecord.exports import jsonl
from onrecord.nouns import PUBLIC, kind_of

FIGURE = re.compile(r"^(\w+) +(-?\d+\.\d+)$", re.M)


def export(pages: Path, folder: Path, reader: str) -> Path:
    """The exported record of a folder of pages."""
    made = onrecord.build([pages], folder / "record.db", reader=reader)
    with made as record, (folder / "record.jsonl").open("wb") as file:
        for noun in PUBLIC:
            file.writelines(jsonl.lines(record.all(kind_of(noun))))
    return folder / "record.jsonl"


def score(pile: Path, script: Path, misses: str | None, reader: str) -> tuple[dict[str, float], str]:
    """The figures of a pile by name, and what `script`, the piles' score.py, printed."""
    with tempfile.TemporaryDirectory() as folder:
        exported = export(pile / "pages", Path(folder), reader)
        asked = ["--misses", misses] if misses else []
        command: list[str | Path] = [sys.executable, script, exported, pile, *asked]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    return {name: float(value) for name, value in FIGURE.findall(done.stdout)}, done.stdout


def main() -> None:
    """Prints a line a figure, a column a pile."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("piles", type=Path)
    ask.add_argument("--misses", metavar="SECTION")
    ask.add_argument("--reader", default=readers.DEFAULT)
    ask.add_argument("--score", type=Path, help="score.py, where it does not lie beside the piles")
    asked = ask.parse_args()
    piles = sorted(path for path in asked.piles.iterdir() if (path / "gold.json").is_file())
    scored = {}
    for pile in piles:
        began = time.perf_counter()
        scored[pile.name], printed = score(pile, asked.score or asked.piles / "score.py", asked.misses, asked.reader)
        print(f"{pile.name}: {time.perf_counter() - began:.1f} s")
        if asked.misses:
            print(FIGURE.sub("", printed).strip())
    for name in scored[piles[0].name]:
        print(f"{name:22s}" + "".join(f"{figures[name]:10.3f}" for figures in scored.values()))


if __name__ == "__main__":
    main()
