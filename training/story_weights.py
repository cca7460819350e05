"""Learns the weights of `stories/weights.toml`: what speaks for two articles telling one story.

    python training/story_weights.py ../shared/data [-o src/onrecord/stories/weights.toml]

Reads the training part of ECB+ (`stories/train.jsonl`): 25 topics, two look-alike stories each. The topics are dealt
into five piles, twice; one example is a pair of articles of one pile with the features of `stories/evidence.py`, a
pair of look-alikes counting LOOK times. The model is a logistic regression. Prints the B-cubed F1 of the stories of
each pile, gathered with weights that have seen none of its topics, for some thresholds.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))
from onrecord import readings, stories
from onrecord.nouns import Theme
from onrecord.stories.evidence import NAMES, features
from onrecord.stories.linkage import Likenesses, clusters, settled
from onrecord.stories.opposition import Profiles
from stories import article, b_cubed, load

PILES, DEALS, LOOK = 5, 2, 3.0
L2, ROUNDS = 2e-4, 30
THRESHOLDS = (0.25, 0.3, 0.35, 0.38, 0.42, 0.46, 0.5, 0.55, 0.6)

Floats = NDArray[np.float64]


class Pile(NamedTuple):
    """Articles gathered at once, and their pairs."""

    themes: Sequence[Theme]
    story: Sequence[str]
    low: NDArray[np.int64]
    high: NDArray[np.int64]
    rows: Floats
    same: NDArray[np.bool_]
    weight: Floats


def pile(rows: Sequence[Mapping[str, Any]]) -> Pile:
    """A pile of rows of the set."""
    articles = [article(row) for row in rows]
    themes = [stories.theme(a, readings.read(a)[0])[0] for a in articles]
    found = list(features(themes, list(range(len(themes)))))
    low = np.concatenate([near for _, near, _, _ in found])
    high = np.concatenate([np.full(len(near), at) for at, near, _, _ in found])
    story, topic = (np.array([row[name] for row in rows]) for name in ("subtopic", "topic"))
    weight = np.where(topic[low] == topic[high], LOOK, 1.0)
    pairs = np.concatenate([pairs for _, _, _, pairs in found])
    return Pile(themes, story.tolist(), low, high, pairs, story[low] == story[high], weight)


def deal(rows: Sequence[Mapping[str, Any]], seed: int) -> list[list[Mapping[str, Any]]]:
    """The rows in PILES piles, whole topics, in an order of their own."""
    topics = sorted({row["topic"] for row in rows})
    random.Random(seed).shuffle(topics)
    of = {topic: at % PILES for at, topic in enumerate(topics)}
    return [[row for row in rows if of[row["topic"]] == number] for number in range(PILES)]


def learn(piles: Sequence[Pile]) -> tuple[Floats, float]:
    """Weights and bias of a logistic regression, by Newton's method on standardised features."""
    rows = np.concatenate([one.rows for one in piles])
    same, weight = (np.concatenate([one[at] for one in piles]).astype(float) for at in (5, 6))
    mean, spread = rows.mean(0), rows.std(0) + 1e-9
    given = np.hstack([(rows - mean) / spread, np.ones((len(rows), 1))])
    found = np.zeros(given.shape[1])
    ridge = np.append(np.full(rows.shape[1], L2), 0.0) * weight.sum()
    for _ in range(ROUNDS):
        chance = 1 / (1 + np.exp(-given @ found))
        slope = given.T @ (weight * (chance - same)) + ridge * found
        bend = (given * (weight * chance * (1 - chance))[:, None]).T @ given + np.diag(ridge + 1e-9)
        found = found - np.linalg.solve(bend, slope)
    weights = found[:-1] / spread
    return weights, float(found[-1] - weights @ mean)


def gathered(one: Pile, weights: Floats, bias: float, least: float) -> list[int]:
    """The story of each article of a pile."""
    chance = np.round(1 / (1 + np.exp(-(one.rows @ weights + bias))), 9)
    order = np.lexsort((one.high, one.low))
    alike = Likenesses(one.low[order], one.high[order], chance[order])
    alone = list(range(len(one.themes)))
    groups = settled(alike, clusters(alike, [[at] for at in alone], least, Profiles(one.themes, alone)))
    of = {at: number for number, group in enumerate(groups) for at in group}
    return [of[at] for at in alone]


def report(name: str, scored: Sequence[tuple[Pile, Floats, float]]) -> None:
    """Prints the mean B-cubed F1 of some piles."""
    f1 = [np.mean([b_cubed(gathered(*one, least), one[0].story)[2] for one in scored]) for least in THRESHOLDS]
    print(f"{name:26s}" + " ".join(f"{least:.2f}:{value:.3f}" for least, value in zip(THRESHOLDS, f1, strict=True)))


HEAD = """\
# Learnt weights: what speaks for two articles telling one story. Made by training/story_weights.py from the training
# part of ECB+ (575 articles, CC BY 3.0): a logistic regression over the features of stories/evidence.py.
"""


def main() -> None:
    """Learns, reports, writes the weights."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("-o", "--out", type=Path)
    asked = ask.parse_args()
    train = load(asked.data / "stories" / "train.jsonl")
    deals = [[pile(rows) for rows in deal(train, seed)] for seed in range(DEALS)]
    unseen = [(one, *learn([other for other in piles if other is not one])) for piles in deals for one in piles]
    report("train, out of fold", unseen)
    weights, bias = learn([one for piles in deals for one in piles])
    report("dev", [(pile(load(asked.data / "stories" / "dev.jsonl")), weights, bias)])
    lines = [f'"{name}" = {weight:.3f}' for name, weight in zip(NAMES, weights, strict=True)]
    print("\n".join(lines))
    if asked.out:
        told = "\n".join([HEAD + f"bias = {bias:.3f}", "", "[weights]", *lines])
        asked.out.write_text(told + "\n", encoding="utf8")


if __name__ == "__main__":
    main()
