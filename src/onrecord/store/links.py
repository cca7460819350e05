"""The links by which the items of a scope find one another: `(key, item)`.

A key is sure or not. Two items that share a sure one belong together. What shares one that is not sure is compared;
and of those that are held by a crowd only the first few, by their ids, are compared with the others, so that the work
stays linear. What rows lose and find is noted first and settled at once: so a build of any size writes its links in
their order."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

Link = tuple[int, int]
"""`(key, item)`."""
CROWD = 40
"""Items that may share a key that is not sure and all be compared: 780 pairs at most."""
_BYTES = 6
"""Bytes of a key: SQLite keeps 48 bits in six. A chance meeting of two keys only has two items compared."""


class Crowd(NamedTuple):
    """A key that more than CROWD items hold: how many, and those of them that all others are compared with."""

    size: int
    firsts: tuple[int, ...]

    def uncompared(self) -> int:
        """Pairs of its items that are not compared under it."""
        rest = self.size - len(self.firsts)
        return rest * (rest - 1) // 2


class Links:
    """The links of one scope, items by number."""

    def __init__(self, sql: sqlite3.Connection, scope: str) -> None:
        assert scope.isidentifier()
        self._sql = sql
        self._link, self._crowd = f"link_{scope}", f"crowd_{scope}"
        self._noted, self._moved, self._asked = f"temp.noted_{scope}", f"temp.moved_{scope}", f"temp.asked_{scope}"
        pair = "(key INTEGER, item INTEGER, PRIMARY KEY (key, item)) WITHOUT ROWID"
        sql.execute(f"CREATE TABLE IF NOT EXISTS {self._link} {pair}")
        sql.execute(
            f"CREATE TABLE IF NOT EXISTS {self._crowd} (key INTEGER PRIMARY KEY, size INTEGER NOT NULL, firsts TEXT)"
        )
        sql.execute(f"CREATE TABLE IF NOT EXISTS {self._noted} (key INTEGER, item INTEGER, sign INTEGER)")
        sql.execute(
            f"CREATE TABLE IF NOT EXISTS {self._moved} "
            "(key INTEGER, item INTEGER, sign INTEGER, PRIMARY KEY (key, item)) WITHOUT ROWID"
        )
        sql.execute(f"CREATE TABLE IF NOT EXISTS {self._asked} {pair}")

    # ------------------------------------------------------------------------------------------------- what changes

    def note(self, links: Iterable[Link], sign: int) -> None:
        """Links that rows lost (-1) or found (1); what counts is the sum: a row that is written anew with the same key
        changes nothing."""
        rows = ((key, item, sign) for key, item in links)
        self._sql.executemany(f"INSERT INTO {self._noted} VALUES (?, ?, ?)", rows)

    def settle(self) -> bool:
        """Writes what was noted. Returns whether there was no link before; else `added` and `removed` tell what became
        of the links."""
        first = not self._any(self._link) and not self._any(f"{self._noted} WHERE sign < 0")
        for table in (self._moved, self._asked):
            self._sql.execute(f"DELETE FROM {table}")
        if first:
            source = f"{self._noted} ORDER BY key, item"
        else:
            self._sql.execute(
                f"INSERT INTO {self._moved} SELECT key, item, sum(sign) FROM {self._noted} GROUP BY key, item "
                "HAVING sum(sign) <> 0"
            )
            gone = f"SELECT key, item FROM {self._moved} WHERE sign < 0"
            self._sql.execute(f"DELETE FROM {self._link} WHERE (key, item) IN ({gone})")
            source = f"{self._moved} WHERE sign > 0 ORDER BY key, item"
        self._sql.execute(f"INSERT OR IGNORE INTO {self._link} SELECT key, item FROM {source}")
        self._sql.execute(f"DELETE FROM {self._noted}")
        return first

    def added(self) -> Iterator[Link]:
        """The links that are there since they were settled, by key."""
        return iter(self._sql.execute(f"SELECT key, item FROM {self._moved} WHERE sign > 0 ORDER BY key, item"))

    def removed(self) -> Iterator[Link]:
        """The links that are no more since they were settled, by key."""
        return iter(self._sql.execute(f"SELECT key, item FROM {self._moved} WHERE sign < 0 ORDER BY key, item"))

    def moved(self, key: int) -> tuple[set[int], set[int]]:
        """The items that came to a key, and those that it lost."""
        found = self._sql.execute(f"SELECT item, sign FROM {self._moved} WHERE key = ?", (key,)).fetchall()
        return {item for item, sign in found if sign > 0}, {item for item, sign in found if sign < 0}

    # ---------------------------------------------------------------------------------------------- who holds a key

    def holders(self, key: int) -> Iterator[int]:
        """The items under a key, by number, as far as they are drawn."""
        return (item for (item,) in self._sql.execute(f"SELECT item FROM {self._link} WHERE key = ?", (key,)))

    def shared(self) -> Iterator[tuple[int, list[int]]]:
        """Every key that two items and more hold, with its items."""
        found = self._sql.execute(
            f"SELECT key, group_concat(item) FROM {self._link} GROUP BY key HAVING count(*) > 1 ORDER BY key"
        )
        return ((key, list(map(int, items.split(",")))) for key, items in found)

    def ask(self, links: Iterable[Link]) -> None:
        """Adds to the links that are asked about."""
        self._sql.executemany(f"INSERT OR IGNORE INTO {self._asked} VALUES (?, ?)", links)

    def wanted(self) -> Iterator[tuple[int, list[int], Iterator[int]]]:
        """The keys that were asked about and those of added links, each with the items it is wanted for and all that
        hold it, where they are two and more."""
        self._sql.execute(f"INSERT OR IGNORE INTO {self._asked} SELECT key, item FROM {self._moved} WHERE sign > 0")
        two = f"(SELECT count(*) FROM (SELECT 1 FROM {self._link} AS l WHERE l.key = k.key LIMIT 2)) = 2"
        found = self._sql.execute(
            f"SELECT key, group_concat(item) FROM {self._asked} AS k WHERE {two} GROUP BY key ORDER BY key"
        )
        yield from ((key, list(map(int, items.split(","))), self.holders(key)) for key, items in found)

    # --------------------------------------------------------------------------------------------------------- crowds

    def crowding(self, first: bool) -> list[int]:
        """The keys, not sure, that crowds hold or held before: all of them, or those whose links were settled last."""
        if first:
            asked = f"SELECT key FROM {self._link} GROUP BY key HAVING count(*) > {CROWD}"
        else:
            many = f"SELECT count(*) FROM (SELECT 1 FROM {self._link} AS l WHERE l.key = k.key LIMIT {CROWD + 1})"
            asked = (
                f"SELECT key FROM (SELECT DISTINCT key FROM {self._moved}) AS k "
                f"WHERE key IN (SELECT key FROM {self._crowd}) OR ({many}) > {CROWD}"
            )
        return [key for (key,) in self._sql.execute(asked).fetchall() if not is_sure(key)]

    def crowded(self) -> set[int]:
        """The keys that crowds hold."""
        return {key for (key,) in self._sql.execute(f"SELECT key FROM {self._crowd}")}

    def crowd(self, key: int) -> Crowd | None:
        """The crowd that holds a key, None where so few do that all are compared."""
        found = self._sql.execute(f"SELECT size, firsts FROM {self._crowd} WHERE key = ?", (key,)).fetchone()
        return Crowd(found[0], tuple(json.loads(found[1]))) if found else None

    def crowds(self) -> Iterator[Crowd]:
        """All crowds."""
        found = self._sql.execute(f"SELECT size, firsts FROM {self._crowd}")
        return (Crowd(size, tuple(json.loads(firsts))) for size, firsts in found)

    def set_crowd(self, key: int, crowd: Crowd | None) -> None:
        """Writes down the crowd that holds a key, or that none does."""
        if crowd is None:
            self._sql.execute(f"DELETE FROM {self._crowd} WHERE key = ?", (key,))
        else:
            row = (key, crowd.size, json.dumps(crowd.firsts))
            self._sql.execute(f"INSERT OR REPLACE INTO {self._crowd} VALUES (?, ?, ?)", row)

    def _any(self, table: str) -> bool:
        return self._sql.execute(f"SELECT 1 FROM {table} LIMIT 1").fetchone() is not None


def key_number(key: str, *, sure: bool) -> int:
    """A key as the links have it: the last bit tells whether it is sure."""
    number = int.from_bytes(hashlib.blake2b(key.encode(), digest_size=_BYTES).digest(), "big", signed=True)
    return number | 1 if sure else number & ~1


def is_sure(key: int) -> bool:
    """Whether all that hold a key belong together."""
    return bool(key & 1)
