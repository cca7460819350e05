"""Learns the weights of `words/name_weights.toml`: what a name names, from what is seen of it and around it.

    python training/name_weights.py ../shared/data [-o src/onrecord/words/name_weights.toml]

Reads the `train` part of `language/worldwide_ner.jsonl` (documents by a hash of their id: see bench/names.py) and, at
a quarter of the weight, the names that a tagger found in `attribution/silver_train.jsonl.gz`. One example is one name
in one article with the features of `readings/name_features.py`; the model is a multinomial logistic regression over
four answers, its weights in hundredths. No text is kept, only words, endings and beginnings of words with their
weights.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import cast

import numpy as np
from numpy.typing import NDArray

sys.path.insert(0, str(Path(__file__).parent.parent / "bench"))
from names import article, bare, bio, held, join
from onrecord.nouns import Extent
from onrecord.readings import name_kinds, names, sentences

ANSWERS = ("person", "organisation", "place", "none")
GOLD = {"Person": 0, "Organization": 1, "Location": 2, "Facility": 2}
SILVER = {"PERSON": 0, "ORGANIZATION": 1, "LOCATION": 2}
SILVER_SHARE = 0.25
RARE = 6
"""Names a feature must be seen at."""
L2, ROUNDS, RATE = 1e-4, 300, 0.1
"""Chosen, like the share of silver, on a fifth of the train part kept aside."""

WORDS = ("f=", "l=", "o=", "w=")
FAINTEST = 10
"""Hundredths below which a weight is left out."""

Example = tuple[dict[str, float], int, float]


def examples(text: str, spans: dict[Extent, int], weight: float) -> Iterator[Example]:
    """One example for each name of a text; `spans` are the annotated names and their answers."""
    lines = article(text).lines()
    split, _, sights = names.sighted(text, lines, sentences.split(text, lines))
    seen = name_kinds.observed(text, split, sights, name_kinds.rules(text, split, sights))
    covered = sorted(spans)
    votes: dict[tuple[str, ...], Counter[int]] = defaultdict(Counter)
    for run in sights:
        words = split[run.sentence]
        span = bare(text, (words[run.core].start, words[run.last - 1].end), False)
        answer = spans.get(span)
        if answer is None:
            answer = -1 if any(s < span[1] and span[0] < e for s, e in covered) else 3
        votes[tuple(word.lower for word in words[run.core : run.last])][answer] += 1
    for name, features in seen.items():
        answer = votes[name].most_common(1)[0][0]
        if answer >= 0:
            yield dict(features), answer, weight


def worldwide(path: Path, part: bool) -> Iterator[Example]:
    """The examples of the part that is held out, or of the other."""
    for row in map(json.loads, path.open(encoding="utf8")):
        if held(row["id"]) is not part:
            continue
        text, spans = "", {}
        for sentence in row["sentences"]:
            line, extents = join(sentence["tokens"], len(text) + 1 if text else 0)
            text += ("\n" if text else "") + line
            for first, last, kind in bio(sentence["tags"]):
                spans[bare(text, (extents[first][0], extents[last - 1][1]), kind == "Person")] = GOLD.get(kind, 3)
        if "rtf" not in text[:40]:
            yield from examples(text, spans, 1.0)


def silver(folder: Path) -> Iterator[Example]:
    """The examples of the tagger's names."""
    texts = {row["id"]: row["text"] for row in map(json.loads, (folder / "train.jsonl").open(encoding="utf8"))}
    with gzip.open(folder / "silver_train.jsonl.gz", "rt", encoding="utf8") as file:
        for row in map(json.loads, file):
            text, spans = texts.get(row["id"], ""), {}
            for sentence in row["sentences"]:
                tags = [tag if tag in SILVER else "O" for tag in sentence["ner"]]
                first = 0
                for n in range(1, len(tags) + 1):
                    if n == len(tags) or tags[n] != tags[first]:
                        if tags[first] != "O":
                            span = (sentence["start"][first], sentence["end"][n - 1])
                            spans[bare(text, span, tags[first] == "PERSON")] = SILVER[tags[first]]
                        first = n
            yield from examples(text, spans, SILVER_SHARE)


def doubled(given: list[Example]) -> list[Example]:
    """Each example at half weight as it is, and at half weight without its name's own words: most names are new."""
    known = [(features, answer, weight / 2) for features, answer, weight in given]
    return known + [({f: v for f, v in fs.items() if not f.startswith(WORDS)}, answer, w) for fs, answer, w in known]


