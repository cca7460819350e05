"""A text as the encoder takes it: word pieces with their places, and for each a mark of what the vocabulary forgets.

The vocabulary knows small letters only. A mark tells, for the word a piece belongs to, how it is written, what gap
stands before it and whether it stands in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from onrecord.nouns import Extent

Ints = NDArray[np.int64]

SHAPES = ("mark", "small", "capital", "capitals", "mixed", "figure", "letter")
GAPS = ("none", "space", "line")
MARKS = len(SHAPES) * len(GAPS) * 2
"""Number of different marks: shape, gap, quoted."""

LONGEST = 4_000_000
"""Characters that are cut at once; an article is far shorter, and pages are refused above that size."""


_HALVES = re.compile("[\ud800-\udfff]")
"""Halves of a surrogate pair, which no encoder takes."""


class Pieces(NamedTuple):
    """Word pieces in text order: number in the vocabulary, mark, `starts[i]..ends[i]` the characters, `words[i]` the
    number of the word it belongs to. All of shape `(pieces,)`."""

    ids: Ints
    marks: Ints
    starts: Ints
    ends: Ints
    words: Ints


@cache
def tokenizer(folder: Path) -> Tokenizer:
    """The vocabulary that lies beside a model (`tokenizer.json`), without its limits of length."""
    found = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf8"))
    found.no_truncation()
    found.no_padding()
    return found


def cut(folder: Path, text: str, quotes: Sequence[Extent] = ()) -> Pieces:
    """The pieces of a text in the vocabulary of the model in `folder`; `quotes` are the stretches between quotation
    marks, in order."""
    told = tokenizer(folder).encode(_HALVES.sub("\ufffd", text[:LONGEST]), add_special_tokens=False)
    places = np.array(told.offsets, dtype=np.int64).reshape(-1, 2)
    starts, ends = places[:, 0], places[:, 1]
    words = np.array([-1 if word is None else word for word in told.word_ids], dtype=np.int64)
    return Pieces(np.array(told.ids, dtype=np.int64), _marks(text, starts, ends, words, quotes), starts, ends, words)


def _marks(text: str, starts: Ints, ends: Ints, words: Ints, quotes: Sequence[Extent]) -> Ints:
    if not len(words):
        return words
    firsts = np.flatnonzero(np.diff(words, prepend=words[0] - 1))
    lasts = np.append(firsts[1:], len(words)) - 1
    shapes = np.array([_shape(text[starts[a] : ends[b]]) for a, b in zip(firsts, lasts, strict=True)], dtype=np.int64)
    before = np.concatenate(([0], ends[lasts[:-1]]))
    gaps = np.array([_gap(text[a:b]) for a, b in zip(before, starts[firsts], strict=True)], dtype=np.int64)
    told = (shapes * len(GAPS) + gaps) * 2
    return np.repeat(told, lasts - firsts + 1) + _quoted(starts, quotes)


def _shape(word: str) -> int:
    if any(sign.isdigit() for sign in word):
        return 5
    if not word[:1].isalpha():
        return 0
    if word.islower():
        return 1
    if len(word) == 1:
        return 6
    if word.isupper():
        return 3
    return 2 if word[0].isupper() and word[1:].islower() else 4


def _gap(between: str) -> int:
    return 2 if "\n" in between else 1 if between else 0


def _quoted(starts: Ints, quotes: Sequence[Extent]) -> Ints:
    if not quotes:
        return np.zeros(len(starts), dtype=np.int64)
    steps = np.zeros(len(starts) + 1, dtype=np.int64)
    for start, end in quotes:
        steps[np.searchsorted(starts, start)] += 1
        steps[np.searchsorted(starts, max(end, start))] -= 1
    return (np.cumsum(steps)[:-1] > 0).astype(np.int64)
