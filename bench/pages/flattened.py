"""Several articles on one flattened page: where the bodies begin and end, what is inside them, and how fast.

    python bench/pages/flattened.py ../shared/data/pages [--rounds N] [--misses]

Pages are 1 to 6 pages of `readability.jsonl.gz` (those whose expected body is found in their visible text: see
flattening.py), chrome and all, one after the other, in three layouts: line breaks kept, lost within each page (a line a
page), and all on one line; every choice is seeded. Nearly all are English and half are news; the rest are blogs,
manuals and encyclopedias.

Everything is counted by place. Words are those at places that the gold calls body and those in our body and summary
lines. A boundary is the first or the last character of a body, right where it lies within TOLERANCE characters of ours
of the same sort; blanks and what counts neither way (titles, bylines, times, figures) lie on no side and have no
length. A leak is a line of chrome of over 40 characters, most of which stands inside one of our bodies: plugs and
teasers, and readers' comments, author's notes, charts and notices as well. The pace is that of pages alone, breaks
kept, of 3,000 to 12,000 characters.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from flattening import LAYOUTS, LONG, Made, Part, Source, load_sources, make, piles  # type: ignore[import-not-found]
from segments import load  # type: ignore[import-not-found]  # beside this script

from onrecord.articles import cut
from onrecord.nouns import Article, Document

TOLERANCE = 120
"""Characters by which a boundary may be off: a line more or less."""
TYPICAL = (3000, 12000)
"""Characters of the pages whose pace is measured."""


class Score(NamedTuple):
    """What was right, told and wanted, of boundaries and of words, and the leaks."""

    boundaries: tuple[int, int, int]
    words: tuple[int, int, int]
    leaks: list[str]


def read(text: str) -> list[Article]:
    """Our articles on a page of text."""
    return cut(Document(page="p", uri="u", media_type="text/plain", captured=None, text=text))[0]


def told(article: Article) -> list[tuple[int, int]]:
    """The places of an article's body and summary lines."""
    rows = zip(article.places, article.regions, strict=True)
    return [(a, b) for (a, b), region in rows if region != "headline" and a is not None and b is not None]


def score(made: Made, articles: Sequence[Article]) -> Score:
    """Our articles against a page's gold."""
    ours = [places for article in articles if (places := told(article))]
    parts = _parts(made)
    length = list(accumulate((part is not None and part != Part.EITHER for part in parts), initial=0))
    inside = bytearray(len(made.text))
    for start, end in (place for places in ours for place in places):
        inside[start:end] = b"\1" * (end - start)
    shared = got = asked = 0
    for at, char in enumerate(made.text):
        if not char.isspace() and (at == 0 or made.text[at - 1].isspace()) and parts[at] not in (None, Part.EITHER):
            shared += inside[at] and parts[at] == Part.BODY
            got += inside[at]
            asked += parts[at] == Part.BODY
    edges = [(length[places[0][0]], length[places[-1][1]]) for places in ours]
    wanted = [(length[start], length[end]) for start, end in _bodies(made)]
    hits = sum(any(abs(edge[side] - own[side]) <= TOLERANCE for own in edges) for edge in wanted for side in (0, 1))
    return Score((hits, 2 * len(edges), 2 * len(wanted)), (shared, got, asked), _leaks(made, inside))


def _parts(made: Made) -> list[Part | None]:
    parts: list[Part | None] = [None] * len(made.text)
    for (start, end), part in zip(made.extents, made.parts, strict=True):
        parts[start:end] = [None if char.isspace() else part for char in made.text[start:end]]
    return parts


def _bodies(made: Made) -> list[tuple[int, int]]:
    rows = list(zip(made.sources, made.extents, made.parts, strict=True))
    own = [
        [extent for source, extent, part in rows if source == one and part == Part.BODY] for one in set(made.sources)
    ]
    return [(extents[0][0], extents[-1][1]) for extents in own]


def _leaks(made: Made, inside: bytearray) -> list[str]:
    lines = zip(made.extents, made.parts, strict=True)
    long = [(start, end) for (start, end), part in lines if part == Part.CHROME and end - start > LONG]
    return [made.text[start:end] for start, end in long if sum(inside[start:end]) > (end - start) / 2]


def f1(counts: Sequence[tuple[int, int, int]]) -> float:
    """F1 of (right, told, wanted), summed."""
    right, said, wanted = (sum(one[column] for one in counts) for column in range(3))
    return 2 * right / max(1, said + wanted)


def pace(sources: Sequence[Source]) -> tuple[int, float]:
    """How many typical pages there are, and how many are read in a second of processor time."""
    texts = [text for one in sources if TYPICAL[0] <= len(text := make([one], "kept").text) <= TYPICAL[1]]
    for text in texts:
        read(text)
    begin: float = time.process_time()
    for text in texts * 5:
        read(text)
    return len(texts), 5 * len(texts) / (time.process_time() - begin)


def main() -> None:
    """Prints one line a layout, and the pace."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--rounds", type=int, default=5)
    ask.add_argument("--misses", action="store_true")
    asked = ask.parse_args()
    sources = load_sources(load(asked.folder / "readability.jsonl.gz"))
    print(f"{len(sources)} bodies; {asked.rounds * 6} pages a layout   boundary F1  body word F1  leaks")
    for layout in LAYOUTS:
        scores = []
        for made in piles(sources, layout, asked.rounds * 6, "flattened"):
            scores.append(score(made, read(made.text)))
            if asked.misses:
                print(
                    "  ",
                    layout,
                    max(made.sources) + 1,
                    *scores[-1][:2],
                    *(f"\n      {leak[:100]}" for leak in scores[-1].leaks),
                )
        figures = f1([one.boundaries for one in scores]), f1([one.words for one in scores])
        print(f"{layout:34s} {figures[0]:9.4f} {figures[1]:13.4f} {sum(len(one.leaks) for one in scores):6d}")
    print("{} pages of 3,000 to 12,000 characters: {:.0f} pages/s".format(*pace(sources)))


if __name__ == "__main__":
    main()