class Matrix:
    """Examples as flat arrays: `at` the feature numbers, `value` theirs, `row` whose they are."""

    def __init__(self, given: list[Example], number: dict[str, int]) -> None:
        told = [[(number[f], v) for f, v in features.items() if f in number] for features, _, _ in given]
        self.at = np.array([n for one in told for n, _ in one], dtype=np.int64)
        self.value = np.array([v for one in told for _, v in one])
        self.row = np.repeat(np.arange(len(told)), [len(one) for one in told])
        self.answer = np.array([answer for _, answer, _ in given])
        self.weight = np.array([weight for _, _, weight in given])

    def scores(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        return np.stack(
            [np.bincount(self.row, self.value * weights[self.at, k], len(self.answer)) for k in range(len(ANSWERS))], 1
        )

    def chances(self, weights: NDArray[np.float64]) -> NDArray[np.float64]:
        scores = self.scores(weights)
        raised = np.exp(scores - scores.max(1, keepdims=True))
        return cast(NDArray[np.float64], raised / raised.sum(1, keepdims=True))


def learn(matrix: Matrix, features: int) -> NDArray[np.float64]:
    """Weights of a logistic regression, by full-batch Adam."""
    weights = np.zeros((features, len(ANSWERS)))
    first, second = np.zeros_like(weights), np.zeros_like(weights)
    truth = np.eye(len(ANSWERS))[matrix.answer]
    for step in range(1, ROUNDS + 1):
        error = (matrix.chances(weights) - truth) * matrix.weight[:, None] / matrix.weight.sum()
        slope: NDArray[np.float64] = np.stack(
            [np.bincount(matrix.at, matrix.value * error[matrix.row, k], features) for k in range(len(ANSWERS))], 1
        )
        slope = slope + L2 * weights
        first, second = 0.9 * first + 0.1 * slope, 0.999 * second + 0.001 * slope**2
        weights -= RATE * (first / (1 - 0.9**step)) / (np.sqrt(second / (1 - 0.999**step)) + 1e-9)
    return weights


def report(matrix: Matrix, weights: NDArray[np.float64]) -> str:
    """Accuracy, and P and R of each answer."""
    best = matrix.scores(weights).argmax(1)
    lines = [f"accuracy {(best == matrix.answer).mean():.3f} of {len(best)} names"]
    for k, name in enumerate(ANSWERS):
        right = ((best == k) & (matrix.answer == k)).sum()
        lines.append(f"{name:13} P {right / (best == k).sum():.3f} R {right / (matrix.answer == k).sum():.3f}")
    return "\n".join(lines)


HEAD = """# Learnt weights: what a name names, by what is seen of it and around it. Made by
# training/name_weights.py from the train part of worldwide_ner and the silver names of PolNeAR's training part. Each
# line: a feature (readings/name_features.py) and its weights in hundredths for person, organisation, place and none
# of these.
"""


def main() -> None:
    """Learns, reports on the part held out, writes the weights."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("data", type=Path)
    ask.add_argument("-o", "--out", type=Path)
    asked = ask.parse_args()
    near = asked.data / "language" / "worldwide_ner.jsonl"
    train = doubled(list(worldwide(near, False)) + list(silver(asked.data / "attribution")))
    counts = Counter(feature for features, _, _ in train for feature in features)
    kept = sorted(f for f, seen in counts.items() if seen >= (RARE * 2 // 3 if f.startswith(WORDS) else RARE))
    number = {feature: n for n, feature in enumerate(kept)}
    weights = learn(Matrix(train, number), len(number))
    test = Matrix(list(worldwide(near, True)), number)
    print(len(train) // 2, "names,", len(number), "features\n" + report(test, weights))
    hundredths = np.clip(np.rint(100 * weights), -999, 999).astype(int)
    hundredths[abs(hundredths).max(1) < FAINTEST] = 0
    rows = [f"{f} {' '.join(map(str, hundredths[n]))}" for f, n in number.items() if hundredths[n].any()]
    print(len(rows), "kept\n" + report(test, hundredths / 100))
    if asked.out:
        asked.out.write_text(f"{HEAD}\nweights = '''\n{chr(10).join(rows)}\n'''\n", encoding="utf8")


if __name__ == "__main__":
    main()
