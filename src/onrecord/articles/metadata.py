"""What a page says about itself apart from its text: meta tags, JSON-LD, the fields of a JSONL row."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import unescape
from typing import Any, NamedTuple

import msgspec

from onrecord.nouns import Document

MAX_LD = 500_000
"""Characters of JSON-LD that are parsed."""
ARTICLE_TYPES = (
    "article", "newsarticle", "reportagenewsarticle", "analysisnewsarticle", "opinionnewsarticle", "blogposting",
    "liveblogposting", "reviewnewsarticle", "backgroundnewsarticle", "advertisercontentarticle", "webpage",
)  # fmt: skip


class Metadata(NamedTuple):
    """What is declared; None where it is not. Dates as declared; `dates` are all of them, each with what declares it as
    what, `authors` the names that the markup marks as such. `kinds` are the types of schema.org that the article has,
    `words` how many words the whole of it has, `free` is false where it is declared to cost something, `body` what it
    declares to be the article's text: evidence of which pieces are, never the text itself."""

    headline: str | None = None
    title: str | None = None
    byline: str | None = None
    outlet: str | None = None
    hostname: str | None = None
    url: str | None = None
    published: str | None = None
    updated: str | None = None
    language: str | None = None
    description: str | None = None
    free: bool = True
    section: str | None = None
    kinds: tuple[str, ...] = ()
    words: int | None = None
    dates: tuple[tuple[str, str], ...] = ()
    authors: tuple[str, ...] = ()
    body: str | None = None


FIELDS: dict[str, tuple[str, ...]] = {
    "headline": ("title", "headline", "title_page"),
    "byline": ("author", "authors", "byline"),
    "outlet": (
        "source-hostname",
        "source_hostname",
        "sitename",
        "site_name",
        "publisher",
        "outlet",
        "source_name",
        "newspaper",
    ),
    "hostname": ("hostname", "source_domain", "domain"),
    "url": ("url", "source", "link", "canonical_url"),
    "published": ("date", "date_publish", "date_published", "published", "publish_date", "pub_date"),
    "updated": ("date_modify", "date_modified", "updated", "modified"),
    "language": ("language", "lang"),
    "section": ("section", "category", "categories"),
}
"""The names trafilatura, news-please and passim give to each."""


def from_fields(document: Document) -> Metadata:
    """The metadata of a JSONL row."""
    fields = dict(document.fields)
    found = {name: next((fields[key] for key in keys if fields.get(key)), None) for name, keys in FIELDS.items()}
    if found["url"] is not None and "/" not in found["url"]:
        found["url"] = None
    byline = found["byline"]
    found["byline"] = _people(re.split(r";\s*", byline)) if byline else None
    return Metadata(**found)  # type: ignore[arg-type]


def filled(own: Metadata, other: Metadata) -> Metadata:
    """What a page declares, and where it declares nothing what is told beside it."""
    return own._replace(
        headline=own.headline or other.headline, outlet=own.outlet or other.outlet, url=own.url or other.url,
        published=own.published or other.published, byline=own.byline or other.byline,
    )  # fmt: skip


def from_markup(metas: Iterable[tuple[str, str]], title: str, ld: Iterable[str]) -> Metadata:
    """The metadata of HTML: `(name, content)` of meta and link tags, the text of <title>, the texts of JSON-LD
    scripts."""
    meta: dict[str, str] = {}
    authors: list[str] = []
    for name, content in metas:
        meta.setdefault(name, content)
        if name in ("author", "article:author", "parsely-author") and not content.startswith("http"):
            authors.append(content)
    said = _article_of(ld)

    def pick(*names: str) -> str | None:
        return next((meta[name] for name in names if meta.get(name)), None)

    return Metadata(
        headline=_text(said.get("headline")) or pick("og:title", "twitter:title", "parsely-title"),
        title=title or None,
        byline=_people(_names(said.get("author"))) or _people(dict.fromkeys(authors)),
        outlet=pick("og:site_name", "application-name", "twitter:app:name:iphone")
        or _text(_names(said.get("publisher"))),
        url=pick("canonical", "og:url") or _url(said),
        published=_text(said.get("datePublished")) or pick(*PUBLISHED),
        updated=_text(said.get("dateModified")) or pick(*UPDATED),
        language=pick("lang", "og:locale", "content-language"),
        description=pick("og:description", "description"),
        free=str(said.get("isAccessibleForFree", True)).lower() != "false",
        section=_text(said.get("articleSection")) or pick("article:section", "section", "parsely-section"),
        kinds=_kinds(said),
        words=_count(said.get("wordCount")),
        dates=tuple(_dates(said, meta)),
        body=_text(said.get("articleBody")),
    )


