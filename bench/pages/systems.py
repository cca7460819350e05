"""Runs one extractor over pages, in whichever interpreter holds it, and prints what it found.

    PYTHON bench/pages/systems.py SYSTEM < pages.jsonl > found.jsonl

SYSTEM is a name in SYSTEMS. Each line of the input has `html` and may have `url`; each line of the output has `text`,
`title`, `date` (an ISO day or null), `seconds`, `author` (names joined by "; ") and `outlet`. The peers live in an
environment of their own, made with

    uv venv /tmp/peers/.venv
    uv pip install --python /tmp/peers/.venv/bin/python trafilatura htmldate newspaper4k readability-lxml resiliparse \
        justext lxml_html_clean

and are run from there by `run`, so that none of them is a dependency of this project.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple

PEERS = Path("/tmp/peers/.venv/bin/python")
"""The interpreter of the peers unless told otherwise."""
OURS = "onrecord"


class Found(NamedTuple):
    """What a system made of a page; None where it says nothing. `seconds` is its own time."""

    text: str
    title: str | None = None
    date: str | None = None
    seconds: float = 0.0
    author: str | None = None
    outlet: str | None = None


System = Callable[[str, str], Found]
"""(html, url) -> Found."""


def onrecord() -> System:
    """All articles of the page, headline apart; the first one's headline, date, and byline or else agency."""
    articles, nouns = import_module("onrecord.articles"), import_module("onrecord.nouns")

    def extract(html: str, url: str) -> Found:
        cut, _, _ = articles.cut(nouns.Document(page="page", uri=url, media_type="text/html", captured=None, text=html))
        when = cut[0].published if cut else None
        text = "\n".join(article.text for article in cut)
        first = cut[0] if cut else None
        author, outlet = first and (first.byline or first.agency), first and first.outlet
        return Found(text, first and first.headline, _day(when), author=author, outlet=outlet)

    return extract


def _day(when: Any) -> str | None:
    """The day of a When that is within one."""
    sure = when is not None and when.from_ and when.to and when.from_[:10] == when.to[:10]
    return when.from_[:10] if sure else None


def onrecord_dates() -> System:
    """The page's day alone."""
    articles, nouns = import_module("onrecord.articles"), import_module("onrecord.nouns")

    def extract(html: str, url: str) -> Found:
        when = articles.day_of(nouns.Document(page="page", uri=url, media_type="text/html", captured=None, text=html))
        return Found("", None, _day(when))

    return extract


def trafilatura() -> System:
    """Text without comments, with tables, as its own comparison calls it."""
    module = import_module("trafilatura")

    def extract(html: str, _: str) -> Found:
        return Found(module.extract(html, include_comments=False, include_tables=True) or "")

    return extract


def trafilatura_whole() -> System:
    """Text with title, date and author (slower)."""
    module = import_module("trafilatura")

    def extract(html: str, url: str) -> Found:
        said = module.bare_extraction(html, url=url, include_comments=False, with_metadata=True)
        if said is None:
            return Found("")
        return Found(said.text or "", said.title, said.date, author=said.author, outlet=said.sitename)

    return extract


def htmldate(original: bool = False) -> System:
    """The day alone, its latest."""
    module = import_module("htmldate")

    def extract(html: str, url: str) -> Found:
        return Found("", None, module.find_date(html, url=url, original_date=original))

    return extract


def htmldate_first() -> System:
    """The day alone, its first."""
    return htmldate(original=True)


def newspaper4k() -> System:
    """Text, title, date and authors."""
    module = import_module("newspaper")

    def extract(html: str, url: str) -> Found:
        article = module.Article(url or "http://localhost/", fetch_images=False)
        article.download(input_html=html)
        article.parse()
        day = article.publish_date.date().isoformat() if article.publish_date else None
        return Found(article.text or "", article.title, day, author="; ".join(article.authors))

    return extract


def readability() -> System:
    """Text of the summary, and the title."""
    module, html_module = import_module("readability"), import_module("lxml.html")

    def extract(html: str, _: str) -> Found:
        document = module.Document(html)
        return Found(html_module.fromstring(document.summary()).text_content(), document.short_title())

    return extract


def resiliparse() -> System:
    """Text of the main content, without comments."""
    module = import_module("resiliparse.extract.html2text")

    def extract(html: str, _: str) -> Found:
        return Found(module.extract_plain_text(html, main_content=True, alt_texts=False, comments=False))

    return extract


def justext() -> System:
    """Text of the good paragraphs; German stop words."""
    module = import_module("justext")
    stop = module.get_stoplist("German") | module.get_stoplist("English")

    def extract(html: str, _: str) -> Found:
        paragraphs = module.justext(html, stop)
        return Found("\n".join(paragraph.text for paragraph in paragraphs if not paragraph.is_boilerplate))

    return extract


SYSTEMS: dict[str, Callable[[], System]] = {
    OURS: onrecord, "onrecord-dates": onrecord_dates, "trafilatura": trafilatura,
    "trafilatura-whole": trafilatura_whole, "htmldate": htmldate, "htmldate-first": htmldate_first,
    "newspaper4k": newspaper4k, "readability-lxml": readability, "resiliparse": resiliparse, "justext": justext,
}  # fmt: skip


def run(system: str, pages: Iterable[dict[str, Any]], peers: Path) -> list[Found]:
    """What a system finds on each page: ours in this interpreter's child, a peer in its own."""
    python = sys.executable if system.startswith(OURS) else str(peers)
    fed = "".join(json.dumps({"html": page["html"], "url": page.get("url") or ""}) + "\n" for page in pages)
    done = subprocess.run([python, __file__, system], input=fed, capture_output=True, encoding="utf8", check=False)
    if done.returncode:
        raise SystemExit(f"{system} failed: {done.stderr[-2000:]}")
    return [Found(**json.loads(line)) for line in done.stdout.split("\n") if line]


def main() -> None:
    """Reads pages from standard input and prints what the named system finds; a crash is an empty answer.

    This folder leaves the import path first: one of its scripts has a peer's name."""
    sys.path[:] = [path for path in sys.path if Path(path).resolve() != Path(__file__).resolve().parent]
    extract = SYSTEMS[sys.argv[1]]()
    for line in sys.stdin:
        page = json.loads(line)
        began = time.process_time()
        try:
            found = extract(page["html"], page["url"])
        except Exception as fault:
            print(f"{sys.argv[1]}: {page['url']}: {fault!r}", file=sys.stderr)
            found = Found("")
        print(json.dumps(found._replace(seconds=time.process_time() - began)._asdict()))


if __name__ == "__main__":
    main()
