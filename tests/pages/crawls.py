"""WARC records of invented pages."""

from __future__ import annotations

import gzip

DATE = "2024-05-03T10:20:30Z"


def page(name: str) -> bytes:
    """The HTML of an invented page."""
    return f"<html><body><p>The mill at {name} will close, said Ann Ostrey.</p></body></html>".encode()


def record(
    uri: str, body: bytes, *, kind: str = "response", media_type: str = "text/html; charset=utf-8",
    status: str = "200 OK", headers: str = "", date: str = DATE,
) -> bytes:  # fmt: skip
    """A record; a `resource` or `conversion` has its body alone, everything else an HTTP message."""
    if kind in ("resource", "conversion"):
        block, block_type = body, media_type
    else:
        block = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{headers}\r\n".encode() + body
        block_type = "application/http; msgtype=response"
    head = (
        f"WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {uri}\r\nWARC-Date: {date}\r\n"
        f"WARC-Record-ID: <urn:uuid:{len(uri):08}>\r\nContent-Type: {block_type}\r\n"
        f"Content-Length: {len(block)}\r\n\r\n"
    )
    return head.encode() + block + b"\r\n\r\n"


def zipped(*records: bytes) -> bytes:
    """Records as members of a gzip file, as crawlers write them."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)
