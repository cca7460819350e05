"""Word F1 of the text against the expected HTML of the 130 pages of `readability.jsonl.gz`, ours and the peers'.

    python bench/pages/readability.py ../shared/data/pages [--systems NAME,...] [--peers PYTHON]

The expected text is what the expected HTML shows. Words are counted as bags; the figure is the mean F1 of the pages.
A page's headline is taken out of our text where the expected text lacks it, for the expected HTML leaves titles out.
Our layout forest was learnt from these pages too: the figure to quote is that of `training/layout.py --measure`.
"""

from __future__ import annotations

import argparse
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from lxml import html
from segments import PEER_NAMES, load  # type: ignore[import-not-found]  # beside this script
from systems import OURS, PEERS, Found, run  # type: ignore[import-not-found]  # beside this script


def shown(markup: str) -> str:
    """The text of HTML, blocks apart."""
    tree = html.fromstring(markup)
    for element in tree.xpath("//script|//style"):
        element.drop_tree()
    return " ".join(tree.itertext())


def f1(expected: str, text: str) -> float:
    """F1 of two bags of words."""
    wanted, got = (Counter(re.findall(r"\w+", words.lower())) for words in (expected, text))
    shared = sum((wanted & got).values())
    return 2 * shared / max(1, sum(wanted.values()) + sum(got.values()))


def score(pages: Sequence[dict[str, Any]], found: Sequence[Found]) -> list[float]:
    """The F1 of each page."""
    return [f1(shown(page["expected_html"]), _untitled(said, page)) for page, said in zip(pages, found, strict=True)]


def _untitled(said: Found, page: dict[str, Any]) -> str:
    title = said.title or ""
    if title and said.text.startswith(title) and title not in " ".join(shown(page["expected_html"]).split()):
        return str(said.text)[len(title) :]
    return str(said.text)


def main() -> None:
    """Prints one line a system."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--systems", default=f"{OURS},{PEER_NAMES}")
    ask.add_argument("--peers", type=Path, default=PEERS)
    ask.add_argument("--misses", type=int, default=0)
    asked = ask.parse_args()
    pages = load(asked.folder / "readability.jsonl.gz")
    print(f"{len(pages)} pages           F1     tune    check  pages/s")
    for system in asked.systems.split(","):
        found = run(system, pages, asked.peers)
        scores = score(pages, found)
        halves = (scores, scores[::2], scores[1::2])
        pace = len(pages) / sum(said.seconds for said in found)
        print(f"{system:18s}" + "".join(f"{sum(part) / len(part):8.4f}" for part in halves) + f"{pace:9.1f}")
        for place in sorted(range(0, len(pages), 2), key=lambda place: scores[place])[: asked.misses]:
            print(f"   {place} {pages[place]['id']} {scores[place]:.3f} {len(found[place].text)} characters")


if __name__ == "__main__":
    main()
