"""What sites repeat from page to page: how much of it is cut out of bodies, and how it reads.

    python bench/pages/sites.py ../shared/data/articles [--outlet NAME]... [--show N]

Reads the articles of each outlet as pages of one site each, cuts every page alone and again with what its site repeats,
and counts the lines that only then are cut out. There is no gold for this: `--show` prints lines to be read by eye.
"""

from __future__ import annotations

import argparse
import gzip
import json
import random
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from onrecord.articles import cut, imprint, repeats
from onrecord.nouns import Document, Imprint, Repeats


def documents(folder: Path, outlets: list[str]) -> Iterator[Document]:
    """The rows of the set as pages."""
    for path in sorted(folder.glob("articles-*.jsonl.gz")):
        with gzip.open(path, "rt", encoding="utf8") as file:
            for row in map(json.loads, file):
                if not outlets or row["outlet"] in outlets:
                    yield page_of(row)


def page_of(row: dict[str, str]) -> Document:
    """A row as a page, its other fields beside it."""
    fields = tuple(sorted((k, v) for k, v in row.items() if isinstance(v, str) and k not in ("text", "id")))
    return Document(
        page=row["id"], uri=row["id"], media_type="application/json", captured=None, text=row["text"], fields=fields
    )


def lines(document: Document, repeated: Repeats | None) -> tuple[Counter[str], list[str | None]]:
    """The lines of a page's articles, and their headlines."""
    articles, _, _ = cut(document, repeated)
    return Counter(line for article in articles for line in article.text.split("\n")), [a.headline for a in articles]


def main() -> None:
    """Prints the counts, and lines that were cut out, each with how often."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--outlet", action="append", default=[])
    ask.add_argument("--show", type=int, default=0)
    asked = ask.parse_args()
    pages = list(documents(asked.folder, asked.outlet))
    sites: dict[str, list[Imprint]] = defaultdict(list)
    for page in pages:
        for one in imprint(page):
            sites[one.site or one.page].append(one)
    known = {row.page: row for site in sites.values() for row in repeats(site)}
    gone: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for page in (page for page in pages if page.page in known):
        (alone, before), (heard, after) = lines(page, None), lines(page, known[page.page])
        gone.update(alone - heard)
        count["headlines changed"] += before != after
        count["pages with a line less"] += alone != heard
    words = sum(len(line.split()) * times for line, times in gone.items())
    print(f"{len(pages)} pages of {len(sites)} sites; {len(known)} hold a line that their site repeats")
    print(f"{sum(gone.values())} lines cut out, {len(gone)} of them different, {words} words; {dict(count)}")
    for line in random.Random("sites").sample(sorted(gone), min(asked.show, len(gone))):
        print(f"{gone[line]:5d} {line[:200]}")


if __name__ == "__main__":
    main()
