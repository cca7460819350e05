"""What kind of bytes a page is: text, HTML, a JSONL row, or something that is no page."""

from __future__ import annotations

import re

from onrecord.nouns import Source

TEXT, HTML, ROW = "text/plain", "text/html", "application/json"
SAVED, MAIL, PDF = "multipart/related", "message/rfc822", "application/pdf"
FEED = "application/rss+xml"
"""A feed that holds one entry, which carries its page whole."""
MAX_BYTES = 50_000_000
"""Largest page that is read. News pages are below 5 MB; above this a file is a dump that holds many."""

SNIFFED = 4096
"""Characters looked at, as in the WHATWG sniffing rules for markup (1,445 bytes) with room for leading comments."""

MAX_NUL_SHARE = 0.02
"""Above this share of NUL bytes (UTF-16 apart) bytes are no text: saved pages have none or a stray few."""

MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file under another name"),
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"PK\x03\x04", "a zip archive (or an office document); it is read unpacked"),
    (b"\x1f\x8b", "compressed with gzip"),
    (b"BZh", "compressed with bzip2"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstandard"),
    (b"WARC/", "a WARC file; it is read from a file whose name ends .warc or .warc.gz"),
    (b"SQLite format 3\x00", "a database"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"\x7fELF", "a program"),
)

_MARKUP = re.compile(r"<!doctype\s+html|<\s*(?:html|head|body|article|main|div|p|h[1-6]|title|meta|table)[\s>]", re.I)
_ROW_URI = re.compile(r"\.(?:jsonl|ndjson)#\d+$", re.I)
_PLAIN = frozenset((9, 10, 13, *range(32, 127)))
_HTML_URI = re.compile(r"\.x?html?$", re.I)


def plain_type(source: Source) -> str | None:
    """The media type the giver or the name of the page tells, without its parameters; None where neither does."""
    given = (source.media_type or "").partition(";")[0].strip().lower()
    if given in (TEXT, HTML, ROW, SAVED, MAIL, PDF, FEED):
        return given
    if given == "application/xhtml+xml" or _HTML_URI.search(source.uri):
        return HTML
    if source.data.startswith(b"%PDF-"):
        return PDF
    return ROW if _ROW_URI.search(source.uri) else None


def kind_of_text(text: str) -> str:
    """`text/html` where the opening shows markup, else `text/plain`."""
    return HTML if _MARKUP.search(text, 0, SNIFFED) else TEXT


def utf16_without_mark(data: bytes) -> str | None:
    """`utf-16-le` or `utf-16-be` where every other byte of the opening is mostly NUL, else None."""
    opening = data[:SNIFFED]
    half = len(opening) // 2
    if half < 4:
        return None
    even, odd = opening[0::2].count(0), opening[1::2].count(0)
    if max(even, odd) < 0.4 * half or min(even, odd) > 0.05 * half:
        return None
    letters = opening[0::2] if odd > even else opening[1::2]
    if sum(byte in _PLAIN for byte in letters) < 0.7 * half:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


CONTROLS = bytes(set(range(32)) - set(b"\t\n\r\f\x1b"))
MAX_CONTROL_SHARE = 0.05
"""Control characters a text may hold: real pages have a stray one, compiled files a tenth."""


def binary_kind(data: bytes) -> str | None:
    """What the bytes are, in words, where they are no text; else None."""
    for magic, name in MAGIC:
        if data.startswith(magic):
            return name
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return "a WebP picture"
    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or utf16_without_mark(data):
        return None
    if data.count(0) > MAX_NUL_SHARE * len(data):
        return "binary data (it holds NUL bytes)"
    steering = len(data) - len(data.translate(None, CONTROLS))
    return "binary data (it holds control characters)" if steering > MAX_CONTROL_SHARE * len(data) else None
