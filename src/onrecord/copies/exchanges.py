"""Words that stand one for one in each other's place in two texts, and how rare a word is."""

from __future__ import annotations

from functools import cache

from onrecord.copies.alignment import Alignment
from onrecord.copies.edits import passages
from onrecord.copies.texts import Text, one_spelling
from onrecord.nouns import Extent
from onrecord.words import phrases, table

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


def replaced(alignment: Alignment) -> int:
    """How many plain words that carry sense came in places where as many or more such words went."""
    edits = [edit for passage in passages(alignment) for edit in passage.edits]
    return sum(min(_sense(alignment.first, edit.a), _sense(alignment.second, edit.b)) for edit in edits)


def _sense(text: Text, stretch: Extent) -> int:
    """How many plain words of a stretch carry sense."""
    small = phrases("copies", "small")
    return sum(_plain(text, at) and text.words[at].norm not in small for at in range(*stretch))


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
