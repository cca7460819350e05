"""The day a page was published, weighed from every place a page tells it: declarations, its address, its lines.

Every clue to a day lends it the weight of its kind, learnt (training/day_weights.py); the heaviest day is taken where
its chance against the others, and against none of them being right, is good enough. Nothing is invented: copyright
years and bare years say nothing, and a page on which no day stands out has none.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from typing import NamedTuple

from onrecord.articles.clues import Clue
from onrecord.articles.stamps import Stamp
from onrecord.nouns import When
from onrecord.words import table

SURE = 0.35
"""Chance from which a day is taken. Chosen on out-of-fold answers for `dates`: see training/day_weights.py."""
DISPUTED = 0.5
"""By how much (in log odds) the best day must outweigh the next to be an answer at all."""
LISTED = 3
"""Days of one kind beyond which they are those of a list of articles."""
SOON = timedelta(days=7)
"""How soon after an article its first comment is expected."""
NOON = 12
"""The hour of UTC before which it may be the day before in the west, and from which the next day in the east."""
BESIDE, HEADED = {"beside", "over"}, {"beside", "over", "head", "opening"}
"""Zones next to the headline, and all those in which an article tells its day."""
ANY = "any day"
"""The feature of every day: what speaks for the right day's being named at all."""
PASSING = ("long prose", "body")
"""Where an article tells of a day: alone, and not at the opening of a line, that is no word on its own."""
FIRM = ("ld published", "meta published")
CHANGES = ("ld changed", "meta changed")

Place = tuple[str, str]
"""A clue's kind and zone."""


class Weighed(NamedTuple):
    """The clue that tells the day best, and the chance that it is the right one."""

    clue: Clue
    chance: float


def features_of(clues: Sequence[Clue]) -> dict[date, list[str]]:
    """What speaks for or against each day that a page names, in the order in which the days are told."""
    days: dict[Place, list[date]] = defaultdict(list)
    for clue in clues:
        if clue.stamp.day not in days[clue.kind, clue.zone]:
            days[clue.kind, clue.zone].append(clue.stamp.day)
    told = list(dict.fromkeys(clue.stamp.day for clue in clues))
    declared = [clue.stamp for clue in clues if clue.kind in FIRM]
    return {
        day: sorted({*_kinds(day, days), *_relations(day, told, days), *_beside_declared(day, told, declared)})
        for day in told
    }


def _kinds(day: date, days: Mapping[Place, Sequence[date]]) -> Iterator[str]:
    """What names the day and where, and whether it is the first or the last of several named so."""
    yield ANY
    for (kind, zone), named in days.items():
        if day not in named:
            continue
        yield from (kind, zone, f"{kind} {zone}") if zone else (kind,)
        if len(named) == 1:
            continue
        standing = ["listed" if len(named) > LISTED else "several"]
        standing += ["first"] * (day == named[0]) + ["last"] * (day == named[-1])
        yield from (f"{name} {how}" for name in (kind, zone) if name for how in standing)


def _relations(day: date, told: Sequence[date], days: Mapping[Place, Sequence[date]]) -> Iterator[str]:
    """How the day stands to the others."""
    if len(told) > 1:
        yield from ["latest"] * (day == max(told)) + ["earliest"] * (day == min(told))
    changed = _named(days, CHANGES)
    if changed and day > max(changed) + timedelta(days=1):
        yield "after the change"
    families = {_family(place) for place, named in days.items() if day in named}
    yield from ["twice"] * (len(families) > 1) + ["thrice"] * (len(families) > 2)
    if not _zones(day, days) & HEADED and any(zone in BESIDE for _, zone in days):
        yield "others beside"
    comments = _named(days, ("comment",))
    if comments and day not in comments:
        first = min(comments)
        yield "after a comment" if day > first else "before comments" if first - day > SOON else "just before comments"


def _zones(day: date, days: Mapping[Place, Sequence[date]]) -> set[str]:
    """Where on the page a day stands."""
    return {zone for (_, zone), named in days.items() if day in named}


def _beside_declared(day: date, told: Sequence[date], declared: Sequence[Stamp]) -> Iterator[str]:
    """How the day stands to those that the page declares, of which a moment in UTC may be another day where the page
    was made."""
    local = {stamp.day: _other_day(stamp) for stamp in declared if stamp.offset == "+00:00" and stamp.clock}
    if local.get(day) in told:
        yield "other day locally"
    if not declared or any(stamp.day == day for stamp in declared):
        return
    apart = sorted((day - stamp.day).days for stamp in declared)
    if day in local.values():
        yield "local day"
    elif 1 in apart or -1 in apart:
        yield "day after declared" if 1 in apart else "day before declared"
    else:
        yield "before declared" if apart[-1] < 0 else "after declared"


def _other_day(stamp: Stamp) -> date:
    hour = stamp.clock[0] if stamp.clock else 0
    return stamp.day + timedelta(days=1 if hour >= NOON else -1)


def _named(days: Mapping[Place, Sequence[date]], kinds: Sequence[str]) -> list[date]:
    return [day for (kind, _), named in days.items() if kind in kinds for day in named]


def _family(place: Place) -> str:
    """Places of one family tell a day on the word of one another."""
    kind, zone = place
    if zone:
        return "mark" if kind.startswith(("timed", "marked")) else "line"
    return "declared" if kind.startswith(("ld", "meta", "scripted")) else kind


def weigh(clues: Sequence[Clue]) -> Weighed | None:
    """The most likely day; None where the page names none, or where two are about as likely."""
    weights = _weights()
    scores = {day: sum(weights.get(name, 0) for name in names) / 100 for day, names in features_of(clues).items()}
    if not scores:
        return None
    best = max(scores, key=lambda day: scores[day])
    if all((clue.kind, clue.zone) == PASSING and clue.stamp.start for clue in clues if clue.stamp.day == best):
        return None
    if any(scores[best] - score < DISPUTED for day, score in scores.items() if day != best):
        return None
    top = max(0.0, scores[best])
    total = math.exp(-top) + sum(math.exp(score - top) for score in scores.values())
    return Weighed(_best(clues, best), math.exp(scores[best] - top) / total)


def _best(clues: Sequence[Clue], day: date) -> Clue:
    """The weightiest clue to a day, of equal ones one with a clock."""
    weights = _weights()
    return max(
        (clue for clue in clues if clue.stamp.day == day),
        key=lambda clue: (weights.get(clue.kind, 0), clue.stamp.clock is not None),
    )


def day_from(clues: Sequence[Clue]) -> When | None:
    """The day of a page where it is sure enough, or None."""
    found = weigh(clues)
    return None if found is None or found.chance < SURE else found.clue.stamp.when(basis_of(found.clue.kind))


def basis_of(kind: str) -> str:
    """In words, how a day of a kind of clue was reached."""
    bases = table("dates")["bases"]
    return str(next((words for start, words in bases.items() if kind.startswith(start)), bases["line"]))


@cache
def _weights() -> dict[str, int]:
    rows = (row.rsplit(" ", 1) for row in table("day_weights")["weights"].strip().split("\n"))
    return {name: int(weight) for name, weight in rows}
