"""Whether two articles that share a key may be of one making, told from their sketches alone.

A key that two articles share may be chance, a house's standing paragraph or a widget's words. Families that any shared
key joined would grow into one giant of the whole pile. So a pair counts only where the word 3-grams of the two have
enough in common: what an excerpt needs at least, and for two articles of one outlet what a later version needs; or
where, sentence after sentence, they may say the same in other words.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from hashlib import blake2b

import numpy as np
from msgspec.structs import replace
from numpy.typing import NDArray

from onrecord.copies.judgements import DAYS
from onrecord.copies.senses import may_retell
from onrecord.nouns import Sketch

Hashes = NDArray[np.uint32]

MOST = 2_000
"""3-grams that a sketch keeps at full; of a longer article those with the lowest hashes, halved as often as needed
(FracMinHash: Irber et al. 2022), so that any two sketches are compared at the coarser one's rate."""
LIFTED = 20
"""3-grams that two articles share at least: the shortest excerpt, 35 words in two sentences of which 85 in 100 stand,
holds so many. Of bench/copies/lineage.py's excerpts (seeds 2 and 3, 60) the least share 22, of its rewritten copies
(262) 38."""
BRIEF = 0.24
"""Or, of an article of fewer than 85 words, this share of its 3-grams: no spun copy of the bench keeps less, and two
plugs of a site's make less of it."""
SHARE = 0.05
"""And this share of the smaller's: two paragraphs lifted into a longer piece are 0.06 to 0.2, unrelated articles that
share a key mostly under 0.03."""
CROWDED = 0.2
"""The share where all that the two have in common may be a paragraph that crowds carry."""
VERSION = 0.2
"""Of one outlet: a later version, which comes within DAYS, keeps this share of the larger one's 3-grams."""


def hashes(grams: Iterable[str]) -> tuple[bytes, int]:
    """The sketch of a set of 3-grams: their hashes below 2**32 / 2**halved, sorted, four bytes each; and `halved`."""
    found = {int.from_bytes(blake2b(gram.encode("utf8", "surrogatepass"), digest_size=4).digest()) for gram in grams}
    kept, halved = np.array(sorted(found), dtype="<u4"), 0
    while len(kept) > MOST:
        halved += 1
        kept = kept[kept < _limit(halved)]
    return kept.tobytes(), halved


def compared(sketch: Sketch) -> Sketch:
    """What of a sketch tells of kin."""
    return replace(sketch, keys=())


def kin(a: Sketch, b: Sketch, crowded: bool) -> bool:
    """Whether two articles may be of one making. `crowded`: they were brought together by what many articles hold. What
    one house tells anew in other words is a new report of the matter, not a copy."""
    halved = max(a.halved, b.halved)
    x, y = _at(a, halved), _at(b, halved)
    shared = len(np.intersect1d(x, y, assume_unique=True)) << halved
    small, large = sorted((len(x) << halved, len(y) << halved))
    if _one_house(a, b) and (shared < VERSION * large or _days_between(a, b) > DAYS):
        return False
    by_words = shared >= max((CROWDED if crowded else SHARE) * small, min(LIFTED, BRIEF * small), 1)
    return by_words or may_retell(a.senses, b.senses)


def _at(sketch: Sketch, halved: int) -> Hashes:
    found = np.frombuffer(sketch.grams, dtype="<u4")
    return found[found < _limit(halved)] if halved > sketch.halved else found


def _limit(halved: int) -> int:
    return 2**32 >> halved


def _one_house(a: Sketch, b: Sketch) -> bool:
    return a.outlet is not None and a.outlet == b.outlet


def _days_between(a: Sketch, b: Sketch) -> int:
    return abs((date.fromisoformat(a.day) - date.fromisoformat(b.day)).days) if a.day and b.day else 0
