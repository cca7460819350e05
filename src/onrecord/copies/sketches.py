"""The keys under which two articles meet when one may be made from the other.

Two families of keys, both over the words outside quotation marks. Bands of a MinHash signature of word 3-grams
(Broder 1997; rensa) meet in rewritten copies. Winnowed hashes of word 10-grams (Schleimer, Wilkerson and Aiken 2003)
meet wherever a run of GRAM + WINDOW - 1 words was lifted.
"""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b

from rensa import RMinHash

BANDS, ROWS, SEED = 96, 3, 11
"""Two rows put 0.05 % to 0.1 % of unrelated pairs of news articles into one band, enough to connect everything in a
pile of some thousands; three rows 0.0003 %. A machine-rewritten copy has a 3-gram Jaccard of 0.2 to 0.35: it meets in
a band with probability 0.54 to 0.98, and misses the 10-grams too in about one case of a hundred."""
GRAM, WINDOW = 10, 12
MOST = 20_000
"""Words of an article that its keys are made of: the longest reports of the press are shorter."""
LEAST = 12
"""Articles of fewer words of their own have no keys: a headline alone makes no copy."""


def keys(words: Sequence[str]) -> tuple[str, ...]:
    """The sorted keys of an article's own words."""
    if len(words) < LEAST:
        return ()
    words = words[:MOST]
    return tuple(sorted({*_bands(words), *_fingerprints(words)}))


def _bands(words: Sequence[str]) -> list[str]:
    grams = {" ".join(gram) for gram in zip(words, words[1:], words[2:], strict=False)}
    sketch = RMinHash(num_perm=BANDS * ROWS, seed=SEED)
    sketch.update(sorted(grams))
    digest = sketch.digest()
    return [_short(f"{band}:{digest[band * ROWS : band * ROWS + ROWS]}") for band in range(BANDS)]


def _fingerprints(words: Sequence[str]) -> set[str]:
    hashes = [_short(" ".join(words[at : at + GRAM])) for at in range(len(words) - GRAM + 1)]
    return {"w" + min(hashes[at : at + WINDOW]) for at in range(max(1, len(hashes) - WINDOW + 1))}


def _short(text: str) -> str:
    return blake2b(text.encode("utf8", "surrogatepass"), digest_size=5).hexdigest()
