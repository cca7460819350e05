"""Copies traced in a growing pile: articles and pairs a second, peak memory, the growth of time, one article more.

    python bench/copies/scale.py ../shared/data/articles [--sizes 25000 50000 ...] [--workers N] [--peer PYTHON]

A pile of real articles and of passages of about --words words derived from them (see `derived`) is given as rows of
JSON Lines, in steps up to each size, to the code that weaves a record, in a process of its own: every stage up to
`copies`, with a reader of quotation marks and full stops alone (the lexical road). At each size ten articles of the
pile are then taken out and added again, one by one, each with the time it took, and the copies and changes compared
with those there were. The last line's digest is of all copies and changes: one size alone is a build at once.

A line a size: seconds by the clock and of processor (of all processes), articles a second, pairs a second (all
n(n-1)/2 that might be copies), peak memory, the file. At the end the exponent by which time grows, by least squares
over the logarithms. `--peer PYTHON` names an interpreter that has datasketch: its MinHash-LSH (word 5-grams, 128
permutations, threshold 0.5) is timed on the same texts; it gives pairs, not who made what from whom.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import math
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any

import msgspec
from derived import pile  # type: ignore[import-not-found]  # beside this script
from msgspec.structs import replace

from onrecord import weaving
from onrecord.copies.quotations import quoted
from onrecord.copies.texts import split
from onrecord.engines.local import Local
from onrecord.nouns import Article, Change, Copy, Quote, Reading, Source
from onrecord.pages.inputs import gather
from onrecord.store import Store

STAGES = ("imprints", "repeats", "articles", "readings", "sketches", "copies")
ONES = 10
PEER = """
import json, sys, time, resource
from datasketch import MinHash, MinHashLSH
began = time.process_time(); lsh = MinHashLSH(threshold=0.5, num_perm=128); pairs = 0
for number, line in enumerate(line for file in sys.argv[1:] for line in open(file, encoding="utf8")):
    words = json.loads(line)["text"].lower().split(); m = MinHash(num_perm=128)
    m.update_batch([" ".join(words[i:i+5]).encode() for i in range(max(1, len(words)-4))])
    pairs += len(lsh.query(m)); lsh.insert(str(number), m)
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
print(json.dumps({"processor": time.process_time() - began, "pairs": pairs, "here": peak}))
"""


class Marks:
    """Reads quotation marks and full stops, nothing else."""

    name, spreads = "marks-1", True

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """See `Reader`."""
        return [self._read(article) for article in articles]

    def _read(self, article: Article) -> Reading:
        quotes = tuple(Quote(start=start, end=end) for start, end in sorted(quoted(article.text)))
        return Reading(
            article=article.id, reader=self.name, sentences=tuple(split(article.text)), quotes=quotes, mentions=(),
            attributions=(),
        )  # fmt: skip


def processor() -> float:
    """Seconds of processor of this process and of those it waited for."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


class Spent:
    """Seconds of a part of the work, by the clock and of processor; and of this process, by stage."""

    def __init__(self) -> None:
        self.clock, self.processor = time.perf_counter(), processor()
        self.stages: defaultdict[str, float] = defaultdict(float)
        self._last = time.process_time()

    def told(self, stage: str, _: int) -> None:
        """A stage has done one group more: what was spent since is its."""
        now = time.process_time()
        self.stages[stage] += now - self._last
        self._last = now

    def ended(self) -> dict[str, float]:
        """What was spent."""
        return {"clock": time.perf_counter() - self.clock, "processor": processor() - self.processor}


def weave(store: Store, engine: Local, spent: Spent, given: Iterator[tuple[str, Source]], gone: Sequence[str]) -> None:
    """One transaction, as a record makes it."""
    with store.writing():
        store.drop_sources(gone)
        for page, source in given:
            store.put_source(page, source)
        weaving.Weave(store, engine, Marks(), spent.told).run(STAGES)


def digest(store: Store) -> tuple[str, int, int]:
    """A hash of all copies and changes, whatever their order in the store, and their numbers."""
    decoder = msgspec.msgpack.Decoder(tuple[list[Copy], list[Change]])
    hashes, counts = [], Counter[str]()
    for data in store.shelf.results("copies"):
        for rows in decoder.decode(data):
            hashes += [hashlib.blake2b(msgspec.msgpack.encode(row), digest_size=16).digest() for row in rows]
            counts.update(type(row).__name__ for row in rows)
    return hashlib.blake2b(b"".join(sorted(hashes))).hexdigest(), counts["Copy"], counts["Change"]


