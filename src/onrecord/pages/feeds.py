"""RSS and Atom feeds: the addresses of their entries, and the entries that carry their page whole.

Read with lxml: little but links is wanted, and feedparser takes minutes over a feed whose author field is a megabyte
of one letter, and 5 s over 9,000 entries.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any

import msgspec
from lxml import etree

from onrecord.nouns import Source
from onrecord.pages.addresses import AddressError, address
from onrecord.pages.entries import carries_page, declares_text, name_of
from onrecord.pages.sniffing import FEED

MAX_FEED = 10_000_000
"""Bytes of a feed that are parsed. Feeds of news sites are below 2 MB."""
MAX_NAME = 1_000
"""Characters of a feed's own title that go with each entry."""
TYPES = (FEED, "application/atom+xml", "application/rdf+xml")
_ROOT = re.compile(
    rb"(?:\xef\xbb\xbf)?\s*+(?:<[?!][^>]{0,2000}>\s*+|<!--.{0,2000}?-->\s*+){0,9}+<(?:rss|feed|rdf:RDF)[\s>]", re.S
)
"""The first element after declarations and comments; possessive, so that many comments are not tried in many ways."""


def is_feed(media_type: str | None, data: bytes) -> bool:
    """Whether bytes are a feed: by their media type, or by their first element."""
    given = (media_type or "").partition(";")[0].strip().lower()
    return given in TYPES or _ROOT.match(data) is not None


def parsed(data: bytes, base: str | None = None) -> Any:
    """The root element, None where there is none. What is broken in the markup is mended where it can be; entities
    open no files and do not swell."""
    if len(data) > MAX_FEED:
        return None
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data.lstrip(), parser, base_url=base)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None


def entries(data: bytes, base: str | None) -> list[str]:
    """The addresses of a feed's entries in its order, each once, as far as they are ones that are fetched. `base` is
    the feed's own address."""
    links = (_address(_link(entry), _base(entry, base)) for entry in _entries(parsed(data, base)))
    return list(dict.fromkeys(found for found in links if found))


def items(data: bytes, base: str, captured: str | None) -> list[Source | str]:
    """What a feed on the web gives, in its order: an entry that carries its page whole as a source, under its address
    (`base#N` where it has none), any other as its address. `base` is the feed's own address."""
    root = parsed(data, base)
    found: dict[str, Source | str] = {}
    for number, entry in enumerate(_entries(root), start=1):
        link = _address(_link(entry), _base(entry, base))
        if carries_page(entry):
            uri = link or f"{base}#{number}"
            found.setdefault(uri, Source(uri=uri, data=_alone(root, entry), media_type=FEED, captured=captured))
        elif link:
            found.setdefault(link, link)
    return list(found.values())


def told(data: bytes, uri: str, captured: str | None, *, follow: bool) -> list[Source | str]:
    """What the feed in a file gives, in its order: an entry that carries its text as a page, `uri#N`, any other as its
    address, or, not `follow` or where it has none, as a page that is set aside and says so."""
    root = parsed(data)
    found: dict[str, Source | str] = {}
    for number, entry in enumerate(_entries(root), start=1):
        link, own = _address(_link(entry), _base(entry, None)), f"{uri}#{number}"
        source = Source(uri=own, data=_alone(root, entry, link), media_type=FEED, captured=captured)
        if carries_page(entry) or declares_text(entry):
            found.setdefault(link or own, source)
        else:
            aside = msgspec.structs.replace(source, refused=_teaser(own, link))
            found.setdefault(link or own, link if follow and link else aside)
    return list(found.values())


def _teaser(uri: str, link: str | None) -> str:
    remedy = "give the feed by itself to have its pages fetched, or save the page" if link else "give its page"
    return f"{uri} is an entry of a feed that carries a teaser and not its text: {remedy}"


def _alone(root: Any, entry: Any, link: str | None = None) -> bytes:
    """A feed that holds one entry alone, and its own title; `link` is the address of its page where its uri is none."""
    title = next((found.text for found in root.iter() if name_of(found) == "title" and found.text), "")
    frame = etree.Element("feed")
    etree.SubElement(frame, "title").text = " ".join(title.split())[:MAX_NAME]
    if link:
        etree.SubElement(frame, "link").text = link
    frame.append(deepcopy(entry))
    return bytes(etree.tostring(frame, encoding="utf-8"))


def _entries(root: Any) -> Iterator[Any]:
    return (entry for entry in ([] if root is None else root.iter()) if name_of(entry) in ("item", "entry"))


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
    links = [child for child in entry if name_of(child) == "link"]
    yield from ((child.text or "").strip() for child in links)
    yield from (child.get("href", "").strip() for child in links if child.get("rel", "alternate") == "alternate")
    guids = (child for child in entry if name_of(child) == "guid" and child.get("isPermaLink") != "false")
    yield from (text for child in guids if (text := (child.text or "").strip()).startswith(("http://", "https://")))


def _address(link: str, base: str | None) -> str | None:
    try:
        return address(link, base) if link else None
    except AddressError:
        return None
