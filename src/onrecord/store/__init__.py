"""The only SQL: the record file, SQLite with FTS5. Opens in Datasette; written in one transaction or not at all."""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple, cast
from urllib.parse import quote

import msgspec
from msgspec.structs import replace

from onrecord.errors import NewerRecord, NoRoom, NoSuchRecord, NotARecord, RecordBusy
from onrecord.nouns import PUBLIC, Article, Correction, Row, Source, kind_of
from onrecord.store import tables
from onrecord.store.groups import Groups
from onrecord.store.links import Links, key_number
from onrecord.store.numbers import Numbers
from onrecord.store.shelf import Label, Shelf, state_of

__all__ = ["NOUNS", "Found", "Groups", "Label", "Links", "Store", "key_number", "state_of"]

PATIENCE = 600.0
"""Seconds a second writer waits for the first before it says who holds the record."""
NOTHING = len(zlib.compress(b""))
"""Bytes that a page without bytes is kept in."""
STANDING = (
    "FROM source WHERE (NOT failed OR NOT EXISTS (SELECT 1 FROM address JOIN source AS other USING (page) "
    "WHERE address.uri = source.uri AND NOT other.failed))"
)
"""The pages of the record: all that was given but failed attempts at what another attempt gave."""
AT_HAND = 4_000
"""Articles kept at hand, by which spans know their places: some 25 MB."""
NOUNS: dict[str, type[Row]] = {kind_of(noun): noun for noun in PUBLIC}


class Found(NamedTuple):
    """One hit of a full-text search; the snippet marks the words found with U+0002 and U+0003."""

    kind: str
    id: str
    snippet: str


