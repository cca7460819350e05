"""A feed's entry that carries its page whole -> HTML, its title, author and day where pages have them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from copy import deepcopy
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from html import escape
from typing import Any

from lxml import etree

WHOLE = 1_000
"""Characters of text below which an entry's content is a teaser: teasers are a paragraph or two (mostly below 600),
articles rarely shorter than this."""
BRIEF, LONGER = 200, 1.5
"""The same where the element is one for the whole text and nothing can be fetched, and how many times as long as the
summary beside it the text is then. Set on invented feeds."""
_ENDED = re.compile(r"[.!?][\"”’'»)\]]*$")
_TAG = re.compile(r"<[^<>]{0,5000}>")
_CUT = re.compile(r"(?:\u2026|\.\.\.|\[(?:\u2026|\.\.\.)\])[\s\]]*$")
"""How a content that breaks off ends."""
_CONTENT = ("encoded", "content", "description", "summary")
_DAYS = ("published", "pubDate", "date", "issued", "updated")


def carries_page(entry: Any) -> bool:
    """Whether an entry's content is a page and not its teaser."""
    text = " ".join(_TAG.sub(" ", _content(entry)).split())
    return len(text) >= WHOLE and _CUT.search(text[-40:]) is None


def declares_text(entry: Any) -> bool:
    """Whether an entry has an element for its whole text (content:encoded, Atom's content) and in it more than a
    teaser: finished sentences, that lead nowhere else, and more of them than the summary beside them."""
    whole = max((_plain_text(child) for child in entry if name_of(child) in _CONTENT[:2]), key=len, default="")
    brief = max((_plain_text(child) for child in entry if name_of(child) in _CONTENT[2:]), key=len, default="")
    ended = _ENDED.search(whole[-10:]) is not None and _CUT.search(whole[-40:]) is None
    return len(whole) >= BRIEF and ended and len(whole) >= LONGER * len(brief)


def _plain_text(element: Any) -> str:
    return " ".join(_TAG.sub(" ", _html(element)).split())


def page_in(root: Any) -> str | None:
    """The HTML of the one entry of a feed, None where it carries none."""
    entry = next((found for found in root.iter() if name_of(found) in ("item", "entry")), None)
    if entry is None or not (content := _content(entry)):
        return None
    title, site, link = _text(entry, "title"), _text(root, "title"), _text(root, "link")
    told = {"og:title": title, "og:site_name": site, "author": _author(entry), "article:published_time": _day(entry)}
    metas = "".join(f'<meta property="{k}" name="{k}" content="{escape(v)}"/>' for k, v in told.items() if v)
    metas += f'<link rel="canonical" href="{escape(link)}"/>' if link.startswith(("http://", "https://")) else ""
    head = f"<head><title>{escape(title)}</title>{metas}</head>"
    return f"<html>{head}<body><article><h1>{escape(title)}</h1>{content}</article></body></html>"


def _content(entry: Any) -> str:
    """The longest of the elements that may hold it, as HTML."""
    return max((_html(child) for child in entry if name_of(child) in _CONTENT), key=len, default="")


def _html(element: Any) -> str:
    if len(element):
        return "".join(etree.tostring(_plain(child), encoding="unicode", with_tail=True) for child in element)
    text = element.text or ""
    return f"<p>{escape(text)}</p>" if element.get("type") == "text" else text


def _plain(element: Any) -> Any:
    """The element with the names of HTML: XHTML in a feed may have a prefix."""
    plain = deepcopy(element)
    for inner in plain.iter():
        if name := name_of(inner):  # a comment has none
            with suppress(ValueError):  # a mended name may be none that could be set
                inner.tag = name
    etree.cleanup_namespaces(plain)
    return plain


def _author(entry: Any) -> str:
    named = (_text(child, "name") or " ".join((child.text or "").split()) for child in _called(entry, "author"))
    by = next((name for name in named if name), "") or _text(entry, "creator")
    return "" if "@" in by else by


def _day(entry: Any) -> str:
    """ISO 8601 with the entry's own offset; nothing where no day is told."""
    for told in (_text(entry, name)[:100] for name in _DAYS):
        for read in (datetime.fromisoformat, parsedate_to_datetime):
            try:
                moment = read(told)
            except (ValueError, TypeError, IndexError, OverflowError):
                continue
            return moment.replace(tzinfo=moment.tzinfo or UTC).isoformat(timespec="seconds")
    return ""


def _text(element: Any, name: str) -> str:
    return next((" ".join(child.text.split()) for child in _called(element, name) if child.text), "")


def _called(element: Any, name: str) -> Iterator[Any]:
    return (child for child in element if name_of(child) == name)


def name_of(element: Any) -> str:
    """An element's name without its namespace; nothing for comments and the like."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""
