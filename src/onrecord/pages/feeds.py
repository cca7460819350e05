"""RSS and Atom feeds: the addresses of their entries.

Read with lxml: nothing but links is wanted, and feedparser takes minutes over a feed whose author field is a megabyte
of one letter, and 5 s over 9,000 entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from lxml import etree

from onrecord.pages.addresses import AddressError, address

MAX_FEED = 10_000_000
"""Bytes of a feed that are parsed. Feeds of news sites are below 2 MB."""
TYPES = ("application/rss+xml", "application/atom+xml", "application/rdf+xml")
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<[?!][^>]{0,2000}>\s*+|<!--.{0,2000}?-->\s*+){0,9}+<(?:rss|feed|rdf:RDF)[\s>]", re.S
)
"""The first element after declarations and comments; possessive, so that many comments are not tried in many ways."""


def is_feed(media_type: str | None, data: bytes) -> bool:
    """Whether bytes are a feed: by their media type, or by their first element."""
    given = (media_type or "").partition(";")[0].strip().lower()
    return given in TYPES or _ROOT.match(data) is not None


def entries(data: bytes, base: str | None) -> list[str]:
    """The addresses of a feed's entries in its order, each once, as far as they are ones that are fetched. `base` is
    the feed's own address. What is broken in the markup is mended where it can be."""
    if len(data) > MAX_FEED:
        return []
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data.lstrip(), parser, base_url=base)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return []
    if root is None:
        return []
    links = (_address(_link(entry), _base(entry, base)) for entry in root.iter() if _name(entry) in ("item", "entry"))
    return list(dict.fromkeys(found for found in links if found))


def _name(element: Any) -> str:
    """An element's name without its namespace; nothing for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _base(element: Any, base: str | None) -> str | None:
    """What an entry's links are relative to, xml:base included."""
    try:
        return str(element.base) if element.base else base
    except ValueError:
        return base


def _link(entry: Any) -> str:
    """RSS: the text of `link`, else of a `guid` that is an address; Atom: `link` without a rel or rel="alternate"."""
    return next((link for link in _links(entry) if link), "")


def _links(entry: Any) -> Iterator[str]:
    links = [child for child in entry if _name(child) == "link"]
    yield from ((child.text or "").strip() for child in links)
    yield from (child.get("href", "").strip() for child in links if child.get("rel", "alternate") == "alternate")
    guids = (child for child in entry if _name(child) == "guid" and child.get("isPermaLink") != "false")
    yield from (text for child in guids if (text := (child.text or "").strip()).startswith(("http://", "https://")))


def _address(link: str, base: str | None) -> str | None:
    try:
        return address(link, base) if link else None
    except AddressError:
        return None
