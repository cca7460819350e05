"""Pages made to break readers: they are read or set aside, within seconds and bounded memory."""

from __future__ import annotations

import resource

import pytest

from onrecord import articles
from onrecord.nouns import Source
from onrecord.pages import HTML, read

WORDS = b"The paper mill at Wexby will close in June, its owner said on Friday, ending two centuries of work. " * 8
PARAGRAPH = b"<p>" + WORDS + b"</p>"


def cut(data: bytes, media_type: str | None = HTML) -> str:
    """The text of all articles of a page; nothing where it is set aside."""
    _, document = read(Source(uri="a", data=data, media_type=media_type))
    return "\n".join(article.text for article in articles.cut(document)[0]) if document else ""


BOMBS = {
    "depth": b"<div>" * 100_000 + PARAGRAPH + b"</div>" * 100_000,
    "inline depth": b"<b>" * 100_000 + PARAGRAPH,
    "tables": b"<table><tr><td>" * 30_000 + PARAGRAPH,
    "lists": b"<ul><li>" * 50_000 + PARAGRAPH,
    "entities": PARAGRAPH + b"<p>" + b"&eacute;&#x41;&bogus;" * 333_334,
    "one tag": b"<p " + b"a=b " * 500_000 + b">" + PARAGRAPH,
    "one attribute": b'<p title="' + b"x" * 2_000_000 + b'">' + PARAGRAPH,
    "open comments": PARAGRAPH + b"<!-- " * 300_000,
    "scripts": b"<script>if (a < b) {}" * 50_000 + b"</script>" + PARAGRAPH,
    "styles in bodies": b"<p><style>p {}</style>" * 50_000 + PARAGRAPH,
    "links": b'<li><a href="/x">The lock at Wexby</a></li>' * 50_000,
    "declared entities": b'<!DOCTYPE html [<!ENTITY a "' + b"ha" * 500 + b'"><!ENTITY b "' + b"&a;" * 500 + b'">]>&b;',
    "frames": b"<iframe>" * 100_000 + PARAGRAPH,
    "selects": b"<select><option>" * 50_000 + PARAGRAPH,
    "svg": b"<svg><g>" * 50_000 + PARAGRAPH,
}  # fmt: skip


@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_of_markup_costs_bounded_memory_and_is_read_or_set_aside(name: str) -> None:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    cut(BOMBS[name])
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 600_000


def test_a_page_that_is_all_links_holds_no_article() -> None:
    assert cut(BOMBS["links"]) == ""


@pytest.mark.parametrize("name", ["entities", "one tag", "one attribute", "open comments", "styles in bodies"])
def test_a_page_with_a_bomb_beside_its_text_keeps_its_text(name: str) -> None:
    assert "two centuries of work" in cut(BOMBS[name])


@pytest.mark.parametrize(
    ("data", "media_type", "word"),
    [
        ("Łódź mill".encode("utf-16-le"), None, "Łódź"),
        ("<p>Lodz mill of paper</p>".encode("utf-16-be"), HTML, "Lodz"),
        ("Łódź".encode("utf-16"), None, "Łódź"),
        ("Łódź".encode("utf-8-sig"), "text/plain; charset=iso-8859-1", "Łódź"),
        ("Łódź café".encode(), "text/plain; charset=iso-8859-2", "Łódź café"),
        ("café ".encode() * 20 + "naïve".encode("cp1252"), "text/plain; charset=utf-8", "naïve"),
        (b"caf\xe9 and na\xefve", "text/plain; charset=utf-8", "café and naïve"),
        ("мельница".encode("koi8-r"), "text/plain; charset=koi8-r", "мельница"),
        ("製紙工場".encode("shift_jis"), "text/html; charset=shift_jis", "製紙工場"),
        (b"mill\x00 and lock" + b" at Wexby" * 20, None, "mill\ufffd and lock"),
        ("mill \u202ekcol\u202c".encode(), None, "\u202e"),
        (b"\xed\xa0\x80 mill", "text/plain; charset=utf-8", " mill"),
        (b"\xff\xfe\x00", "text/plain", "\ufffd"),
        (b"mill \x80\x81", "text/plain; charset=windows-1252", "mill \u20ac\x81"),
    ],
)
def test_words_come_out_of_every_encoding_well_declared_or_not(data: bytes, media_type: str | None, word: str) -> None:
    _, document = read(Source(uri="a", data=data, media_type=media_type))
    assert document is not None
    assert word in document.text
