"""Scores times on Microsoft Recognizers' English cases: a sentence, the moment it is said, and the days that are meant.

    python bench/times/recognizers.py ../shared/data/times [--misses]

Read are the cases of `DateTimeModel.json`, month first and day first. In scope are results of type date, daterange and
datetime that tell days: one is found where one of ours overlaps it, and right where ours has exactly its first and
last day. Their conventions are mapped where they say the same in other words: their ranges end before their last day
(or month), a bare weekday or month has its last and its next value (either counts), "since", "before" and "after" have
one end, "in two weeks" is a day of our week, and a date in figures that can be read both ways is right with both in
`edtf`. Out of scope, and counted by reason: times of the day alone, lengths, sets, cases marked as not supported, "now"
and "the day" (no times here), and parts of a month or year, which they make halves of.
"""

from __future__ import annotations

import argparse
import calendar
import json
import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from onrecord.nouns import Article, Time, When
from onrecord.times import resolve

Days = tuple[str | None, str | None]
FOLDERS = ("recognizers-english", "recognizers-english-dmy")
IDLE = re.compile(
    r"(?:now|the (?:day|week|month|year)|(?:the )?end of (?:the )?(?:day|week|month|year)|(?:the )?eo[dmy]"
    r"|as soon as possible|asap)", re.IGNORECASE,
)  # fmt: skip
PART = re.compile(r"\b(?:early|earlier|mid|middle|late|later|start|beginning|end)\b", re.IGNORECASE)
IN_SCOPE = ("date", "daterange", "datetime")


def article(case: dict[str, Any]) -> Article:
    """A case as an article of one line, said at its moment."""
    said = case.get("Context", {}).get("ReferenceDateTime", "2016-11-07T00:00:00")[:10]
    when = When(from_=said, to=said, precision="day", edtf=said, text=None, basis="gold")
    lines = case["Input"].count("\n") + 1
    return Article(
        id="case", page="case", place=0, url=None, headline=None, byline=None, outlet=None, agency=None, language="en",
        published=when, updated=None, text=case["Input"], places=(), regions=("body",) * lines,
    )  # fmt: skip


def meant(result: dict[str, Any]) -> set[Days]:
    """The first and last days that a result allows."""
    out = set()
    for value in (result.get("Resolution") or {}).get("values") or []:
        if "value" in value:
            day = value["value"][:10]
            out.add((day, day))
        else:
            start, end, mod = value.get("start"), value.get("end"), value.get("Mod")
            last = end and _before(end[:10])
            first = start and start[:10]
            out.add((first, last))
            if mod == "after" and first:
                out |= {(_after(first), None)}
            if mod == "until" and end:
                out |= {(None, end[:10])}
    return out


def _unit(when: When, result: dict[str, Any]) -> bool:
    """Whether ours is the week, month or year of their day, or holds both readings, or their range but for its end."""
    lo, hi = (when.from_ or "")[:10], (when.to or "")[:10]
    text = str(result.get("Text", "")).lower()
    for first, last in meant(result):
        if when.edtf.startswith("[") and first and first == last and first in when.edtf:
            return True
        if not (lo and hi and first and last):
            continue
        if first == last and lo <= first <= hi and re.search(r"\b(?:in|ago|hence|from now|later)\b", text):
            return True
        ranges = re.search(r"\b(?:to|till|until|through|and)\b|[-–~]", text)
        if ranges and lo == first and last <= hi <= _month_end(_after(last)):
            return True
    return False


def _month_end(day: str) -> str:
    year, month = int(day[:4]), int(day[5:7])
    return f"{day[:8]}{calendar.monthrange(year, month)[1]:02d}"


def _before(day: str) -> str | None:
    try:
        return (date.fromisoformat(day) - timedelta(days=1)).isoformat()
    except (ValueError, OverflowError):
        return None


def _after(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(days=1)).isoformat()


def told(when: When) -> set[Days]:
    """Ours, also with the end open that our own "since", "after" and "before" close at the day of speech."""
    lo, hi = (when.from_ or "")[:10] or None, (when.to or "")[:10] or None
    out = {(lo, hi)}
    if when.precision in ("since", "after"):
        out.add((lo, None))
    if when.precision in ("before", "until"):
        out.add((None, hi))
    if when.precision == "until" and when.anchor and when.anchor.from_:
        out.add((None, _before(when.anchor.from_[:10])))
    return out


def judged(case: dict[str, Any], result: dict[str, Any], ours: list[Time]) -> str:
    """`right`, `wrong`, `no value`, `not found`, or why it is out of scope."""
    kind = str(result.get("TypeName", "")).removeprefix("datetimeV2.")
    if "NotSupported" in case and "python" in case["NotSupported"]:
        return "out: not supported there either"
    if kind not in IN_SCOPE or not meant(result):
        return f"out: {kind or 'no type'}"
    if IDLE.fullmatch(str(result.get("Text", ""))):
        return "out: now, the day, end of day"
    if PART.search(str(result.get("Text", ""))) and any("Mod" in v for v in result["Resolution"]["values"]):
        return "out: a part of a stretch by another convention"
    over = [t for t in ours if t.span.start <= result["End"] and result["Start"] < t.span.end]
    if not over:
        return "not found"
    if any(told(t.when) & meant(result) or _unit(t.when, result) for t in over):
        return "right"
    return "wrong" if any(t.when.from_ or t.when.to for t in over) else "no value"


def verdicts(folder: Path) -> Iterator[tuple[str, dict[str, Any], dict[str, Any], list[Time]]]:
    """Every result of every case with what was made of it."""
    for name in FOLDERS:
        for case in json.loads((folder / name / "DateTimeModel.json").read_text(encoding="utf-8-sig")):
            ours = resolve([article(case)], [], [], [])[1]
            for result in case.get("Results", []):
                if "Start" in result and "End" in result:
                    yield judged(case, result, ours), case, result, ours


def main() -> None:
    """Prints the share of right values in scope, and all verdicts by count."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--misses", action="store_true")
    asked = ask.parse_args()
    count: Counter[str] = Counter()
    for verdict, case, result, ours in verdicts(asked.folder):
        count[verdict] += 1
        if asked.misses and verdict in ("wrong", "no value", "not found"):
            values = [(t.span.text, t.when.edtf) for t in ours]
            print(
                f"{verdict:9s} {result.get('Text')!r} {sorted(map(str, meant(result)))[:2]} {values} | {case['Input']}"
            )
    scope = sum(number for verdict, number in count.items() if not verdict.startswith("out"))
    print(f"right {count['right'] / max(1, scope):.3f} of {scope} in scope")
    for verdict, number in count.most_common():
        print(f"  {verdict:40s} {number}")


if __name__ == "__main__":
    main()
