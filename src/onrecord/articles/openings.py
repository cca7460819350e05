"""Many regular expressions that must match where a text begins, found by its first character.

Of some hundred expressions a handful can begin with a given character; which ones is told by reading them as far as
that is plain, and an expression that is not plain is tried on every text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

DIGIT = "0"
"""Stands for any figure."""
_OPTIONAL = ("?", "*", "{")


class Openings:
    """Whether any of some expressions matches a text's beginning, or with `whole` all of it."""

    def __init__(self, entries: Iterable[str], whole: bool = False) -> None:
        self._whole = whole
        self._entries = [(first_characters(entry), entry) for entry in entries]
        self._known = frozenset(character for firsts, _ in self._entries for character in firsts or ())
        self._compiled = cache(self._compile)

    def match(self, text: str) -> bool:
        """Whether one of them matches."""
        character = DIGIT if text[:1].isdigit() else text[:1]
        pattern = self._compiled(character if character in self._known else "")
        if pattern is None:
            return False
        return bool(pattern.fullmatch(text) if self._whole else pattern.match(text))

    def _compile(self, character: str) -> re.Pattern[str] | None:
        fitting = [entry for firsts, entry in self._entries if firsts is None or character in firsts]
        return re.compile("|".join(f"(?:{entry})" for entry in fitting)) if fitting else None


def first_characters(entry: str) -> frozenset[str] | None:
    """The characters that a match of a regular expression can begin with; None where that is not plain."""
    parts = _alternatives(entry)
    if len(parts) > 1:
        return _united(first_characters(part) for part in parts)
    if entry.startswith("\\b"):
        return first_characters(entry[2:])
    if entry.startswith("(?:"):
        end = _closing(entry)
        return None if entry[end + 1 : end + 2] in _OPTIONAL else first_characters(entry[3:end])
    if entry.startswith("\\d"):
        return None if entry[2:3] in _OPTIONAL else frozenset(DIGIT)
    plain = entry[:1] not in ("", "\\", "(", "[", ".", "^", "$") and entry[1:2] not in _OPTIONAL
    return frozenset(DIGIT if entry[0].isdigit() else entry[0]) if plain else None


def _united(parts: Iterable[frozenset[str] | None]) -> frozenset[str] | None:
    found: set[str] = set()
    for part in parts:
        if part is None:
            return None
        found |= part
    return frozenset(found)


def _alternatives(entry: str) -> list[str]:
    """The parts of an expression between the bars outside its brackets."""
    depth, start, parts = 0, 0, []
    for place, character in _unescaped(entry):
        depth += (character in "([") - (character in ")]")
        if character == "|" and depth == 0:
            parts.append(entry[start:place])
            start = place + 1
    return [*parts, entry[start:]]


def _closing(entry: str) -> int:
    """Where the bracket that an expression begins with closes."""
    depth = 0
    for place, character in _unescaped(entry):
        depth += (character == "(") - (character == ")")
        if depth == 0:
            return place
    raise ValueError(f"a bracket is never closed: {entry}")


def _unescaped(entry: str) -> Iterable[tuple[int, str]]:
    place = 0
    while place < len(entry):
        if entry[place] == "\\":
            place += 2
            continue
        yield place, entry[place]
        place += 1
