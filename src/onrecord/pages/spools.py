"""Sources kept on disk until their turn: however many pages are fetched at once, memory holds one a worker."""

from __future__ import annotations

import tempfile
from threading import Lock
from typing import NamedTuple

import msgspec

from onrecord.nouns import Source


class Slot(NamedTuple):
    """Where a source lies in its spool, bytes."""

    at: int
    size: int


class Spool:
    """A file without a name, gone when nobody holds the spool. Threads may put and get at any time."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile()  # noqa: SIM115  closed when the spool is dropped
        self._lock = Lock()

    def put(self, source: Source) -> Slot:
        """Keeps a source."""
        data = msgspec.msgpack.encode(source)
        with self._lock:
            at = self._file.seek(0, 2)
            self._file.write(data)
        return Slot(at, len(data))

    def get(self, slot: Slot) -> Source:
        """The source that was kept there."""
        with self._lock:
            self._file.seek(slot.at)
            data = self._file.read(slot.size)
        return msgspec.msgpack.decode(data, type=Source)
