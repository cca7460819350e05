"""No bytes whatever make the page reader fail: a page is read, or set aside with a reason."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.nouns import Source
from onrecord.pages import HTML, ROW, TEXT, read
from onrecord.pages.addresses import AddressError, address, listed
from onrecord.pages.feeds import entries, is_feed
from onrecord.pages.sniffing import MAIL, PDF, SAVED

TYPES = [None, TEXT, HTML, ROW, SAVED, MAIL, PDF, "application/xhtml+xml", "application/octet-stream", ""]
CHARSETS = ["", "utf-8", "utf-16", "utf-7", "idna", "punycode", "rot13", "base64", "hex", "zlib", "unicode_escape", "x"]
PIECES = [
    b"%PDF-1.4\n",
    b"1 0 obj << /Type /Catalog /Pages 1 0 R >> endobj\n", b"stream\n", b"endstream\n", b"trailer <<>>\n",
    b"startxref\n9\n%%EOF", b"Content-Type: multipart/mixed; boundary=e\n", b"\n--e\n", b"--e--\n", b"Date: \xff\n",
    b"Subject: =?utf-8?b?//?=\n", b"Content-Transfer-Encoding: base64\n", b"Content-Transfer-Encoding: x-uuencode\n",
    b"Content-Type: text/html; charset=idna\n", b"Content-Disposition: attachment\n", b"\n\n", b"begin 644 a\n",
    b"words ",
    b"Content-Type: message/rfc822\n\n", b"{\"text\": \"", b"\\ud800", b"\"}", b"<html><meta charset=utf-7>", b"<!--",
    b"saved on 2024-99-99T", b"-->", b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", "\u202e".encode(), b"\x1f\x8b",
    b"WARC/1.0\r\n",
]  # fmt: skip
HOSTILE = st.binary(max_size=200) | st.lists(st.sampled_from(PIECES) | st.binary(max_size=8), max_size=25).map(b"".join)


def held(source: Source) -> None:
    """A page that is read has its document, one that is set aside its reason; the document holds its page's id."""
    page, document = read(source)
    assert (page.outcome == "read") == (document is not None)
    assert (page.reason is None) == (document is not None)
    assert page.bytes == len(source.data)
    if document is not None:
        assert document.page == page.id
        assert document.media_type in (TEXT, HTML, ROW)
        assert document.text.strip()
        assert "\x00" not in document.text


@settings(max_examples=400, deadline=None)
@given(
    HOSTILE,
    st.sampled_from(TYPES),
    st.sampled_from(CHARSETS),
    st.sampled_from(["a", "a.html", "a.jsonl#1", "http://a/"]),
)
def test_any_bytes_of_any_type_are_read_or_set_aside(data: bytes, kind: str | None, charset: str, uri: str) -> None:
    held(Source(uri=uri, data=data, media_type=f"{kind}; charset={charset}" if kind and charset else kind))


@settings(max_examples=200, deadline=None)
@given(HOSTILE)
def test_any_bytes_are_a_feed_with_entries_or_without(data: bytes) -> None:
    is_feed(None, data)
    for found in entries(b"<rss><channel><item><link>" + data, "http://gazette.example/"):
        assert address(found) == found


@given(st.text() | st.text(alphabet="htps:/@[]%.x0#?\\\x00", max_size=40).map("http://{}".format))
def test_any_words_are_an_address_or_none(words: str) -> None:
    try:
        found = address(words)
    except AddressError as fault:
        assert fault.remedy  # noqa: PT017
    else:
        assert address(found) == found
        assert found.startswith(("http://", "https://"))


@given(st.binary(max_size=300))
def test_any_bytes_are_a_list_of_addresses_or_none(data: bytes) -> None:
    assert all(found.lower().startswith(("http://", "https://")) for found in listed(data))


def test_bombs_of_markup_are_read_as_they_are() -> None:
    for bomb in (
        b"<div>" * 200_000,
        b"&amp;" * 300_000,
        b"<!--" * 200_000,
        b"<meta charset" * 100_000,
        b"<p " * 300_000,
    ):
        held(Source(uri="a.html", data=bomb + b"words", media_type=HTML))


def test_bombs_of_letters_are_opened_or_set_aside() -> None:
    many = b"Content-Type: multipart/mixed; boundary=e\n\n" + b"--e\nContent-Type: image/png\n\nx\n" * 30_000
    held(Source(uri="a.eml", data=many, media_type=MAIL))
    held(Source(uri="a.eml", data=b"Subject: " + b"=?utf-8?q?a?= " * 20_000 + b"\n\nwords", media_type=MAIL))
    held(Source(uri="a.eml", data=b"Content-Type: text/html" + b"; a*0=b" * 20_000 + b"\n\nwords", media_type=MAIL))
    held(Source(uri="a.eml", data=b"X: y\n" * 100_000 + b"\nwords", media_type=MAIL))


def test_an_entry_with_names_that_are_none_is_read_or_set_aside() -> None:
    data = b"<rss><item><content:encoded><urn:uuid:7>words</urn:uuid:7><!-- x --><?y z?></content:encoded></item></rss>"
    held(Source(uri="a", data=data, media_type="application/rss+xml"))
