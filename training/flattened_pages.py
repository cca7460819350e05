"""Flattened pages with weak labels, for training/flattened.py: what two readers of HTML agree on.

A page of `segments.jsonl.gz` or `dates.jsonl.gz` is read by our reader of HTML and by trafilatura; a line of its
visible text is body where most of its words are met in both texts, chrome where few are in either, and counts little
elsewhere.
Pages on which the two differ by more than a fifth are left out.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "bench" / "pages"))
from flattening import LEAST, LONG, MET, MOST, Part, Source, met, visible, words  # type: ignore[import-not-found]
from segments import load  # type: ignore[import-not-found]
from systems import run  # type: ignore[import-not-found]

from onrecord.articles import cut
from onrecord.nouns import Article, Document

STRANGE = 0.3
"""Share of a line's words met up to which it is chrome."""


def sources(folder: Path, peers: Path) -> list[Source]:
    """The labelled pages, in the order of their addresses."""
    pages = {row["url"]: row for name in ("segments", "dates") for row in load(folder / f"{name}.jsonl.gz")}
    rows = [pages[url] for url in sorted(pages)]
    texts = [found.text for found in run("trafilatura", rows, peers)]
    return [one for row, text in zip(rows, texts, strict=True) for one in _labelled(row, text)]


def _labelled(page: dict[str, Any], text: str) -> Iterator[Source]:
    document = Document(page="p", uri=page["url"], media_type="text/html", captured=None, text=page["html"])
    articles = cut(document)[0]
    if len(articles) != 1:
        return
    sides = [words(_body(articles[0])), words(text)]
    if not all(LEAST <= len(side) <= MOST for side in sides):
        return
    try:
        shown = visible(page["html"])
    except ValueError:  # lxml refuses text that declares an encoding
        return
    lines = [words(line.text) for line in shown]
    shares = [_shares(lines, side) for side in sides]
    both = [min(pair) for pair in zip(*shares, strict=True)]
    long = [at for at, share in enumerate(both) if share >= MET and len(shown[at].text) > LONG]
    if not long:
        return
    edges = [at for side in shares for at, share in enumerate(side) if share >= MET and len(shown[at].text) > LONG]
    parts = []
    for at, line in enumerate(shown):
        if line.apart or line.text in (articles[0].headline or ""):
            parts.append(Part.EITHER)
        elif long[0] <= at <= long[-1] and both[at] >= MET:
            parts.append(Part.BODY)
        elif not min(edges) <= at <= max(edges) or max(side[at] for side in shares) <= STRANGE:
            parts.append(Part.CHROME)
        else:
            parts.append(Part.EITHER)
    found = sum(len(line) for line, part in zip(lines, parts, strict=True) if part == Part.BODY)
    if found >= max(LEAST, MET * max(map(len, sides))):
        yield Source(page["url"], [line.text for line in shown], parts)


def _shares(lines: Sequence[Sequence[str]], wanted: Sequence[str]) -> list[float]:
    return [count / max(1, len(line)) for count, line in zip(met(lines, wanted), lines, strict=True)]


def _body(article: Article) -> str:
    return article.text[len(article.headline or "") :]
