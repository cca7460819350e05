"""The signature of a social media post that a page has embedded: "— Ida Marsh (@idamarsh) May 7, 2024"."""

from __future__ import annotations

import re

SIGNATURE = re.compile(
    r"(?<!\S)[—–-] ?(?P<name>[^()\n]{1,60}?) \((?P<handle>@[\w.-]{1,60})\)(?P<when>(?: [^\n]{0,40})?)$"
)
"""At the end of a line: the account's name, its handle, and what stands behind it (the day of the post)."""
LOOKED_AT = 180
"""Characters at the end of a line that hold a signature."""


def signature(line: str) -> re.Match[str] | None:
    """The signature that a line ends with, its groups `name`, `handle` and `when`; places are the line's."""
    if "(@" not in line:
        return None
    return SIGNATURE.search(line, max(0, len(line) - LOOKED_AT))
