"""Turns of an interview or a transcript: lines that open with who speaks ("MARSH: No.", "Q. When did you know?"), lines
under one that says who speaks, and lines under a question that nobody's name stands at."""

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
LEAST_ANSWERS = 3
"""Questions and answers of the shortest talk without labels."""
ROLES = {"asks": "one who asks", "answers": "one who answers"}
"""What a role is called where nobody is named."""
TWICE = 2
"""Speakers who take so many turns; one who speaks once is believed beside two who do."""

ASKED, ANSWERED = 0.4, 0.5
"""Share of the bare questions that speak to "you", and of their answers that speak of "I", in a talk without labels. Of
a list of questions that its writer answers himself hardly any do both."""
LONGEST_QUESTION = 60
"""Words of the longest line that is a question and nothing else."""

_NAME = re.compile(r"(?<=[\w,;] )[A-Z][\w-]{1,24}")
"""A capitalised word behind another word: the beginning of a line or sentence capitalises any."""
_WORD = re.compile(r"[^\W\d_]+")
_PERSONS = frozenset(phrases("shapes", "turns", "persons"))
_WHO = r"([A-Z][\w.'’-]{0,24}(?: [A-Z][\w.'’-]{0,24}){0,4})(?:(?:, [A-Z][A-Za-z& ]{1,40}){1,3}| \([^()]{1,40}\))?"
_LABEL = re.compile(rf"(?:[\[(]?\d{{1,2}}:\d\d(?::\d\d)?[\])]?\s)?{_WHO}\s?:\s+(?=\S)")
_INITIALS = re.compile(r"[A-Z](?:\.?[A-Z]){1,3}\.?")
_SMALL = r"(?:of|for|and|the|de|van|von)"
MOST_INITIALS = 12
"""Labels of initials whose names are looked for in a text."""
_LETTER = re.compile(r"(Q|A)\s?[.)]\s+(?=\S)")
_ALONE = re.compile(rf"{_WHO}\s?:?")
_QUESTION = re.compile(r"[^“”\"„«»]{6,}\?")
_I = re.compile(r"\b(?:I|me|my|mine|myself|Ich|ich|mich|mir|mein|meine|[Jj]e|moi|yo)\b")
_YOU = re.compile(r"\b(?:[Yy]ou|[Yy]our|Sie|Ihre?|Ihnen|[Vv]ous|votre|usted)\b")


class Turn(NamedTuple):
    """One turn: the number of the line that holds its words, its label ("" where none stands), where its words begin
    (characters of the line). `role` is "asks" or "answers" where no name stands, else ""; `at` is the number of the
    line that holds the label, or of the question that is answered, `start` where the label begins on it: the time of a
    recording may stand before it. `named` is the name that a label of initials stands for ("IM")."""

    line: int
    label: str
    begin: int
    role: str
    at: int
    start: int = 0
    named: str = ""


def turns(lines: Sequence[str]) -> list[Turn]:
    """The turns of a text given as its lines, in order; nothing where the text is no talk."""
    return _heard(_opened(lines), lines, 1) or _heard(_headed(lines), lines, 2) or _asked(lines)


def _heard(found: list[Turn], lines: Sequence[str], height: int) -> list[Turn]:
    """The turns, where they are of a talk and not of any other list; `height` is how many lines a turn takes."""
    if len(found) < max(LEAST_TURNS, LEAST_SHARE * len(lines) / height):
        return []
    found = _spelt_out(found, lines)
    counts = Counter(_key(turn) for turn in found)
    takers = {key for key, count in counts.items() if count >= TWICE}
    if len(takers) < 2 or not _are_speakers(takers, found, lines):
        return []
    if sum(_is_spoken(lines[turn.line][turn.begin :]) for turn in found) < SPOKEN * len(found):
        return []
    return [turn for turn in found if _key(turn) in takers or turn.role or " " in turn.label]


