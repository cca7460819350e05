"""What speaks for two articles telling one story, as features of the pair, and how likely that makes it.

Who (people), where (places), which numbers, when (days named), what (words), the lead apart from the tail, and against
it what only the topic shares: words that many of the group hold weigh less. The weights are learnt
(`stories/weights.toml`, by `training/story_weights.py`).
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from onrecord.nouns import Term, Theme
from onrecord.stories.products import Postings, Weights, shares, unit
from onrecord.stories.terms import TOP, UNLISTED, rarity, repeated, weight

FLOOR = 0.04
"""Cosine under which a pair counts as nothing: unrelated news articles lie at 0 to 0.05."""
PLACES = 9
"""Decimals of a likeness."""
LEAD = 50
"""Words from the start in which what an article is about stands: headline and opening."""
BESIDE, SEEN_ONCE = 100, 20
"""Articles of other news that a group is thought to stand among when its words are counted: without them the words of
the one story that a small group tells would weigh nothing. A word that one member alone holds counts fully in a small
group, and less as the group grows past SEEN_ONCE. On ECB+ anything from 20 to 400 gives alike figures."""
MAIN = 2
"""People that an article is about: the most named."""
NAMES = (
    "same", "words", "lead", "places", "numbers", "lead held low", "lead held high", "main held low", "main held high",
    "dates shared", "years shared", "years apart", "weekdays apart", "short", "long",
)  # fmt: skip
"""The features, in the order of the columns."""


class Pairs(NamedTuple):
    """Pairs of numbered articles, sorted, low < high: their cosine over fixed weights, and the chance that they tell
    one story."""

    low: NDArray[np.int64]
    high: NDArray[np.int64]
    cosine: NDArray[np.float64]
    chance: NDArray[np.float64]


class _Form(NamedTuple):
    """A sum over what an article gives of the words that the earlier ones take."""

    given: Sequence[Weights]
    taken: Postings


def pairs(themes: Sequence[Theme], families: Sequence[int]) -> Pairs:
    """The pairs of `themes` whose cosine reaches FLOOR; `families[i]` is the number of the family of copies that
    article i is of, which counts as one article where words are counted."""
    weights, bias = _learnt()
    found = [(low, at, cosine, 1 / (1 + np.exp(-(rows @ weights + bias))))
             for at, low, cosine, rows in features(themes, families)]  # fmt: skip
    low = np.concatenate([one[0] for one in found] or [np.array([], dtype=np.int64)])
    high = np.concatenate([np.full(len(one[0]), one[1]) for one in found] or [np.array([], dtype=np.int64)])
    cosine = np.concatenate([one[2] for one in found] or [np.array([])])
    chance = np.concatenate([one[3] for one in found] or [np.array([])])
    order = np.lexsort((high, low))
    return Pairs(low[order], high[order], np.round(cosine[order], PLACES), np.round(chance[order], PLACES))


def features(
    themes: Sequence[Theme], families: Sequence[int]
) -> Iterable[tuple[int, NDArray[np.int64], NDArray[np.float64], NDArray[np.float64]]]:
    """For each article its number, those before it with a cosine of at least FLOOR, that cosine, and a row of features
    for each, in the order of NAMES."""
    cosine = _alike([_fixed(theme) for theme in themes])
    forms = _forms(themes, families)
    days = [_named_days(themes, kind) for kind in "dyw"]
    counts = [np.array([_count(theme, kind) for theme in themes]) for kind in "dyw"]
    length = np.log1p(np.array([theme.length for theme in themes], dtype=np.float64))
    for at in range(len(themes)):
        whole = cosine.taken.sums(cosine.given[at], at)
        near = np.flatnonzero(whole >= FLOOR)
        if not len(near):
            continue
        same, lead, places, numbers, given_lead, held_lead, given_main, held_main = (
            form.taken.sums(form.given[at], at)[near] for form in forms
        )
        shared = [form.taken.sums(form.given[at], at)[near] for form in days]
        least = [np.minimum(counted[near], counted[at]) for counted in counts]
        rows = [
            same, whole[near], lead, places, numbers, np.minimum(given_lead, held_lead),
            np.maximum(given_lead, held_lead), np.minimum(given_main, held_main), np.maximum(given_main, held_main),
            shared[0] / np.maximum(least[0], 1), shared[1] / np.maximum(least[1], 1),
            (least[1] > 0) & (shared[1] == 0), (least[2] > 0) & (shared[2] == 0),
            np.minimum(length[near], length[at]), np.maximum(length[near], length[at]),
        ]  # fmt: skip
        yield at, near, whole[near], np.stack([np.asarray(row, dtype=np.float64) for row in rows], axis=1)


def _forms(themes: Sequence[Theme], families: Sequence[int]) -> list[_Form]:
    lead = [_lead(theme) for theme in themes]
    main = [{who: float(times) for who, times in theme.people[:MAIN]} for theme in themes]
    held = [dict.fromkeys(sorted({term.word for term in theme.terms}), 1.0) for theme in themes]
    presence = Postings(held)
    leads, mains = [shares(one) for one in lead], [shares(one) for one in main]
    return [
        _alike(_told(themes, families)),
        _alike(lead),
        _alike([{word: math.sqrt(n) * rarity(word) for word, n in theme.places} for theme in themes]),
        _alike([{number: float(2 ** min(2, len(number) - 1)) for number in theme.numbers} for theme in themes]),
        _Form(leads, presence),
        _Form(held, Postings(leads)),
        _Form(mains, presence),
        _Form(held, Postings(mains)),
    ]


def _alike(articles: Sequence[Weights]) -> _Form:
    """The cosine."""
    made = [unit(weights) for weights in articles]
    return _Form(made, Postings(made))


def _fixed(theme: Theme) -> dict[str, float]:
    return {term.word: weight(term) for term in theme.terms[:TOP]}


def _lead(theme: Theme) -> dict[str, float]:
    return {term.word: rarity(term.word) * (2.0 if term.name else 1.0) for term in theme.terms if term.first < LEAD}


def _told(themes: Sequence[Theme], families: Sequence[int]) -> list[dict[str, float]]:
    """Each article's words, by how rare they are in the group beside BESIDE others."""
    whole = len(set(families))
    told_by = {(who, term.word) for who, theme in zip(families, themes, strict=True) for term in theme.terms}
    holders = Counter(word for _, word in told_by)
    once = math.sqrt(SEEN_ONCE / (whole + SEEN_ONCE))

    def told(term: Term) -> float:
        tier = rarity(term.word)
        others = BESIDE / 2.0 ** (tier + 1 if tier == UNLISTED else tier)
        rare = math.log2((whole + BESIDE) / (holders[term.word] + others))
        return repeated(term) * max(rare, 0.0) * (2.0 if term.name else 1.0) * (once if holders[term.word] == 1 else 1)

    return [{term.word: told(term) for term in theme.terms} for theme in themes]


def _named_days(themes: Sequence[Theme], kind: str) -> _Form:
    named = [{day: 1.0 for day in theme.days if day[0] == kind} for theme in themes]
    return _Form(named, Postings(named))


def _count(theme: Theme, kind: str) -> int:
    return sum(day[0] == kind for day in theme.days)


@cache
def _learnt() -> tuple[NDArray[np.float64], float]:
    given = tomllib.loads((files(__package__) / "weights.toml").read_text(encoding="utf8"))
    return np.array([float(given["weights"][name]) for name in NAMES]), float(given["bias"])
