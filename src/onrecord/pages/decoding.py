"""Bytes -> text: byte order mark, then the charset the page declares, then UTF-8, then Windows-1252.

The order is the WHATWG encoding standard's, with two departures that saved pages ask for: bytes that are valid UTF-8
are read so whatever single-byte charset is declared, and single bad bytes inside UTF-8 are read as Windows-1252.
"""

from __future__ import annotations

import codecs
import re

from onrecord.pages.sniffing import SNIFFED, utf16_without_mark

MARKS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_DECLARED = re.compile(rb"<(?:meta|\?xml)\b[^>]{0,400}?(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.I)
_PARAMETER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,40})", re.I)
_ASCII = bytes(range(128))
_MANY_BYTES = re.compile(r"^(?:gb|big5|hz|iso2022|iso-2022|shift|sjis|cp93|cp949|cp950|euc|johab)", re.I)
_REST = "onrecord-windows-1252"
_NO_CHARSETS = ("idna", "punycode", "undefined", "unicode-escape", "unicode_escape", "raw-unicode-escape",
                "raw_unicode_escape", "utf-7", "mbcs", "oem")  # fmt: skip
"""What Python decodes and no page is written in; some fail on bad bytes whatever they are told."""


def decode(data: bytes, media_type: str | None) -> str:
    """The text of a page. `media_type` may carry a charset. Never fails: what no rule reads becomes U+FFFD."""
    return _raw(data, media_type).replace("\x00", "\ufffd")


def _raw(data: bytes, media_type: str | None) -> str:
    for mark, name in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    unmarked = utf16_without_mark(data)
    if unmarked is not None:
        return data.decode(unmarked, "replace")
    declared = declared_charset(data, media_type)
    if declared is not None and _MANY_BYTES.match(declared):
        return data.decode(declared, "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _not_utf8(data, declared)


def _not_utf8(data: bytes, declared: str | None) -> str:
    if declared is not None and not _is_western(declared) and declared != "utf-8":
        return data.decode(declared, "replace")
    sound = _sound_bytes(data)
    strays = len(data.translate(None, _ASCII)) - sound
    return data.decode("utf-8", _REST) if sound > strays else windows_1252(data)


def _sound_bytes(data: bytes) -> int:
    """Bytes above ASCII that stand in whole UTF-8 sequences."""
    letters = data.decode("utf-8", "ignore")
    return len(letters.encode("utf-8")) - len(letters.encode("ascii", "ignore"))


def declared_charset(data: bytes, media_type: str | None) -> str | None:
    """The charset the giver or the page declares, by Python's name; None where none is declared or known."""
    given = _PARAMETER.search(media_type or "")
    inside = _DECLARED.search(data, 0, SNIFFED)
    told = _charset(given[1]) if given else None
    if told is not None or not inside:
        return told
    told = _charset(inside[1].decode("ascii", "replace"))
    # a declaration that is read as ASCII cannot stand in UTF-16 or UTF-32 (WHATWG encoding sniffing, step 4)
    return None if told is not None and told.startswith(("utf-16", "utf-32")) else told


def _charset(name: str) -> str | None:
    try:
        found = codecs.lookup(name).name
        b"a".decode(found, "replace")  # raises LookupError for codecs of bytes to bytes, such as hex
    except (LookupError, ValueError):
        return None
    return None if found in _NO_CHARSETS else found


def windows_1252(data: bytes) -> str:
    """Windows-1252 as browsers read it: its five unassigned bytes are the control characters of the same number."""
    return data.decode("cp1252", _REST)


def _is_western(name: str) -> bool:
    return name in ("cp1252", "iso8859-1", "latin-1", "ascii")


def _one_byte(fault: UnicodeError) -> tuple[str, int]:
    if not isinstance(fault, UnicodeDecodeError):
        raise fault
    byte = fault.object[fault.start : fault.start + 1]
    return byte.decode("cp1252", "ignore") or chr(byte[0]), fault.start + 1


codecs.register_error(_REST, _one_byte)
