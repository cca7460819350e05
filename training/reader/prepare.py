"""Annotated texts -> arrays of word pieces and labels, in one file.

    python training/reader/prepare.py ../shared/data BASE out/corpora.pickle

BASE is the folder of MiniLM-L6's `tokenizer.json`. Runs where the project is installed: it cuts sentences, quotations
and pieces as the reader will.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

sys.path.insert(0, str(Path(__file__).parent))
import corpora
from corpora import Annotated, Pair, Told
from examples import ACTS, IGNORED, NAMES, Example, Judged, Link, Small

from onrecord.models.pieces import Pieces, cut
from onrecord.nouns import Extent


def _at(pieces: Pieces, extent: Extent) -> tuple[int, int]:
    """The pieces that an extent covers, half open."""
    first = int(np.searchsorted(pieces.ends, extent[0], side="right"))
    return first, max(first, int(np.searchsorted(pieces.starts, extent[1], side="left")))


def _bio(pieces: Pieces, extents: Sequence[tuple[Extent, int]] | None, unknown: Sequence[Extent] = ()) -> Small:
    """Label 2k+1 where an extent of kind k begins, 2k+2 where it goes on; ignored where nothing is known."""
    if extents is None:
        return np.full(len(pieces.ids), IGNORED, dtype=np.int16)
    labels = np.zeros(len(pieces.ids), dtype=np.int16)
    for extent in unknown:
        labels[slice(*_at(pieces, extent))] = IGNORED
    for extent, kind in extents:
        first, last = _at(pieces, extent)
        labels[first:last] = 2 * kind + 2
        labels[first : min(first + 1, last)] = 2 * kind + 1
    return labels


def _link(pieces: Pieces, told: Told) -> Link | None:
    cue = np.array([at for extent in told.cue for at in range(*_at(pieces, extent))], dtype=np.int64)
    if not len(cue):
        return None
    at, labels = [], []
    for label, extents in ((1, told.source), (3, told.content)):
        for extent in extents:
            found = range(*_at(pieces, extent))
            at += list(found)
            labels += [label if n == 0 else label + 1 for n, _ in enumerate(found)]
    return Link(cue, np.array(at, dtype=np.int64), np.array(labels, dtype=np.int64), told.gold)


def example(base: Path, text: Annotated) -> Example:
    """The arrays of one text."""
    pieces = cut(base, text.text, text.quotes)
    told = text.told
    links = [link for one in told or () if (link := _link(pieces, one))]
    size = len(pieces.ids)
    inside, parts = np.zeros(size, dtype=np.int16), np.zeros(size, dtype=np.int16)
    acts = np.full(size, IGNORED, dtype=np.int16)
    for one in told or ():
        for extent in one.content if one.gold else ():
            inside[slice(*_at(pieces, extent))] = 1
        for extent in one.cue if one.act else ():
            acts[slice(*_at(pieces, extent))] = ACTS.index(one.act)
    for link in links:
        if link.gold:
            parts[link.at] = link.labels
    names = None if text.names is None else [(extent, NAMES.index(kind)) for extent, kind in text.names]
    cues = None if told is None else [(extent, 0) for one in told for extent in one.cue]
    return Example(
        pieces.ids, pieces.marks,
        np.array(sorted({_at(pieces, extent)[0] for extent in text.sentences} | {0}), dtype=np.int64),
        _bio(pieces, names, text.unknown),
        _bio(pieces, None if text.times is None else [(extent, 0) for extent in text.times]),
        _bio(pieces, cues), inside, parts if told is not None else np.full(size, IGNORED, dtype=np.int16),
        acts, tuple(links), text.sure,
    )  # fmt: skip


def judged(base: Path, pair: Pair) -> Judged:
    """The arrays of one sentence."""
    pieces = cut(base, pair.text)
    p, q = _at(pieces, pair.p), _at(pieces, pair.q)
    return Judged(pieces.ids, pieces.marks, p, q, pair.label)


def main() -> None:
    """Writes every corpus into one file."""
    data, base, out = (Path(given) for given in sys.argv[1:4])
    made: dict[str, list[Any]] = {
        "polnear": [example(base, text) for text in corpora.polnear(data, "train")],
        "polnear_dev": [example(base, text) for text in corpora.polnear(data, "dev")],
        "worldwide": [example(base, text) for text in corpora.worldwide(data, held=False)],
        "worldwide_held": [example(base, text) for text in corpora.worldwide(data, held=True)],
        "wikinews": [example(base, text) for text in corpora.wikinews(data)],
        "sentiment": [judged(base, pair) for pair in corpora.sentiment(data, "train")],
        "sentiment_valid": [judged(base, pair) for pair in corpora.sentiment(data, "valid")],
    }
    out.parent.mkdir(parents=True, exist_ok=True)
    out.write_bytes(pickle.dumps(made))
    for name, items in made.items():
        print(name, len(items), sum(len(one.ids) for one in items))


if __name__ == "__main__":
    main()
