"""onrecord puts a news story on the record.

record = onrecord.build(["pages/"], "record.db")
for s in record.statements(speaker="Name", about="Other Name"):
    print(s.said, s.act, s.text, record.why(s))
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from onrecord import readers
from onrecord.errors import OnrecordError
from onrecord.readings import Reader
from onrecord.record import Record

__all__ = ["OnrecordError", "Reader", "Record", "build", "open"]


def build(
    pages: Sequence[str | Path], path: str | Path, *, root: str | Path | None = None, captured: str | None = None,
    reader: Reader | str = readers.DEFAULT,
) -> Record:  # fmt: skip
    """Reads pages (files, folders, globs) into the record at `path`, in place of what it held; corrections stay.
    `reader` is who reads them: "rules", "both", "llm", "module:attribute", or an object that is a Reader. Raises
    NothingRead where there is no page, NoSuchReader where there is no such reader, RecordError where `path` holds
    something else; the file is as before then."""
    record = Record.create(path, reader=reader)
    record.add([str(page) for page in pages], root=Path(root) if root else None, captured=captured, replace=True)
    return record


def open(path: str | Path, *, reader: Reader | str | None = None) -> Record:
    """An existing record, to be read on with the reader it was read with or with another. Raises NoSuchRecord,
    NotARecord, NewerRecord or NoSuchReader."""
    return Record.open(path, reader=reader)
