"""What the person names -> Sources: files, folders, patterns, archives, JSONL, web addresses, standard input."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import BinaryIO

from onrecord.nouns import Source
from onrecord.pages.addresses import MAX_LIST, has_scheme, is_web, listed
from onrecord.pages.feeds import MAX_FEED, entries, is_feed
from onrecord.pages.fetching import Fetcher, Kept
from onrecord.pages.files import Found, InputError, find
from onrecord.pages.pdfs import LACKING, installed
from onrecord.pages.sniffing import HTML, MAIL, MAX_BYTES, PDF, ROW, SAVED, TEXT
from onrecord.pages.warcs import wacz_sources, warc_sources

__all__ = ["KINDS", "InputError", "gather"]

KINDS = {
    ".txt": TEXT, ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".mhtml": SAVED, ".mht": SAVED, ".eml": MAIL,
    ".pdf": PDF, ".jsonl": ROW, ".ndjson": ROW,
}  # fmt: skip
"""Files that hold one page, or a page a row, by the ending of their name."""
LISTS = (".txt", ".urls")
FEEDS = (".rss", ".atom", ".xml")
ARCHIVES: dict[str, Callable[[Path, str, str | None], Iterator[Source]]] = {
    ".warc": warc_sources, ".warc.gz": warc_sources, ".wacz": wacz_sources,
}  # fmt: skip
PACKED = (".zip", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar", ".tar", ".tgz")
MAX_ROW = 10_000_000
"""Largest JSONL row that is read into memory, bytes."""


def gather(
    paths: Sequence[str], *, root: Path | None = None, captured: str | None = None, stdin: BinaryIO | None = None,
    hosts: frozenset[str] = frozenset(), kept: Kept | None = None,
) -> Iterator[Source]:  # fmt: skip
    """The sources that `paths` name, in the order given, the files of a folder or glob sorted by name.

    A page's uri is relative to `root`, by default to the folder given (a single file's is its name); a JSONL row's is
    `file.jsonl#N`, N from 1; a fetched or archived page's is its web address. `captured` is when pages were saved that
    do not say so. `hosts` are the hosts on private networks that may be fetched from. Lists of addresses and feeds are
    followed where they are named by themselves: a folder that holds one asks for nothing. `kept` is the page that was
    fetched from an address before, which is given again where it has not changed since. Raises InputError for what is
    not there or not supported."""
    with closing(Fetcher(hosts, kept=kept)) as fetcher:
        for path in paths:
            if path == "-":
                yield from _standard_input(stdin, captured, fetcher)
            elif is_web(path):
                yield from fetcher.sources([path])
            elif has_scheme(path):
                raise InputError(f"web addresses must be http or https; {path[:300]!r} is neither: save it to a file")
            else:
                for found in find(path, root):
                    yield from _sources(found, captured, fetcher)


def _sources(found: Found, captured: str | None, fetcher: Fetcher) -> Iterator[Source]:
    file, uri, _ = found
    for ending, archive in ARCHIVES.items():
        if file.name.lower().endswith(ending):
            yield from archive(file, uri, captured)
            return
    ending = file.suffix.lower()
    if KINDS.get(ending) == ROW:
        with file.open("rb") as stream:
            yield from _rows(stream, uri, captured)
    elif addresses := _addresses(file, ending):
        if found.named:
            yield from fetcher.sources(addresses)
        else:
            yield Source(uri=uri, data=file.read_bytes(), captured=captured, refused=_unfollowed(uri))
    else:
        yield _single(file, uri, captured)


def _addresses(file: Path, ending: str) -> list[str]:
    """The web addresses of a file that is a list of them or a feed; nothing where it is neither."""
    size = file.stat().st_size
    if ending in LISTS and size <= MAX_LIST:
        return listed(file.read_bytes())
    if ending in FEEDS and size <= MAX_FEED:
        data = file.read_bytes()
        return entries(data, None) if is_feed(None, data) else []
    return []


def _unfollowed(uri: str) -> str:
    return f"{uri} is a list of web addresses, and no page: give it by itself to have them fetched"


def _single(file: Path, uri: str, captured: str | None) -> Source:
    kind = KINDS.get(file.suffix.lower())
    size = file.stat().st_size
    if kind is None:
        data = file.read_bytes() if size <= MAX_BYTES else b""
        return Source(uri=uri, data=data, captured=captured, refused=_other_kind(file, uri))
    if size > MAX_BYTES:
        return Source(uri=uri, data=b"", media_type=kind, captured=captured, refused=_too_large(uri, size))
    refused = f"{uri} is a PDF file, and {LACKING[0]}: {LACKING[1]}" if kind == PDF and not installed() else None
    media_type = None if kind == TEXT else kind
    return Source(uri=uri, data=file.read_bytes(), media_type=media_type, captured=captured, refused=refused)


def _other_kind(file: Path, uri: str) -> str:
    name = file.suffix.lower() or "no ending"
    read = ", ".join((*KINDS, *ARCHIVES, *LISTS[1:], *FEEDS))
    remedy = "unpack it, and give the folder" if name in PACKED else "save it as text or HTML"
    return f"{uri} is no page this version reads ({name}; it reads {read}): {remedy}"


def _too_large(uri: str, size: int) -> str:
    return f"{uri} has {size:,} bytes, more than the {MAX_BYTES:,} of one page (it was not read, nor hashed): split it"


def _rows(stream: BinaryIO, uri: str, captured: str | None) -> Iterator[Source]:
    number = 0
    while line := stream.readline(MAX_ROW + 1):
        number += 1
        refused = None
        if len(line) > MAX_ROW:
            while (rest := stream.readline(MAX_ROW)) and not rest.endswith(b"\n"):
                pass
            line, refused = b"", f"{uri}#{number} is a row of more than {MAX_ROW:,} bytes (it was not hashed): split it"
        if line.strip() or refused:
            yield Source(uri=f"{uri}#{number}", data=line.strip(), media_type=ROW, captured=captured, refused=refused)


def _standard_input(stdin: BinaryIO | None, captured: str | None, fetcher: Fetcher) -> Iterator[Source]:
    if stdin is None:
        raise InputError("'-' stands for standard input, and none is connected: name a file instead")
    first = stdin.readline(MAX_ROW + 1)
    if first.lstrip().startswith(b'{"') and first.rstrip().endswith(b"}"):
        yield Source(uri="stdin.jsonl#1", data=first.strip(), media_type=ROW, captured=captured)
        for source in _rows(stdin, "stdin.jsonl", captured):
            number = int(source.uri.rpartition("#")[2]) + 1
            yield Source(
                uri=f"stdin.jsonl#{number}", data=source.data, media_type=ROW, captured=captured, refused=source.refused
            )
        return
    data = first + stdin.read(MAX_BYTES + 1)
    if addresses := listed(data):
        yield from fetcher.sources(addresses)
        return
    refused = _too_large("stdin", len(data)) if len(data) > MAX_BYTES else None
    yield Source(uri="stdin", data=b"" if refused else data, captured=captured, refused=refused)
