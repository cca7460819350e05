"""Everything that can be wrong with a call, as one tree. Each message says the rule, the value and the remedy.

OnrecordError
├── CallError            the call was wrong: exit code 2
│   ├── NoSuchRow        an id that is not in the record
│   ├── NoSuchRecord     no record file where one is needed
│   └── NoSuchReader     a reader that is not there, or lacks what it needs
├── RecordError          a record file that cannot be used, left untouched: exit code 2
│   ├── NotARecord       a file of another kind
│   ├── NewerRecord      written by a newer version of onrecord
│   ├── RecordBusy       another process is writing to it
│   └── NoRoom           the disk is full
├── ReaderError          a reader gave no answer, or one that cannot stand
└── NothingRead          no page could be read: exit code 3
"""

from __future__ import annotations


class OnrecordError(Exception):
    """The root: `str()` of it is a sentence for a person."""


class CallError(OnrecordError):
    """The call was wrong."""


class NoSuchRow(CallError):
    """An id (or name) that is not in the record."""


class NoSuchRecord(CallError):
    """No record file where one is needed."""


class NoSuchReader(CallError):
    """A reader that is not there, or lacks what it needs to read."""


class RecordError(OnrecordError):
    """A record file that cannot be used; it is left untouched."""


class NotARecord(RecordError):
    """A file that onrecord did not write."""


class NewerRecord(RecordError):
    """A record written by a newer version of onrecord."""


class RecordBusy(RecordError):
    """Another process is writing to the record."""


class NoRoom(RecordError):
    """The disk (or the file system's limit) left no room to write; the record is as it was before."""


class ReaderError(OnrecordError):
    """A reader gave no answer, or one that cannot stand: the article is kept, without a reading."""


class NothingRead(OnrecordError):
    """No page of those given could be read."""
