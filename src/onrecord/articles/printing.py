"""The address that a page prints as its own, as print views and browsers do."""

from __future__ import annotations

import re
from collections.abc import Sequence

from onrecord.articles.kinds import PROSE, Line
from onrecord.language.addresses import LONGEST

TOP, FOOT = 3, 8
"""Lines at the top and at the foot of a page in which it prints its own address."""
NAMED = 120
"""Characters of a line that may say where the page stands."""

_TOLD = re.compile(r"https?://[^\s<>\"'()]{4,1000}|\bwww\.[\w-]{1,63}\.[\w.-]{2,100}(?:/[^\s<>\"'()]{0,1000})?")
_SAYS = re.compile(
    r"\b(?:print(?:ed)?|from|find|found|read|appeared|article|story|page|original|source|permalink|url|link|address)\b",
    re.I,
)


def printed(lines: Sequence[Line]) -> str | None:
    """The address that a page itself prints as its own, at its top or foot: on a line of its own, or after words that
    say so; None where it prints none or several."""
    near = [*lines[:TOP], *lines[max(TOP, len(lines) - FOOT) :]]
    found = {address.rstrip(".,;") for line in near if _may_print(line) and (address := _printed(line.block.text))}
    return found.pop() if len(found) == 1 else None


def _may_print(line: Line) -> bool:
    """Whether a line can be one that prints an address: no prose, but for words that end in the address itself."""
    found = _TOLD.findall(line.block.text) if line.kind == PROSE else []
    return line.kind != PROSE or (len(found) == 1 and line.block.text.rstrip().endswith(found[0]))


def _printed(text: str) -> str | None:
    told = _TOLD.findall(text) if len(text) <= NAMED + LONGEST else []
    if len(told) != 1:
        return None
    beside = text.replace(told[0], " ", 1)
    own = not any(c.isalpha() for c in beside) or (len(beside) <= NAMED and _SAYS.search(beside) is not None)
    return (told[0] if "://" in told[0] else f"https://{told[0]}") if own else None


def names_page(address: str | None) -> bool:
    """Whether an address tells a page and not only a site."""
    return address is not None and bool(address.split("://", 1)[-1].strip("/").partition("/")[2])
