"""Articles as a pile's gold record cuts them, so that a stage can be measured apart from the stages before it.

    python bench/piles.py PILE     prints the articles

Reads `PILE/gold.json` and `PILE/pages/`; nothing of it is kept.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from onrecord.nouns import Article, Region, When, digest


def gold(pile: Path) -> dict:  # type: ignore[type-arg]
    """The pile's gold record as it stands."""
    return json.loads((pile / "gold.json").read_text(encoding="utf8"))  # type: ignore[no-any-return]


def gold_articles(pile: Path) -> list[Article]:
    """One Article for each of the pile's, its gold key as its id."""
    record = gold(pile)
    files = {page["id"]: (pile / "pages" / page["file"]).read_bytes().decode("utf8") for page in record["pages"]}
    return [_article(article, files) for page in record["pages"] for article in page["articles"]]


def _article(article: dict, files: dict[str, str]) -> Article:  # type: ignore[type-arg]
    lines: list[tuple[Region, str]] = [("headline", article["headline"])] if article["headline"] else []
    lines += [("summary", _words(bullet)) for bullet in article.get("summary_bullets") or []]
    page = files[article["page"]]
    lines += [("body", p.get("text") or page[p["at"] : p["at"] + p["len"]]) for p in article["body_paragraphs"]]
    said = article["published"]
    published = said and When(
        from_=said["from"],
        to=said["to"],
        precision=said["precision"],
        edtf=f"{said['from']}/{said['to']}",
        text=None,
        basis="gold",
    )
    return Article(
        id=article["key"], page=digest("page", article["page"]), place=ord(article["key"][-1]) - ord("a"), url=None,
        headline=article["headline"], byline=None, outlet=article["outlet"], agency=article["agency"], language="en",
        published=published or None, updated=None, places=(),
        text="\n".join(" ".join(words.split()) for _, words in lines),
        regions=tuple(region for region, _ in lines),
    )  # fmt: skip


def _words(bullet: object) -> str:
    return bullet["text"] if isinstance(bullet, dict) else str(bullet)


if __name__ == "__main__":
    for found in gold_articles(Path(sys.argv[1])):
        day = found.published and found.published.from_
        print(f"== {found.id} | {found.outlet} | {found.agency} | {day}\n{found.text}\n")
