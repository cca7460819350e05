"""onrecord puts a news story on the record.

record = onrecord.build(["pages/"], "record.db")
for s in record.statements(speaker="Name", about="Other Name"):
    print(s.said, s.act, s.text, record.why(s))
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from onrecord.errors import OnrecordError
from onrecord.record import Record

__all__ = ["OnrecordError", "Record", "build", "open"]


def build(
    pages: Sequence[str | Path], path: str | Path, *, root: str | Path | None = None, captured: str | None = None
) -> Record:
    """Reads pages (files, folders, globs) into the record at `path`, in place of what it held; corrections stay. Raises
    NothingRead where there is no page, RecordError where `path` holds something else; the file is as before then."""
    record = Record.create(path)
    record.add([str(page) for page in pages], root=Path(root) if root else None, captured=captured, replace=True)
    return record


def open(path: str | Path) -> Record:
    """An existing record. Raises NoSuchRecord, NotARecord or NewerRecord."""
    return Record.open(path)
