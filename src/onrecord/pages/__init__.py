"""Bytes -> Page. What the web served, decoded, or set aside with a reason."""

from __future__ import annotations

import hashlib

import msgspec

from onrecord.nouns import Document, Page, Source, digest
from onrecord.pages.captures import capture_in
from onrecord.pages.decoding import decode
from onrecord.pages.entries import page_in
from onrecord.pages.feeds import parsed
from onrecord.pages.mails import MailError, open_letter
from onrecord.pages.pdfs import PdfError, text_of_pdf
from onrecord.pages.rows import RowError, captured_of, fields_of, parse_row, text_of
from onrecord.pages.sniffing import FEED, HTML, MAX_BYTES, PDF, ROW, TEXT, binary_kind, kind_of_text, plain_type

__all__ = ["HTML", "MAX_BYTES", "ROW", "TEXT", "identify", "read"]


def read(source: Source) -> tuple[Page, Document | None]:
    """The page that a source is, and its decoded text; no Document where it is set aside (the Page says why).

    Newlines stay as they were served, so offsets into `Document.text` are code points of the decoded page. A byte order
    mark is no part of the text; a NUL character is replaced by U+FFFD."""
    kind = plain_type(source)
    reason = source.refused or _unreadable(source, kind)
    if reason is not None:
        return _page(source, kind or "application/octet-stream", source.captured, reason), None
    match kind:
        case "application/json":
            return _read_row(source)
        case "application/pdf":
            return _read_pdf(source)
        case "application/rss+xml":
            return _read_entry(source)
        case "multipart/related" | "message/rfc822":
            return _read_letter(source, kind)
        case _:
            return _read_text(source, kind)


def identify(source: Source) -> str:
    """The id of the page that a source is: of its uri and its bytes, whatever is found in them."""
    return digest("page", source.uri, hashlib.sha256(source.data).hexdigest())


def _read_text(source: Source, kind: str | None) -> tuple[Page, Document | None]:
    text = decode(source.data, source.media_type)
    kind = kind or kind_of_text(text)
    captured = source.captured or (capture_in(text) if kind == HTML else None)
    fields = (("url", source.uri),) if source.uri.startswith(("http://", "https://")) else ()
    return _whole(
        source, kind, Document(page="", uri=source.uri, media_type=kind, captured=captured, text=text, fields=fields)
    )


def _read_letter(source: Source, kind: str) -> tuple[Page, Document | None]:
    try:
        letter = open_letter(source, kind)
    except MailError as fault:
        return _page(source, kind, source.captured, _refuse(source, str(fault), "save it as HTML")), None
    captured = letter.captured or source.captured
    return _whole(
        source,
        kind,
        Document(
            page="", uri=source.uri, media_type=letter.kind, captured=captured, text=letter.text, fields=letter.fields
        ),
    )


def _read_pdf(source: Source) -> tuple[Page, Document | None]:
    try:
        text = text_of_pdf(source.data)
    except PdfError as fault:
        return _page(source, PDF, source.captured, _refuse(source, str(fault), fault.remedy)), None
    return _whole(source, PDF, Document(page="", uri=source.uri, media_type=TEXT, captured=source.captured, text=text))


def _read_entry(source: Source) -> tuple[Page, Document | None]:
    root = parsed(source.data)
    text = page_in(root) if root is not None else None
    if text is None:
        reason = _refuse(source, "is a feed whose entry carries no page", "give the address of the page")
        return _page(source, FEED, source.captured, reason), None
    fields = (("url", source.uri),) if source.uri.startswith(("http://", "https://")) else ()
    return _whole(
        source,
        HTML,
        Document(
            page="",
            uri=source.uri,
            media_type=HTML,
            captured=source.captured,
            text=text.replace("\x00", "\ufffd"),
            fields=fields,
        ),
    )


def _whole(source: Source, kind: str, draft: Document) -> tuple[Page, Document | None]:
    """The page of a draft, and the draft as its document; set aside where it holds no words."""
    if not draft.text.strip():
        return _page(source, kind, draft.captured, _refuse(source, "is empty", "give a page that has text")), None
    page = _page(source, kind, draft.captured, None)
    return page, msgspec.structs.replace(draft, page=page.id)


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


def _unreadable(source: Source, kind: str | None) -> str | None:
    if not source.data.strip():
        return _refuse(source, "is empty", "give a page that has text")
    if len(source.data) > MAX_BYTES:
        return _refuse(source, f"has {len(source.data):,} bytes, more than the {MAX_BYTES:,} of one page", "split it")
    if kind == PDF:
        return None
    binary = binary_kind(source.data)
    return None if binary is None else _refuse(source, f"is {binary}", "give its text or HTML")


def _refuse(source: Source, fault: str, remedy: str) -> str:
    return f"{source.uri} {fault}: {remedy}"


def _page(source: Source, kind: str, captured: str | None, reason: str | None) -> Page:
    sha256 = hashlib.sha256(source.data).hexdigest()
    return Page(
        id=identify(source), uri=source.uri, sha256=sha256, bytes=len(source.data), media_type=kind,
        captured=captured, outcome="read" if reason is None else "set-aside", reason=reason,
    )  # fmt: skip
