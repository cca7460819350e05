"""The groups of a scope, kept between weavings.

A group is named by the number of one of its members. An item without company has no row: it is a group of its own
name."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable


class Groups:
    """The groups of one scope, items by number."""

    def __init__(self, sql: sqlite3.Connection, scope: str) -> None:
        assert scope.isidentifier()
        self._sql = sql
        self._member = f"member_{scope}"
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
