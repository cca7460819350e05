"""WARC and WACZ archives -> Sources: every page that a crawl kept, and what is damaged."""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import IO
from urllib.parse import urlsplit

import msgspec
from fastwarc.warc import ArchiveIterator, WarcRecord, WarcRecordType

from onrecord.nouns import Source
from onrecord.pages.addresses import AddressError, address
from onrecord.pages.codings import CodingError, dechunked, unpacked
from onrecord.pages.packs import FLOOR, MAX_RATIO
from onrecord.pages.sniffing import HTML, MAX_BYTES, PDF, TEXT

PAGE_TYPES = (HTML, TEXT, "application/xhtml+xml", PDF)
PAGE_RECORDS = (WarcRecordType.response, WarcRecordType.resource, WarcRecordType.conversion)
_FAULTS = (OSError, EOFError, ValueError, RuntimeError, NotImplementedError, zlib.error, zipfile.BadZipFile)
"""What fastwarc, zipfile and zlib raise over damaged, encrypted or oddly packed bytes."""
_BLOCK = 1 << 16
MAX_LIST = 100_000_000
"""Bytes of a list of pages that are read: a million of them."""
_GZIP = b"\x1f\x8b\x08"

Opener = Callable[[], IO[bytes]]


class DamageError(Exception):
    """The archive cannot be read on; the message says why, in words."""


class Reading:
    """How far an archive was read. `records` were read whole, the last of them begins at byte `at`; `room` is how many
    more bytes it may unpack to. `wanted` are the addresses that its list of pages names, None where it has no list;
    `seen` those of which there was a page."""

    def __init__(self, size: int, wanted: set[str] | None = None, seen: set[str] | None = None) -> None:
        self.records = 0
        self.at = 0
        self.most = self.room = max(FLOOR, size * MAX_RATIO)
        self.wanted = wanted
        self.seen: set[str] = set() if seen is None else seen

    def count(self, record: WarcRecord) -> None:
        """Counts a record that was read whole."""
        self.records += 1
        self.at = max(self.at, record.stream_pos)

    def enter(self, record: WarcRecord) -> None:
        """Before a record is read. Raises DamageError for one that is cut off in its header, and for more bytes than
        an archive of this size holds."""
        if not record.headers.get("Content-Length"):
            raise DamageError("the last record is cut off in its header")
        self.room -= max(0, record.content_length)
        if self.room < 0:
            raise DamageError(f"it unpacks to more than {MAX_RATIO} times its size")

    def wants(self, uri: str, kind: WarcRecordType) -> bool:
        """Whether a record's page is read: a conversion only where the page it was made from is not there."""
        if kind == WarcRecordType.conversion and _plain(uri) in self.seen:
            return False
        return self.wanted is None or _plain(uri) in self.wanted

    def redirected(self, uri: str, location: str | None) -> None:
        """Follows the list of pages to where the archived site sent its reader."""
        if self.wanted is not None and location:
            self.seen.add(_plain(uri))
            with suppress(AddressError):
                self.wanted.add(address(location, uri))


def warc_sources(file: Path, uri: str, captured: str | None) -> Iterator[Source]:
    """The pages of a WARC file, plain or gzipped, by their target URIs, captured at their WARC-Date (`captured` where
    there is none). Damage is a source of its own, after all that was read before it."""
    yield from _sources(lambda: file.open("rb"), uri, captured, Reading(file.stat().st_size))


def wacz_sources(file: Path, uri: str, captured: str | None) -> Iterator[Source]:
    """The pages of the WARC files inside a WACZ file, sorted by their names: those that its lists of pages name, where
    it has such lists, and what those redirect to. A page that is listed and not there is told."""
    try:
        with zipfile.ZipFile(file) as bundle:
            names = sorted(name for name in bundle.namelist() if _is_warc(name))
            wanted = _listed(bundle)
            missing, seen = sorted(wanted or ()), set[str]()
            for name in names:
                size = bundle.getinfo(name).compress_size
                yield from _sources(_member(bundle, name), f"{uri}#{name}", captured, Reading(size, wanted, seen))
    except _FAULTS as fault:
        yield _aside(uri, f"is damaged as a zip file ({fault})", "make or copy it again")
        return
    if not names:
        yield _aside(uri, "holds no WARC file below archive/", "give a WACZ file of a crawl")
        return
    for page in missing:
        if page not in seen:
            refused = f"{page} stands in the list of pages of {uri}, and in none of its archives: archive it again"
            yield Source(uri=page, data=b"", captured=captured, refused=refused)


def _listed(bundle: zipfile.ZipFile) -> set[str] | None:
    """The addresses in the lists of pages, by which a page is told from the frames and scripts it loads (WACZ 1.1.1,
    5.3.1); None where there are none."""
    wanted: set[str] = set()
    for name in ("pages/pages.jsonl", "pages/extraPages.jsonl"):
        with suppress(KeyError), bundle.open(name) as stream:
            for line in stream.read(MAX_LIST).splitlines():
                with suppress(msgspec.DecodeError, AddressError, RecursionError):
                    wanted.add(address(msgspec.json.decode(line, type=_Entry).url))
    return wanted or None


class _Entry(msgspec.Struct):
    url: str


def _member(bundle: zipfile.ZipFile, name: str) -> Opener:
    return lambda: bundle.open(name)


