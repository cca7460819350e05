"""Whether a page marks an article as opinion: by its type, its section, its address, its title or a label beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from urllib.parse import urlsplit

from onrecord.articles.kinds import SCRAP, TITLE, Line
from onrecord.articles.metadata import Metadata
from onrecord.words import phrases

NEAR = 2
"""Lines above the headline, and below it, where a label of opinion stands; further up stands the site's menu."""
ITEM_WORDS = 3
"""Words of the longest item of a menu: two such lines above a label make it one of theirs."""

_LABELLED = re.compile(r"\s*([^|:–—]{3,30}?)\s*(?:[|:–—]|\s-\s)")


def opinion_note(metadata: Metadata, head: Sequence[Line], headline: str | None) -> str | None:
    """The note that says what marks the article as opinion, or None. `head` are the lines above its body."""
    at = next((index for index, line in enumerate(head) if headline and line.block.text.startswith(headline)), None)
    where = next(_marks(metadata, head, at), None)
    return None if where is None else f"opinion: {where}"


def _marks(metadata: Metadata, head: Sequence[Line], headline: int | None) -> Iterator[str]:
    for kind in metadata.kinds:
        if kind.lower() in phrases("shapes", "opinion", "types"):
            yield f"the page's metadata call it {kind}"
    if metadata.section and _is_label(metadata.section):
        yield f"its section is “{metadata.section}”"
    for part in _path(metadata.url):
        if part in phrases("shapes", "opinion", "paths"):
            yield f"its address stands under /{part}/"
    for title in (metadata.title, metadata.headline):
        labelled = _LABELLED.match(title or "")
        if labelled is not None and _is_label(labelled[1]):
            yield f"its title is labelled “{labelled[1]}”"
    yield from (f"it is labelled “{line.block.text}”" for line in _beside(head, headline) if _is_label(line.block.text))


def _is_label(text: str) -> bool:
    return text.strip(" |:·").lower() in phrases("shapes", "opinion", "labels")


def _path(url: str | None) -> list[str]:
    path = urlsplit(url[:600]).path if url and "[" not in url else ""
    return [part for part in path.lower().split("/") if part][:-1]


def _beside(head: Sequence[Line], headline: int | None) -> Iterator[Line]:
    """The short lines around the headline, where they are no part of a menu: its items stand by the dozen."""
    if headline is None:
        return
    for index in (*range(headline - 1, headline - 1 - NEAR, -1), *range(headline + 1, headline + 1 + NEAR)):
        if 0 <= index < len(head) and not all(_is_item(head, at) for at in (index - 1, index - 2)):
            yield head[index]


def _is_item(head: Sequence[Line], index: int) -> bool:
    return index >= 0 and head[index].kind in (SCRAP, TITLE) and head[index].block.text.count(" ") < ITEM_WORDS
