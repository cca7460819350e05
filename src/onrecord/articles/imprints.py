"""Document -> Imprint: a page's lines as hashes, and the site that the page belongs to."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence

from onrecord.articles.blocks import Block
from onrecord.articles.kinds import label
from onrecord.articles.metadata import Metadata
from onrecord.articles.outlets import page_outlet
from onrecord.articles.seams import pieces
from onrecord.language.addresses import LONGEST, host_of, original, plain
from onrecord.nouns import Document, Imprint

FIRST, LAST = 250, 150
"""Blocks from the top and from the foot of a page that are kept: furniture stands there, and most pages have fewer."""
PROSE, ENDS = 8, (".", "!", "?", "”", '"', "’", "»", "。")
"""Words of the shortest prose, and what it ends with."""

_SAVED = re.compile(
    r"<!--\s*(?:saved from url=\(\d{1,5}\)|Page saved with SingleFile\s+url: )(https?://[^\s>]{4,1000})", re.I
)
"""What browsers and SingleFile write at the top of a page that they save: its address."""
TOP = 2_000


def imprint_of(document: Document, metadata: Metadata, blocks: Sequence[Block]) -> Imprint:
    """The imprint of a page of these blocks, the titles it declares after them. Blocks that belong to no article by
    their place have no part in it."""
    address = address_of(document, metadata)
    own = [block for block in blocks if block.reason is None]
    kept = own if len(own) <= FIRST + LAST else [*own[:FIRST], *own[-LAST:]]
    keys = [line_key(block.text) for block in kept]
    titles = dict.fromkeys(line_key(title) for title in (metadata.headline, metadata.title) if title)
    titled = [key for key in titles if key not in keys]
    return Imprint(
        page=document.page,
        site=_site(address, metadata, blocks),
        address=address and plain(address),
        lines=(*keys, *titled),
        prose=(*(_prose(block) for block in kept), *(0 for _ in titled)),
    )


def line_key(text: str) -> str:
    """A line as it is known on other pages, letter case and blanks aside."""
    return hashlib.blake2b(" ".join(text.casefold().split()).encode("utf8", "surrogatepass"), digest_size=6).hexdigest()


def address_of(document: Document, metadata: Metadata) -> str | None:
    """The web address of a page: as declared, as it was fetched from, or as the browser that saved it noted."""
    fetched = document.uri if document.uri.startswith(("http://", "https://")) else None
    found = metadata.url or dict(document.fields).get("url") or fetched or _saved_from(document)
    if found is None or not found.startswith(("http://", "https://")):
        return None
    return original(found[:LONGEST])


def _saved_from(document: Document) -> str | None:
    if document.media_type != "text/html":
        return None
    match = _SAVED.search(document.text, 0, TOP)
    return match[1] if match else None


def _site(address: str | None, metadata: Metadata, blocks: Sequence[Block]) -> str | None:
    host = host_of(address) or host_of(f"//{metadata.hostname}")
    if host:
        return host
    outlet = page_outlet(label(pieces(blocks)), metadata)
    return f"outlet:{outlet.casefold()}" if outlet else None


def _prose(block: Block) -> int:
    """The words of a block that is prose by its length and its end; 0 for another."""
    words = block.text.count(" ") + 1
    return words if words >= PROSE and block.hint != "link" and block.text.endswith(ENDS) else 0
