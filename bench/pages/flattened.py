"""Several articles on one flattened page: where the bodies begin and end, and what is inside them.

    python bench/pages/flattened.py ../shared/data/pages [--rounds N] [--misses]

Pages are made from `readability.jsonl.gz`: the full visible text of 1 to 6 of its pages, chrome and all, one after the
other. A line of the visible text belongs to the body where the expected HTML has it too. Three layouts: line breaks
kept, lost within each article (a line an article), and all on one line; every choice is seeded. Boundaries are the
first and last character of a body, right within TOLERANCE characters; words are counted as bags over the whole page;
a leak is a line of chrome of over 40 characters inside one of our bodies.
"""

from __future__ import annotations

import argparse
import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from lxml import html
from segments import load  # type: ignore[import-not-found]  # beside this script

from onrecord.articles import cut
from onrecord.nouns import Article, Document

TOLERANCE = 120
"""Characters by which a boundary may be off: a headline or a caption more or less."""
LEAK = 40
LEAST = 150
"""Words of the shortest body taken."""
LAYOUTS = ("kept", "lost", "one line")
BREAKS = frozenset(
    (
        "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6", "br", "tr", "td", "th", "ul", "ol", "section", "article",
        "header", "footer", "nav", "aside", "form",
    )
)  # fmt: skip
UNSEEN = frozenset(["script", "style", "noscript", "template", "svg", "title", "head", "select", "textarea"])


class Source(NamedTuple):
    """One page: its visible lines, and which of them are body."""

    lines: list[str]
    body: list[bool]


class Made(NamedTuple):
    """A flattened page with its gold: body intervals, body lines and lines of chrome."""

    text: str
    bodies: list[tuple[int, int]]
    words: Counter[str]
    chrome: list[str]


def visible(markup: str) -> list[str]:
    """The lines of text that HTML shows, without layout."""
    lines: list[list[str]] = [[]]

    def walk(element: Any) -> None:
        if not isinstance(element.tag, str) or element.tag in UNSEEN:
            return
        if element.tag in BREAKS:
            lines.append([])
        lines[-1].append(element.text or "")
        for child in element:
            walk(child)
            lines[-1].append(child.tail or "")
        if element.tag in BREAKS:
            lines.append([])

    walk(html.fromstring(markup))
    return [line for parts in lines if (line := " ".join("".join(parts).split()))]


def source(page: dict[str, Any]) -> Source | None:
    """A page as lines, or None where its body is short or is not found in them."""
    wanted = " ".join(" ".join(html.fromstring(page["expected_html"]).itertext()).split())
    lines = visible(page["html"])
    inside = [len(line) > LEAK and line in wanted for line in lines]
    places = [place for place, found in enumerate(inside) if found]
    if not places:
        return None
    body = [places[0] <= place <= places[-1] and line in wanted for place, line in enumerate(lines)]
    words = sum(len(line.split()) for line, own in zip(lines, body, strict=True) if own)
    whole = len(wanted.split())
    return Source(lines, body) if words >= LEAST and 0.9 * whole <= words <= 1.1 * whole else None


def make(sources: Sequence[Source], layout: str) -> Made:
    """The sources one after the other in a layout."""
    text, bodies, chrome = "", [], []
    words: Counter[str] = Counter()
    for part in sources:
        start = end = -1
        for line, own in zip(part.lines, part.body, strict=True):
            text += "" if not text or text.endswith("\n") else "\n" if layout == "kept" else " "
            if own:
                start, end = (len(text) if start < 0 else start), len(text) + len(line)
                words.update(re.findall(r"\w+", line.lower()))
            elif len(line) > LEAK:
                chrome.append(line)
            text += line
        bodies.append((start, end))
        text += "\n" if layout != "one line" else ""
    return Made(text, bodies, words, chrome)


def edges(article: Article) -> Iterator[int]:
    """First and last character of an article's body on the page."""
    places = [place for place, region in zip(article.places, article.regions, strict=True) if region == "body"]
    yield from (place for place in (places[0][0], places[-1][1]) if place is not None)


def score(made: Made) -> tuple[tuple[int, int, int], tuple[int, int, int], int]:
    """(hits, told, wanted) of boundaries and of body words, and the number of leaks."""
    articles, _, _ = cut(Document(page="p", uri="u", media_type="text/plain", captured=None, text=made.text))
    told = [edge for article in articles for edge in edges(article)]
    wanted = [edge for body in made.bodies for edge in body]
    hits = sum(any(abs(edge - other) <= TOLERANCE for other in told) for edge in wanted)
    body = "\n".join(
        article.text[start:end] for article in articles for start, end, region in article.lines() if region == "body"
    )
    got = Counter(re.findall(r"\w+", body.lower()))
    leaks = sum(line in body for line in made.chrome)
    shared = sum((got & made.words).values())
    return (hits, len(told), len(wanted)), (shared, sum(got.values()), sum(made.words.values())), leaks


def main() -> None:
    """Prints one line a layout."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--rounds", type=int, default=5)
    ask.add_argument("--misses", action="store_true")
    asked = ask.parse_args()
    sources = [found for page in load(asked.folder / "readability.jsonl.gz") if (found := source(page))]
    print(f"{len(sources)} bodies; {asked.rounds * 6} pages a layout   boundary F1  body word F1  leaks")
    for layout in LAYOUTS:
        dice = random.Random(f"flattened {layout}")
        totals, leaks = [0] * 6, 0
        for number in range(asked.rounds * 6):
            made = make(dice.sample(sources, 1 + number % 6), layout)
            boundaries, words, leaked = score(made)
            totals = [total + count for total, count in zip(totals, (*boundaries, *words), strict=True)]
            leaks += leaked
            if asked.misses:
                print("  ", layout, 1 + number % 6, boundaries, words, leaked)
        figures = [2 * totals[at] / max(1, totals[at + 1] + totals[at + 2]) for at in (0, 3)]
        print(f"{layout:34s} {figures[0]:9.4f} {figures[1]:13.4f} {leaks:6d}")


if __name__ == "__main__":
    main()
