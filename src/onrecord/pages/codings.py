"""Transfer and content codings undone: chunked, gzip, deflate, br and zstd, never beyond a bound (RFC 9110, 9112)."""

from __future__ import annotations

import io
import re
import zlib

from fastwarc.stream_io import BrotliReader, ZstdReader

MAX_LAYERS = 3
"""Codings one upon another that are undone. Servers apply one; more is a mistake or an attack."""
_SIZE = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[ \t]*(?:;[^\r\n]{0,1000})?\r?\n")
_PIECE = 64 * 1024


class CodingError(ValueError):
    """The bytes are not what their coding says, or unpack to too many; the message says which."""


def unpacked(data: bytes, codings: str | None, limit: int) -> bytes:
    """The bytes below the codings a Content-Encoding header names, outermost last. Bytes that plainly do not have the
    coding named are given as they are: archives keep the header of what they have unpacked. Raises CodingError for a
    coding that is not known, for damaged bytes, and for more than `limit` bytes."""
    names = [name.strip().lower() for name in (codings or "").split(",")]
    layers = [name for name in names if name not in ("", "identity", "none", "utf-8")]
    if len(layers) > MAX_LAYERS:
        raise CodingError(f"is packed {len(layers)} times over, more than {MAX_LAYERS}")
    for name in reversed(layers):
        data = _unpack(data, name, limit)
    return data


def _unpack(data: bytes, name: str, limit: int) -> bytes:
    match name:
        case "gzip" | "x-gzip":
            return _inflate(data, zlib.MAX_WBITS | 16, limit) if data.startswith(b"\x1f\x8b") else data
        case "deflate":
            return _inflate(data, zlib.MAX_WBITS if _has_zlib_head(data) else -zlib.MAX_WBITS, limit)
        case "br":
            return _drain(BrotliReader(io.BytesIO(data)), name, limit)
        case "zstd":
            whole = data.startswith(b"\x28\xb5\x2f\xfd")
            return _drain(ZstdReader(io.BytesIO(data)), name, limit) if whole else data
        case _:
            raise CodingError(f"is packed as {name[:40]!r}, which is not known")


def _has_zlib_head(data: bytes) -> bool:
    """Servers send both zlib streams and bare deflate under the one name."""
    return len(data) > 1 and data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0


def _inflate(data: bytes, wbits: int, limit: int) -> bytes:
    """Every member of a gzip stream, or the one zlib stream."""
    parts: list[bytes] = []
    room = limit
    while data:
        engine = zlib.decompressobj(wbits)
        try:
            part = engine.decompress(data, room + 1)
        except zlib.error:
            raise CodingError("is damaged where it is packed") from None
        room -= len(part)
        if room < 0:
            raise CodingError(f"unpacks to more than {limit:,} bytes")
        if not engine.eof:
            raise CodingError("breaks off where it is packed")
        parts.append(part)
        data = engine.unused_data if engine.unused_data.startswith(b"\x1f\x8b") else b""
    return b"".join(parts)


def _drain(stream: BrotliReader | ZstdReader, name: str, limit: int) -> bytes:
    out = bytearray()
    try:
        while piece := stream.read(_PIECE):
            out += piece
            if len(out) > limit:
                raise CodingError(f"unpacks to more than {limit:,} bytes")
    except (OSError, EOFError) as fault:
        raise CodingError(f"is damaged where it is packed ({name})") from fault
    return bytes(out)


def dechunked(data: bytes) -> bytes:
    """The body of a chunked message. Archives often keep the header of chunks they have joined already: bytes that are
    no chunks from end to end are given as they are."""
    parts: list[bytes] = []
    at = 0
    while head := _SIZE.match(data, at):
        size = int(head[1], 16)
        if size == 0:
            return b"".join(parts)
        at = head.end() + size
        if at > len(data):
            break
        parts.append(data[head.end() : at])
        at += 2 if data[at : at + 2] == b"\r\n" else data[at : at + 1] == b"\n"
    return data
