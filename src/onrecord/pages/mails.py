"""MHTML pages that browsers save, and .eml newsletters: the page inside a message (RFC 2557, RFC 5322)."""

from __future__ import annotations

import email
import re
from contextlib import suppress
from datetime import UTC, datetime
from email.errors import MessageError
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import NamedTuple

from onrecord.nouns import Source
from onrecord.pages.decoding import decode
from onrecord.pages.sniffing import HTML, MAIL, TEXT

MAX_PARTS = 10_000
"""Parts of a message that are looked at. Saved pages hold some hundred; the page is the first of its kind."""
MAX_HEADER = 8_000
"""Characters of a header that is taken apart: the package takes the square of them in time. Real ones: below 1,000."""
MAX_WORK = 3_000_000
"""Lines times boundaries of a message: the package compares each with each, a million in about a second. The largest
saved page (50 MB, one boundary) has 700,000 lines."""
_TYPED = re.compile(rb"^content-(?:type|disposition):[^\r\n]*+(?:\r?\n[ \t][^\r\n]*+)*+", re.I | re.M)
_BOUNDARY = re.compile(rb"\bboundary\*?[\d*]{0,4}\s{0,9}=", re.I)
_FAULTS = (MessageError, LookupError, ValueError, TypeError, AttributeError, IndexError, RecursionError)
"""What the email package raises over messages that nobody would send."""


class MailError(ValueError):
    """The message holds no page; the message says why."""


class Letter(NamedTuple):
    """The page inside a message: its text, `text/html` or `text/plain`, when it was saved or sent (ISO 8601 with its
    own offset), and what the headers tell, by the names that JSONL rows use."""

    text: str
    kind: str
    captured: str | None
    fields: tuple[tuple[str, str], ...]


def open_letter(source: Source, kind: str) -> Letter:
    """The HTML part of a message (the root, where it names one), else its text. Raises MailError where it has
    neither."""
    try:
        _check(source.data)
        message = email.message_from_bytes(source.data)
        part = _root(message) or _first(message, HTML) or _first(message, TEXT)
        if part is None:
            raise MailError("holds no part that is HTML or text")
        content = part.get_payload(decode=True)
        text = decode(content if isinstance(content, bytes) else b"", str(part.get("Content-Type", "")))
        return Letter(text, part.get_content_type(), _date(message), _fields(message, part, kind))
    except _FAULTS as fault:
        raise fault if isinstance(fault, MailError) else MailError("is a message that cannot be taken apart") from fault


def _check(data: bytes) -> None:
    """Raises MailError for a message that would take the email package minutes."""
    if any(len(header[0]) > MAX_HEADER for header in _TYPED.finditer(data)):
        raise MailError(f"has a header of more than {MAX_HEADER:,} characters")
    work = max(data.count(b"\n"), data.count(b"\r")) * sum(1 for _ in _BOUNDARY.finditer(data))
    if work > MAX_WORK:
        raise MailError("has too many lines in parts within parts")


def _parts(message: Message) -> list[Message]:
    parts = [part for part, _ in zip(message.walk(), range(MAX_PARTS), strict=False)]
    return [part for part in parts if not part.is_multipart() and part.get_content_disposition() != "attachment"]


def _root(message: Message) -> Message | None:
    start = message.get_param("start")
    return next((p for p in _parts(message) if start and p.get("Content-ID") == start), None)


def _first(message: Message, kind: str) -> Message | None:
    return next((part for part in _parts(message) if part.get_content_type() == kind), None)


def _date(message: Message) -> str | None:
    try:
        moment: datetime = parsedate_to_datetime(str(message.get("Date", ""))[:MAX_HEADER])
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC).isoformat(timespec="seconds")


def _fields(message: Message, part: Message, kind: str) -> tuple[tuple[str, str], ...]:
    """A newsletter's date is the day it was sent; a saved page's only the day it was saved."""
    url = str(message.get("Snapshot-Content-Location") or part.get("Content-Location") or "").strip()
    told = {"title": _words(message, "Subject"), "url": url if url.startswith(("http://", "https://")) else ""}
    told |= {"date": _date(message) or "", "sitename": _sender(message)} if kind == MAIL else {}
    return tuple(sorted((name, value) for name, value in told.items() if value))


def _words(message: Message, name: str) -> str:
    """A header's words, its encoded ones decoded; as they stand where they cannot be."""
    raw = str(message.get(name, ""))[:MAX_HEADER]
    with suppress(*_FAULTS):
        raw = str(make_header(decode_header(raw)))
    return " ".join(raw.split())


def _sender(message: Message) -> str:
    """The name in From, without its address; nothing where there is only an address."""
    name = _words(message, "From").partition("<")[0].strip(" \"'")
    return "" if "@" in name else name
