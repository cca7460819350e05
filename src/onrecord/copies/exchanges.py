"""Words that stand one for one in each other's place in two texts, and how rare a word is."""

from __future__ import annotations

from functools import cache

from onrecord.copies.alignment import Alignment
from onrecord.copies.edits import passages
from onrecord.copies.texts import Text, one_spelling
from onrecord.words import table

RAREST = 9
"""The tier of a word that the table of frequencies does not hold; it has the tiers 0 to 6."""


def exchanges(alignment: Alignment) -> list[tuple[str, str]]:
    """Pairs of folded words (of the first text, of the second) that replaced one another, names, figures and what
    stands in quotation marks left out; in the second text's order."""
    first, second = alignment.first, alignment.second
    return [
        (first.words[a].norm, second.words[b].norm)
        for passage in passages(alignment)
        for edit in passage.edits
        if edit.a[1] - edit.a[0] == edit.b[1] - edit.b[0]
        for a, b in zip(range(*edit.a), range(*edit.b), strict=True)
        if _plain(first, a) and _plain(second, b)
    ]


def rarity(word: str) -> int:
    """The tier of a folded word: n for a word found in one news article of 2^n, RAREST for one that is found in
    none."""
    return _tiers().get(word, RAREST)


def _plain(text: Text, at: int) -> bool:
    word = text.words[at]
    return not word.quoted and word.norm.isalpha() and text.article.text[word.start].islower()


@cache
def _tiers() -> dict[str, int]:
    return {
        one_spelling(word): int(tier.removeprefix("in_"))
        for tier, words in table("frequencies").items()
        for word in words
    }