def woven(files: Sequence[Path], workers: int) -> Iterator[dict[str, Any]]:
    """Weaves files of rows one after the other into one record; after each takes ten pages out and adds them again."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store.create(Path(folder) / "record.db")
        total = Counter[str]()
        for file in files:
            spent = Spent()
            with Local(workers) as engine:
                weave(store, engine, spent, weaving.identify(numbered(file, len(store.sources()))), ())
            total.update(spent.ended())
            own, largest = (
                resource.getrusage(w).ru_maxrss // 1024 for w in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
            )
            built, copies, changes = digest(store)
            sizes = Counter(len(store.groups("family").members(name)) for name in store.groups("family").names())
            crowds = [crowd.uncompared() for crowd in store.links("family").crowds()]
            ones = added_again(store)
            yield {
                **total, "stages": dict(spent.stages), "here": own, "worker": largest, "copies": copies,
                "changes": changes,
                "file": store.path.stat().st_size, "families": sum(sizes.values()), "ones": ones,
                "largest": sorted(sizes.elements())[-3:], "crowds": len(crowds), "uncompared": sum(crowds),
                "faults": len(list(store.shelf.faults())), "same": digest(store)[0] == built, "digest": built,
            }  # fmt: skip
        store.close()


def numbered(file: Path, first: int) -> Iterator[Source]:
    """The rows of a file, each by its number in the whole pile: in how many files it comes must not matter."""
    for number, source in enumerate(gather([str(file)]), start=first):
        yield replace(source, uri=f"pile.jsonl#{number}")


def added_again(store: Store) -> list[dict[str, Any]]:
    """Takes ten pages out, and adds them one by one: what each took."""
    pages = [page for page, _ in store.sources()]
    ones = [(page, store.source(page)) for page in pages[:: len(pages) // ONES][:ONES]]
    with Local() as engine:
        weave(store, engine, Spent(), iter(()), [page for page, _ in ones])
        return [one_more(store, engine, page, source) for page, source in ones if source]


def one_more(store: Store, engine: Local, page: str, source: Source) -> dict[str, Any]:
    """What adding one page takes."""
    spent = Spent()
    weave(store, engine, spent, iter([(page, source)]), ())
    return spent.ended() | {"stages": dict(spent.stages)}


def measured(folder: Path, asked: argparse.Namespace) -> dict[int, dict[str, Any]]:
    """Makes the rows, weaves them in another process, prints what came of each size."""
    found, sizes = {}, sorted(asked.sizes)
    with tempfile.TemporaryDirectory() as place:
        rows = pile(folder, asked.words, asked.seed)
        files = [Path(place) / f"to-{size}.jsonl" for size in sizes]
        for file, before, size in zip(files, (0, *sizes), sizes, strict=False):
            with file.open("w", encoding="utf8") as out:
                out.writelines(json.dumps(row) + "\n" for row in islice(rows, size - before))
        command = [sys.executable, __file__, str(folder), "--workers", str(asked.workers), "--weave", *map(str, files)]
        with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as weaver:
            for size, told in zip(sizes, weaver.stdout or (), strict=False):
                found[size] = json.loads(told)
                print(line(size, found[size]), flush=True)
                if asked.verbose:
                    print(told, flush=True)
        if asked.peer:
            told = subprocess.run([asked.peer, "-c", PEER, *files], capture_output=True, text=True, check=True).stdout
            print(f"datasketch: {json.loads(told)}", flush=True)
    return found


def line(size: int, done: dict[str, Any]) -> str:
    """What came of one size."""
    found = msgspec.convert(done, Found)
    clocks, cpus = ([float(one[name]) for one in found.ones] for name in ("clock", "processor"))
    return (
        f"{size} articles: {found.clock:.0f} s by the clock, {found.processor:.0f} s of processor: "
        f"{size / found.clock:.0f} articles/s, {size * (size - 1) / 2 / found.clock / 1e6:.2f} million pairs/s "
        f"({size * (size - 1) / 2 / found.processor / 1e6:.2f} a second of processor); peak {found.here} MB here, "
        f"{found.worker} MB in the largest worker; file {found.file / 1e6:.0f} MB; {found.copies} copies, "
        f"{found.changes} changes in {found.families} families (largest {found.largest}); {found.crowds} crowded keys, "
        f"{found.uncompared} pairs left uncompared; {found.faults} faults; one article more: "
        f"{statistics.median(clocks):.2f} s (slowest {max(clocks):.2f}), of processor {statistics.median(cpus):.2f} "
        f"({max(cpus):.2f}); the same as built at once: {found.same}"
    )


class Found(msgspec.Struct):
    """What a process found."""

    clock: float
    processor: float
    here: int
    worker: int
    copies: int
    changes: int
    file: int
    families: int
    largest: list[int]
    crowds: int
    uncompared: int
    faults: int
    ones: list[dict[str, Any]]
    same: bool


def exponent(points: Sequence[tuple[float, float]]) -> float:
    """The slope of the line through the logarithms, by least squares."""
    logs = [(math.log(x), math.log(y)) for x, y in points]
    return statistics.linear_regression([x for x, _ in logs], [y for _, y in logs]).slope


def main() -> None:
    """Measures every size and prints a line each."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--sizes", type=int, nargs="+", default=[25_000, 50_000, 100_000, 200_000])
    ask.add_argument("--words", type=int, default=150)
    ask.add_argument("--seed", type=int, default=1)
    ask.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    ask.add_argument("--peer")
    ask.add_argument("--verbose", action="store_true")
    ask.add_argument("--weave", type=Path, nargs="+", help=argparse.SUPPRESS)
    asked = ask.parse_args()
    if asked.weave:
        for done in woven(asked.weave, asked.workers):
            print(json.dumps(done), flush=True)
        return
    found = measured(asked.folder, asked)
    if len(found) > 1:
        for name in ("clock", "processor"):
            grown = exponent([(size, done[name]) for size, done in found.items()])
            print(f"time ({name}) grows with size to the power of {grown:.2f}")


if __name__ == "__main__":
    main()
