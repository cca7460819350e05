"""Where each row stands in the dossier: file names and anchors, made from ids alone.

An id comes out of a record file that anybody may have written, so one that is not of the usual form
(`statement-0f3a...`) is replaced by a hash of itself: no id can name a path, break out of an attribute or point at
another site.
"""

from __future__ import annotations

import hashlib
import re
from functools import lru_cache
from urllib.parse import urlsplit

from onrecord.nouns import Span

FOLDER = "dossier"
"""The folder beside `index.html` that holds every other file of a dossier; the server uses the same paths."""

HOME = "index.html"

CHUNK = 200
"""Rows of a page of a long list; of one with short rows twice as many."""

_USUAL = re.compile(r"[a-z]{1,16}-[0-9a-z]{1,64}")


@lru_cache(maxsize=1 << 16)
def anchor(row_id: str) -> str:
    """The fragment of a row: its id, or a hash of an unusual one."""
    if _USUAL.fullmatch(row_id):
        return row_id
    return f"row-{hashlib.blake2b(row_id.encode('utf8', 'surrogatepass'), digest_size=8).hexdigest()}"


def file_name(row_id: str, number: int = 1) -> str:
    """The file of a row that has one of its own, or of the `number`-th page of a long one (from 1)."""
    return numbered(anchor(row_id), number)


def numbered(stem: str, number: int) -> str:
    """The file of the `number`-th page of a list (from 1)."""
    return f"{stem}.html" if number == 1 else f"{stem}-p{number}.html"


def place_anchor(span: Span) -> str:
    """The fragment of characters that no statement marks: "at-120-184"."""
    return f"at-{span.start}-{span.end}"


def to_place(span: Span) -> str:
    """The way to the characters of a span."""
    return f"{file_name(span.article)}#{place_anchor(span)}"


def to_statement(article: str, statement: str) -> str:
    """The way to a statement's characters in its article."""
    return f"{file_name(article)}#{anchor(statement)}"


def outward(url: str | None) -> str | None:
    """A page's own address where it is safe to offer as a link: http or https with a host. None otherwise."""
    if url is None or any(char.isspace() or ord(char) < 32 for char in url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None
