"""Title, author and day of the articles of `segments.jsonl.gz` that declare them, ours and the peers' in one run.

    python bench/pages/heads.py ../shared/data/pages [--systems NAME,...] [--peers PYTHON] [--misses FIELD] [--outlets]

A title is right where its letters and digits are the declared ones'; an author where the names, taken apart at commas,
semicolons, slashes and "and", are the declared ones in any order; a day where it is the declared one. `right` and
`wrong` are shares of the declared; the rest said nothing. Ours gives the agency where there is no byline, for the set
does so. `authors F1` counts single names. With `--outlets` every fourth page that declares its site's name is asked for
it alone, the declarations hidden from whoever reads it: right where the letters are the same, "the" and what addresses
end in left out. `tune` are the pages with even index, `check` those with odd.
"""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from html import unescape
from pathlib import Path
from typing import Any, NamedTuple

from segments import load  # type: ignore[import-not-found]  # beside this script
from systems import OURS, PEERS, Found, run  # type: ignore[import-not-found]  # beside this script

ALL = f"{OURS},trafilatura-whole,newspaper4k"
_BETWEEN = re.compile(r"[,;/|&+\n]|\s(?:und|and|et|y|e|mit|with)\s", re.I)
_BY = re.compile(r"^\s*(?:by|von|de|par|por|di|text:?|ein artikel von)\s", re.I)

_AROUND = re.compile(r"^the\s|\.(?:com|co\.uk|org|net|de|at|ch|fr|info|eu)$", re.I)
_SITE_NAME = re.compile(r"<meta\s[^<>]{0,200}og:site_name[^<>]{0,400}>", re.I)
_CONTENT = re.compile(r"content=(?:\"([^\"]*)\"|'([^']*)')", re.I)
_DECLARING = re.compile(
    r"og:site_name|application-name|apple-mobile-web-app-title|twitter:app:name:\w+|(?<=\")publisher(?=\")"
)
FOURTH = 4
"""Of so many pages one is asked for its outlet."""


class Field(NamedTuple):
    """A field of the gold, how it is told from what was found, and the form in which the two are compared."""

    gold: str
    found: Callable[[Found], str | None]
    plain: Callable[[Any], object]


def names(said: str | list[str]) -> frozenset[str]:
    """The names in a byline, letters alone; the set lists some of them."""
    text = said if isinstance(said, str) else "; ".join(said)
    parts = (re.sub(r"[\W_]", "", _BY.sub("", part)).lower() for part in _BETWEEN.split(text))
    return frozenset(part for part in parts if part)


def letters(text: str) -> str:
    """Letters and digits alone."""
    return re.sub(r"[\W_]", "", text).lower()


def outlet(text: str) -> str:
    """The letters of an outlet's name, or of an address in its place."""
    return letters(_AROUND.sub("", text.strip()))


def declared(html: str) -> str | None:
    """The name that a page's meta tags declare for its site."""
    tag = _SITE_NAME.search(html)
    content = tag and _CONTENT.search(tag[0])
    return unescape(content[1] or content[2] or "").strip() or None if content else None


def nameless(pages: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """The pages that declare their site's name, as `outlet`, with nothing left in their source that declares it."""
    named = [page | {"outlet": name} for page in pages if (name := declared(page["html"]))]
    return [page | {"html": _DECLARING.sub("hidden", page["html"])} for page in named]


OUTLET = Field("outlet", lambda said: said.outlet, outlet)
FIELDS = (
    Field("title", lambda said: said.title, letters),
    Field("author", lambda said: said.author, names),
    Field("date", lambda said: said.date, str),
)


def score(pages: Sequence[dict[str, Any]], found: Sequence[Found], field: Field) -> tuple[float, float]:
    """Shares of right and of wrong answers among the pages that declare the field."""
    asked = [(page[field.gold], field.found(said)) for page, said in zip(pages, found, strict=True) if page[field.gold]]
    right = sum(bool(said) and field.plain(said) == field.plain(gold) for gold, said in asked)
    return right / len(asked), (sum(bool(said) for _, said in asked) - right) / len(asked)


def authors_f1(pages: Sequence[dict[str, Any]], found: Sequence[Found]) -> float:
    """F1 of single names over the pages that declare an author."""
    pairs = [
        (names(page["author"]), names(said.author or ""))
        for page, said in zip(pages, found, strict=True)
        if page["author"]
    ]
    return 2 * sum(len(gold & said) for gold, said in pairs) / sum(len(gold) + len(said) for gold, said in pairs)


def main() -> None:
    """Prints one line a system and field."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("folder", type=Path)
    ask.add_argument("--systems", default=ALL)
    ask.add_argument("--peers", type=Path, default=PEERS)
    ask.add_argument("--misses", choices=[field.gold for field in (*FIELDS, OUTLET)])
    ask.add_argument("--outlets", action="store_true")
    asked = ask.parse_args()
    pages = load(asked.folder / "segments.jsonl.gz")
    pages = [page for page in pages if any(page[field.gold] for field in FIELDS)]
    fields = (OUTLET,) if asked.outlets else FIELDS
    pages = nameless(pages[::FOURTH]) if asked.outlets else pages
    print(f"{len(pages)} pages                      right   wrong   tune (right, wrong)  check (right, wrong)")
    for system in asked.systems.split(","):
        found = run(system, pages, asked.peers)
        for field in fields:
            count = sum(bool(page[field.gold]) for page in pages)
            halves = [*score(pages[::2], found[::2], field), *score(pages[1::2], found[1::2], field)]
            figures = "".join(f"{figure:8.4f}" for figure in (*score(pages, found, field), *halves))
            print(f"{system:18s} {field.gold:7s} ({count:3d}){figures}")
            if asked.misses == field.gold:
                show(pages, found, field)
        if not asked.outlets:
            print(f"{system:18s} authors F1   {authors_f1(pages, found):8.4f}")


def show(pages: Sequence[dict[str, Any]], found: Sequence[Found], field: Field) -> None:
    """The tune half's wrong and missed answers."""
    for index, (page, said) in enumerate(zip(pages, found, strict=True)):
        gold, answer = page[field.gold], field.found(said)
        if index % 2 == 0 and gold and not (answer and field.plain(answer) == field.plain(gold)):
            print(f"   {index} {page['url']}\n      gold {gold!r}\n      said {answer!r}")


if __name__ == "__main__":
    main()
