"""Bad pages of flattened text are read to their end, every piece at its place."""

from __future__ import annotations

import pytest

from onrecord.articles import cut
from onrecord.nouns import Document

PAGES = {
    "one line": "so the boat went on and on " * 6000,
    "one line of capitals": "SO THE BOAT WENT ON AND ON. " * 3000,
    "lines of one word": "\n".join(f"word{number}" for number in range(5000)),
    "null bytes": "\0" * 20_000 + " word. " * 500,
    "bidi controls": "\u202eabc \u2066def\u2069. " * 3000,
    "no end marks": "the boat went on\n" * 3000,
    "open quotations": '"word ' * 5000,
    "dates": "3 May 2031 " * 3000,
    "bylines": "By Nora Fell " * 3000,
    "menus": "Share this Print Menu | " * 4000,
    "one word": "a" * 200_000,
    "lone surrogates": "\ud800 word " * 5000,
    "nothing": "",
    "blanks": "\xa0\n \n",
}


@pytest.mark.parametrize("name", PAGES)
def test_a_bad_page_is_read_to_its_end(name: str) -> None:
    text = PAGES[name]
    document = Document(page="p", uri="u", media_type="text/plain", captured=None, text=text)
    articles, scraps, refusals = cut(document)
    assert articles or refusals
    assert all(scrap.text == text[scrap.start : scrap.end] for scrap in scraps)
    for article in articles:
        assert [article.text[a:b] for a, b, _ in article.lines()] == [text[a:b] for a, b in article.places]
