"""Learns the forest of `articles/layout.json`: which pieces of an HTML page are its article's body, from their layout.

    PYTHON training/layout.py ../shared/data/pages [-o src/onrecord/articles/layout.json] [--measure]

PYTHON is that of an environment of its own with this project, lightgbm and lxml. Reads `segments.jsonl.gz`, whose
pieces that must and must not come out label the blocks they stand in, and `readability.jsonl.gz`, whose expected HTML
labels every block. What is learnt from are the columns of `articles/layout.py`, no word of any page. Everything is
seeded; the same data give the same file.

With `--measure` the two benches are run out of fold: the pages are parted by host into FOLDS, and each page is cut with
the forest learnt from the other folds. Those are the figures to quote; the file is learnt from all pages.
"""

from __future__ import annotations

import argparse
import hashlib
import re
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch
from urllib.parse import urlsplit

import lightgbm
import msgspec
import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent.parent / "bench" / "pages"))
import readability  # type: ignore[import-not-found]  # in bench/pages
import segments  # type: ignore[import-not-found]
import systems  # type: ignore[import-not-found]

from onrecord.articles import judging
from onrecord.articles.forest import UNIT, Forest, read_forest
from onrecord.articles.layout import NAMES, describe
from onrecord.articles.markup import by_rules
from onrecord.articles.metadata import from_markup
from onrecord.articles.stream import read

FOLDS = 5
TREES, DEPTH = 140, 5
SHARE = 2.0
"""Weight of a page of `readability` in pages of `segments`, which label some six blocks each."""
SETTINGS = {
    "objective": "binary", "max_depth": DEPTH, "num_leaves": 2**DEPTH, "learning_rate": 0.07, "min_data_in_leaf": 25,
    "feature_fraction": 0.5, "bagging_fraction": 0.8, "bagging_freq": 1, "lambda_l2": 3, "seed": 7,
    "deterministic": True, "force_row_wise": True, "num_threads": 1, "verbose": -1,
}  # fmt: skip
WIDEST = 3
"""Blocks beyond which a piece that must come out tells too little of where it stands."""
LONG = 25
"""Characters from which a block that stands in a piece is labelled by it."""
NEVER = 2**31 - 1


class Labelled(NamedTuple):
    """The labelled blocks of a page: rows, 1 for body and 0 for none, weights."""

    host: str
    rows: NDArray[np.int32]
    labels: NDArray[np.int64]
    weights: NDArray[np.float64]


def host_of(page: dict[str, Any]) -> str:
    """The host that a page counts to; its id where it has no address."""
    return urlsplit(page.get("url") or "").netloc.removeprefix("www.") or str(page.get("id"))


def fold_of(page: dict[str, Any]) -> int:
    """The fold of a page's host."""
    return int(hashlib.md5(host_of(page).encode()).hexdigest(), 16) % FOLDS


def labelled(page: dict[str, Any]) -> Labelled | None:
    """The labelled blocks of a page, headlines left out; None where it has none."""
    stream = read(page["html"])
    blocks = by_rules(stream)
    if not blocks:
        return None
    declared = from_markup(stream.metas, stream.title, stream.scripts).body
    rows = describe(stream, blocks, [declared] if declared else [])
    texts = [plain(block.text) for block in blocks]
    labels, weights = (of_expected if "expected_html" in page else of_pieces)(page, texts)
    chosen = (labels >= 0) & np.array([block.hint != "headline" for block in blocks])
    return Labelled(host_of(page), rows[chosen], labels[chosen], weights[chosen]) if chosen.any() else None


