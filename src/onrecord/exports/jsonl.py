"""JSON Lines: one row a line, kinds in the contract's order, then by id. The exported record proper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import msgspec

from onrecord.nouns import Row

_ENCODER = msgspec.json.Encoder()


def line(row: Row) -> bytes:
    """One row as a line of JSON, ended by a newline. U+2028 and U+2029 are escaped: many readers split lines at
    them."""
    encoded = _ENCODER.encode(row)
    return encoded.replace("\u2028".encode(), b"\\u2028").replace("\u2029".encode(), b"\\u2029") + b"\n"


def lines(rows: Iterable[Row]) -> Iterator[bytes]:
    """Rows as lines of JSON."""
    return map(line, rows)
