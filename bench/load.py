"""How fast a pile becomes a record, and what it costs: articles and words a second, seconds of processor, peak memory.

    python bench/load.py PAGES... [--workers N] [--dossier]

Cold: a new record in a temporary folder, fresh processes. Reads PAGES (files, folders, JSONL) and keeps nothing.
"""

from __future__ import annotations

import argparse
import os
import resource
import tempfile
import time
from pathlib import Path

from onrecord import web
from onrecord.engines.local import Local
from onrecord.record import Record

MB = 1024 * 1024


def processor() -> float:
    """Seconds of processor of this process and of those it waited for."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def peaks() -> tuple[int, int]:
    """Peak resident memory in MB, of this process and of the largest it waited for."""
    own, others = (resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own // 1024, others // 1024


def main() -> None:
    """Builds once and prints a line a figure."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("pages", nargs="+")
    ask.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    ask.add_argument("--dossier", action="store_true")
    asked = ask.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "record.db"
        began = time.perf_counter()
        with Local(asked.workers) as engine, Record.create(path, engine=engine) as record:
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