def _dates(said: dict[str, Any], meta: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Every date declared by an article's JSON-LD and by meta tags."""
    for place, key in LD_DATES.items():
        if (text := _text(said.get(key))) is not None:
            yield place, text
    for place, names in META_DATES.items():
        yield from ((place, meta[name]) for name in names if meta.get(name))


PUBLISHED = (
    "article:published_time", "og:published_time", "og:article:published_time", "datepublished", "date",
    "dc.date.issued", "dc.date", "dcterms.created", "dcterms.issued", "dcterms.date", "dc.date.created", "pubdate",
    "publishdate", "sailthru.date", "parsely-pub-date", "article.published", "publication_date", "publish_date",
    "publish-date", "originalpublicationdate", "cxenseparse:recs:publishtime", "date.released", "article_date_original",
)  # fmt: skip
UPDATED = (
    "article:modified_time", "og:updated_time", "og:article:modified_time", "datemodified", "dcterms.modified",
    "dc.date.modified", "last-modified", "lastmod", "revised", "article.updated",
)  # fmt: skip
LD_DATES = {"ld published": "datePublished", "ld created": "dateCreated", "ld changed": "dateModified"}
META_DATES = {
    "meta published": tuple(name for name in PUBLISHED if "publi" in name),
    "meta date": tuple(name for name in PUBLISHED if "publi" not in name),
    "meta changed": UPDATED,
}
"""What JSON-LD and meta tags call each kind of date."""


def _article_of(ld: Iterable[str]) -> dict[str, Any]:
    """The first thing of an article's type in the page's JSON-LD (pages nest it in lists and graphs)."""
    things = [thing for text in ld for thing in _things(text)]
    ranked = sorted(things, key=lambda thing: "datePublished" not in thing)
    return next((thing for thing in ranked if _is_article(thing)), {})


def _things(text: str) -> Iterator[dict[str, Any]]:
    try:
        data = msgspec.json.decode(text[:MAX_LD].strip().removesuffix(";").encode("utf8", "replace"))
    except (msgspec.DecodeError, RecursionError):
        return
    queue: list[Any] = [data]
    for thing in queue[:200]:
        inner = thing if isinstance(thing, list) else thing.get("@graph", []) if isinstance(thing, dict) else []
        queue.extend(inner if isinstance(inner, list) else [inner])
    yield from (
        thing for item in queue for thing in (item if isinstance(item, list) else [item]) if isinstance(thing, dict)
    )


def _is_article(thing: dict[str, Any]) -> bool:
    return any(kind.lower() in ARTICLE_TYPES for kind in _kinds(thing))


def _kinds(thing: dict[str, Any]) -> tuple[str, ...]:
    kinds = thing.get("@type")
    return tuple(str(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]) if kind)


def _count(value: Any) -> int | None:
    digits = str(value).replace(",", "")
    return int(digits) if digits.isdecimal() and len(digits) < 8 else None


def _names(value: Any) -> list[str]:
    items = value if isinstance(value, list) else [value]
    return [name for item in items if (name := _text(item.get("name") if isinstance(item, dict) else item))]


def _text(value: Any) -> str | None:
    if isinstance(value, list):
        value = value[0] if value else None
    return " ".join(unescape(value).split()) or None if isinstance(value, str) else None


def _people(names: Iterable[str]) -> str | None:
    people = [" ".join(name.split()) for name in names if name and not name.startswith("http")]
    return None if not people else people[0] if len(people) == 1 else f"{', '.join(people[:-1])} and {people[-1]}"


def _url(said: dict[str, Any]) -> str | None:
    entity = said.get("mainEntityOfPage")
    return _text(said.get("url")) or _text(entity.get("@id") if isinstance(entity, dict) else entity)
