"""Bytes -> Page. What the web served, decoded, or set aside with a reason."""

from __future__ import annotations

import hashlib

from onrecord.nouns import Document, Page, Source, digest
from onrecord.pages.captures import capture_in
from onrecord.pages.decoding import decode
from onrecord.pages.rows import RowError, captured_of, fields_of, parse_row, text_of
from onrecord.pages.sniffing import HTML, MAX_BYTES, ROW, TEXT, binary_kind, kind_of_text, plain_type

__all__ = ["HTML", "MAX_BYTES", "ROW", "TEXT", "read"]


def read(source: Source) -> tuple[Page, Document | None]:
    """The page that a source is, and its decoded text; no Document where it is set aside (the Page says why).

    Newlines stay as they were served, so offsets into `Document.text` are code points of the decoded page. A byte order
    mark is no part of the text; a NUL character is replaced by U+FFFD."""
    reason = source.refused or _unreadable(source)
    if reason is not None:
        return _page(source, plain_type(source) or "application/octet-stream", source.captured, reason), None
    if plain_type(source) == ROW:
        return _read_row(source)
    text = decode(source.data, source.media_type)
    kind = plain_type(source) or kind_of_text(text)
    if not text.strip():
        return _page(source, kind, source.captured, _refuse(source, "is empty", "give a page that has text")), None
    captured = source.captured or (capture_in(text) if kind == HTML else None)
    page = _page(source, kind, captured, None)
    return page, Document(page=page.id, uri=source.uri, media_type=kind, captured=captured, text=text)


def _read_row(source: Source) -> tuple[Page, Document | None]:
    try:
        row = parse_row(decode(source.data, None))
        text = text_of(row)
    except RowError as fault:
        return _page(source, ROW, source.captured, _refuse(source, str(fault), "mend or drop the row")), None
    captured = source.captured or captured_of(row)
    page = _page(source, ROW, captured, None)
    fields = fields_of(row)
    return page, Document(page=page.id, uri=source.uri, media_type=ROW, captured=captured, text=text, fields=fields)


def _unreadable(source: Source) -> str | None:
    if not source.data.strip():
        return _refuse(source, "is empty", "give a page that has text")
    if len(source.data) > MAX_BYTES:
        return _refuse(source, f"has {len(source.data):,} bytes, more than the {MAX_BYTES:,} of one page", "split it")
    kind = binary_kind(source.data)
    return None if kind is None else _refuse(source, f"is {kind}", "give its text or HTML")


def _refuse(source: Source, fault: str, remedy: str) -> str:
    return f"{source.uri} {fault}: {remedy}"


def _page(source: Source, kind: str, captured: str | None, reason: str | None) -> Page:
    sha256 = hashlib.sha256(source.data).hexdigest()
    return Page(
        id=digest("page", source.uri, sha256), uri=source.uri, sha256=sha256, bytes=len(source.data), media_type=kind,
        captured=captured, outcome="read" if reason is None else "set-aside", reason=reason,
    )  # fmt: skip
