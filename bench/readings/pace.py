"""How fast the network reads: words a second through all heads, one window at a time, in some processes of one thread.

    python bench/readings/pace.py DEV.jsonl [--workers 2] [--folder DIR] [--spacy PYTHON] [--torch PYTHON WEIGHTS]

Cutting into sentences, quotations and pieces counts. Words are runs of other than white space. Peak memory is that of
the largest process. Two peers in the same run, each in an environment of its own: `--spacy` names an interpreter with
spaCy, whose blank English tokenizer and sentencizer cut the same texts; `--torch` one with torch and numpy, and the
weights that the network was made from, which read the same windows in fp32 (pieces, marks and scores alone).
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import tempfile
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path
from typing import NamedTuple

import numpy as np
from spoken import looked, opened

from onrecord.models import windows
from onrecord.models.pieces import cut
from onrecord.models.seen import FOLDER

WARM = "The mayor said on Monday that the pier would be closed."
PEERS = Path(__file__).with_name("pace_peers.py")


class Spent(NamedTuple):
    """Seconds by the clock, seconds of processor, peak kilobytes, of one process; opening a model does not count."""

    clock: float
    busy: float
    peak: int


def read(texts: Sequence[str], folder: Path) -> Spent:
    """Reads the texts once."""
    looked(WARM, folder)
    clock, busy = time.perf_counter(), time.process_time()
    for text in texts:
        looked(text, folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return Spent(time.perf_counter() - clock, time.process_time() - busy, peak)


def cut_up(texts: Sequence[str], folder: Path) -> Iterator[tuple[list[int], list[int]]]:
    """Pieces and marks of every window of the texts."""
    for text in texts:
        sentences, quotes = opened(text)
        pieces = cut(folder, text, quotes)
        stops = np.searchsorted(pieces.ends, [start for start, _ in sentences], side="right").tolist()
        for one in windows.cut(len(pieces.ids), stops):
            yield pieces.ids[one.start : one.end].tolist(), pieces.marks[one.start : one.end].tolist()


def peers(python: Path, kind: str, shares: Sequence[object]) -> list[Spent]:
    """What a peer spends on each share, all at once, a process each."""
    with tempfile.TemporaryDirectory() as folder:
        running = []
        for n, share in enumerate(shares):
            file = Path(folder) / f"{n}.json"
            file.write_text(json.dumps(share), encoding="utf8")
            running.append(subprocess.Popen([python, PEERS, kind, file], stdout=subprocess.PIPE, text=True))
        return [Spent(*json.loads(one.communicate()[0])) for one in running]


def tell(name: str, words: int, spent: Sequence[Spent]) -> None:
    """Prints a line."""
    clock, busy = max(one.clock for one in spent), sum(one.busy for one in spent)
    peak = max(one.peak for one in spent) / 1024
    print(f"{name:8s} {words / clock:9,.0f} words/s by the clock, {words / busy:9,.0f} a second of processor, "
          f"{peak:.0f} MB at most")  # fmt: skip


def main() -> None:
    """Prints the pace."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", type=Path)
    ask.add_argument("--workers", type=int, default=2)
    ask.add_argument("--folder", type=Path, default=FOLDER)
    ask.add_argument("--spacy", type=Path, metavar="PYTHON")
    ask.add_argument("--torch", type=Path, nargs=2, metavar=("PYTHON", "WEIGHTS"))
    ask.add_argument("--limit", type=int)
    asked = ask.parse_args()
    rows = asked.file.read_text(encoding="utf8").splitlines()[: asked.limit]
    texts = [json.loads(line)["text"] for line in rows]
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words} words, {asked.workers} processes")
    shares = [texts[n :: asked.workers] for n in range(asked.workers)]
    with ProcessPoolExecutor(asked.workers, mp_context=get_context("spawn")) as pool:
        tell("network", words, list(pool.map(read, shares, [asked.folder] * asked.workers)))
    if asked.spacy:
        tell("spaCy", words, peers(asked.spacy, "spacy", shares))
    if asked.torch:
        python, weights = asked.torch
        given = [{"weights": str(weights), "windows": list(cut_up(share, asked.folder))} for share in shares]
        tell("torch", words, peers(python, "torch", given))


if __name__ == "__main__":
    main()
