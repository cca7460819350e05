"""The keys under which two articles meet when one may be made from the other.

Three families of keys, all outside quotation marks. Bands of a MinHash signature of word 3-grams (Broder 1997; rensa)
meet in rewritten copies. Winnowed hashes of word 10-grams (Schleimer, Wilkerson and Aiken 2003) meet wherever a run of
GRAM + WINDOW - 1 words was lifted. Bands of a signature over pairs of neighbouring names and figures meet where a
thesaurus left no three words standing: it cannot exchange names (bench/copies/lineage.py: of copies spun down to a
5-gram Jaccard of 0.05 to 0.25 nearly all meet here, one in three by words).
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from itertools import pairwise

from rensa import RMinHash

BANDS, ROWS, SEED = 96, 3, 11
"""Two rows put 0.05 % to 0.1 % of unrelated pairs of news articles into one band, enough to connect everything in a
pile of some thousands; three rows 0.0003 %. A machine-rewritten copy has a 3-gram Jaccard of 0.2 to 0.35: it meets in
a band with probability 0.54 to 0.98, and misses the 10-grams too in about one case of a hundred."""
NAME_BANDS, NAME_ROWS = 24, 4
"""A spun copy keeps 0.7 to 0.95 of the pairs of neighbouring names, cut in half 0.4: it meets with probability 0.46 to
1. Reports of one event share under 0.1 of them, and meet in one case of 400."""
LEAST_NAMES = 8
"""Pairs of names that a text must have for them to tell it from others."""
GRAM, WINDOW = 10, 12
MOST = 20_000
"""Words of an article that its keys are made of: the longest reports of the press are shorter."""
LEAST = 12
"""Articles of fewer words of their own have no keys: a headline alone makes no copy."""


def keys(words: Sequence[str], names: Sequence[str] = ()) -> tuple[str, ...]:
    """The sorted keys of an article's own words and of its names and figures, both in order."""
    if len(words) < LEAST:
        return ()
    words = words[:MOST]
    found = {*_bands(grams(words), BANDS, ROWS, ""), *_fingerprints(words)}
    pairs = {" ".join(sorted(pair)) for pair in pairwise(names[:MOST]) if pair[0] != pair[1]}
    if len(pairs) >= LEAST_NAMES:
        found |= set(_bands(pairs, NAME_BANDS, NAME_ROWS, "n"))
    return tuple(sorted(found))


def grams(words: Sequence[str]) -> set[str]:
    """The word 3-grams of an article's first MOST words; none of one that has no keys."""
    words = words[:MOST] if len(words) >= LEAST else ()
    return {" ".join(gram) for gram in zip(words, words[1:], words[2:], strict=False)}


def _bands(grams: set[str], bands: int, rows: int, family: str) -> list[str]:
    sketch = RMinHash(num_perm=bands * rows, seed=SEED)
    sketch.update(sorted(grams))
    digest = sketch.digest()
    return [_short(f"{family}{band}:{digest[band * rows : band * rows + rows]}") for band in range(bands)]


def _fingerprints(words: Sequence[str]) -> set[str]:
    hashes = [_short(" ".join(words[at : at + GRAM])) for at in range(len(words) - GRAM + 1)]
    return {"w" + min(hashes[at : at + WINDOW]) for at in range(max(1, len(hashes) - WINDOW + 1))}


def _short(text: str) -> str:
    return blake2b(text.encode("utf8", "surrogatepass"), digest_size=5).hexdigest()
