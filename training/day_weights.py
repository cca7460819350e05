"""Learns the weights of `words/day_weights.toml`: which of the days that a page names is that of its publication.

    python training/day_weights.py ../shared/data/pages [-o src/onrecord/words/day_weights.toml]

Reads `dates.jsonl.gz` and the dated pages of `segments.jsonl.gz` that are not in it. One example is one page, its
candidates the days that it names with the features of `articles/days.py` (places, positions and forms, no word of a
page); the model is a conditional logit over the candidates and "none of them", its weights in hundredths. Prints, for
some chances from which a day is taken, the shares of right and wrong days of `dates`, out of fold: no host is in two
folds.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urlsplit

import numpy as np
from numpy.typing import NDArray

from onrecord.articles import clues_on
from onrecord.articles.clues import Clue
from onrecord.articles.days import ANY, DISPUTED, SURE, features_of
from onrecord.nouns import Document

RARE = 3
"""Pages a feature must be seen on."""
L2, ROUNDS, RATE = 0.0015, 300, 0.3
"""Chosen on the out-of-fold answers; L2 counts a page, ANY is free of it."""
FAINTEST = 5
"""Hundredths below which a weight is left out."""
UNDATED = 0.05
"""Weight of a page whose right day is taken out: what it then still names is no answer, for most pages of the set name
their day and the pages of a pile need not."""
FOLDS = 10
CHANCES = (0.0, 0.3, SURE, 0.4, 0.5, 0.6)


Answer = tuple[str | None, float]
"""A day and its chance."""


class Example(NamedTuple):
    """A page: its host, its declared day and the features of each day it names; `weight` is how much it counts."""

    host: str
    day: str
    candidates: dict[str, list[str]]
    weight: float = 1.0


def examples(folder: Path) -> tuple[list[tuple[Example, Example]], int]:
    """Each page as it is and with its right day taken out, and how many of them are those of `dates`."""
    seen: set[str] = set()
    found: list[tuple[Example, Example]] = []
    count = 0
    for name in ("dates", "segments"):
        with gzip.open(folder / f"{name}.jsonl.gz", "rt", encoding="utf8") as lines:
            rows = [json.loads(line) for line in lines]
        found += [_examples(row) for row in rows if row["date"] and row["url"] not in seen]
        seen |= {row["url"] for row in rows}
        count = count or len(found)
    return found, count


def _examples(row: Mapping[str, str]) -> tuple[Example, Example]:
    page = Document(page="page", uri=row["url"] or "", media_type="text/html", captured=None, text=row["html"])
    clues = clues_on(page)
    others = [clue for clue in clues if clue.stamp.day.isoformat() != row["date"]]
    host = urlsplit(row["url"]).netloc.lower().removeprefix("www.")
    return Example(host, row["date"], _named(clues)), Example(host, row["date"], _named(others), UNDATED)


def _named(clues: Sequence[Clue]) -> dict[str, list[str]]:
    return {day.isoformat(): names for day, names in features_of(clues).items()}


def learn(pages: Sequence[Example]) -> dict[str, float]:
    """The weights of the features, by Adam on the whole set."""
    seen = Counter(name for page in pages for name in {name for names in page.candidates.values() for name in names})
    index = {name: at for at, name in enumerate(sorted(name for name, count in seen.items() if count >= RARE))}
    rows, columns, group, right = _arrays(pages, index)
    counted = np.array([page.weight for page in pages])[group]
    weights, free = np.zeros(len(index)), np.ones(len(index))
    free[index[ANY]] = 0
    mean, spread = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, ROUNDS + 1):
        scores = np.bincount(rows, weights[columns], minlength=len(group))
        top = np.zeros(len(pages))
        np.maximum.at(top, group, scores)
        raised = np.exp(scores - top[group])
        chances = raised / (np.exp(-top) + np.bincount(group, raised, minlength=len(pages)))[group]
        slope = (
            np.bincount(columns, ((chances - right) * counted)[rows], minlength=len(index))
            + L2 * len(pages) * weights * free
        )
        mean, spread = 0.9 * mean + 0.1 * slope, 0.999 * spread + 0.001 * slope**2
        rate = RATE * (1 - step / (ROUNDS + 1))
        weights -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(spread / (1 - 0.999**step)) + 1e-8)
    return {name: float(weights[at]) for name, at in index.items()}


def _arrays(
    pages: Sequence[Example], index: Mapping[str, int]
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64], NDArray[np.float64]]:
    """Candidate and feature of each feature seen, and of each candidate its page and whether it is right."""
    rows, columns, group, right = list[int](), list[int](), list[int](), list[float]()
    for number, page in enumerate(pages):
        for day, names in page.candidates.items():
            at = [index[name] for name in names if name in index]
            rows += [len(group)] * len(at)
            columns += at
            group.append(number)
            right.append(float(day == page.day))
    return np.array(rows), np.array(columns), np.array(group), np.array(right)


def answer(weights: Mapping[str, float], page: Example) -> Answer:
    """The most likely day and its chance; none where another is nearly as likely."""
    if not page.candidates:
        return None, 0.0
    scores = {day: sum(weights.get(name, 0.0) for name in names) for day, names in page.candidates.items()}
    best = max(scores, key=lambda day: scores[day])
    next_best = max((score for day, score in scores.items() if day != best), default=-np.inf)
    if scores[best] - next_best < DISPUTED:
        return None, 0.0
    return best, float(np.exp(scores[best]) / (1 + sum(np.exp(score) for score in scores.values())))


def out_of_fold(pages: Sequence[tuple[Example, Example]]) -> list[tuple[Answer, Answer]]:
    """The answers for each page, as it is and with its right day taken out, by weights learnt without its host."""
    folds = [int(hashlib.md5(page.host.encode()).hexdigest(), 16) % FOLDS for page, _ in pages]
    learnt = [
        learn([page for both, at in zip(pages, folds, strict=True) if at != fold for page in both])
        for fold in range(FOLDS)
    ]
    return [
        (answer(learnt[fold], page), answer(learnt[fold], undated))
        for (page, undated), fold in zip(pages, folds, strict=True)
    ]


def main() -> None:
    """Prints the out-of-fold figures and writes the weights."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("-o", "--output", type=Path)
    asked = ask.parse_args()
    pages, count = examples(asked.folder)
    answers = out_of_fold(pages)[:count]
    print(
        f"{count} of {len(pages)} pages, out of fold: chance from, right, wrong; said where the right day is taken out"
    )
    for least in CHANCES:
        said = [day if chance >= least else None for (day, chance), _ in answers]
        right = sum(day == page.day for day, (page, _) in zip(said, pages, strict=False)) / count
        wrong = sum(day is not None for day in said) / count - right
        invented = sum(day is not None and chance >= least for _, (day, chance) in answers) / count
        print(f"{least:5.2f} {right:7.4f} {wrong:7.4f} {invented:7.4f}")
    if asked.output:
        weights = {
            name: round(100 * weight) for name, weight in learn([page for both in pages for page in both]).items()
        }
        kept = "".join(f"{name} {weight}\n" for name, weight in weights.items() if abs(weight) >= FAINTEST)
        asked.output.write_text(f"{HEAD}weights = '''\n{kept}'''\n", encoding="utf8")


HEAD = """# Learnt weights: which of the days that a page names is that of its publication, by where and in what form it
# names it. Made by training/day_weights.py from layout alone: no word of a page. Each line: a feature of
# articles/days.py and its weight in hundredths.

"""

if __name__ == "__main__":
    main()
