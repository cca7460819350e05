"""What a name's own form tells: its titles, its words without them, a gender, how it may be shortened."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from onrecord.language import naming as known

Gender = Literal["male", "female"]

_WORD = re.compile(r"(?:[A-Z]\.)+|[^\s,.]+\.?")
_LEGAL = frozenset(
    {
        "inc",
        "ltd",
        "llc",
        "plc",
        "corp",
        "co",
        "gmbh",
        "ag",
        "sa",
        "nv",
        "limited",
        "corporation",
        "incorporated",
        "company",
    }
)
_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "&", "de", "la"})


class Form(NamedTuple):
    """A name as it stands: `titles` and `core` in its own spelling, `key` the core in small letters, without a leading
    "the" and without an ending like "Inc"; `gender` where titles or a given name tell it."""

    titles: tuple[str, ...]
    core: tuple[str, ...]
    key: tuple[str, ...]
    gender: Gender | None


def parse(name: str, person: bool) -> Form:
    """The parts of a name. `person` says whether titles are looked for."""
    words = tuple(_WORD.findall(name))[:16]
    cut = _titled(words) if person else 0
    titles, core = words[:cut], words[cut:]
    key = tuple(word.lower().replace("’", "'") for word in core)
    if key[:1] == ("the",) and len(key) > 1:
        key = key[1:]
    endings = known.NAME_SUFFIXES if person else _LEGAL
    while len(key) > 1 and key[-1].rstrip(".") in endings:
        key = key[:-1]
    return Form(titles, core, key, _gender(titles, key) if person else None)


def _titled(words: tuple[str, ...]) -> int:
    for at in range(len(words) - 2, -1, -1):
        if words[at].lower().rstrip(".") in known.TITLES:
            return at + 1 + chief_of(tuple(word.lower() for word in words[at:]))
    return 0


def chief_of(words: tuple[str, ...]) -> int:
    """1 where the noun behind "chief" is of the office, as in "Chief Economist Orla Fenn"; 0 else. Small letters."""
    return int(len(words) > 2 and words[0] == "chief" and words[1] in known.ROLES)


def _gender(titles: tuple[str, ...], key: tuple[str, ...]) -> Gender | None:
    for title in titles:
        word = title.lower().rstrip(".")
        if word in known.MALE_TITLES or (word.endswith("man") and not word.endswith("woman")):
            return "male"
        if word in known.FEMALE_TITLES or word.endswith("woman"):
            return "female"
    if len(key) < 2:
        return None
    male, female = key[0] in known.MALE_NAMES, key[0] in known.FEMALE_NAMES
    return None if male == female else "male" if male else "female"


def given_matches(word: str, given: str) -> bool:
    """Whether somebody whose given name is `given` may be called `word`: the name, a usual short form, its
    beginning, or its initial. Both in small letters."""
    bare = word.rstrip(".")
    if bare == given or bare in known.SHORT_NAMES.get(given, ()) or given in known.SHORT_NAMES.get(bare, ()):
        return True
    if word.endswith(".") and len(bare) == 1:
        return given.startswith(bare)
    return len(bare) > 2 and given.startswith(bare) and len(given) > len(bare) + 1


def noun_of(key: tuple[str, ...]) -> str | None:
    """The noun of a body's name: "commission" of "Varle Ports Commission", "bank" of "Bank of Varle"; None for single
    words."""
    at = next((n for n, word in enumerate(key) if word in ("of", "for")), len(key))
    return key[at - 1] if at and len(key) > 1 else None


def acronym(key: tuple[str, ...]) -> str:
    """The first letters of a name's weighty words, in small letters; empty for a single word."""
    letters = [word[0] for word in key if word not in _SMALL]
    return "".join(letters) if len(letters) > 1 else ""
