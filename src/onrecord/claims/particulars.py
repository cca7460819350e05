"""What two contents of nearly the same words may still differ in: whom they name, which day, and whether it is sure."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from functools import cache
from typing import NamedTuple

from onrecord.claims.terms import WORD, offices, term, terms
from onrecord.words import phrases

REACH = 6
"""Words after a hedge in which the word that it weakens is looked for."""
KIN = 4
"""Letters at the beginning of two names that make them forms of one ("Quay", "Quayside")."""
YEAR = re.compile(r"(?<![\w.,$£€])(?:1[89]|20)\d\d(?!\w|[.,]\d)")

Date = tuple[str, str]
"""A grain ("weekday", "month", "year") and the words for it."""


class Named(NamedTuple):
    """The terms of a name, and the words before and after it, "" at an end."""

    terms: tuple[str, ...]
    before: str
    after: str


class Particulars(NamedTuple):
    """The dates of a content, the terms that it says may be so, the names it spells out, and its words of doubt."""

    dates: frozenset[Date]
    hedged: frozenset[str]
    named: frozenset[Named]
    hedges: frozenset[str] = frozenset()


NONE = Particulars(frozenset(), frozenset(), frozenset())


def particulars(text: str) -> Particulars:
    """The particulars of a content."""
    found = list(WORD.finditer(text))
    plain = [word[0].lower().replace("’", "'").removesuffix("'s") for word in found]
    dates = {(grain, word) for word, match in zip(plain, found, strict=True) for grain in _grains(word, match[0])}
    dates |= {("year", year) for year in YEAR.findall(text)}
    hedged = {head for at, word in enumerate(plain) if word in _hedges() and (head := _head(plain[at + 1 :]))}
    named = _named(plain, [match[0] for match in found])
    return Particulars(frozenset(dates), frozenset(hedged), frozenset(named), _hedges() & frozenset(plain))


def _named(plain: list[str], told: list[str]) -> set[Named]:
    """The runs of capitals, but for a first word, days and offices."""
    name = [at > 0 and word[0].isupper() and not _grains(plain[at], word) for at, word in enumerate(told)]
    out, at = set(), 0
    while at < len(told):
        end = at
        while end < len(told) and name[end]:
            end += 1
        own = tuple(one for word in told[at:end] for one in terms(word) if one not in offices())
        if own:
            out.add(Named(own, plain[at - 1], plain[end] if end < len(told) else ""))
        at = max(end, at + 1)
    return out


def other_dates(a: Particulars, b: Particulars) -> list[tuple[str, str]]:
    """The words for the dates, grain by grain, where each of the two gives one that the other does not."""
    out = []
    for grain in sorted({grain for grain, _ in a.dates} & {grain for grain, _ in b.dates}):
        mine, theirs = ({word for g, word in side if g == grain} for side in (a.dates - b.dates, b.dates - a.dates))
        if mine and theirs:
            out.append((min(mine), min(theirs)))
    return out


def surer(a: Particulars, b: Particulars, common: AbstractSet[str]) -> bool:
    """Whether there is a term of both that only `a` hedges."""
    return not (a.hedged - b.hedged).isdisjoint(common)


def firmer(a: Particulars, b: Particulars) -> bool:
    """Whether `a` has words of doubt and `b` none."""
    return bool(a.hedges) and not b.hedges


def other_names(
    a: Particulars, b: Particulars, mine: AbstractSet[str], theirs: AbstractSet[str]
) -> tuple[str, str] | None:
    """A name of each that stands between the same words, and that the other nowhere knows. `mine`, `theirs`: all terms
    of the two, what their pronouns stand for among them. Forms of one name, and names shortened to letters, are no
    other names."""
    there = {(name.before, name.after): name.terms for name in sorted(b.named, reverse=True)}
    for name in sorted(a.named):
        other = there.get((name.before, name.after), ())
        known = theirs & set(name.terms) or mine & set(other)
        if other and not known and not any(_forms(x, y) for x in name.terms for y in other):
            return " ".join(name.terms), " ".join(other)
    return None


def _forms(a: str, b: str) -> bool:
    return a[:KIN] == b[:KIN] or (min(len(a), len(b)) <= KIN and a[0] == b[0])


def _grains(word: str, told: str) -> list[str]:
    if not told[0].isupper():
        return []
    return [grain for grain in ("weekday", "month") if word in phrases("claims", f"{grain}s")]


@cache
def _hedges() -> frozenset[str]:
    return frozenset(phrases("claims", "hedges"))


def _head(after: list[str]) -> str | None:
    return next((found for word in after[:REACH] if word not in _hedges() and (found := term(word))), None)
