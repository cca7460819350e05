"""What the model sees in a text: names, times, and who is said to have said what, as extents of the text."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np

from onrecord.models import windows
from onrecord.models.network import Network, Scores, network
from onrecord.models.pieces import Ints, Pieces, cut
from onrecord.models.senses import Pool
from onrecord.models.spans import Stretch, best, leanings, stretches, whole
from onrecord.models.windows import Window
from onrecord.nouns import Extent

FOLDER = Path(__file__).parent / "reader"
NAMES = ("Person", "Organization", "Location", "NORP", "Misc", "Date", "Money", "Facility", "Product")
"""The kinds of names as the training data has them."""
CUE_BIAS = 0.0
"""Added to the chance of a cue; chosen on PolNeAR's training part by token F1."""
SOURCE, CONTENT = 0, 1


class Seen(NamedTuple):
    """A stretch of the text of a kind, with its chance."""

    start: int
    end: int
    kind: str
    chance: float


class Told(NamedTuple):
    """An attribution: `cue` with its chance, the likeliest source (None for none) with its chance, the pieces of the
    content, their mean chance, and the chances of the acts."""

    cue: Extent
    chance: float
    source: Extent | None
    source_chance: float
    content: tuple[Extent, ...]
    content_chance: float
    acts: tuple[float, ...]


class Sight(NamedTuple):
    """All that is seen, each in text order; `senses` has a vector a sentence."""

    names: tuple[Seen, ...]
    times: tuple[Seen, ...]
    told: tuple[Told, ...]
    senses: tuple[bytes, ...] = ()


class _Words(NamedTuple):
    """The words of a window: numbers of their first pieces in the window, and their extents in the text."""

    firsts: Ints
    starts: Ints
    ends: Ints


def see(text: str, sentences: Sequence[Extent], quotes: Sequence[Extent], folder: Path = FOLDER) -> Sight:
    """What stands in `text`, whose sentences and quotations (without marks) are given in order."""
    pieces = cut(folder, text, quotes)
    stops = np.searchsorted(pieces.ends, [start for start, _ in sentences], side="right").tolist()
    names: list[Seen] = []
    times: list[Seen] = []
    told: list[Told] = []
    pool = Pool(folder, pieces, sentences)
    for window in windows.cut(len(pieces.ids), stops):
        scores = network(folder).read(pieces.ids[window.start : window.end], pieces.marks[window.start : window.end])
        pool.add(window, scores.early)
        _look(network(folder), scores, pieces, window, names, times, told)
    return Sight(tuple(names), tuple(times), tuple(told), pool.told())


def feelings(text: str, pairs: Sequence[tuple[Extent, Extent]], folder: Path = FOLDER) -> list[tuple[float, ...]]:
    """For pairs of actors of one sentence `text`, given as extents: the chances that the first is neutral, that it is
    for the second, the second for it, it against the second, the second against it."""
    pieces = cut(folder, text)
    ids, marks = pieces.ids[: windows.WINDOW], pieces.marks[: windows.WINDOW]
    if not pairs or not len(ids):
        return [(1.0, 0.0, 0.0, 0.0, 0.0)] * len(pairs)
    net = network(folder)
    told = net.feelings(net.read(ids, marks), [(_at(pieces, p, len(ids)), _at(pieces, q, len(ids))) for p, q in pairs])
    return [tuple(row.tolist()) for row in told]


def _at(pieces: Pieces, extent: Extent, size: int) -> tuple[int, int]:
    """The pieces of an extent among the first `size`, one at least."""
    first = min(int(np.searchsorted(pieces.ends, extent[0], side="right")), size - 1)
    return first, max(first + 1, min(size, int(np.searchsorted(pieces.starts, extent[1], side="left"))))


def _look(
    net: Network, scores: Scores, pieces: Pieces, window: Window, names: list[Seen], times: list[Seen], told: list[Told]
) -> None:
    """Adds what is seen in a window's core."""
    words = _words(pieces, window)
    core = (window.first - window.start, window.last - window.start)
    for head, kinds, out in ((scores.names, NAMES, names), (scores.times, ("time",), times)):
        for one in stretches(head[words.firsts]):
            if core[0] <= words.firsts[one.first] < core[1]:
                out.append(
                    Seen(int(words.starts[one.first]), int(words.ends[one.last - 1]), kinds[one.kind], one.chance)
                )
    found = list(stretches(scores.cues[words.firsts], CUE_BIAS))
    cues = [one for one in found if core[0] <= words.firsts[one.first] < core[1]]
    if cues:
        told.extend(_attributions(net, scores, words, cues))


def _words(pieces: Pieces, window: Window) -> _Words:
    told = pieces.words[window.start : window.end]
    firsts = np.flatnonzero(np.diff(told, prepend=-2))
    lasts = np.append(firsts[1:], len(told)) - 1
    starts, ends = pieces.starts[window.start : window.end], pieces.ends[window.start : window.end]
    return _Words(firsts, starts[firsts], ends[lasts])


def _attributions(net: Network, scores: Scores, words: _Words, cues: Sequence[Stretch]) -> list[Told]:
    """What belongs to each cue of a window."""
    after = np.append(words.firsts[1:], len(scores.cues))
    chances = net.pairs(scores, [(int(words.firsts[cue.first]), int(after[cue.last - 1])) for cue in cues])
    chances = chances[:, words.firsts]
    for n, cue in enumerate(cues):
        chances[n, cue.first : cue.last] = (1, 0, 0, 0, 0)
    sources, contents = leanings(chances, SOURCE), leanings(chances, CONTENT)
    return [
        _attribution(words, cue, best(sources, n, SOURCE), whole(contents, n, CONTENT), scores)
        for n, cue in enumerate(cues)
    ]


def _attribution(
    words: _Words, cue: Stretch, source: Stretch | None, contents: Sequence[Stretch], scores: Scores
) -> Told:
    acts = scores.acts[words.firsts[cue.first : cue.last]].mean(0)
    return Told(
        _extent(words, cue.first, cue.last), cue.chance,
        _extent(words, source.first, source.last) if source else None, source.chance if source else 0.0,
        tuple(_extent(words, one.first, one.last) for one in contents),
        sum(one.chance for one in contents) / max(1, len(contents)),
        tuple(acts.tolist()),
    )  # fmt: skip


def _extent(words: _Words, first: int, last: int) -> Extent:
    return int(words.starts[first]), int(words.ends[last - 1])
