"""One HTTP request and its answer, within limits of time and size (RFC 9110)."""

from __future__ import annotations

import importlib.metadata
import re
import ssl
import time
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from http import HTTPStatus
from typing import NamedTuple

import httpcore2
import httpx2

from onrecord.pages.codings import CodingError, unpacked
from onrecord.pages.networks import FetchError, Network

NAME = "onrecord"
AGENT = f"{NAME}/{importlib.metadata.version('onrecord')} (news record builder)"
"""What we call ourselves; `NAME` is what robots.txt knows us by."""
SILENCE = 15.0
"""Seconds without a byte, or without a connection, after which a server is given up. Browsers wait longer; crawlers
of the field 10 to 30."""
CLOCK = timedelta(days=1)
"""A Date header further than this from our own clock is wrong, and our clock is taken."""
_CODES = re.compile(r"\[(?:Errno|SSL)[^\]]*\]|\(_ssl\.c:\d+\)")
_ETAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e]{0,500}"')
"""An entity tag as it may be sent back (RFC 9110, 8.8.3); ASCII alone, and no longer than servers make them."""
_NO_PAGE = ("image/", "audio/", "video/", "font/")


class Answer(NamedTuple):
    """What a server sent. `data` is unpacked, and empty but for status 200; `captured` is when, ISO 8601 in UTC;
    `etag` and `modified` (ISO 8601) are what the server knows this version by."""

    url: str
    status: int
    media_type: str | None
    location: str | None
    data: bytes
    captured: str
    etag: str | None = None
    modified: str | None = None

    def phrase(self) -> str:
        """The status in words: "404 Not Found"."""
        known = self.status in HTTPStatus._value2member_map_
        return f"{self.status} {HTTPStatus(self.status).phrase}" if known else str(self.status)


class Version(NamedTuple):
    """The version of a page that is there already: what its server knows it by, and the moment it is known from."""

    etag: str | None = None
    since: datetime | None = None

    def headers(self) -> list[tuple[str, str]]:
        """The request headers that ask for the page only where it is another version (RFC 9110, 13.1)."""
        tag = [("If-None-Match", self.etag)] if self.etag else []
        since = self.since.astimezone(UTC) if self.since else None
        return tag + ([("If-Modified-Since", format_datetime(since, usegmt=True))] if since else [])


UNKNOWN = Version()


class Client:
    """Sends one request at a time. No cookies, no proxies, no kept connections; nothing of the caller's
    surroundings."""

    def __init__(self, hosts: frozenset[str]) -> None:
        self._network = Network(hosts)
        self._pool = httpcore2.ConnectionPool(
            max_connections=1, max_keepalive_connections=0, network_backend=self._network
        )

    def close(self) -> None:
        """Closes what is open."""
        self._pool.close()

    def get(self, url: str, *, size: int, seconds: float, version: Version = UNKNOWN) -> Answer:
        """The answer to a request for `url`, a canonical address; status 304 where it is still that `version`. Raises
        FetchError for whatever goes wrong, and for more than `size` bytes, packed or unpacked, or `seconds` in all."""
        parts = httpx2.URL(url)
        target = httpcore2.URL(
            scheme=parts.raw_scheme, host=parts.raw_host, port=parts.port, target=parts.raw_path
        )  # fmt: skip
        headers = [
            ("Host", parts.netloc.decode("ascii")), ("User-Agent", AGENT), ("Connection", "close"),
            ("Accept", "text/html,application/xhtml+xml,application/xml;q=0.9,text/plain;q=0.8,*/*;q=0.5"),
            ("Accept-Encoding", "gzip, deflate"),
        ]  # fmt: skip
        headers += version.headers()
        self._network.until = time.monotonic() + seconds
        timeout = {"connect": SILENCE, "read": SILENCE, "write": SILENCE, "pool": SILENCE}
        try:
            with self._pool.stream("GET", target, headers=headers, extensions={"timeout": timeout}) as response:
                return _answer(url, response, size)
        except httpcore2.TimeoutException:
            raise FetchError(f"was silent for {SILENCE:.0f} seconds") from None
        except (httpcore2.ConnectError, ssl.SSLError) as fault:
            raise FetchError(f"cannot be reached ({_plain(fault)})") from None
        except (httpcore2.ProtocolError, httpcore2.NetworkError, OSError) as fault:
            raise FetchError(f"broke off or does not keep to HTTP ({_plain(fault)})") from None
        except CodingError as fault:
            raise FetchError(str(fault)) from None


def _plain(fault: Exception) -> str:
    """What a fault says, without the numbers and places in C that systems add."""
    return " ".join(_CODES.sub("", str(fault)).split())[:200] or type(fault).__name__


def _answer(url: str, response: httpcore2.Response, size: int) -> Answer:
    media_type = _header(response.headers, b"content-type")
    if response.status == 200 and (media_type or "").lower().startswith(_NO_PAGE):
        raise FetchError(f"is {(media_type or '')[:60]}, which is no page", "give the address of a page")
    data = _body(response, size) if response.status == 200 else b""
    location = _header(response.headers, b"location")
    etag = _header(response.headers, b"etag") or ""
    modified = _time(_header(response.headers, b"last-modified"))
    return Answer(
        url, response.status, media_type, location, data, _moment(response),
        etag if _ETAG.fullmatch(etag) else None, modified.isoformat(timespec="seconds") if modified else None
    )  # fmt: skip


def _body(response: httpcore2.Response, size: int) -> bytes:
    declared = _header(response.headers, b"content-length") or "0"
    if declared.isdecimal() and int(declared[:20]) > size:
        raise _too_large(size)
    data = bytearray()
    for piece in response.iter_stream():
        data += piece
        if len(data) > size:
            raise _too_large(size)
    return unpacked(bytes(data), _header(response.headers, b"content-encoding"), size)


def _too_large(size: int) -> FetchError:
    return FetchError(f"sends more than the {size:,} bytes of one page", "save the page and give its file")


def _header(headers: Sequence[tuple[bytes, bytes]], name: bytes) -> str | None:
    return next((value.decode("latin-1") for key, value in headers if key.lower() == name), None)


def _moment(response: httpcore2.Response) -> str:
    now = datetime.now(UTC)
    told = _time(_header(response.headers, b"date"))
    return (told if told and abs(now - told) < CLOCK else now).isoformat(timespec="seconds")


def _time(header: str | None) -> datetime | None:
    """The moment a header names, in UTC; None where it names none."""
    try:
        told: datetime = parsedate_to_datetime((header or "")[:100])
        return told.replace(tzinfo=told.tzinfo or UTC).astimezone(UTC)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
