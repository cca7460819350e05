"""Gzip files read as they come, up to the damage, if there is any, and never beyond a bound."""

from __future__ import annotations

import io
import zlib
from pathlib import Path
from typing import BinaryIO

MAX_RATIO = 300
"""Times its size that a file may unpack to. Deflate reaches 1,032 on zeros; JSONL of news 3 to 5, of rows that repeat
one another word for word some 100."""
FLOOR = 50_000_000
"""Bytes that any file may unpack to."""
_PIECE = 1 << 16
BUFFER = 1 << 18
"""Bytes unpacked in a step; each step costs a copy of zlib's 40 KB, from which damage is approached byte by byte."""
_WHOLE = zlib.MAX_WBITS | 16


class Packed(io.RawIOBase):
    """The bytes below a gzip file's packing. `fault` says why they end before the file does, None where they do not."""

    def __init__(self, file: BinaryIO, size: int) -> None:
        self._file = file
        self._room = max(FLOOR, size * MAX_RATIO)
        self._limit = self._room
        self._engine = zlib.decompressobj(_WHOLE)
        self._rest = b""
        self._begun = False
        self.fault: str | None = None

    @classmethod
    def open(cls, path: Path) -> Packed:
        """The bytes of a file, whose size sets the bound."""
        return cls(path.open("rb"), path.stat().st_size)

    def lines(self) -> io.BufferedReader:
        """The same bytes, for reading line by line."""
        return io.BufferedReader(self, BUFFER)

    def close(self) -> None:
        self._file.close()
        super().close()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        part = self._next(len(buffer)) if self.fault is None else b""
        self._room -= len(part)
        if self._room < 0:
            self.fault, part = f"unpacks to more than {self._limit:,} bytes", b""
        buffer[: len(part)] = part
        return len(part)

    def _next(self, size: int) -> bytes:
        """Up to `size` bytes; none at the end, or where the damage begins."""
        while self.fault is None:
            data = self._rest or self._file.read(_PIECE)
            if not data:
                self.fault = "breaks off where it is packed" if self._begun and not self._engine.eof else None
                return b""
            if self._engine.eof:
                if not data.startswith(b"\x1f"):  # zeros after the last member are padding
                    self.fault = "is damaged where it is packed" if data.strip(b"\0") else None
                    return b""
                self._engine, self._begun = zlib.decompressobj(_WHOLE), False
            if part := self._unpacked(data, size):
                return part
        return b""

    def _unpacked(self, data: bytes, size: int) -> bytes:
        before = self._engine.copy()
        self._begun = True
        try:
            part = self._engine.decompress(data, size)
        except zlib.error:
            self.fault = "is damaged where it is packed"
            return _up_to_damage(before, data, size)
        self._rest = self._engine.unconsumed_tail or self._engine.unused_data
        return part


def _up_to_damage(engine: zlib._Decompress, data: bytes, size: int) -> bytes:
    """What stands before the first byte that cannot be unpacked; zlib gives a failed step nothing."""
    parts: list[bytes] = []
    try:
        for at in range(len(data)):
            parts.append(engine.decompress(data[at : at + 1]))
    except zlib.error:
        pass
    return b"".join(parts)[:size]