class Store:
    """One open record file."""

    def __init__(self, path: Path, connection: sqlite3.Connection) -> None:
        self.path = path
        self._sql = connection
        self.shelf = Shelf(connection)
        self.numbers = Numbers(connection)
        self._groups: dict[str, Groups] = {}
        self._links: dict[str, Links] = {}
        self._articles: dict[str, Article | None] = {}

    @classmethod
    def open(cls, path: Path, *, patience: float = PATIENCE) -> Store:
        """An existing record. Raises NoSuchRecord, NotARecord or NewerRecord, and leaves the file untouched."""
        if not path.is_file():
            raise NoSuchRecord(
                f"a record file is needed, and there is none at {path}; make one with: onrecord build PAGES -o DIR"
            )
        connection = sqlite3.connect(
            f"file:{quote(str(path))}?mode=rw" if os.access(path, os.W_OK) else f"file:{quote(str(path))}?mode=ro",
            uri=True, timeout=patience, isolation_level=None, check_same_thread=False,
        )  # fmt: skip
        try:
            _vet(path, connection)
        except BaseException:
            connection.close()
            raise
        return cls(path, connection)

    @classmethod
    def create(cls, path: Path, *, patience: float = PATIENCE) -> Store:
        """The record at `path`, made empty where there is none."""
        if path.exists() and path.stat().st_size:
            return cls.open(path, patience=patience)
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
        store = cls(path, connection)
        with store.writing():
            if not connection.execute("PRAGMA application_id").fetchone()[0]:
                store._define()
        return store

    def close(self) -> None:
        """Lets go of the file."""
        self._sql.close()

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: all of it or nothing. A second writer waits; raises RecordBusy, naming the holder, after
        that."""
        holder = self.path.with_name(self.path.name + ".writer")
        try:
            self._sql.execute("BEGIN IMMEDIATE")
        except sqlite3.OperationalError as fault:
            if "locked" not in str(fault) and "busy" not in str(fault):
                raise
            who = holder.read_text(encoding="utf8") if holder.is_file() else "unknown"
            raise RecordBusy(
                f"one process writes to a record at a time; {self.path} is held by process {who}: "
                "wait for it, or stop it"
            ) from fault
        try:
            holder.write_text(str(os.getpid()), encoding="utf8")
            yield
            self._sql.execute("COMMIT")
        except BaseException as fault:
            if self._sql.in_transaction:  # SQLite itself rolls back where it ran out of room
                self._sql.execute("ROLLBACK")
            self._forget()
            if isinstance(fault, sqlite3.OperationalError) and "full" in str(fault):
                raise NoRoom(
                    f"writing {self.path} needs room on the disk ({fault}): make room; it is as before"
                ) from fault
            raise
        finally:
            holder.unlink(missing_ok=True)

    def renew(self) -> bool:
        """Brings a file of an older format to this one, inside a transaction: its pages and corrections stay, all else
        is to be woven anew. Returns whether there was anything to do."""
        if self._sql.execute("PRAGMA user_version").fetchone()[0] == tables.FORMAT:
            return False
        names = self._sql.execute("SELECT type, name FROM sqlite_master WHERE sql LIKE 'CREATE %'").fetchall()
        for type_, name in names:
            if type_ in ("trigger", "view", "index"):
                self._sql.execute(f'DROP {type_} "{name}"')
        there = [name for type_, name in names if type_ == "table"]
        kept = [name for name in tables.KEPT if name in there]
        for name in kept:
            self._sql.execute(f'ALTER TABLE "{name}" RENAME TO "old_{name}"')
        for name in sorted(set(there) - set(kept), key=len):
            self._sql.execute(f'DROP TABLE IF EXISTS "{name}"')  # a search table takes its own tables with it
        self._define()
        for name in kept:
            self._bring_over(name)
        self._sql.execute("UPDATE source SET failed = 1 WHERE refused IS NOT NULL AND length(data) = ?", (NOTHING,))
        self._sql.execute("INSERT OR IGNORE INTO address SELECT uri, page FROM source")
        self._sql.execute("INSERT INTO touched SELECT page FROM source")
        return True

    def _bring_over(self, name: str) -> None:
        old, new = ([row[1] for row in self._sql.execute(f'PRAGMA table_info("{t}")')] for t in (f"old_{name}", name))
        shared = ", ".join(column for column in new if column in old)
        self._sql.execute(f'INSERT INTO "{name}" ({shared}) SELECT {shared} FROM "old_{name}"')
        self._sql.execute(f'DROP TABLE "old_{name}"')

    def _define(self) -> None:
        for statement in tables.definition():
            self._sql.execute(statement)
        self._sql.execute(f"PRAGMA application_id = {tables.APPLICATION}")
        self._sql.execute(f"PRAGMA user_version = {tables.FORMAT}")

    def _forget(self) -> None:
        """Lets go of all that was looked up in a transaction that is undone."""
        self.shelf, self.numbers, self._articles = Shelf(self._sql), Numbers(self._sql), {}
        self._groups, self._links = {}, {}

    # ------------------------------------------------------------------------------------------------------ sources

    def put_source(self, page: str, source: Source) -> None:
        """Keeps a page's bytes as they were given, under its id. Given again, the earliest capture counts: the order in
        which pages come must not matter. What its server knows it by is the latest it said; of several attempts that
        gave nothing the latest stands."""
        known = self.source(page)
        kept = source if known is None else _united(known, source)
        self._sql.execute(
            "INSERT OR REPLACE INTO source VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (page, kept.uri, kept.media_type, kept.captured, kept.refused, zlib.compress(kept.data, 6), kept.etag,
             kept.modified, _failed(kept)),
        )  # fmt: skip
        spellings = {source.uri, source.asked or source.uri}
        self._sql.executemany("INSERT OR IGNORE INTO address VALUES (?, ?)", ((uri, page) for uri in spellings))
        self._touch(page)

    def source(self, page: str) -> Source | None:
        """A page's bytes as they were given."""
        found = self._sql.execute(
            "SELECT uri, data, media_type, captured, refused, etag, modified FROM source WHERE page = ?", (page,)
        ).fetchone()
        if found is None:
            return None
        uri, data, media_type, captured, refused, etag, modified = found
        return Source(
            uri=uri, data=zlib.decompress(data), media_type=media_type, captured=captured, refused=refused, etag=etag,
            modified=modified,
        )  # fmt: skip

    def sources(self) -> list[tuple[str, str]]:
        """`(page id, uri)` of all that was given, by id."""
        return self._sql.execute("SELECT page, uri FROM source ORDER BY page").fetchall()

    def standing(self) -> list[str]:
        """The ids of the pages of the record: all that was given but failed attempts at addresses, as they were asked
        for, of which another attempt gave a page."""
        found = self._sql.execute(f"SELECT page {STANDING} ORDER BY page")
        return [page for (page,) in found]

    def stands(self, page: str) -> bool:
        """Whether a page is one of the record."""
        return self._sql.execute(f"SELECT 1 {STANDING} AND page = ?", (page,)).fetchone() is not None

    def _touch(self, page: str) -> None:
        """Marks a page, and the failed attempts that it may take the place of."""
        self._sql.execute(
            "INSERT OR IGNORE INTO touched SELECT ? UNION SELECT source.page FROM address "
            "JOIN source ON source.uri = address.uri WHERE address.page = ? AND source.failed",
            (page, page),
        )

    def latest(self, uri: str) -> Source | None:
        """The page of an address that was captured last, failed attempts apart."""
        found = self._sql.execute(
            "SELECT page FROM source WHERE uri = ? AND NOT failed ORDER BY coalesce(captured, '') DESC, page LIMIT 1",
            (uri,),
        ).fetchone()
        return found and self.source(found[0])

    def stamp(self, page: str) -> str:
        """What is known of a page beside its uri and its bytes."""
        found = self._sql.execute("SELECT media_type, captured, refused FROM source WHERE page = ?", (page,)).fetchone()
        return json.dumps(found)

    def drop_sources(self, pages: Iterable[str]) -> None:
        """Takes pages out."""
        for page in list(pages):
            self._touch(page)
            self._sql.execute("DELETE FROM source WHERE page = ?", (page,))
            self._sql.execute("DELETE FROM address WHERE page = ?", (page,))

    # -------------------------------------------------------------------------------------------------------- inner

    def groups(self, scope: str) -> Groups:
        """The groups of a scope."""
        if scope not in self._groups:
            self._groups[scope] = Groups(self._sql, scope)
        return self._groups[scope]

    def links(self, scope: str) -> Links:
        """The links by which the items of a scope find one another."""
        if scope not in self._links:
            self._links[scope] = Links(self._sql, scope)
        return self._links[scope]

    def take_touched(self) -> set[str]:
        """The pages that were given or taken out since this was last asked, by id."""
        found = {page for (page,) in self._sql.execute("SELECT page FROM touched")}
        self._sql.execute("DELETE FROM touched")
        return found

    def set_heads(self, part: int, heads: Mapping[str, bytes]) -> set[str]:
        """Writes down what a part says of each of its actors, by their ids; returns those of whom it says something
        else than before."""
        old = {
            self.numbers.id(actor): head
            for actor, head in self._sql.execute("SELECT actor, head FROM persona WHERE part = ?", (part,))
        }
        changed = {actor for actor in old.keys() | heads.keys() if old.get(actor) != heads.get(actor)}
        for actor in sorted(changed):
            at = (self.numbers.of(actor), part)
            if actor in heads:
                self._sql.execute("INSERT OR REPLACE INTO persona VALUES (?, ?, ?)", (*at, heads[actor]))
            else:
                self._sql.execute("DELETE FROM persona WHERE actor = ? AND part = ?", at)
        return changed

    def heads(self, actor: str) -> list[bytes]:
        """What each part says of an actor."""
        at = (self.numbers.of(actor),)
        return [head for (head,) in self._sql.execute("SELECT head FROM persona WHERE actor = ? ORDER BY part", at)]

    # --------------------------------------------------------------------------------------------------- public rows

    def revise(self, kinds: Iterable[str], part: int, rows: Iterable[Row]) -> None:
        """Makes these the rows of these kinds in a part. What stands there as it should is not touched."""
        old = {
            (kind, values[0]): values
            for kind in kinds
            for values in self._sql.execute(f'SELECT * FROM "{_kind(kind)}" WHERE part = ?', (part,))
        }
        for row in rows:
            if old.pop((kind_of(type(row)), row.id), None) != tuple(self._values(row, part)):
                self.put(row, part)
        for kind, id_ in old:
            self._articles.pop(id_, None)
            self._sql.execute(f'DELETE FROM "{kind}" WHERE id = ? AND part = ?', (id_, part))

    def put(self, row: Row, part: int) -> None:
        """Writes one row, in place of one of the same id."""
        values = self._values(row, part)
        self._articles.pop(row.id, None)
        kind = kind_of(type(row))
        self._sql.execute(
            f'DELETE FROM "{kind}" WHERE id = ?', (row.id,)
        )  # not OR REPLACE: that would pass the search triggers by
        self._sql.execute(f'INSERT INTO "{kind}" VALUES ({", ".join("?" * len(values))})', values)

    def take_out(self, kind: str, id_: str) -> None:
        """Takes one row out."""
        self._articles.pop(id_, None)
        self._sql.execute(f'DELETE FROM "{_kind(kind)}" WHERE id = ?', (id_,))

    def _values(self, row: Row, part: int) -> list[Any]:
        return tables.to_values(row, part, self._article)

    def _row(self, noun: type[Row], values: tuple[Any, ...]) -> Row:
        return tables.from_values(noun, values, self._article)

    def _article(self, id_: str) -> Article | None:
        """An article that stands in the record; the last ones asked for are kept at hand."""
        if id_ not in self._articles:
            if len(self._articles) >= AT_HAND:
                self._articles.clear()
            found = self._sql.execute("SELECT * FROM article WHERE id = ?", (id_,)).fetchone()
            self._articles[id_] = cast(Article, self._row(Article, found)) if found else None
        return self._articles[id_]

    def rows(self, kind: str, **where: str) -> Iterator[Row]:
        """Rows of a kind in the order of their ids, those whose columns equal `where`."""
        noun = NOUNS[_kind(kind)]
        names = {column.name for column in tables.columns(noun)}
        asked = "".join(f' AND "{name}" = ?' for name in where if name in names)
        cursor = self._sql.execute(f'SELECT * FROM "{kind}" WHERE 1{asked} ORDER BY id', tuple(where.values()))
        return (self._row(noun, values) for values in cursor)

    def row(self, id_: str) -> Row | None:
        """The row of that id, of whatever kind."""
        kind = id_.partition("-")[0]
        for name in (kind,) if kind in NOUNS else ():
            found = self._sql.execute(f'SELECT * FROM "{name}" WHERE id = ?', (id_,)).fetchone()
            if found:
                return self._row(NOUNS[name], found)
        return None

    def part_of(self, row: Row) -> int:
        """The part a row was laid down in."""
        found = self._sql.execute(f'SELECT part FROM "{kind_of(type(row))}" WHERE id = ?', (row.id,)).fetchone()
        return int(found[0])

    def count(self, kind: str, **where: str | bool) -> int:
        """How many rows of a kind there are whose columns equal `where`."""
        names = {column.name for column in tables.columns(NOUNS[_kind(kind)])}
        asked = "".join(f' AND "{name}" = ?' for name in where if name in names)
        found = self._sql.execute(f'SELECT count(*) FROM "{kind}" WHERE 1{asked}', tuple(where.values()))
        return int(found.fetchone()[0])

    def variety(self, kind: str, field: str) -> int:
        """How many different values, none and nothing left out, a field of a kind has."""
        (name,) = (column.name for column in tables.columns(NOUNS[_kind(kind)]) if column.name == field)
        found = self._sql.execute(f'SELECT count(DISTINCT "{name}") FROM "{kind}" WHERE "{name}" <> ?', ("",))
        return int(found.fetchone()[0])

    def naming(self, kind: str, words: str) -> list[Row]:
        """Rows of a kind in whose fields these characters stand (a coarse sieve for exact work)."""
        noun = NOUNS[_kind(kind)]
        fields = " OR ".join(f'instr("{column.name}", ?)' for column in tables.columns(noun))
        found = self._sql.execute(
            f'SELECT * FROM "{kind}" WHERE {fields} ORDER BY id', [words] * len(tables.columns(noun))
        )
        return [self._row(noun, values) for values in found.fetchall()]

    def search(self, words: str, limit: int) -> list[Found]:
        """Best first. `words` are plain words, all of which must stand there; never read as a query language."""
        query = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        found: list[tuple[Any, ...]] = []
        for kind in tables.SEARCHED if query else ():
            found += self._sql.execute(
                f"SELECT bm25({kind}_fts), '{kind}', {kind}.id, snippet({kind}_fts, -1, char(2), char(3), '…', 24) "
                f"FROM {kind}_fts JOIN {kind} ON {kind}.rowid = {kind}_fts.rowid WHERE {kind}_fts MATCH ? "
                "ORDER BY 1, 3 LIMIT ?",
                (query, limit),
            ).fetchall()
        return [Found(kind, id_, snippet) for _, kind, id_, snippet in sorted(found)[:limit]]

    # -------------------------------------------------------------------------------------------------- other things

    def decisions(self) -> list[Correction]:
        """The log of corrections, oldest first."""
        found = self._sql.execute("SELECT data FROM decision ORDER BY number").fetchall()
        return [msgspec.json.decode(data, type=Correction) for (data,) in found]

    def decide(self, correction: Correction) -> None:
        """Adds to the log of corrections."""
        self._sql.execute("INSERT INTO decision (data) VALUES (?)", (msgspec.json.encode(correction).decode(),))

    def runtime(self) -> dict[str, str]:
        """What the record was read with."""
        return dict(self._sql.execute("SELECT name, value FROM runtime ORDER BY name").fetchall())

    def set_runtime(self, values: dict[str, str]) -> None:
        """Writes down what the record was read with."""
        self._sql.execute("DELETE FROM runtime")
        self._sql.executemany("INSERT INTO runtime VALUES (?, ?)", sorted(values.items()))


