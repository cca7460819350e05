"""Who stands on one side of a claim, each once by the fullest words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from onrecord.web.rows import Ref

WORD = re.compile(r"[^\W_]+")
PRONOUNS = frozenset(
    {
        "he",
        "him",
        "she",
        "her",
        "they",
        "them",
        "it",
        "i",
        "me",
        "we",
        "us",
        "you",
        "who",
        "whom",
        "which",
        "that",
        "this",
        "these",
        "those",
        "one",
        "both",
        "all",
    }
)
FOLLOWED = 60
"""Labels of one side that are held against each other; more stand on the claim's own page alone."""


def fullest(refs: Iterable[Ref]) -> tuple[Ref, ...]:
    """Each label once, those with a page first: none whose words all stand in another's, and no "she" or "one of
    them", unless nothing else is there; then it says that the page does not name them."""
    unique = {ref.text.casefold(): ref._replace(note=None) for ref in refs}
    ordered = sorted(unique.values(), key=lambda ref: ref.href is None)[:FOLLOWED]
    told = [ref for ref in ordered if ref.href is not None or not points(ref.text)]
    if not told:
        return tuple(ref._replace(text=f"not named (“{ref.text}”)") for ref in ordered[:1])
    return tuple(ref for at, ref in enumerate(told) if ref.href is not None or not _held(at, told))


def points(label: str) -> bool:
    """Whether a label is a pronoun, or a number of those whom one stands for ("three of whom")."""
    *before, last = [word.lower() for word in WORD.findall(label)] or [""]
    if not before:
        return last in PRONOUNS
    return before[-1] == "of" and last in PRONOUNS and len(before) <= 2


def _held(at: int, told: Sequence[Ref]) -> bool:
    """Whether all telling words of a label stand in a longer one of the side, or in one before it."""
    mine = _telling(told[at].text)
    return any(
        mine < theirs or (mine == theirs and other < at)
        for other, theirs in enumerate(_telling(ref.text) for ref in told)
        if other != at
    )


def _telling(label: str) -> frozenset[str]:
    found = (word.lower() for word in WORD.findall(label))
    return frozenset(word for word in found if word not in ("a", "an", "the", "of", "who", "s"))
