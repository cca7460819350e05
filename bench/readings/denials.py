"""Scores denials and silences against a list of our own over PolNeAR dev.

    python bench/readings/denials.py DEV.jsonl [--reader rules|both] [--misses]

`denials.csv` lists, by the hash of an article's id and the place of the cue, what a reader of all sentences of the 84
articles that hold a word of refusing, answering or denying, or an attribution whose content begins with a negation,
holds to be a denial (somebody says that what was said or asked of them or theirs is not so) or a silence (asked, and no
answer, or none on the matter). A row that two careful readers would dispute is `arguable` and counts neither way; one
place with two speakers is two rows. The list was made before the rules were mended to it.
"""

from __future__ import annotations

import argparse
import csv
import hashlib
import json
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).parents[1]))
from attribution import article
from onrecord import readings
from onrecord.models.answering import Model
from onrecord.models.seen import FOLDER
from onrecord.nouns import Attribution
from onrecord.readings import Composed
from onrecord.readings.rules import Rules
from onrecord.readings.united import United

KINDS = {"denies": "denial", "declines": "silence", "no_response": "silence", "evades": "silence"}


class Row(NamedTuple):
    """A denial or silence: code points of its cue, its kind, whether readers would dispute it."""

    start: int
    end: int
    kind: str
    arguable: bool


def wanted() -> dict[str, list[Row]]:
    """The list, by the hash of the article's id."""
    rows: dict[str, list[Row]] = {}
    with Path(__file__).with_suffix(".csv").open(encoding="utf8") as lines:
        for row in csv.DictReader(lines):
            told = Row(int(row["start"]), int(row["end"]), row["kind"], row["how"] == "arguable")
            rows.setdefault(row["article"], []).append(told)
    return rows


def key(name: str) -> str:
    """The hash an article is listed under."""
    return hashlib.sha256(name.encode()).hexdigest()[:12]


def compared(found: Sequence[Attribution], listed: Sequence[Row]) -> Iterator[tuple[str, str, int, int]]:
    """(kind, `right`, `false`, `missed` or `arguable`, start, end) of every row found or listed."""
    left = list(listed)
    for one in found:
        start, end = one.cue or (one.start, one.end)
        hits = [row for row in left if row.kind == KINDS[one.act] and row.start < end and start < row.end]
        if not hits:
            yield KINDS[one.act], "false", start, end
            continue
        if not hits[0].arguable:
            left.remove(hits[0])
        yield KINDS[one.act], "arguable" if hits[0].arguable else "right", start, end
    for row in left:
        if not row.arguable:
            yield row.kind, "missed", row.start, row.end


def main() -> None:
    """Prints precision and recall of both kinds."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("file", type=Path)
    ask.add_argument("--reader", choices=("rules", "both"), default="rules")
    ask.add_argument("--misses", action="store_true")
    asked = ask.parse_args()
    reader = Composed() if asked.reader == "rules" else Composed(attributions=United(Rules(), Model(FOLDER)))
    listed, counts = wanted(), Counter[tuple[str, str]]()
    for row in map(json.loads, asked.file.read_text(encoding="utf8").splitlines()):
        told = readings.read(article(row), reader)[0].attributions
        for kind, how, start, end in compared(
            [one for one in told if one.act in KINDS], listed.get(key(row["id"]), [])
        ):
            counts[kind, how] += 1
            if asked.misses and how in ("false", "missed"):
                print(how, kind, "|", row["text"][max(0, start - 80) : end + 120].replace("\n", " / "))
    for kind in ("denial", "silence"):
        right, false, missed = (counts[kind, how] for how in ("right", "false", "missed"))
        print(
            f"{kind:8} precision {right / max(1, right + false):.3f} ({right + false})  "
            f"recall {right / max(1, right + missed):.3f} ({right + missed})  arguable {counts[kind, 'arguable']}"
        )


if __name__ == "__main__":
    main()
