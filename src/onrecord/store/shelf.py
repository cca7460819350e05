"""The shelf: one result a stage and group, with the key it was made under and a hash of what it holds."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import zlib
from collections.abc import Iterator
from typing import NamedTuple

GROUPS = 40
"""Bits of a group's number in a result's row number, its stage's above: so the results of a stage lie together, and a
pass over them writes at one end."""


class Label(NamedTuple):
    """What stands on a result: the key it was made under, a hash of what it holds, the articles it cut, and what went
    wrong ("" where nothing did)."""

    key: str
    state: str
    articles: tuple[str, ...]
    fault: str


class Shelf:
    """The results of the stages. Groups are named by the number of one of their members."""

    def __init__(self, sql: sqlite3.Connection) -> None:
        self._sql = sql
        self._stages: dict[str, int] = {}

    def keep(self, stage: str, group: int, label: Label, data: bytes) -> None:
        """Puts a result on the shelf, in place of the group's last one; `label.state` is of `data`."""
        cut = json.dumps(label.articles) if label.articles else ""
        self._sql.execute(
            "INSERT OR REPLACE INTO shelf VALUES (?, ?, ?, ?, ?, ?)",
            (self._at(stage, group), bytes.fromhex(label.key), bytes.fromhex(label.state), cut, label.fault,
             zlib.compress(data, 6)),
        )  # fmt: skip

    def label(self, stage: str, group: int) -> Label | None:
        """The label of a result, None where there is no such result."""
        found = self._sql.execute(
            "SELECT key, state, articles, fault FROM shelf WHERE at = ?", (self._at(stage, group),)
        ).fetchone()
        return found and Label(found[0].hex(), found[1].hex(), tuple(json.loads(found[2] or "[]")), found[3])

    def state(self, stage: str, group: int) -> str:
        """The state of a result, nothing where there is none."""
        found = self._sql.execute("SELECT state FROM shelf WHERE at = ?", (self._at(stage, group),)).fetchone()
        return found[0].hex() if found else ""

    def kept(self, stage: str, group: int) -> bytes | None:
        """A result that is on the shelf, encoded."""
        found = self._sql.execute("SELECT data FROM shelf WHERE at = ?", (self._at(stage, group),)).fetchone()
        return zlib.decompress(found[0]) if found else None

    def results(self, stage: str) -> Iterator[bytes]:
        """All results of a stage, encoded, in the order in which their groups came."""
        first = self._at(stage, 0)
        found = self._sql.execute(
            "SELECT data FROM shelf WHERE at >= ? AND at < ? ORDER BY at", (first, first + (1 << GROUPS))
        )
        return (zlib.decompress(data) for (data,) in found)

    def drop(self, stage: str, group: int) -> None:
        """Throws a result away."""
        self._sql.execute("DELETE FROM shelf WHERE at = ?", (self._at(stage, group),))

    def faults(self) -> Iterator[tuple[str, int, str]]:
        """`(stage, group, what went wrong)` of the results that a fault left empty."""
        names = dict(self._sql.execute("SELECT number, name FROM stage").fetchall())
        found = self._sql.execute("SELECT at, fault FROM shelf INDEXED BY shelf_fault WHERE fault <> ''").fetchall()
        return ((names[at >> GROUPS], at & ((1 << GROUPS) - 1), fault) for at, fault in sorted(found))

    def version(self, stage: str) -> str | None:
        """The version of a stage that the shelf was filled by, None for a stage it has not seen."""
        found = self._sql.execute("SELECT version FROM stage WHERE name = ?", (stage,)).fetchone()
        return str(found[0]) if found and found[0] is not None else None

    def set_version(self, stage: str, version: str) -> None:
        """Writes down by which version a stage's results were made."""
        self._sql.execute("UPDATE stage SET version = ? WHERE number = ?", (version, self._number(stage)))

    def _at(self, stage: str, group: int) -> int:
        return (self._number(stage) << GROUPS) + group

    def _number(self, stage: str) -> int:
        if stage not in self._stages:
            found = self._sql.execute("SELECT number FROM stage WHERE name = ?", (stage,)).fetchone()
            made = (
                found or self._sql.execute("INSERT INTO stage (name) VALUES (?) RETURNING number", (stage,)).fetchone()
            )
            self._stages[stage] = made[0]
        return self._stages[stage]


def state_of(data: bytes) -> str:
    """A hash of what a result holds."""
    return hashlib.blake2b(data, digest_size=16).hexdigest()