def of_expected(page: dict[str, Any], texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """A block is body where its words stand in the expected HTML; it weighs its share of the body's words."""
    expected = f" {plain(readability.shown(page['expected_html']))} "
    labels = np.array([int(bool(text) and f" {text} " in expected) for text in texts])
    words = np.array([max(1, text.count(" ") + 1) for text in texts], dtype=float)
    return labels, 6 * SHARE * words / max(1.0, float(words[labels == 1].sum()))


def of_pieces(page: dict[str, Any], texts: Sequence[str]) -> tuple[NDArray[np.int64], NDArray[np.float64]]:
    """A block is what the piece is that it holds or stands in; blocks that both kinds claim are left out."""
    labels, weights = np.full(len(texts), -1), np.zeros(len(texts))
    for label, pieces in ((1, page["with"] or []), (0, page["without"] or [])):
        for piece in filter(None, map(plain, pieces)):
            hits = [place for place, text in enumerate(texts) if text and touches(piece, text)]
            for hit in hits if label == 0 or len(hits) <= WIDEST else ():
                labels[hit] = label if labels[hit] in (-1, label) else -2
                weights[hit] = 1 / len(hits)
    return labels, weights


def touches(piece: str, text: str) -> bool:
    """Whether a block holds a piece, or is a good part of it."""
    return piece in text or (len(text) >= LONG and text in piece)


def plain(text: str) -> str:
    """The words of a text."""
    return " ".join(re.findall(r"\w+", text.lower()))


def learn(pages: Iterable[Labelled]) -> Forest:
    """The forest of some pages."""
    chosen = list(pages)
    data = lightgbm.Dataset(
        np.concatenate([page.rows for page in chosen]),
        np.concatenate([page.labels for page in chosen]),
        weight=np.concatenate([page.weights for page in chosen]),
    )
    trees = lightgbm.train(SETTINGS, data, TREES).dump_model()["tree_info"]
    columns, bounds, leaves = zip(*(_complete(tree["tree_structure"]) for tree in trees), strict=True)
    return Forest(names=list(NAMES), columns=list(columns), bounds=list(bounds), leaves=list(leaves))


def _complete(root: dict[str, Any]) -> tuple[list[int], list[int], list[int]]:
    """A tree as a complete one: a leaf above the lowest level is asked questions that all answer alike."""
    columns, bounds, level = [], [], [root]
    for _ in range(DEPTH):
        below = []
        for node in level:
            asks = "split_feature" in node
            columns.append(int(node["split_feature"]) if asks else 0)
            bounds.append(int(np.floor(node["threshold"])) if asks else NEVER)
            below += [node["left_child"], node["right_child"]] if asks else [node, node]
        level = below
    return columns, bounds, [round(UNIT * float(node["leaf_value"])) for node in level]


def measure(folder: Path, told: dict[str, list[Labelled | None]]) -> None:
    """Prints the figures of both benches, each page cut with the forest of the other folds."""
    every = {name: segments.load(folder / f"{name}.jsonl.gz") for name in told}
    found: dict[str, list[Any]] = {name: [None] * len(pages) for name, pages in every.items()}
    extract = systems.onrecord()
    for fold in range(FOLDS):
        others = (
            one for name, pages in every.items() for page, one in zip(pages, told[name], strict=True)
            if one is not None and fold_of(page) != fold
        )  # fmt: skip
        grown = read_forest(msgspec.json.encode(learn(others)), NAMES)
        with patch.object(judging, "forest", lambda grown=grown: grown):
            for name, pages in every.items():
                for place, page in enumerate(pages):
                    if fold_of(page) == fold:
                        found[name][place] = extract(page["html"], page.get("url") or "")
    print("segments: precision, recall, F", *(f"{n:.4f}" for n in segments.score(every["segments"], found["segments"])))
    scores = readability.score(every["readability"], found["readability"])
    print(f"readability: F1 {sum(scores) / len(scores):.4f}")


def main() -> None:
    """Learns the file from all pages, or measures out of fold."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("-o", "--out", type=Path, default=Path("src/onrecord/articles") / judging.FILE)
    ask.add_argument("--measure", action="store_true")
    asked = ask.parse_args()
    told = {
        name: [labelled(page) for page in segments.load(asked.folder / f"{name}.jsonl.gz")]
        for name in ("segments", "readability")
    }
    if asked.measure:
        measure(asked.folder, told)
        return
    forest = learn(one for pages in told.values() for one in pages if one is not None)
    asked.out.write_bytes(msgspec.json.encode(forest) + b"\n")


if __name__ == "__main__":
    main()
