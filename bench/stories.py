"""Stories told apart on ECB+: every topic holds two look-alike events (same kind, other place), 16 stories in dev.

    python bench/stories.py ../shared/data/stories [--peer PYTHON] [--misses] [--reader rules]

Scores B-cubed precision, recall and F1 of the stories of dev.jsonl, 197 articles in one pile, and counts the look-alike
pairs of stories merged anywhere. No dates are given. `--peer` names an interpreter that has scikit-learn: TF-IDF
(words and bigrams, sublinear) with average-linkage agglomerative clustering by cosine and with HDBSCAN run on the same
texts, each with the one setting that is best on train.jsonl.
"""

from __future__ import annotations

import argparse
import json
import subprocess
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from onrecord import readers, readings, stories
from onrecord.engines.local import Local
from onrecord.nouns import Article, Region
from onrecord.readings import Reader

BODY: Region = "body"
PEER = """
import json, sys
from sklearn.cluster import HDBSCAN, AgglomerativeClustering
from sklearn.feature_extraction.text import TfidfVectorizer
name, setting = sys.argv[1], float(sys.argv[2])
terms = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2), min_df=2, stop_words="english")
made = terms.fit_transform(json.load(sys.stdin)).toarray()
if name == "agglomerative":
    how = AgglomerativeClustering(None, metric="cosine", linkage="average", distance_threshold=setting)
else:
    how = HDBSCAN(min_cluster_size=int(setting), metric="cosine")
found = how.fit_predict(made)
print(json.dumps([int(label) if label >= 0 else -1 - at for at, label in enumerate(found)]))
"""
SETTINGS = {
    "agglomerative": (0.7, 0.75, 0.8, 0.83, 0.86, 0.88, 0.9, 0.92, 0.94, 0.96),
    "hdbscan": (2, 3, 4, 5, 6, 8, 10),
}


def load(path: Path) -> list[dict[str, Any]]:
    """The rows of a part, by id."""
    return sorted((json.loads(line) for line in path.open(encoding="utf8")), key=lambda row: str(row["id"]))


def article(row: Mapping[str, Any]) -> Article:
    """A row as an article, its first line, an address, left out."""
    text = str(row["text"]).partition("\n")[2] if str(row["text"]).startswith("http") else str(row["text"])
    return Article(
        id=row["id"], page=row["id"], place=0, url=None, headline=None, byline=None, outlet=None, agency=None,
        language="en", published=None, updated=None, text=text, places=(), regions=(BODY,) * (text.count("\n") + 1),
    )  # fmt: skip


def ours(articles: Sequence[Article], reader: Reader) -> list[str]:
    """The story of each article, as the pipeline gathers them."""
    themes = {a.id: stories.theme(a, readings.read(a, reader)[0])[0] for a in articles}
    keyed = [(name, key) for name, theme in themes.items() for key in theme.keys]
    by_id = {a.id: a for a in articles}
    of: dict[str, str] = {}
    for group in Local(1).connect([*keyed, *((a.id, a.id) for a in articles)]):
        for story in stories.gather([by_id[i] for i in group], [themes[i] for i in group], []):
            of |= dict.fromkeys(story.articles, story.id)
    return [of[a.id] for a in articles]


def b_cubed(found: Sequence[object], gold: Sequence[object]) -> tuple[float, float, float]:
    """Precision, recall and F1 (Bagga and Baldwin 1998), each article counting once."""
    both, one, other = Counter(zip(found, gold, strict=True)), Counter(found), Counter(gold)
    precision = sum(n * n / one[f] for (f, _), n in both.items()) / len(gold)
    recall = sum(n * n / other[g] for (_, g), n in both.items()) / len(gold)
    return precision, recall, 2 * precision * recall / (precision + recall)


def merged(found: Sequence[object], rows: Sequence[Mapping[str, Any]]) -> int:
    """Topics whose two look-alike stories share a cluster."""
    held = defaultdict(set)
    for label, row in zip(found, rows, strict=True):
        held[label].add((row["topic"], row["subtopic"]))
    twice = (Counter(topic for topic, _ in inside) for inside in held.values())
    return len({topic for counted in twice for topic, number in counted.items() if number > 1})


def peer(python: Path, name: str, setting: float, texts: Sequence[str]) -> list[object]:
    """The clusters of a peer, one label a text."""
    done = subprocess.run(
        [python, "-c", PEER, name, str(setting)], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return list(json.loads(done.stdout))


def tell(name: str, found: Sequence[object], rows: Sequence[Mapping[str, Any]]) -> None:
    """Prints one line."""
    p, r, f = b_cubed(found, [row["subtopic"] for row in rows])
    alike = merged(found, rows)
    print(f"{name:24s} B-cubed P {p:.3f} R {r:.3f} F1 {f:.3f}; {len(set(found))} clusters; look-alikes merged {alike}")


def main() -> None:
    """Prints a line a system."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--peer", type=Path)
    ask.add_argument("--misses", action="store_true")
    ask.add_argument("--reader", default=readers.DEFAULT)
    asked = ask.parse_args()
    train, dev = load(asked.folder / "train.jsonl"), load(asked.folder / "dev.jsonl")
    print(f"{len(dev)} articles, {len({row['subtopic'] for row in dev})} stories")
    found = ours([article(row) for row in dev], readers.pick(asked.reader))
    tell("onrecord", found, dev)
    for name, settings in SETTINGS.items() if asked.peer else ():
        texts, gold = [article(row).text for row in train], [row["subtopic"] for row in train]
        best = max(settings, key=lambda s: b_cubed(peer(asked.peer, name, s, texts), gold)[2])
        tell(f"{name} ({best:g})", peer(asked.peer, name, best, [article(row).text for row in dev]), dev)
    if asked.misses:
        for (label, story), members in sorted(Counter(zip(found, (r["subtopic"] for r in dev), strict=True)).items()):
            print("  ", label[-6:], story, members)


if __name__ == "__main__":
    main()
