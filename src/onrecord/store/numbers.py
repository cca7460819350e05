"""Ids by short numbers, for the inner tables: given in the order of coming, never shown and never exported."""

from __future__ import annotations

import sqlite3


class Numbers:
    """The numbers of pages and articles."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql
        self._known: dict[str, int] = {}
        self._ids: dict[int, str] = {}

    def of(self, id_: str) -> int:
        """The number of an id, a new one where it has none."""
        if id_ not in self._known:
            self._sql.execute("INSERT OR IGNORE INTO number (id) VALUES (?)", (id_,))
            found = self._sql.execute("SELECT number FROM number WHERE id = ?", (id_,)).fetchone()
            self._known[id_] = int(found[0])
        return self._known[id_]

    def id(self, number: int) -> str:
        """The id that has a number."""
        if number not in self._ids:
            self._ids[number] = self._sql.execute("SELECT id FROM number WHERE number = ?", (number,)).fetchone()[0]
        return self._ids[number]
