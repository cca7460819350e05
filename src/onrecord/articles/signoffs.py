"""What clings to the end of a body: an agency's sign-off, editorial credits, a plug in the last sentence of a card."""

from __future__ import annotations

import re
from functools import cache

from onrecord.articles.furniture import furniture
from onrecord.words import phrases, table

TAIL = 500
"""Characters at the end of a line in which furniture is looked for."""

_ENDING = re.compile(
    r"(?<=[.!?”’\"'»)])\s+(?:[-–—]+\s*)?\(?([A-Z][A-Za-z0-9&./-]*(?: [A-Z0-9][A-Za-z0-9&./-]*){0,3})\)?\.?$"
)
_CAPITALS = re.compile(r"(?:[A-Z][A-Z&./-]+ ){1,3}(?=[A-Z])")
_SENTENCE = re.compile(r"[.!?][”’\"')\]]*\s+(?=[A-Z“‘\"'(•©])")


def sign_off(text: str) -> tuple[int, str] | None:
    """Where an agency's sign-off begins at the end of a body ("... he said. AFP") and its words, or None.

    A sign-off stands after a finished sentence and is a known agency or wholly in capitals."""
    match = _ENDING.search(text, max(0, len(text) - 80))
    if match is None:
        return None
    words = match[1].rstrip(".")
    if words.upper() in phrases("agencies", "endings_list") or (not words.isupper() and agency_name(words) is None):
        return None
    return match.start(), words


def furniture_tail(text: str) -> tuple[int, str] | None:
    """Where the last sentence (or the last few, each of them) of a line is furniture, and the reason of the first of
    them; None where the line ends in body. A sign-off before it stays with the body."""
    found: tuple[int, str] | None = None
    stop = len(text)
    for match in reversed(list(_SENTENCE.finditer(text, max(0, len(text) - TAIL)))):
        signed = _CAPITALS.match(text, match.end())
        start = signed.end() if signed is not None else match.end()
        reason = _tail_reason(text[start:stop])
        if reason is None and signed is not None:
            start, reason = match.end(), _tail_reason(text[match.end() : stop])
        if reason is None:
            break
        found, stop = (start, reason), start
    return found


def _tail_reason(sentence: str) -> str | None:
    reason = furniture(sentence)
    return None if reason in ("navigation", "related teaser") else reason


def agency_name(words: str) -> str | None:
    """The credit as it stands where it names an agency: a known one, or one whose name says what it is."""
    plain = words.strip(" .()-–—")
    if plain in known_forms() or (len(plain) > 4 and plain.lower() in _lower_forms()):
        return plain
    return plain if _marked().search(plain.lower()) else None


@cache
def known_forms() -> frozenset[str]:
    """Every form of every listed agency's name."""
    return frozenset(form for agency in table("agencies")["agency"] for form in agency["forms"])


@cache
def _lower_forms() -> frozenset[str]:
    return frozenset(form.lower() for form in known_forms())


@cache
def _marked() -> re.Pattern[str]:
    marks = "|".join(re.escape(mark) for mark in phrases("agencies", "marks"))
    return re.compile(rf"(?:{marks})$|\b(?:{marks})\b")