def _failed(source: Source) -> bool:
    """Whether an attempt gave nothing at all."""
    return source.refused is not None and not source.data


def _united(known: Source, again: Source) -> Source:
    """One page given twice."""
    if _failed(again):
        return again if (again.captured or "") >= (known.captured or "") else known
    first, last = sorted((known, again), key=_rank)
    return replace(first, etag=last.etag or first.etag, modified=last.modified or first.modified)


def _rank(source: Source) -> tuple[bool, str, str, str]:
    return source.captured is None, source.captured or "", source.media_type or "", source.refused or ""


def _kind(kind: str) -> str:
    if kind not in NOUNS:
        raise KeyError(f"a kind is one of {', '.join(NOUNS)}, not {kind!r}")
    return kind


def _vet(path: Path, connection: sqlite3.Connection) -> None:
    try:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        version = connection.execute("PRAGMA user_version").fetchone()[0]
    except sqlite3.DatabaseError as fault:
        raise NotARecord(
            f"a record is a file that onrecord wrote; {path} is none ({fault}): give another path"
        ) from fault
    if application != tables.APPLICATION:
        raise NotARecord(f"a record is a file that onrecord wrote; {path} is another database: give another path")
    if version > tables.FORMAT:
        raise NewerRecord(
            f"this onrecord reads records of format {tables.FORMAT}; {path} has format {version}: use a newer onrecord"
        )
