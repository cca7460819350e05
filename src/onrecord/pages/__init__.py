"""Bytes -> Page. What the web served, decoded, or set aside with a reason."""

from __future__ import annotations

from onrecord.nouns import Document, Page, Source


def read(source: Source) -> tuple[Page, Document | None]:
    """The page that a source is, and its decoded text; no Document where it is set aside (the Page says why)."""
    raise NotImplementedError(source.uri)
