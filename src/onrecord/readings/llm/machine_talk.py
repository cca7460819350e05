"""Which sentences of a page speak to a language model. Their paragraphs are never shown to one: rules, which nobody can
talk into anything, read what else stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from onrecord.readings.questions import Seen
from onrecord.words import table


def addressed(seen: Seen) -> Iterator[int]:
    """The numbers, from 0, of the sentences in which a model is spoken to."""
    for number, (start, end) in enumerate(seen.sentences):
        if _talk().search(seen.text[max(0, start - 1) : end]):
            yield number


@cache
def _talk() -> re.Pattern[str]:
    words = table("machine_talk")
    orders = f"{_any(words['orders']['verbs'])}\\s(?:\\S{{1,30}}\\s){{0,6}}{_any(words['orders']['nouns'])}"
    replies = (
        rf"(?:^|[.!?:;\"“”'‘’(\]>*#–—-])\s{{0,3}}(?:please,?\s)?{_any(words['replies']['verbs'])}"
        rf"\s(?:\S{{1,30}}\s){{0,2}}{_any(words['replies']['objects'])}"
    )
    address, marks = (
        _any(words["address"]["phrases"]),
        "|".join(re.escape(mark) for mark in words["address"]["marks"]),
    )
    return re.compile(rf"\b{orders}\b|{replies}\b|\b{address}\b|{marks}", re.IGNORECASE | re.MULTILINE)


def _any(words: list[str]) -> str:
    return f"(?:{'|'.join(re.escape(word).replace(chr(92) + ' ', chr(92) + 's{1,3}') for word in words)})"
