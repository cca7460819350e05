"""What the person names -> Sources: files, folders, patterns, archives, JSONL, web addresses, standard input."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO, NamedTuple

from onrecord.nouns import Source
from onrecord.pages.addresses import MAX_ADDRESS, MAX_LIST, has_scheme, is_web, listed
from onrecord.pages.feeds import MAX_FEED, is_feed, told
from onrecord.pages.fetching import Fetcher, Kept
from onrecord.pages.files import Found, InputError, find
from onrecord.pages.pdfs import LACKING, installed
from onrecord.pages.rowfiles import MAX_ROW, packed_sources, row_sources
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
OTHER_PACKED = (".zip", ".gz", ".bz2", ".xz", ".zst", ".7z", ".rar", ".tar", ".tgz")


def gather(
    paths: Sequence[str], *, root: Path | None = None, captured: str | None = None, stdin: BinaryIO | None = None,
    hosts: frozenset[str] = frozenset(), kept: Kept | None = None,
) -> Iterator[Source]:  # fmt: skip
    """The sources that `paths` name, in the order given, the files of a folder or glob sorted by name. Whatever is on
    the web is fetched before this returns; files are read one by one as the sources are drawn.

    A page's uri is relative to `root`, by default to the folder given (a single file's is its name); a JSONL row's is
    `file.jsonl#N`, N from 1, that of an entry in a feed's file `feed.xml#N`; a fetched or archived page's is its web
    address. `captured` is when pages were saved that do not say so. `hosts` are the hosts on private networks that may
    be fetched from. Lists of addresses and feeds are followed where they are named by themselves: a folder that holds
    one asks for nothing. `kept` is the page that was fetched from an address before, which is given again where it has
    not changed since. Raises InputError for what is
    not there or not supported."""
    given = [each for path in paths for each in _given(path, root, captured, stdin)]
    addresses = [item for each in given if isinstance(each, Followed) for item in each if isinstance(item, str)]
    return _read(given, iter(Fetcher(hosts, kept=kept).each(addresses) if addresses else ()), captured)


class Followed(list[Source | str]):
    """What a list of addresses or a feed gives: addresses to fetch, and entries that carry their page whole."""


class Typed(NamedTuple):
    """Standard input, its first line read already."""

    first: bytes
    rest: BinaryIO


def _given(
    path: str, root: Path | None, captured: str | None, stdin: BinaryIO | None
) -> Iterator[Found | Followed | Typed]:
    if path == "-":
        yield _typed(stdin)
    elif is_web(path):
        yield Followed([path])
    elif has_scheme(path):
        raise InputError(f"web addresses must be http or https; {path[:300]!r} is neither: save it to a file")
    else:
        for found in find(path, root):
            followed = _followed(found, captured) if found.named else None
            yield found if followed is None else followed


def _read(
    given: Sequence[Found | Followed | Typed], fetched: Iterator[Iterator[Source]], captured: str | None
) -> Iterator[Source]:
    for each in given:
        match each:
            case Found():
                yield from _sources(each, captured)
            case Typed():
                yield from _standard_input(each, captured)
            case Followed():
                for item in each:
                    yield from next(fetched) if isinstance(item, str) else [item]


def _sources(found: Found, captured: str | None) -> Iterator[Source]:
    file, uri, _ = found
    for ending, archive in ARCHIVES.items():
        if file.name.lower().endswith(ending):
            yield from archive(file, uri, captured)
            return
    ending = file.suffix.lower()
    if ending == ".gz" and (kind := KINDS.get(Path(file.stem).suffix.lower())):
        yield from packed_sources(file, uri, kind, captured)
    elif KINDS.get(ending) == ROW:
        with file.open("rb") as stream:
            yield from row_sources(stream, uri, captured)
    elif (followed := _followed(found, captured)) is not None:
        whole = [item for item in followed if isinstance(item, Source)]
        yield from whole
        if len(whole) < len(followed):
            yield Source(uri=uri, data=file.read_bytes(), captured=captured, refused=_unfollowed(uri))
    else:
        yield _single(file, uri, captured)


def _followed(found: Found, captured: str | None) -> Followed | None:
    """What a file gives that is a list of addresses or a feed; None where it is neither."""
    file, uri, _ = found
    ending, size = file.suffix.lower(), file.stat().st_size
    if ending in LISTS and size <= MAX_LIST:
        return Followed(listed(file.read_bytes())) or None
    if ending in FEEDS and size <= MAX_FEED:
        data = file.read_bytes()
        return (Followed(told(data, uri, captured, follow=found.named)) or None) if is_feed(None, data) else None
    return None


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
    read += "; each page ending also with .gz"
    remedy = "unpack it, and give the folder" if name in OTHER_PACKED else "save it as text or HTML"
    return f"{uri} is no page this version reads ({name}; it reads {read}): {remedy}"


def _too_large(uri: str, size: int) -> str:
    return f"{uri} has {size:,} bytes, more than the {MAX_BYTES:,} of one page (it was not read, nor hashed): split it"


def _typed(stdin: BinaryIO | None) -> Typed | Followed:
    """Standard input, or the addresses it lists: what opens with one is read whole."""
    if stdin is None:
        raise InputError("'-' stands for standard input, and none is connected: name a file instead")
    first = stdin.readline(MAX_ROW + 1)
    if not is_web(first[:MAX_ADDRESS].decode("latin-1").strip()):
        return Typed(first, stdin)
    data = first + stdin.read(MAX_BYTES + 1 - len(first))
    return Followed(listed(data)) or Typed(data, io.BytesIO())


def _standard_input(typed: Typed, captured: str | None) -> Iterator[Source]:
    first, stdin = typed
    if first.lstrip().startswith(b'{"') and first.rstrip().endswith(b"}"):
        yield Source(uri="stdin.jsonl#1", data=first.strip(), media_type=ROW, captured=captured)
        yield from row_sources(stdin, "stdin.jsonl", captured, number=1)
        return
    data = first + stdin.read(max(0, MAX_BYTES + 1 - len(first)))
    refused = _too_large("stdin", len(data)) if len(data) > MAX_BYTES else None
    yield Source(uri="stdin", data=b"" if refused else data, captured=captured, refused=refused)
