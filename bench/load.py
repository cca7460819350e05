"""How fast a pile becomes a record, and what it costs: articles and words a second, seconds of processor, peak memory.

    python bench/load.py PAGES... [--workers N] [--reader rules|both] [--dossier]
    python bench/load.py ROWS.jsonl --growth 2000 4000 8000 [--words 150] [--workers N]

Cold: a new record in a temporary folder, fresh processes. Reads PAGES (files, folders, JSONL) and keeps nothing.

With --growth the rows of a JSONL file (.jsonl or .jsonl.gz), cut at paragraphs into articles of about --words words (0:
as they are), are given in steps up to each of the sizes. At each size: seconds and articles/s of the step, bytes of the
file an article, and what adding one page more takes: a page on nothing of the pile, and ten articles of the rows that
follow, one by one (median and slowest). At the end the exponent by which time grows with size.
"""

from __future__ import annotations

import argparse
import gzip
import io
import json
import math
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from onrecord import readers, web
from onrecord.engines.local import Local
from onrecord.record import Record

MB = 1024 * 1024
ONES = 10
"""Articles that are added one by one at each size."""
LONE = (
    "The Otter Valley Echo\n\nBrass band wins prize in Otterby\nBy Ulla Penn\n3 May 2031\n"
    "The Otterby brass band has won the county prize for the first time in nine years, its leader said on Friday.\n"
    "“We played as if the roof were listening,” Gus Tellin said after the concert in the village hall.\n"
)


def processor() -> float:
    """Seconds of processor of this process and of those it waited for."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def peaks() -> tuple[int, int]:
    """Peak resident memory in MB, of this process and of the largest it waited for."""
    own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own // 1024, others // 1024


def rows(path: Path, words: int) -> Iterator[dict[str, str]]:
    """The rows of a file, each cut at its paragraphs into articles of at least `words` words; its title goes to the
    first."""
    with gzip.open(path, "rt", encoding="utf8") if path.suffix == ".gz" else path.open(encoding="utf8") as lines:
        for row in map(json.loads, lines):
            parts: list[str] = []
            first = True
            for paragraph in row["text"].split("\n") if words else [row["text"]]:
                parts.append(paragraph)
                if sum(len(part.split()) for part in parts) >= words:
                    rest = {name: value for name, value in row.items() if name != "title" or first}
                    yield rest | {"text": "\n".join(parts)}
                    parts, first = [], False


def given(record: Record, articles: list[dict[str, str]], name: str) -> float:
    """Seconds that adding articles takes."""
    data = io.BytesIO("".join(json.dumps(row) + "\n" for row in articles).encode())
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"{name}.jsonl"
        file.write_bytes(data.getvalue())
        began = time.perf_counter()
        record.add([str(file)])
        return time.perf_counter() - began


def growth(path: Path, sizes: list[int], words: int, workers: int) -> None:
    """Adds in steps and prints a line a size."""
    source = rows(path, words)
    spent, size, points = 0.0, 0, []
    with tempfile.TemporaryDirectory() as folder, Local(workers) as engine:
        (Path(folder) / "lone.txt").write_text(LONE, encoding="utf8")
        with Record.create(Path(folder) / "record.db", engine=engine) as record:
            for wanted in sizes:
                step = list(islice(source, wanted - size))
                took = given(record, step, f"to-{wanted}")
                size, spent = size + len(step), spent + took
                began = time.perf_counter()
                record.add([str(Path(folder) / "lone.txt")])
                lone = time.perf_counter() - began
                record.remove(["lone.txt"])
                ones = [given(record, [row], f"one-{size}-{n}") for n, row in enumerate(islice(source, ONES))]
                size += len(ones)
                points.append((math.log(size), math.log(spent)))
                bytes_each = record.path.stat().st_size / size
                print(
                    f"{size} articles: the step of {len(step)} {took:.0f} s ({len(step) / took:.1f}/s), "
                    f"{bytes_each / 1000:.1f} kB an article; one page more: on nothing of the pile {lone:.2f} s, "
                    f"of its own kind {statistics.median(ones):.2f} s (slowest {max(ones):.2f}); peak {peaks()[0]} MB"
                )
                sys.stdout.flush()
    if len(points) > 1:
        (x, y), (z, w) = points[0], points[-1]
        print(f"time grows with size to the power of {(w - y) / (z - x):.2f}")


def main() -> None:
    """Builds once and prints a line a figure."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("pages", nargs="+")
    ask.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    ask.add_argument("--reader", default=readers.DEFAULT)
    ask.add_argument("--dossier", action="store_true")
    ask.add_argument("--growth", type=int, nargs="+")
    ask.add_argument("--words", type=int, default=150)
    asked = ask.parse_args()
    if asked.growth:
        growth(Path(asked.pages[0]), asked.growth, asked.words, asked.workers)
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        began = time.perf_counter()
        with Local(asked.workers) as engine, Record.create(path, engine=engine, reader=asked.reader) as record:
            record.add(asked.pages)
            woven = time.perf_counter() - began
            if asked.dossier:
                web.write(record, Path(folder))
            whole = time.perf_counter() - began
            figures = record.figures()
            words = sum(len(article.text.split()) for article in record.articles())
            faults = record.faults()
        size = path.stat().st_size / MB
    print(f"workers {asked.workers}; pages {figures.pages}, articles {figures.articles}, words {words}")
    print(f"faults of ours: {len(faults)}")
    print(f"woven in {woven:.1f} s: {figures.articles / woven:.1f} articles/s, {words / woven:.0f} words/s")
    print(f"with the dossier {whole:.1f} s" if asked.dossier else "without a dossier")
    print(f"processor {processor():.1f} s; peak memory {peaks()[0]} MB here, {peaks()[1]} MB in the largest worker")
    print(f"record {size:.1f} MB; {figures.statements} statements, {figures.claims} claims, {figures.events} events")


if __name__ == "__main__":
    main()
