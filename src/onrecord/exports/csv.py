"""CSV: one file a kind, a column a field, nested fields as JSON. Safe to open in a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator

import msgspec

from onrecord.nouns import Noun

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula: such a cell gets an apostrophe before it (OWASP, CSV
injection)."""


def lines(noun: type[Noun], rows: Iterable[Noun]) -> Iterator[str]:
    """The header and the rows of one kind, each ended by CR LF as RFC 4180 has it."""
    names = list(noun.__struct_fields__)
    yield _line(names)
    for row in rows:
        yield _line([_cell(getattr(row, name)) for name in names])


def _line(cells: list[str]) -> str:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool | int | float):
        return str(value).lower() if isinstance(value, bool) else str(value)
    words = value if isinstance(value, str) else msgspec.json.encode(value).decode()
    return f"'{words}" if words.startswith(FORMULA) and len(words) > 1 else words
