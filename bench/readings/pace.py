"""How fast the network reads: words a second through all heads, one window at a time, in some processes of one thread.

    python bench/readings/pace.py DEV.jsonl [--workers 2] [--folder DIR]

Cutting into sentences, quotations and pieces counts. Words are runs of other than white space. Peak memory is that of
the largest process.
"""

from __future__ import annotations

import argparse
import json
import resource
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from spoken import looked

from onrecord.models.seen import FOLDER

WARM = "The mayor said on Monday that the pier would be closed."


def read(texts: Sequence[str], folder: Path) -> tuple[float, float, int]:
    """Seconds by the clock, seconds of processor, peak kilobytes, for reading the texts once; opening the network does
    not count."""
    looked(WARM, folder)
    clock, busy = time.perf_counter(), time.process_time()
    for text in texts:
        looked(text, folder)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return time.perf_counter() - clock, time.process_time() - busy, peak


def main() -> None:
    """Prints the pace."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", type=Path)
    ask.add_argument("--workers", type=int, default=2)
    ask.add_argument("--folder", type=Path, default=FOLDER)
    asked = ask.parse_args()
    texts = [json.loads(line)["text"] for line in asked.file.read_text(encoding="utf8").splitlines()]
    shares = [texts[n :: asked.workers] for n in range(asked.workers)]
    with ProcessPoolExecutor(asked.workers, mp_context=get_context("spawn")) as pool:
        told = list(pool.map(read, shares, [asked.folder] * asked.workers))
    words = sum(len(text.split()) for text in texts)
    print(f"{len(texts)} articles, {words} words, {asked.workers} processes")
    print(f"{words / max(clock for clock, _, _ in told):,.0f} words/s by the clock")
    print(f"{words / sum(busy for _, busy, _ in told):,.0f} words a second of processor")
    print(f"{max(peak for _, _, peak in told) / 1024:.0f} MB at most")


if __name__ == "__main__":
    main()
