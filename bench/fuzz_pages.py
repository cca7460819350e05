"""Coverage-guided fuzzing of reading and cutting pages with atheris, which is no dependency of the project.

    pip install atheris
    python bench/fuzz_pages.py [FOLDER] [-max_total_time=600] [-max_len=65536]

The first byte of an input chooses the kind of source, the rest are its bytes. A page that is neither read nor set aside
with a reason is a fault, as is one that takes more than SECONDS of processor. Inputs of interest are kept in FOLDER.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["onrecord.pages", "onrecord.articles", "email"]):
    from onrecord.articles import cut, imprint
    from onrecord.nouns import Source
    from onrecord.pages import HTML, ROW, TEXT, read
    from onrecord.pages.feeds import entries, is_feed, items
    from onrecord.pages.inputs import gather
    from onrecord.pages.sniffing import FEED as ENTRY
    from onrecord.pages.sniffing import MAIL, PDF, SAVED

SECONDS = 5.0
KINDS = (None, TEXT, HTML, ROW, SAVED, MAIL, PDF, ENTRY)
FILES = ("crawl.warc.gz", "crawl.warc", "crawl.wacz", "pile.jsonl.gz", "page.html.gz")
FEED = len(KINDS)
CASES = len(KINDS) + 1 + len(FILES)


def one(data: bytes) -> None:
    """Reads one input. Raises AssertionError where the reader breaks its word."""
    kind, rest = data[0] % CASES if data else 0, data[1:]
    began = time.process_time()
    if kind == FEED:
        assert is_feed(None, rest) or entries(rest, "http://gazette.example/") is not None
        for item in items(rest, "http://gazette.example/", None):
            if isinstance(item, Source):
                held(item)
    elif kind > FEED:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / FILES[kind - FEED - 1]
            file.write_bytes(rest)
            for source in gather([str(file)]):
                held(source)
    else:
        held(Source(uri="a", data=rest, media_type=KINDS[kind]))
    assert time.process_time() - began < SECONDS, f"took longer than {SECONDS} seconds of processor"


def held(source: Source) -> None:
    """A page is read, or set aside with a reason; what was read is cut into articles, or refused with a reason."""
    page, document = read(source)
    assert (page.outcome == "read") == (document is not None)
    assert (page.reason is None) == (document is not None)
    if document is not None:
        imprint(document)
        articles, _, refusals = cut(document)
        assert bool(articles) != bool(refusals)


def main() -> None:
    """Fuzzes until it is stopped."""
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
