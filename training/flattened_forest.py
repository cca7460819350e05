"""Fits the forest of training/flattened.py; run by it, in an environment that has catboost.

PYTHON training/flattened_forest.py ROWS.npz OUT.json
"""

from __future__ import annotations

import json
import math
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

ANSWERS = 5
EDGE = 4.0
"""Weight of a body's first and last piece, which are rare and decide most."""
SETTINGS = {
    "iterations": 200, "depth": 6, "learning_rate": 0.15, "loss_function": "MultiClass", "random_seed": 7, "rsm": 0.25,
    "l2_leaf_reg": 10, "border_count": 32, "thread_count": 2, "verbose": False,
}  # fmt: skip


def grown(trees: list[dict[str, Any]]) -> dict[str, Any]:
    """The trees as `articles/oblivious.py` reads them; shallower ones get levels that are never passed."""
    depth = max(len(tree["splits"]) for tree in trees)
    forest: dict[str, Any] = {"features": [], "thresholds": [], "leaves": []}
    for tree in trees:
        splits = tree["splits"]
        missing = depth - len(splits)
        leaves = np.array(tree["leaf_values"]).reshape(-1, ANSWERS)
        forest["features"].append([split["float_feature_index"] for split in splits] + [0] * missing)
        forest["thresholds"].append([math.floor(split["border"]) for split in splits] + [1 << 30] * missing)
        forest["leaves"].append(np.round(np.tile(leaves, (1 << missing, 1)) * 1000).astype(int).tolist())
    return forest


def main() -> None:
    """Reads the rows, writes the forest."""
    catboost = import_module("catboost")
    rows = np.load(sys.argv[1])
    weights = np.where(rows["told"] >= 3, rows["sure"] * EDGE, rows["sure"])
    model = catboost.CatBoostClassifier(**SETTINGS)
    model.fit(rows["numbers"], rows["told"], sample_weight=weights)
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "model.json"
        model.save_model(str(file), format="json")
        trees = json.loads(file.read_text())["oblivious_trees"]
    Path(sys.argv[2]).write_text(json.dumps(grown(trees), separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
