"""What the person names -> Sources: files, folders, globs, JSONL files and standard input, read one at a time."""

from __future__ import annotations

import glob
import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from onrecord.errors import CallError
from onrecord.nouns import Source
from onrecord.pages.sniffing import HTML, MAX_BYTES, ROW, TEXT

KINDS = {".txt": TEXT, ".html": HTML, ".htm": HTML, ".xhtml": HTML, ".jsonl": ROW, ".ndjson": ROW}
MAX_ROW = 10_000_000
"""Largest JSONL row that is read into memory, bytes."""
_ADDRESS = re.compile(r"^https?://", re.I)


class InputError(CallError):
    """PAGES names something that cannot be read. The message says rule, value and remedy."""


def gather(
    paths: Sequence[str], *, root: Path | None = None, captured: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Source]:
    """The sources that `paths` name, in the order given, the files of a folder or glob sorted by name.

    A page's uri is relative to `root`, by default to the folder given (a single file's is its name); a JSONL row's is
    `file.jsonl#N`, N from 1. `captured` is passed on. Raises InputError for what is not there or not supported."""
    for path in paths:
        if path == "-":
            yield from _standard_input(stdin, captured)
        elif _ADDRESS.match(path):
            raise InputError(f"pages are read from files; {path!r} is a web address: save the page and give its file")
        else:
            for file, base in _files(path, root):
                yield from _sources(file, _uri(file, base), captured)


def _files(path: str, root: Path | None) -> Iterator[tuple[Path, Path]]:
    place = Path(path)
    if place.is_dir():
        for file in sorted(place.rglob("*"), key=lambda file: file.relative_to(place).as_posix()):
            if file.is_file() and not any(part.startswith(".") for part in file.relative_to(place).parts):
                yield file, root or place
    elif place.is_file():
        yield place, root or place.parent
    else:
        found = (
            sorted(name for name in glob.glob(path, recursive=True) if Path(name).is_file())
            if glob.has_magic(path)
            else []
        )
        if not found:
            raise InputError(f"PAGES must exist; {path!r} does not: check the name or the pattern")
        base = root or Path(*_fixed_parts(path))
        yield from ((Path(name), base) for name in found)


def _fixed_parts(pattern: str) -> list[str]:
    """The folders of a pattern before its first wildcard."""
    parts: list[str] = []
    for part in Path(pattern).parts[:-1]:
        if glob.has_magic(part):
            break
        parts.append(part)
    return parts


def _uri(file: Path, base: Path) -> str:
    try:
        return file.resolve().relative_to(base.resolve()).as_posix()
    except ValueError:
        return file.name


def _sources(file: Path, uri: str, captured: str | None) -> Iterator[Source]:
    kind = KINDS.get(file.suffix.lower())
    if kind == ROW:
        with file.open("rb") as stream:
            yield from _rows(stream, uri, captured)
        return
    size = file.stat().st_size
    if kind is None:
        data = file.read_bytes() if size <= MAX_BYTES else b""
        yield Source(uri=uri, data=data, captured=captured, refused=_other_kind(file, uri))
    elif size > MAX_BYTES:
        yield Source(uri=uri, data=b"", media_type=kind, captured=captured, refused=_too_large(uri, size))
    else:
        yield Source(uri=uri, data=file.read_bytes(), media_type=None if kind == TEXT else kind, captured=captured)


def _other_kind(file: Path, uri: str) -> str:
    name = file.suffix.lower() or "no ending"
    return f"{uri} is no page this version reads ({name}; it reads {', '.join(KINDS)}): save it as text or HTML"


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


def _standard_input(stdin: BinaryIO | None, captured: str | None) -> Iterator[Source]:
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
    refused = _too_large("stdin", len(data)) if len(data) > MAX_BYTES else None
    yield Source(uri="stdin", data=b"" if refused else data, captured=captured, refused=refused)
