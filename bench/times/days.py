"""Scores `times.resolve` on texts whose expressions of time were annotated by people.

    python bench/times/days.py ../shared/data/times/timebank.jsonl [--misses]

A gold expression whose value is a piece of the calendar (a day, week, month, quarter or year) counts. It is found
where one of ours overlaps it, right where ours means the same days ("since X", "before X": X itself; of "late May", any
part of May, as the annotation gives the whole), wrong where ours means others, and unknown where ours gives no days.
Beside them stands the speed of the whole reading for time on one core.
"""

from __future__ import annotations

import argparse
import calendar
import json
import re
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from onrecord.nouns import Article, Time, When
from onrecord.times import resolve

Days = tuple[str, str]
VALUE = re.compile(r"(\d{4})(?:-(?:(\d\d)(?:-(\d\d))?|W(\d\d)|Q([1-4])))?(?:T\w.*)?")


def days(value: str | None) -> Days | None:
    """The first and last day of a TIMEX3 value, None where it is no piece of the calendar."""
    found = VALUE.fullmatch(value or "")
    if not found:
        return None
    year, month, day, week, quarter = (int(part) if part else None for part in found.groups())
    assert year is not None
    try:
        if week:
            monday = date.fromisocalendar(year, week, 1)
            return monday.isoformat(), (monday + timedelta(days=6)).isoformat()
        first, last = (month, month) if month else (quarter * 3 - 2, quarter * 3) if quarter else (1, 12)
        lo = date(year, first, day or 1)
        return lo.isoformat(), (lo if day else date(year, last, calendar.monthrange(year, last)[1])).isoformat()
    except ValueError:
        return None


def article(row: dict) -> Article:  # type: ignore[type-arg]
    """A text with its date of publication."""
    day = (row["dct"] or "")[:10]
    dated = re.fullmatch(r"\d{4}-\d\d-\d\d", day)
    published = When(from_=day, to=day, precision="day", edtf=day, text=None, basis="gold") if dated else None
    lines = row["text"].count("\n") + 1
    return Article(
        id=row["id"], page=row["id"], place=0, url=None, headline=None, byline=None, outlet=None, agency=None,
        language="en", published=published, updated=None, text=row["text"], places=(), regions=("body",) * lines,
    )  # fmt: skip


def judged(gold: dict, ours: list[Time]) -> str:  # type: ignore[type-arg]
    """`missed`, `unknown`, `right` or `wrong`."""
    over = [t for t in ours if t.span.start < gold["end"] and gold["start"] < t.span.end]
    if not over:
        return "missed"
    meant = [stretch for t in over if (stretch := _meant(t.when))]
    said = days(gold["value"])
    if said and gold.get("mod"):  # "late May" is the whole of May in the annotation
        return "right" if any(said[0] <= lo and hi <= said[1] for lo, hi in meant) else "wrong" if meant else "unknown"
    return "unknown" if not meant else "right" if said in meant else "wrong"


def _meant(when: When) -> Days | None:
    core = when.anchor or when
    return (core.from_[:10], core.to[:10]) if core.from_ and core.to else None


def verdicts(path: Path) -> Iterator[tuple[str, dict, Article, list[Time]]]:  # type: ignore[type-arg]
    """Every gold expression that counts, with what was made of it."""
    for line in path.read_text(encoding="utf8").splitlines():
        row = json.loads(line)
        text = article(row)
        _, ours, _ = resolve([text], [], [], [])
        for gold in row["timexes"]:
            if days(gold["value"]):
                yield judged(gold, ours), gold, text, ours


def main() -> None:
    """Prints the figures of each file and, asked to, what went wrong."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("files", type=Path, nargs="+")
    ask.add_argument("--misses", action="store_true")
    asked = ask.parse_args()
    for path in asked.files:
        began, count = time.perf_counter(), {"right": 0, "wrong": 0, "unknown": 0, "missed": 0}
        seen: dict[str, int] = {}
        for verdict, gold, text, ours in verdicts(path):
            count[verdict] += 1
            seen[text.id] = len(ours)
            if asked.misses and verdict != "right":
                around = text.text[max(0, gold["start"] - 90) : gold["end"] + 40].replace("\n", " ")
                met = [
                    (t.span.text, t.when.edtf)
                    for t in ours
                    if t.span.start < gold["end"] and gold["start"] < t.span.end
                ]
                print(f"{verdict:8s} {gold['value']:12s} {text.published and text.published.from_} {met} | {around}")
        took, total = time.perf_counter() - began, sum(count.values())
        told = "  ".join(f"{name} {number / total:.3f}" for name, number in count.items())
        print(f"{path.stem:10s} {total:5d} gold  {told}  {sum(seen.values()) / took:8.0f} expressions/s")


if __name__ == "__main__":
    main()
