"""The pages given: which were read, which were set aside and why."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from onrecord.nouns import Page
from onrecord.web.links import anchor
from onrecord.web.rows import Ref, article_ref, clip
from onrecord.web.shelf import Shelf


class Given(NamedTuple):
    """A page as one row."""

    anchor: str
    uri: str
    media_type: str
    size: str
    sha256: str
    captured: str | None
    read: bool
    reason: str | None
    articles: tuple[Ref, ...]
    scraps: int


def pages(shelf: Shelf) -> list[Page]:
    """Those set aside first, then by uri."""
    return [shelf.page[name] for name in shelf.place_of_page]


def given(shelf: Shelf, rows: Sequence[Page]) -> list[Given]:
    """Rows of a list of pages."""
    return [_given(shelf, row) for row in rows]


def _given(shelf: Shelf, row: Page) -> Given:
    return Given(
        anchor=anchor(row.id), uri=clip(row.uri, 300), media_type=row.media_type, size=_size(row.bytes),
        sha256=row.sha256, captured=row.captured, read=row.outcome == "read", reason=row.reason,
        articles=tuple(article_ref(own, own.id) for own in shelf.articles_of_page.get(row.id, ())),
        scraps=len(shelf.scraps_of_page.get(row.id, ())),
    )  # fmt: skip


def _size(count: int) -> str:
    return f"{count} bytes" if count < 1000 else f"{count / 1000:,.0f} kB"
