"""Texts told again in other words from beginning to end, beside independent reports of the same events.

    python bench/copies/paraphrased.py [--reader both|rules] [--half tune|held] [--show]

`paraphrased/` holds twelve invented articles (ours), each with a paraphrase that shares no five words in a row with it
and names half of the people by what they are, and with another reporter's account of the same event. They were written
before anything was measured on them; the sixth of them with even places in the order of their names were looked at
while thresholds were set (`tune`), the others not (`held`). A pair of original and paraphrase is to be met (some key in
common), to be kin (judged from the two sketches) and to be told as a copy; no pair with a report is to be told.
"""

from __future__ import annotations

import argparse
import itertools
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

from onrecord import copies
from onrecord.nouns import Article, Region, When
from onrecord.readers import pick

WHERE = Path(__file__).parent / "paraphrased"
KINDS = ("original", "paraphrase", "report")


def article(name: str, kind: str, told: dict[str, Any]) -> Article:
    """One text as the stage sees it; nothing but the day tells which came first."""
    lines = [told["headline"], *told["text"].strip().split("\n")]
    body: list[Region] = ["body"] * (len(lines) - 1)
    when = When(from_=told["day"], to=told["day"], precision="day", edtf=told["day"], text=None, basis="bench")
    return Article(
        id=f"{name} {kind}", page=f"{name} {kind}", place=0, url=None, headline=told["headline"], byline=None,
        outlet=told["outlet"], agency=None, language="en", published=when, updated=None, text="\n".join(lines),
        places=(), regions=("headline", *body),
    )  # fmt: skip


def pile(half: str | None) -> list[Article]:
    """The articles of the stories of that half, of all where none is named."""
    paths = sorted(WHERE.glob("*.toml"))
    taken = {"tune": paths[0::2], "held": paths[1::2], None: paths}[half]
    stories = [(path.stem, tomllib.loads(path.read_text(encoding="utf8"))) for path in taken]
    return [article(name, kind, told[kind]) for name, told in stories for kind in KINDS]


def sort_of(a: Article, b: Article) -> str:
    """What two of the articles are to one another."""
    (one, first), (other, second) = (x.id.split(" ") for x in (a, b))
    if one != other:
        return "unrelated"
    return "copy" if "report" not in (first, second) else "report"


def main() -> None:
    """Prints how many pairs of each sort met, were kin, and were told as copies."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--reader", default="both")
    ask.add_argument("--half", choices=("tune", "held"))
    ask.add_argument("--show", action="store_true")
    asked = ask.parse_args()
    articles = pile(asked.half)
    readings = {one.article: one for one in pick(asked.reader).read(articles)}
    sketches = {a.id: copies.sketch(a, readings[a.id])[0] for a in articles}
    counts: Counter[tuple[str, str]] = Counter()
    for a, b in itertools.combinations(articles, 2):
        sort = sort_of(a, b)
        met = bool(set(sketches[a.id].keys) & set(sketches[b.id].keys))
        row, changes = copies.compare(a, b, [readings[a.id], readings[b.id]])
        counts.update(
            [(sort, "all")] + [(sort, "met")] * met + [(sort, "told")] * (row is not None)
            + [(sort, "kin")] * copies.kin(sketches[a.id], sketches[b.id], crowded=False)
        )  # fmt: skip
        if asked.show and row:
            print(a.id, "|", b.id, row.type, row.direction, row.share, row.confidence, len(changes))
            print(*(f"    {one.why}: {one.before} -> {one.after}" for one in row.evidence), sep="\n")
    for sort in ("copy", "report", "unrelated"):
        of = counts[sort, "all"]
        print(f"{sort:10s} {of:4d} pairs:", *(f"{what} {counts[sort, what]}" for what in ("met", "kin", "told")))


if __name__ == "__main__":
    main()
