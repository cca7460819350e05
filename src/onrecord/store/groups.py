"""The groups of a scope, kept between weavings, and the links by which their members found one another.

A group is named by the number of one of its members. An item without company has no row: it is a group of its own
name. Links are `(key, item)`: two items with a key in common are in one group, so whatever item is found under a key
tells the group of all of them."""

from __future__ import annotations

import hashlib
import sqlite3
from collections.abc import Collection, Iterable, Iterator

_BYTES = 6
"""Bytes of a key: SQLite keeps 48 bits in six. A chance meeting of two keys only puts two groups into one."""


class Groups:
    """The groups of one scope, items by number."""

    def __init__(self, sql: sqlite3.Connection, scope: str) -> None:
        assert scope.isidentifier()
        self._sql = sql
        self._link, self._member = f"link_{scope}", f"member_{scope}"
        sql.execute(
            f"CREATE TABLE IF NOT EXISTS {self._link} "
            "(key INTEGER, item INTEGER, PRIMARY KEY (key, item)) WITHOUT ROWID"
        )
        sql.execute(f"CREATE TABLE IF NOT EXISTS {self._member} (item INTEGER PRIMARY KEY, name INTEGER NOT NULL)")
        sql.execute(f"CREATE INDEX IF NOT EXISTS {self._member}_name ON {self._member} (name)")

    def name(self, item: int) -> int:
        """The group that an item is in."""
        found = self._sql.execute(f"SELECT name FROM {self._member} WHERE item = ?", (item,)).fetchone()
        return int(found[0]) if found else item

    def holds(self, item: int) -> bool:
        """Whether an item is in a group that was set."""
        return self._sql.execute(f"SELECT 1 FROM {self._member} WHERE item = ?", (item,)).fetchone() is not None

    def items(self) -> list[int]:
        """All items that are in groups that were set, by number."""
        return [item for (item,) in self._sql.execute(f"SELECT item FROM {self._member} ORDER BY item")]

    def members(self, name: int) -> list[int]:
        """The items of a group, by number."""
        found = self._sql.execute(f"SELECT item FROM {self._member} WHERE name = ? ORDER BY item", (name,)).fetchall()
        return [item for (item,) in found] or [name]

    def size(self, name: int) -> int:
        """How many items a group has."""
        found = self._sql.execute(f"SELECT count(*) FROM {self._member} WHERE name = ?", (name,)).fetchone()
        return max(1, int(found[0]))

    def names(self) -> set[int]:
        """The groups of two items and more."""
        return {name for (name,) in self._sql.execute(f"SELECT DISTINCT name FROM {self._member}")}

    def set_group(self, name: int, items: Collection[int]) -> None:
        """Puts items into a group, whatever group they were in."""
        rows = ((item, name) for item in items)
        self._sql.executemany(f"INSERT OR REPLACE INTO {self._member} VALUES (?, ?)", rows)

    def set_alone(self, items: Iterable[int]) -> None:
        """Takes items out of their groups."""
        self._sql.executemany(f"DELETE FROM {self._member} WHERE item = ?", ((item,) for item in items))

    def has_links(self) -> bool:
        """Whether there is any link."""
        return self._sql.execute(f"SELECT 1 FROM {self._link} LIMIT 1").fetchone() is not None

    def link(self, links: Iterable[tuple[int, int]]) -> None:
        """Adds `(key, item)` links."""
        self._sql.executemany(f"INSERT OR IGNORE INTO {self._link} VALUES (?, ?)", links)

    def unlink(self, links: Iterable[tuple[int, int]]) -> None:
        """Takes `(key, item)` links away."""
        self._sql.executemany(f"DELETE FROM {self._link} WHERE key = ? AND item = ?", links)

    def holders(self, key: int) -> Iterator[int]:
        """The items under a key, by number, as far as they are drawn."""
        return (item for (item,) in self._sql.execute(f"SELECT item FROM {self._link} WHERE key = ?", (key,)))


def key_number(key: str) -> int:
    """A key as the links have it."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=_BYTES).digest(), "big", signed=True)
