"""Statement -> Utterance: the words in a person's mouth, and which of them are the same utterance."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from onrecord.nouns import Statement

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
QUOTED = re.compile(
    r"[\"“]([^\"“”\n]{1,2000})[\"”]|(?<!\w)[‘']([^‘’'\n]{1,2000}(?:(?<=\w)[’'](?=\w)[^‘’'\n]{1,2000}){0,9})[’'](?!\w)"
)
ELLIPSIS = "…"
"""Stands where a quotation was broken off by words that nobody is quoted with."""
FEWEST = 3
"""Words of an utterance worth following; "no" and "very good" are said by everybody."""
SHINGLE = 3
"""Words of a run that two utterances must share to be compared at all."""
POSTINGS = 200
"""Runs in more utterances than this bring nothing together."""
ALIKE = 80.0
"""rapidfuzz partial ratio (0..100, by words) from which two are one utterance. Tried 70 to 90."""
SHORT = 6
"""Below so many words the shorter must stand word for word in the longer."""


class Utterance(NamedTuple):
    """Words that a statement gives, inside marks (`quoted`) or not. `start` is their place in the article, `key` the
    words in lower case, a space around each, so that one utterance is part of another exactly when its key is."""

    statement: Statement
    start: int
    text: str
    key: str
    quoted: bool


def utterances(statements: Iterable[Statement], texts: Mapping[str, str]) -> list[Utterance]:
    """Every piece in quotation marks, and every content without, in the order of article and place. A direct quotation
    broken by its cue is one utterance."""
    out = []
    for statement in sorted(statements, key=lambda s: (s.article, s.span.start, s.id)):
        if statement.mode == "direct":
            words = _joined(statement, texts.get(statement.article, ""))
            pieces = [(statement.content[0].start, words, True)] if statement.content else []
        elif statement.mode == "mixed":
            pieces = _marked(statement, texts.get(statement.article, ""))
        else:
            pieces = [(piece.start, piece.text, False) for piece in statement.content]
        for start, text, quoted in pieces:
            key = " ".join(word.lower().replace("’", "'") for word in WORD.findall(text))
            if key.count(" ") + 1 >= FEWEST:
                out.append(Utterance(statement, start, text, f" {key} ", quoted))
    return out


def _joined(statement: Statement, text: str) -> str:
    """The words of a direct quotation; where the article says something between two pieces, an ellipsis stands."""
    out = ""
    last = None
    for piece in statement.content:
        broken = last is not None and WORD.search(text, last, piece.start)
        out += (f" {ELLIPSIS} " if broken else " " if last is not None else "") + piece.text
        last = piece.end
    return out


def _marked(statement: Statement, text: str) -> list[tuple[int, str, bool]]:
    """The pieces of a mixed content that stand in marks; the mark after a piece may lie just outside its span."""
    out = []
    for piece in statement.content:
        start = max(0, piece.start - 1)
        for match in QUOTED.finditer(text[start : piece.end + 1]):
            group = 1 if match[1] is not None else 2
            out.append((start + match.start(group), match[group].strip(" ,.;"), True))
    return out


def gathered(found: Sequence[Utterance]) -> list[list[Utterance]]:
    """The utterances that are one, each group with at least one in marks. An utterance outside marks joins but brings
    no two groups together."""
    quoted = [u for u in found if u.quoted]
    distinct = sorted({u.key for u in quoted}, key=lambda key: (-len(key), key))
    index: dict[str, list[int]] = defaultdict(list)
    leaders: list[str] = []
    group_of: dict[str, int] = {}
    for key in distinct:
        home = _home(key, leaders, index)
        if home is None:
            home = len(leaders)
            leaders.append(key)
            for run in _runs(key):
                index[run].append(home)
        group_of[key] = home
    groups: dict[int, list[Utterance]] = defaultdict(list)
    for utterance in found:
        place = group_of.get(utterance.key) if utterance.quoted else _home(utterance.key, leaders, index)
        if place is not None:
            groups[place].append(utterance)
    return [groups[place] for place in sorted(groups)]


def _home(key: str, leaders: Sequence[str], index: Mapping[str, list[int]]) -> int | None:
    """The leader that an utterance is a wording or a part of: the most alike, the first of equals."""
    runs = [index[run] for run in _runs(key) if run in index and len(index[run]) <= POSTINGS]
    near = sorted({place for places in runs for place in places})
    best = max(((_alike(key, leaders[place]), -place) for place in near), default=(0.0, 0))
    return -best[1] if best[0] >= ALIKE else None


def _runs(key: str) -> list[str]:
    words = key.split()
    return sorted({" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)})


def _alike(a: str, b: str) -> float:
    """How much of the shorter stands in the longer, in order."""
    shorter, longer = sorted((a, b), key=lambda key: (len(key), key))
    if shorter in longer:
        return 100.0
    if shorter.count(" ") - 1 < SHORT:
        return 0.0
    return float(fuzz.partial_ratio(shorter, longer))
