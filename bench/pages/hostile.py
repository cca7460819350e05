"""How long bad pages of flattened text take, each alone, in seconds of processor time.

python bench/pages/hostile.py
"""

from __future__ import annotations

import random
import time
from collections.abc import Iterator

from onrecord.articles import cut
from onrecord.nouns import Document


def pages() -> Iterator[tuple[str, str]]:
    """What is bad about each page, and the page."""
    dice = random.Random("hostile")
    words = ["".join(dice.choices("abcdefghijklmnop", k=dice.randint(1, 9))) for _ in range(5000)]
    many = dice.choices(words, k=300_000)
    yield "300,000 words on one line", " ".join(many)
    named = [word.capitalize() + dice.choice(["", "", "."]) if dice.random() < 0.3 else word for word in many]
    yield "300,000 words on one line, some capitals and stops", " ".join(named)
    yield "100,000 lines of one word", "\n".join(many[:100_000])
    yield "100,000 different lines", "\n".join(f"{word}{number}" for number, word in enumerate(many[:100_000]))
    yield "200,000 null bytes", "\0" * 200_000 + " word. " * 1000
    yield "bidi controls", "\u202eabc \u2066def\u2069. " * 30_000
    yield "all capitals", "THE QUICK BROWN FOX SAID. " * 40_000
    yield "no end marks", "the quick brown fox said\n" * 40_000
    yield "5,000 quotation marks", '"' * 5000 + " word " * 200
    yield "5,000 open quotations", '"word ' * 5000
    yield "30,000 dates", "3 May 2012 " * 30_000
    yield "30,000 bylines", "By Ann Bell " * 30_000
    yield "1 MB of menus", "Share this Print Menu | " * 40_000
    yield "500,000 blanks", "\xa0" * 500_000 + "x"
    yield "300,000 stops", ". " * 300_000
    yield "2,000,000 letters", "a" * 2_000_000
    yield "100,000 brackets", "(" * 100_000
    yield "lone surrogates", "\ud800 word " * 50_000


def main() -> None:
    """Prints one line a page."""
    for name, text in pages():
        begin = time.process_time()
        articles, scraps, _ = cut(Document(page="p", uri="u", media_type="text/plain", captured=None, text=text))
        print(f"{time.process_time() - begin:6.2f} s  {len(articles):3d} articles {len(scraps):7d} scraps  {name}")


if __name__ == "__main__":
    main()
