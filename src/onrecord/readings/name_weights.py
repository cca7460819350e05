"""What the learnt weights make of a name's features: how likely it is a person, a body, a place or none of these.

The weights are made by training/name_weights.py; on the documents held out of learning their best answer was right for
83.9% of 4,650 names."""

from __future__ import annotations

import math
from typing import Literal

from onrecord.readings.name_features import Features
from onrecord.words import table

Answer = Literal["person", "organisation", "place", "none"]
ANSWERS: tuple[Answer, ...] = ("person", "organisation", "place", "none")


def _read() -> dict[str, tuple[float, ...]]:
    rows = (row.rsplit(" ", len(ANSWERS)) for row in table("name_weights")["weights"].strip().split("\n"))
    return {row[0]: tuple(int(hundredth) / 100 for hundredth in row[1:]) for row in rows}


_WEIGHTS = _read()


def chances(features: Features) -> dict[Answer, float]:
    """The probability of each answer; they add up to 1."""
    scores = [0.0] * len(ANSWERS)
    for feature, value in features.items():
        for n, weight in enumerate(_WEIGHTS.get(feature, ())):
            scores[n] += weight * value
    top = max(scores)
    raised = [math.exp(score - top) for score in scores]
    return {answer: one / sum(raised) for answer, one in zip(ANSWERS, raised, strict=True)}
