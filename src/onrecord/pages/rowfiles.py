"""Files of rows, and packed files: a row or a page after another, up to the damage, which is a source of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from onrecord.nouns import Source
from onrecord.pages.packs import Packed
from onrecord.pages.sniffing import MAX_BYTES, ROW, TEXT

MAX_ROW = 10_000_000
"""Largest JSONL row that is read into memory, bytes."""
DAMAGE = "#damage"
"""What is added to the uri of a file for the source that tells its damage."""


def row_sources(stream: BinaryIO, uri: str, captured: str | None, *, number: int = 0) -> Iterator[Source]:
    """The rows of a stream that are not blank, `uri#N`, counted on from `number`. A row of more than MAX_ROW bytes is
    refused, and passed over."""
    while line := stream.readline(MAX_ROW + 1):
        number += 1
        refused = None
        if len(line) > MAX_ROW:
            while (rest := stream.readline(MAX_ROW)) and not rest.endswith(b"\n"):
                pass
            line, refused = b"", f"{uri}#{number} is a row of more than {MAX_ROW:,} bytes (it was not hashed): split it"
        if line.strip() or refused:
            yield Source(uri=f"{uri}#{number}", data=line.strip(), media_type=ROW, captured=captured, refused=refused)


def packed_sources(file: Path, uri: str, kind: str, captured: str | None) -> Iterator[Source]:
    """The rows or the one page of a gzip file, as far as it can be unpacked, and what is wrong with it."""
    packed = Packed.open(file)
    with packed.lines() as stream:
        if kind == ROW:
            yield from row_sources(stream, uri, captured)
        else:
            yield from _page(stream.read(MAX_BYTES + 1), uri, kind, captured)
        fault = packed.fault
    if fault is not None:
        told = f"{uri} {fault}: what stands before the damage was read; make or copy it again"
        yield Source(uri=uri + DAMAGE, data=b"", captured=captured, refused=told)


def _page(data: bytes, uri: str, kind: str, captured: str | None) -> Iterator[Source]:
    refused = f"{uri} unpacks to more than the {MAX_BYTES:,} bytes of one page: split it"
    if len(data) > MAX_BYTES:
        yield Source(uri=uri, data=b"", media_type=kind, captured=captured, refused=refused)
    elif data:
        yield Source(uri=uri, data=data, media_type=None if kind == TEXT else kind, captured=captured)
