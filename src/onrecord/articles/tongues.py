"""The language of a body of text."""

from __future__ import annotations

from functools import cache

import py3langid

from onrecord.words import phrases

READ = 1000
"""Characters from which the language is told: on 276 articles of real pages 3,000 told the same."""
ENOUGH, SHARE = 60, 0.15
"""Words of the shortest text, and the share of English small words in it, from which it is English without asking
further: of 915 real pages none in another language has more than 0.12."""


def language_of(text: str) -> str:
    """The two-letter code of the language of a text."""
    words = text[:READ].lower().split()
    if len(words) >= ENOUGH and sum(word in _english() for word in words) >= SHARE * len(words):
        return "en"
    return str(py3langid.classify(text[:READ])[0])


@cache
def _english() -> frozenset[str]:
    return frozenset(phrases("tongues", "english"))
