"""What an article is about, as weighted words: rare words weigh more, names more still.

How rare a word is comes from a table fixed once (`words/frequencies.toml`), never from the pages at hand, so that one
page more changes no other page's terms. Weights are tf-idf with a logarithm on both sides (Salton and Buckley 1988),
to unit length.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import combinations
from types import MappingProxyType

from onrecord.nouns import Article
from onrecord.words import table

_WORD = re.compile(r"[^\W\d_]{2,40}(?:['’][^\W\d_]{1,3})?(?![\w])")
_OPENING = re.compile(r"(?:^|[.!?:;“”\"‘(\[])\s*$")
UNLISTED = 8
"""Weight, in powers of two of rarity, of a word that the table does not list: it stands in fewer than 1 article of
90."""
LEAST = 2
"""Words in more than one article of four (rarity under 2) tell nothing."""
NAME = 2.5
"""What being a name multiplies a word's weight by: on the training part of ECB+ 2 to 4 are alike, 1 is 3 points of
B-cubed F1 less."""
RISE, MOST = 0.6, 2.0
"""How much more a repeated word weighs, and the most it may: uncapped, one much-named man joins all that is written
on him."""
TOP = 80
"""Terms kept of an article: the rest adds noise and cost."""
KEY_TERMS, KEY_SIZE, KEY_RARITY = 10, 3, 4
"""A key is so many of an article's heaviest terms of at least this rarity. Pairs of ten join nearly every article of
a pile on one long campaign; triples leave 95 % of the ECB+ training pairs of one story joined directly or through
others."""


@cache
def _rarities() -> Mapping[str, int]:
    return MappingProxyType(
        {word: int(tier.removeprefix("in_")) for tier, words in table("frequencies").items() for word in words}
    )


def weighted(article: Article) -> dict[str, float]:
    """The TOP heaviest terms of `article`, heaviest first, the squares of their weights summing to 1."""
    times: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for word, named in _occurrences(article.text):
        times[word] += 1
        capital[word] += named
    raw = {
        w: _weight(w, n, name=capital[w] * 2 >= n) for w, n in times.items() if _rarities().get(w, UNLISTED) >= LEAST
    }
    top = sorted(raw.items(), key=lambda item: (-item[1], item[0]))[:TOP]
    length = math.sqrt(sum(weight * weight for _, weight in top)) or 1.0
    return {word: weight / length for word, weight in top}


def keys(terms: Mapping[str, float]) -> tuple[str, ...]:
    """The sorted keys of an article: its heaviest rare terms, KEY_SIZE at a time."""
    rare = [word for word in terms if _rarities().get(word, UNLISTED) >= KEY_RARITY][:KEY_TERMS]
    return tuple(sorted(" ".join(group) for group in combinations(sorted(rare), KEY_SIZE)))


def words_of(text: str) -> Iterator[str]:
    """The words of a text as terms have them: what `words/frequencies.toml` is learnt over."""
    return (word for word, _ in _occurrences(text))


def _weight(word: str, times: int, name: bool) -> float:
    return min(MOST, 1 + RISE * math.log(times)) * _rarities().get(word, UNLISTED) * (NAME if name else 1.0)


def _occurrences(text: str) -> Iterator[tuple[str, bool]]:
    """Each word, folded, and whether it is written as a name where its place does not call for a capital."""
    for line in text.split("\n"):
        for found in _WORD.finditer(line):
            word = found.group()
            named = word[0].isupper() and not _OPENING.search(line, max(0, found.start() - 4), found.start())
            yield word.lower().replace("’", "'").removesuffix("'s"), named
