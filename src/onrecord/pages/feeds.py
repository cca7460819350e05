"""RSS and Atom feeds: the addresses of their entries."""

from __future__ import annotations

import io
import re

import feedparser

from onrecord.pages.addresses import AddressError, address

MAX_FEED = 10_000_000
"""Bytes of a feed that are parsed. Feeds of news sites are below 2 MB."""
TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<\?[^>]{0,2000}\?>\s*+|<!--.{0,2000}?-->\s*+){0,9}+<(?:rss|feed|rdf:RDF)[\s>]", re.S
)
"""The first element after declarations and comments; possessive, so that many comments are not tried in many ways."""


def is_feed(media_type: str | None, data: bytes) -> bool:
    """Whether bytes are a feed: by their media type, or by their first element."""
    given = (media_type or "").partition(";")[0].strip().lower()
    return given in TYPES or _ROOT.match(data) is not None


def entries(data: bytes, base: str | None, media_type: str | None = None) -> list[str]:
    """The addresses of a feed's entries in its order, each once, as far as they are ones that are fetched. `base` is
    the feed's own address."""
    if len(data) > MAX_FEED:
        return []
    headers = {"content-type": media_type} if media_type else {}
    try:
        # a stream, never the bytes themselves: feedparser takes those for the name of a file to open
        feed = feedparser.parse(
            io.BytesIO(data), response_headers=headers, resolve_relative_uris=False, sanitize_html=False
        )
        links = [str(entry.get("link") or "") for entry in feed.entries]
    except Exception:  # feedparser raises what its parsers raise; no entry can be told then
        return []
    return list(dict.fromkeys(found for link in links if link and (found := _address(link, base))))


def _address(link: str, base: str | None) -> str | None:
    try:
        return address(link, base)
    except AddressError:
        return None
