"""Where in a text an expression of time may begin, and what kinds of words stand there: one look at each word.

The heavy patterns of `grammar` are tried at these places only, and of them only those whose needed words stand near."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from onrecord.words import table

REACH = 12
"""Words within which an expression holds all the classes of words that its form needs."""

SMALL = 6
"""Small words that may stand between the beginning of an expression and its first word that tells time."""

YEAR = 4
"""Characters of the shortest word in figures that can be or hold a year: "2024", "1990s"."""

_WORD = re.compile(r"[^\W_]+")
_EVENT = re.compile(r"[a-z]+s?")


@cache
def bits() -> Mapping[str, int]:
    """A bit for every class of words that a form may need."""
    named = ("digit", "year", "month", "weekday", "season", "holiday", "event", *table("time_forms")["classes"])
    return {name: 1 << number for number, name in enumerate(named)}


@cache
def _classes() -> Mapping[str, int]:
    """The classes of each word, in small letters."""
    words, forms, bit = table("times"), table("time_forms"), bits()
    out: dict[str, int] = {}
    listed = {"month": words["months"], "weekday": words["weekdays"], "season": words["seasons"], **forms["classes"]}
    listed["holiday"] = [first.split()[0].rstrip(".") for name in ("holidays", "movable") for first in words[name]]
    listed["event"] = _EVENT.findall(forms["parts"]["EVENT"].replace("s?", " ").replace("?:", " "))
    listed["event"] += [f"{word}s" for word in listed["event"]]
    listed["unit"] = [*listed["unit"], *words["units"], *(f"{unit}s" for unit in words["units"])]
    for name, members in listed.items():
        for word in members:
            low = word.lower()
            out[low] = out.get(low, 0) | bit[name]
    return out


@cache
def _marks() -> Mapping[str, tuple[bool, bool, int]]:
    """Words that matter, as they may be written: whether each tells time, whether it is a small one that may stand
    before such a word, and its classes. Months and weekdays have a capital letter."""
    gates, words, classes = table("time_forms")["gate"], table("times"), _classes()
    capitals = {word.lower() for word in (*words["months"], *words["weekdays"])}
    core = {*gates["core"], *words["units"], *(part for word in words["numbers"] for part in word.split())}
    core = {*core, *words["seasons"], *words["ordinals"], *classes} - {"a", "an"}
    small = set(gates["small"])
    out = {}
    for word in sorted(core | small):
        written = (word.title(), word.upper(), *(() if word in capitals else (word,)))
        out.update(dict.fromkeys(written, (word in core, word in small, classes.get(word, 0))))
    return out


def places(text: str) -> Iterator[tuple[int, int]]:
    """`(offset, classes)` of every word at which an expression may begin, in order: a word that tells time stands there
    or behind a few small ones. `classes` are the bits of the words from there on, within `REACH`."""
    seen = list(_seen(text))
    opens = _opening(seen)
    for at, (number, start, _, _, near) in enumerate(seen):
        if opens[at]:
            for later in seen[at + 1 : at + REACH]:
                near |= later[4] if later[0] < number + REACH else 0
            yield start, near


def _seen(text: str) -> Iterator[tuple[int, int, bool, bool, int]]:
    """The words that matter: number among all words, offset, whether it tells time, whether it is small, classes."""
    known, digit, year = _marks().get, bits()["digit"] | bits()["clock"], bits()["year"]
    for number, found in enumerate(_WORD.finditer(text)):
        word = found.group()
        mark = known(word)
        if word[0].isdigit():
            figures = digit | year if len(word) >= YEAR else digit
            yield number, found.start(), True, False, figures | (mark[2] if mark else 0)
        elif mark:
            yield number, found.start(), *mark


def _opening(seen: Sequence[tuple[int, int, bool, bool, int]]) -> list[bool]:
    """For each such word whether it tells time or leads, over small words alone, to one that does."""
    out, behind, last = [False] * len(seen), SMALL + 1, -1
    for at in range(len(seen) - 1, -1, -1):
        number, _, tells, small, _ = seen[at]
        behind = 0 if tells else behind + 1 if small and last == number + 1 else SMALL + 1
        out[at], last = behind <= SMALL, number
    return out
