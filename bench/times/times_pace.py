"""How many expressions of time are found and valued a second, on one core, by processor time.

    python bench/times/times_pace.py FILE...

`FILE` is one of ../shared/data/times/*.jsonl. Two figures: the annotated expressions alone, each as a text of its own,
found and valued; and whole texts, everything in them read, per expression found and per word.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from days import article

from onrecord.times import resolve
from onrecord.times.calendars import stretch_of
from onrecord.times.contexts import Context
from onrecord.times.expressions import find
from onrecord.times.values import value


def main() -> None:
    """Prints both figures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("files", type=Path, nargs="+")
    rows = [json.loads(line) for path in ask.parse_args().files for line in path.read_text("utf8").splitlines()]
    alone = [(row["text"][t["start"] : t["end"]], article(row)) for row in rows for t in row["timexes"]]
    find(" ".join(text for text, _ in alone[:200]))  # patterns are compiled once
    contexts = {a.id: Context(stretch_of(a.published), "the article's date") for _, a in alone}
    began = time.process_time()
    for text, about in alone:
        for words in find(text):
            value(words, contexts[about.id])
    took = time.process_time() - began
    print(f"alone: {len(alone)} in {took:.2f} s: {len(alone) / took:.0f} expressions/s")
    began = time.process_time()
    found = sum(len(resolve([article(row)], [], [], [])[1]) for row in rows)
    took = time.process_time() - began
    words_read = sum(len(row["text"].split()) for row in rows)
    print(f"in texts: {found} in {took:.2f} s: {found / took:.0f} expressions/s, {words_read / took:.0f} words/s")


if __name__ == "__main__":
    main()
