"""JSONL rows, as trafilatura, news-please and passim write them."""

from __future__ import annotations

from typing import Any

import msgspec

TEXT_FIELDS = ("text", "maintext", "content", "body", "raw_text")
"""Where an article's text stands: `text` (trafilatura, passim), `maintext` (news-please), then usual names."""
CAPTURE_FIELDS = ("date_download", "filedate", "download_date", "crawl_date", "captured")


class RowError(ValueError):
    """The row is no page; the message says why."""


def parse_row(line: str) -> dict[str, Any]:
    """The row's object. Raises RowError where the line is no JSON object."""
    try:
        row = msgspec.json.decode(line)
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError):
        raise RowError("is not a JSON object on one line") from None
    if not isinstance(row, dict):
        raise RowError("is JSON but not an object")
    return row


def text_of(row: dict[str, Any]) -> str:
    """The text field, untouched. Raises RowError where no known field holds text."""
    for name in TEXT_FIELDS:
        value = row.get(name)
        if isinstance(value, str) and value.strip():
            return value
    raise RowError(f"has no text in any of the fields {', '.join(TEXT_FIELDS)}")


def fields_of(row: dict[str, Any]) -> tuple[tuple[str, str], ...]:
    """The other string fields, by name; a list of strings is joined by "; "."""
    used = next(name for name in TEXT_FIELDS if isinstance(row.get(name), str) and row[name].strip())
    plain = {name: _plain(value) for name, value in row.items() if name != used}
    return tuple(sorted((name, value) for name, value in plain.items() if value))


def captured_of(row: dict[str, Any]) -> str | None:
    """When the row says it was fetched."""
    return next(
        (row[name].strip() for name in CAPTURE_FIELDS if isinstance(row.get(name), str) and row[name].strip()), None
    )


def _plain(value: object) -> str:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list) and value and all(isinstance(item, str) for item in value):
        return "; ".join(item.strip() for item in value)
    return ""
