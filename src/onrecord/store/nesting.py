"""Nested fields as JSON text, without what can be told from elsewhere.

Left out are optional fields that are not set, and a span's place on its page (or the words around it), which its
article tells. A span that its article would tell otherwise keeps its own."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

import msgspec
from msgspec import structs

from onrecord.nouns import Article, Noun, Span

Articles = Callable[[str], Article | None]
"""Gives the article of an id, as it stands in the record."""
PLACES = ("page_start", "page_end", "prefix", "suffix")
"""The fields of a span that its article tells."""


def encode(value: Any, articles: Articles) -> str:
    """A nested field as it stands in a column."""
    return msgspec.json.encode(_slim(value, articles)).decode()


def decode(text: str, articles: Articles) -> Any:
    """What `encode` was given, as plain objects."""
    return _full(msgspec.json.decode(text), articles)


def _slim(value: Any, articles: Articles) -> Any:
    if value is None or isinstance(value, str | int):
        return value
    if isinstance(value, Span):
        if value != _told(articles, value.article, value.start, value.end):
            return value
        return {"article": value.article, "start": value.start, "end": value.end, "text": value.text}
    if isinstance(value, Noun):
        given = ((name, getattr(value, field), optional) for field, name, optional in _fields(type(value)))
        return {name: _slim(inner, articles) for name, inner, optional in given if inner is not None or not optional}
    if isinstance(value, tuple):
        return [_slim(item, articles) for item in value]
    return value


def _full(value: Any, articles: Articles) -> Any:
    if isinstance(value, list):
        return [_full(item, articles) for item in value]
    if not isinstance(value, dict):
        return value
    if value.keys() == {"article", "start", "end", "text"}:
        told = _told(articles, value["article"], value["start"], value["end"])
        return value if told is None else value | {name: getattr(told, name) for name in PLACES}
    return {name: _full(inner, articles) for name, inner in value.items()}


def _told(articles: Articles, article: str, start: int, end: int) -> Span | None:
    found = articles(article)
    return found.span(start, end) if found is not None and 0 <= start < end <= len(found.text) else None


@cache
def _fields(noun: type[Noun]) -> tuple[tuple[str, str, bool], ...]:
    """Each field, its name in JSON, and whether it is left out where it is not set."""
    return tuple((field.name, field.encode_name, field.default is None) for field in structs.fields(noun))
