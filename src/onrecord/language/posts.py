"""The signature of a social media post that a page has embedded: "— Ida Marsh (@idamarsh) May 7, 2024", "A post shared
by Ida Marsh (@idamarsh)", "Posted by Ida Marsh on Tuesday, May 7, 2024"."""

from __future__ import annotations

import re
from typing import NamedTuple

SIGNATURE = re.compile(
    r"(?<!\S)(?:[—–-] ?|Post by )(?P<name>[^()\n]{1,60}?) \((?P<handle>@[\w.@-]{1,60})\)(?P<when>(?: [^\n]{0,40})?)$"
)
"""At the end of a line: the account's name, its handle, and what stands behind it (the day of the post)."""
SHARED = re.compile(
    r"(?<=[^\s—–-] )(?:(?P<handle>A (?:post|video|reel|photo) shared by) (?P<name>[^()\n]{1,60}?) \(@[\w.]{1,60}\)"
    r"(?P<when>(?: on [^\n]{0,60})?)"
    r"|(?P<poster>Posted by) (?P<named>[^()\n]{1,60}?) on (?P<day>[^\n]{0,20}\d[^\n]{0,20}))$"
)
"""The same where the house of the post writes a sentence behind the words, which always stand on its line."""
LOOKED_AT = 180
"""Characters at the end of a line that hold a signature."""


class Signature(NamedTuple):
    """Where on its line a signature begins, the account's name, and its handle or what stands for one."""

    start: int
    name: tuple[int, int]
    handle: tuple[int, int]


def signature(line: str) -> Signature | None:
    """The signature that a line ends with; places are the line's."""
    tail = max(0, len(line) - LOOKED_AT)
    if "(@" in line and (found := SIGNATURE.search(line, tail)) is not None:
        return Signature(found.start(), found.span("name"), found.span("handle"))
    if "ed by " not in line or (found := SHARED.search(line, tail)) is None:
        return None
    shared = "name" if found["name"] else "named"
    return Signature(found.start(), found.span(shared), found.span("handle" if found["handle"] else "poster"))
