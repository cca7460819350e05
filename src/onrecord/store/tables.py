"""The shape of the record file: one table a public kind, a column a field, nested fields as JSON text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

import msgspec
from msgspec import inspect

from onrecord.nouns import PUBLIC, Row, Statement, kind_of
from onrecord.store import nesting
from onrecord.store.nesting import Articles

APPLICATION = 0x6F6E7263
"""SQLite's application_id of a record file: the letters "onrc"."""
FORMAT = 6
"""SQLite's user_version of a record file."""

SCALARS = (inspect.StrType, inspect.IntType, inspect.FloatType, inspect.BoolType, inspect.LiteralType, inspect.NoneType)
INDEXED = {"article", "page", "copy", "claim", "act", "story", "thread", "actor", "target", "uri"}
LABELS: dict[type[Row], tuple[str, ...]] = {Statement: ("words", "who")}
"""Columns beyond the fields: what full-text search reads and a table browser shows."""
SEARCHED = {"article": ("headline", "text"), "statement": ("words", "who")}

KEPT = ("source", "address", "decision")
"""What a file of an older format keeps; everything else is woven anew."""
INNER = """
CREATE TABLE runtime (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE source (
  page TEXT PRIMARY KEY, uri TEXT NOT NULL, media_type TEXT, captured TEXT, refused TEXT, data BLOB NOT NULL,
  etag TEXT, modified TEXT, failed INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX source_uri ON source (uri);
CREATE TABLE address (uri TEXT NOT NULL, page TEXT NOT NULL, PRIMARY KEY (uri, page)) WITHOUT ROWID;
CREATE INDEX address_page ON address (page);
CREATE TABLE touched (page TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE number (number INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE);
CREATE TABLE stage (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, version TEXT);
CREATE TABLE shelf (
  at INTEGER PRIMARY KEY, key BLOB NOT NULL, state BLOB NOT NULL, articles TEXT NOT NULL, fault TEXT NOT NULL,
  data BLOB NOT NULL
);
CREATE INDEX shelf_fault ON shelf (fault) WHERE fault <> '';
CREATE TABLE persona (actor INTEGER, part INTEGER, head BLOB NOT NULL, PRIMARY KEY (actor, part)) WITHOUT ROWID;
CREATE INDEX persona_part ON persona (part);
CREATE TABLE decision (number INTEGER PRIMARY KEY, data TEXT NOT NULL);
"""


class Column(NamedTuple):
    """One field of a kind as a column."""

    name: str
    type: str
    nested: bool


@cache
def columns(noun: type[Row]) -> tuple[Column, ...]:
    """The columns of a kind, in the order of its fields."""
    info = inspect.type_info(noun)
    assert isinstance(info, inspect.StructType)
    return tuple(_column(f.name, f.type) for f in info.fields)


def _column(name: str, type_: inspect.Type) -> Column:
    types = type_.types if isinstance(type_, inspect.UnionType) else (type_,)
    if not all(isinstance(t, SCALARS) for t in types):
        return Column(name, "TEXT", True)
    if any(isinstance(t, inspect.FloatType) for t in types):
        return Column(name, "REAL", False)
    whole = any(isinstance(t, inspect.IntType | inspect.BoolType) for t in types)
    return Column(name, "INTEGER" if whole else "TEXT", False)


def definition() -> Iterator[str]:
    """The statements that make an empty record."""
    yield from (line for line in INNER.split(";\n") if line.strip())
    for noun in PUBLIC:
        yield from _table(noun)
    for kind, fields in SEARCHED.items():
        yield from _search(kind, fields)


def _table(noun: type[Row]) -> Iterator[str]:
    kind = kind_of(noun)
    fields = [f'"{c.name}" {c.type}' + (" PRIMARY KEY" if c.name == "id" else "") for c in columns(noun)]
    fields += [f'"{name}" TEXT' for name in LABELS.get(noun, ())] + ["part INTEGER NOT NULL"]
    yield f'CREATE TABLE "{kind}" ({", ".join(fields)})'
    yield f'CREATE INDEX "{kind}_part" ON "{kind}" (part)'
    for column in columns(noun):
        if column.name in INDEXED and not column.nested:
            yield f'CREATE INDEX "{kind}_{column.name}" ON "{kind}" ("{column.name}")'


def _search(kind: str, fields: tuple[str, ...]) -> Iterator[str]:
    names = ", ".join(fields)
    new, old = (", ".join(f"{side}.{f}" for f in fields) for side in ("new", "old"))
    # content="..." in double quotes: Datasette finds the search table of a table by that spelling
    options = f'content="{kind}", tokenize="unicode61 remove_diacritics 2"'
    yield f"CREATE VIRTUAL TABLE {kind}_fts USING fts5 ({names}, {options})"
    yield (
        f"CREATE TRIGGER {kind}_ai AFTER INSERT ON {kind} BEGIN "
        f"INSERT INTO {kind}_fts (rowid, {names}) VALUES (new.rowid, {new}); END"
    )
    yield (
        f"CREATE TRIGGER {kind}_ad AFTER DELETE ON {kind} BEGIN "
        f"INSERT INTO {kind}_fts ({kind}_fts, rowid, {names}) VALUES ('delete', old.rowid, {old}); END"
    )


def to_values(row: Row, part: int, articles: Articles) -> list[Any]:
    """A row's values in the order of its table's columns."""
    values: list[Any] = []
    for column in columns(type(row)):
        value = getattr(row, column.name)
        values.append(nesting.encode(value, articles) if column.nested and value is not None else value)
    if isinstance(row, Statement):
        values += [row.text, row.speaker.text if row.speaker else None]
    return [*values, part]


def from_values(noun: type[Row], values: tuple[Any, ...], articles: Articles) -> Row:
    """The row that `to_values` was given; further values (labels, part) are passed over."""
    fields: dict[str, Any] = {}
    for column, value in zip(columns(noun), values, strict=False):
        fields[column.name] = nesting.decode(value, articles) if column.nested and value is not None else value
    return msgspec.convert(fields, noun, strict=False)
