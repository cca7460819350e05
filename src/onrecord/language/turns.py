"""Turns of an interview or a transcript: lines that open with who speaks ("MARSH: No.", "Q: When did you know?")."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.words import phrases, table

LEAST_TURNS, LEAST_SHARE = 4, 0.3
"""A text is a talk from so many turns on, which are this share of its lines. Set on invented talks."""
SPOKEN = 0.4
"""Share of the turns that speak of "I" and "you" or ask. Of 2,000 real articles nine pass the other rules; the three
that fail this one are lists of where two sides stand ("Bill: Would cut taxes"), the six that pass are talks."""
TWICE = 2
"""Speakers who take so many turns; one who speaks once is believed beside two who do."""

_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w-]{1,24}")
"""A capitalised word behind another word: the beginning of a line or sentence capitalises any."""
_WORD = re.compile(r"[^\W\d_]+")
_PERSONS = frozenset(phrases("shapes", "turns", "persons"))
_LABEL = re.compile(
    r"([A-Z][\w.'’-]{0,24}(?: [A-Z][\w.'’-]{0,24}){0,4})(?:, [A-Z][A-Za-z ]{1,40}| \([^()]{1,40}\))?\s?:\s+(?=\S)"
)


class Turn(NamedTuple):
    """One turn: the number of its line, its label, where its words begin (characters of the line). `role` is "asks" or
    "answers" where the label is no name, else ""."""

    line: int
    label: str
    begin: int
    role: str


def turns(lines: Sequence[str]) -> list[Turn]:
    """The turns of a text given as its lines, in order; nothing where the text is no talk."""
    found = [turn for number, line in enumerate(lines) if (turn := _turn(number, line)) is not None]
    if len(found) < max(LEAST_TURNS, LEAST_SHARE * len(lines)):
        return []
    counts = Counter(_key(turn.label) for turn in found)
    takers = {key for key, count in counts.items() if count >= TWICE}
    if len(takers) < 2 or not _are_speakers(takers, found, lines):
        return []
    if sum(_is_spoken(lines[turn.line][turn.begin :]) for turn in found) < SPOKEN * len(found):
        return []
    return [turn for turn in found if _key(turn.label) in takers or turn.role or " " in turn.label]


def _is_spoken(words: str) -> bool:
    return "?" in words or not _PERSONS.isdisjoint(_WORD.findall(words.lower()))


def _turn(number: int, line: str) -> Turn | None:
    match = _LABEL.match(line)
    return None if match is None else Turn(number, match[1], match.end(), _role(match[1]))


def _role(label: str) -> str:
    roles = (("asks", "asking"), ("answers", "answering"))
    return next((role for role, key in roles if label.lower() in table("shapes")["turns"][key]), "")


def speakers(found: Sequence[Turn]) -> list[str]:
    """Whose turns these are, by the first label of each, in the order in which they first speak."""
    firsts: dict[str, str] = {}
    for turn in found:
        firsts.setdefault(_key(turn.label), turn.label)
    return list(firsts.values())


def _key(label: str) -> str:
    """What a speaker's labels share: the surname, whatever its case ("IDA MARSH", "Marsh")."""
    return label.rsplit(" ", 1)[-1].lower()


def _are_speakers(takers: set[str], found: Sequence[Turn], lines: Sequence[str]) -> bool:
    """Whether labels are people's or roles: all of them roles, or one of them a name that stands in the text too."""
    roles = {_key(turn.label) for turn in found if turn.role}
    if takers <= roles:
        return True
    begins = {turn.line: turn.begin for turn in found}
    told = {word for number, line in enumerate(lines) for word in _NAME.findall(line, begins.get(number, 0))}
    whole = {_key(turn.label) for turn in found if " " in turn.label}
    return any(key.capitalize() in told or key.upper() in told for key in takers - roles) or takers - roles <= whole