def _spelt_out(found: Sequence[Turn], lines: Sequence[str]) -> list[Turn]:
    """The turns, those whose label is the initials of a name in the text with that name."""
    counts = Counter(turn.label for turn in found if _INITIALS.fullmatch(turn.label))
    text = "\n".join(lines) if counts else ""
    names = {label: _name_of(label, text) for label, _ in counts.most_common(MOST_INITIALS)}
    return [turn._replace(named=names.get(turn.label, "")) for turn in found]


def _name_of(label: str, text: str) -> str:
    """The first name in a text that initials are short for; nothing where there is none, or several people have
    them."""
    words = rf" (?:{_SMALL} )?".join(rf"{letter}[\w-]{{1,24}}" for letter in label.replace(".", ""))
    found = [match[0] for match in re.finditer(rf"(?<![\w.]){words}", text)]
    surnames = {name.rsplit(" ", 1)[-1].lower() for name in found}
    return found[0] if len(surnames) == 1 else ""


def _opened(lines: Sequence[str]) -> list[Turn]:
    """The lines that open with a label."""
    found = ((number, _LABEL.match(line) or _LETTER.match(line)) for number, line in enumerate(lines))
    return [
        Turn(number, label[1], label.end(), _role(label[1]), number, label.start(1)) for number, label in found if label
    ]


def _headed(lines: Sequence[str]) -> list[Turn]:
    """The lines under one that is a label and nothing else."""
    labels = [None if line.endswith(".") else _ALONE.fullmatch(line) for line in lines]
    return [
        Turn(number + 1, label[1], 0, _role(label[1]), number)
        for number, label in enumerate(labels[:-1])
        if label is not None and labels[number + 1] is None
    ]


def _asked(lines: Sequence[str]) -> list[Turn]:
    """The questions and the answers right below them of a talk without labels: questions to "you", answers by "I"."""
    asks = [line.count(" ") < LONGEST_QUESTION and _QUESTION.fullmatch(line) is not None for line in lines]
    pairs = [number for number in range(len(lines) - 1) if asks[number] and not asks[number + 1]]
    if 2 * len(pairs) < max(LEAST_TURNS, LEAST_SHARE * len(lines)) or len(pairs) < LEAST_ANSWERS:
        return []
    yours = sum(_YOU.search(lines[number]) is not None for number in pairs)
    mine = sum(_I.search(lines[number + 1]) is not None for number in pairs)
    if yours < ASKED * len(pairs) or mine < ANSWERED * len(pairs):
        return []
    both = ((Turn(number, "", 0, "asks", number), Turn(number + 1, "", 0, "answers", number)) for number in pairs)
    return [turn for pair in both for turn in pair]


def _is_spoken(words: str) -> bool:
    return "?" in words or not _PERSONS.isdisjoint(_WORD.findall(words.lower()))


def _role(label: str) -> str:
    roles = (("asks", "asking"), ("answers", "answering"))
    return next((role for role, key in roles if label.lower() in table("shapes")["turns"][key]), "")


def speakers(found: Sequence[Turn]) -> list[str]:
    """Whose turns these are, by the first label of each, in the order in which they first speak."""
    firsts: dict[str, str] = {}
    for turn in found:
        firsts.setdefault(_key(turn) or turn.role, turn.named or turn.label or ROLES[turn.role])
    return list(firsts.values())


def _key(turn: Turn) -> str:
    """What a speaker's labels share: the surname, whatever its case ("IDA MARSH", "Marsh", "IM")."""
    return (turn.named or turn.label).rsplit(" ", 1)[-1].lower()


def _are_speakers(takers: set[str], found: Sequence[Turn], lines: Sequence[str]) -> bool:
    """Whether labels are people's or roles: all of them roles, or one of them a name that stands in the text too."""
    roles = {_key(turn) for turn in found if turn.role}
    if takers <= roles:
        return True
    begins = {turn.at: len(lines[turn.at]) for turn in found} | {turn.line: turn.begin for turn in found}
    told = {word for number, line in enumerate(lines) for word in _NAME.findall(line, begins.get(number, 0))}
    whole = {_key(turn) for turn in found if " " in (turn.named or turn.label)}
    return any(key.capitalize() in told or key.upper() in told for key in takers - roles) or takers - roles <= whole