def _is_warc(name: str) -> bool:
    return name.startswith("archive/") and name.lower().endswith((".warc", ".warc.gz"))


def _sources(opened: Opener, uri: str, captured: str | None, reading: Reading) -> Iterator[Source]:
    try:
        with opened() as stream:
            for record in ArchiveIterator(stream, parse_http=False, stream_detect=True):
                reading.enter(record)
                source = _source(record, captured, reading)
                reading.count(record)
                if source is not None:
                    reading.seen.add(_plain(source.uri))
                    yield source
        _check_end(opened, reading.at, reading.most)
    except (DamageError, *_FAULTS) as fault:
        told = f"records read whole: {reading.records:,}; it begins after byte {reading.at:,}, {fault}"
        yield _aside(uri, f"is damaged ({told})", "what stands before the damage was read; make or copy it again")
        return
    if not reading.records:
        yield _aside(uri, "holds no WARC record", "give an archive of a crawl")


def _aside(uri: str, fault: str, remedy: str) -> Source:
    return Source(uri=uri, data=b"", media_type="application/warc", refused=f"{uri} {fault}: {remedy}")


def _check_end(opened: Opener, at: int, room: int) -> None:
    """Raises DamageError where the last gzip member is not whole: fastwarc ends in silence there. It begins at `at`,
    or with the file where the whole is one member (`at` is then a place inside it)."""
    with opened() as stream:
        if stream.read(len(_GZIP)) != _GZIP:
            return
        stream.seek(at)
        if stream.read(len(_GZIP)) != _GZIP:
            at = 0
        stream.seek(at)
        engine = zlib.decompressobj(zlib.MAX_WBITS | 16)
        block = stream.read(_BLOCK)
        while block and not engine.eof:
            room -= len(engine.decompress(block, _BLOCK))
            while engine.unconsumed_tail and not engine.eof and room >= 0:
                room -= len(engine.decompress(engine.unconsumed_tail, _BLOCK))
            if room < 0:
                raise DamageError(f"it unpacks to more than {MAX_RATIO} times its size")
            block = engine.unused_data or stream.read(_BLOCK)
        if block or not engine.eof:
            raise DamageError("the last gzip member is cut off")


def _source(record: WarcRecord, captured: str | None, reading: Reading) -> Source | None:
    """The page a record holds; None where it holds none. Raises DamageError for a record that is cut off."""
    uri = (record.headers.get("WARC-Target-URI") or "").strip("<> ")
    if record.record_type not in PAGE_RECORDS or not _is_page_uri(uri) or not reading.wants(uri, record.record_type):
        _skim(record)
        return None
    if record.is_http:
        record.parse_http(quirks_mode=True, strict_mode=False)
    media_type = _header(record, "Content-Type") if record.is_http else record.headers.get("Content-Type")
    status = record.http_headers.status_code if record.is_http_parsed else 200
    moved = 300 <= (status or 0) < 400
    if moved:
        reading.redirected(uri, _header(record, "Location"))
    if (media_type or HTML).partition(";")[0].strip().lower() not in PAGE_TYPES or moved:
        _skim(record)
        return None
    return _page(record, uri, media_type, status, _date(record) or captured)


def _page(record: WarcRecord, uri: str, media_type: str | None, status: int | None, captured: str | None) -> Source:
    length = record.content_length
    data = record.reader.read(min(length, MAX_BYTES) + 1)
    if len(data) < min(length, MAX_BYTES):
        raise DamageError("the last record is cut off in its content")
    refused = None
    if status is not None and not 200 <= status < 300:
        refused = f"{uri} was answered with {status}, which is no page: archive it again"
    if len(data) > MAX_BYTES:
        refused, data = f"{uri} has {length:,} bytes, more than the {MAX_BYTES:,} of one page: split it", b""
    try:
        data = _body(record, data)
    except CodingError as fault:
        refused = f"{uri} {fault}: archive it again"
    return Source(uri=uri, data=data, media_type=media_type, captured=captured, refused=refused)


def _body(record: WarcRecord, data: bytes) -> bytes:
    if "chunked" in (_header(record, "Transfer-Encoding") or "").lower():
        data = dechunked(data)
    return unpacked(data, _header(record, "Content-Encoding"), MAX_BYTES)


def _skim(record: WarcRecord) -> None:
    """Reads a record that is no page to its end. Raises DamageError where it comes early."""
    if record.consume() < record.content_length:
        raise DamageError("the last record is cut off in its content")


def _header(record: WarcRecord, name: str) -> str | None:
    return record.http_headers.get(name) if record.is_http_parsed else None


def _plain(uri: str) -> str:
    """An address as lists of pages and archives may spell it in two ways."""
    with suppress(AddressError):
        return address(uri)
    return uri


def _is_page_uri(uri: str) -> bool:
    try:
        parts = urlsplit(uri)
    except ValueError:
        return False
    return parts.scheme.lower() in ("http", "https") and parts.path != "/robots.txt"


def _date(record: WarcRecord) -> str | None:
    try:
        moment = datetime.fromisoformat(record.headers.get("WARC-Date") or "")
    except ValueError:
        return None
    return moment.replace(tzinfo=moment.tzinfo or UTC).astimezone(UTC).isoformat(timespec="seconds")
