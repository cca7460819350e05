"""Scores the model's heads where no rule has a part: names and directed sentiment.

    python bench/readings/heads.py ../shared/data [--folder DIR] [--limit N]

Names: exact spans on the first 100 held documents of worldwide_ner (bench/names.py has the split), over its nine
classes and over people, bodies and places.
Sentiment: macro F1 over five classes on the `valid` part.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import sys
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2] / "training" / "reader"))
import corpora
from corpora import Annotated

from onrecord.models.seen import FOLDER, feelings, see

REPORTED = 100
CLASSES = 5


def names(texts: list[Annotated], folder: Path) -> dict[str, list[int]]:
    """Right, found, wanted, by class."""
    counts: dict[str, list[int]] = {}
    for text in texts:
        found = {(one.start, one.end, one.kind) for one in see(text.text, text.sentences, text.quotes, folder).names}
        gold = {(*extent, kind) for extent, kind in text.names or ()}
        for n, spans in enumerate((found & gold, found, gold)):
            for _, _, kind in spans:
                counts.setdefault(kind, [0, 0, 0])[n] += 1
    return counts


def sentiment(data: Path, folder: Path, limit: int | None) -> dict[int, list[int]]:
    """Right, found, wanted, by label."""
    counts = {label: [0, 0, 0] for label in range(CLASSES)}
    for pair in list(corpora.sentiment(data, "valid"))[:limit]:
        (chances,) = feelings(pair.text, [(pair.p, pair.q)], folder)
        best = max(range(CLASSES), key=lambda label: chances[label])
        counts[best][0] += best == pair.label
        counts[best][1] += 1
        counts[pair.label][2] += 1
    return counts


def f1(counts: list[int]) -> float:
    """F1 of right, found, wanted."""
    return 2 * counts[0] / max(1, counts[1] + counts[2])


def main() -> None:
    """Prints the figures."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("--folder", type=Path, default=FOLDER)
    ask.add_argument("--limit", type=int)
    asked = ask.parse_args()
    held = sorted(
        corpora.worldwide(asked.data, held=True), key=lambda text: hashlib.sha256(text.name.encode()).hexdigest()
    )
    told = names(held[: asked.limit or REPORTED], asked.folder)
    for group, kinds in (
        ("all nine", sorted(told)),
        ("people, bodies, places", ["Person", "Organization", "Location"]),
    ):
        total = Counter({n: sum(told.get(kind, [0, 0, 0])[n] for kind in kinds) for n in range(3)})
        print(f"names, {group}: F1 {f1([total[0], total[1], total[2]]):.3f} ({total[2]} wanted)")
    print("  " + ", ".join(f"{kind} {f1(counts):.3f}" for kind, counts in sorted(told.items())))
    felt = sentiment(asked.data, asked.folder, asked.limit)
    each = [f1(counts) for counts in felt.values()]
    print(f"sentiment: macro F1 {sum(each) / CLASSES:.3f} ({', '.join(f'{one:.3f}' for one in each)})")
    print(json.dumps({"names": told, "sentiment": felt}))


if __name__ == "__main__":
    main()
