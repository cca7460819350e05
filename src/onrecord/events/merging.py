"""Tellings -> Event: which tellings, of one article or several, are of one happening."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from onrecord.events.tellings import Telling
from onrecord.nouns import Event, When, digest

ALIKE = 0.5
"""Share of the shorter telling's keys that the other must have. Calibrated on one invented pile, checked on another."""

ALIKE_SAME_DAY = 0.34
"""The same for two tellings dated to one and the same day."""

RELAYED, FURTHER, MOST = 0.1, 0.05, 0.95
"""Shares of confidence: lost where an event is on somebody's word, gained by each further article, and its limit."""

CROWDED = 400
"""Tellings that share a key beyond which the key no longer proposes partners; bounds the work on a large thread."""


COMPARED = 24
"""Tellings of a happening that a further one is compared with; a carrier's hundredth copy adds nothing."""


class Happening:
    """Tellings gathered so far, and the stretch that all of them leave."""

    def __init__(self, telling: Telling) -> None:
        self.tellings = [telling]
        self.first, self.last = telling.first, telling.last

    def take(self, telling: Telling) -> None:
        """Adds a telling and narrows the stretch to what both leave."""
        self.tellings.append(telling)
        self.first, self.last = max(self.first, telling.first), min(self.last, telling.last)

    def holds(self, telling: Telling) -> bool:
        """Whether the telling may be of this happening: its time meets the stretch, its words those of a member."""
        if telling.first > self.last or self.first > telling.last:
            return False
        return any(alike(telling, member) for member in self.tellings[:COMPARED])


def alike(one: Telling, other: Telling) -> bool:
    """Whether two tellings, whose times meet, say the same: one speaker's occasion, or enough words and actors, or, of
    one day, nothing else."""
    same_day = one.first == other.first and one.last == other.last and one.first == one.last
    if same_day and one.speaker and one.speaker == other.speaker:
        return True
    shared, size = one.keys & other.keys, min(len(one.keys), len(other.keys))
    told = [key for key in shared if not key.startswith("@")]
    floor = ALIKE_SAME_DAY if same_day else ALIKE
    if same_day and told and one.keys == other.keys:  # "It reopened on 21 February", of one word
        return True
    return len(shared) >= 2 and len(told) >= 1 and len(shared) / size >= floor


def merge(tellings: Sequence[Telling]) -> list[Event]:
    """One Event a happening. The narrowest dated tellings come first and gather the vaguer ones."""
    ordered = sorted(tellings, key=lambda t: ((t.last - t.first).days, t.first, t.span.article, t.span.start))
    happenings: list[Happening] = []
    by_key: dict[str, list[int]] = {}
    for telling in ordered:
        home = _home(telling, happenings, by_key)
        if home is None:
            home = len(happenings)
            happenings.append(Happening(telling))
        else:
            happenings[home].take(telling)
        for key in telling.keys:
            places = by_key.setdefault(key, [])
            if home not in places[-1:]:
                places.append(home)
    return sorted((_event(happening) for happening in happenings), key=lambda event: event.id)


def _home(telling: Telling, happenings: Sequence[Happening], by_key: dict[str, list[int]]) -> int | None:
    """The happening that shares most keys with the telling among those that may hold it, the earliest of equals."""
    votes: dict[int, int] = {}
    for key in telling.keys:
        for place in by_key.get(key, [])[:CROWDED]:
            votes[place] = votes.get(place, 0) + 1
    ranked = sorted(votes, key=lambda place: (-votes[place], place))
    return next((place for place in ranked if happenings[place].holds(telling)), None)


def _event(happening: Happening) -> Event:
    best = min(happening.tellings, key=_poverty)
    evidence = sorted({(t.span.article, t.span.start): t.span for t in happening.tellings}.items())
    spans = tuple(span for _, span in evidence)
    actors = tuple(dict.fromkeys(actor for t in sorted(happening.tellings, key=_poverty) for actor in t.actors))
    when = _when(happening.first, happening.last, happening.tellings)
    first = spans[0]
    return Event(
        id=digest("event", first.article, first.start, first.end, when.from_, when.to), when=when, line=best.line,
        actors=actors, evidence=spans, on_word_of=best.on_word_of, confidence=_confidence(best, happening.tellings),
    )  # fmt: skip


def _confidence(best: Telling, tellings: Sequence[Telling]) -> float:
    """How surely the line happened then as far as its tellings go: the belief of the best, less on somebody's word,
    more for every further article that tells it."""
    further = len({telling.span.article for telling in tellings}) - 1
    told = best.belief - RELAYED * (best.on_word_of is not None) + FURTHER * further
    return round(min(told, MOST), 2)


def _poverty(telling: Telling) -> tuple[int, bool, int, str, int]:
    """How little a telling gives for a line: on somebody's word, copied, without a name, vaguely dated."""
    width = (telling.last - telling.first).days
    plain = (telling.on_word_of is not None) + telling.copied
    return plain, not telling.named, width, telling.span.article, telling.span.start


def _when(first: date, last: date, tellings: Sequence[Telling]) -> When:
    """The told time that is the common stretch, or that stretch with the tellings it was narrowed from."""
    ranked = sorted(tellings, key=lambda t: ((t.last - t.first).days, t.span.article, t.span.start))
    exact = next((t.when for t in ranked if (t.first, t.last) == (first, last)), None)
    if exact:
        return exact
    told = "; ".join(dict.fromkeys(t.when.text or t.when.edtf for t in ranked))
    edtf = first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"
    grain = "day" if first == last else "days"
    return When(
        from_=first.isoformat(), to=last.isoformat(), precision=grain, edtf=edtf, text=None, basis=f"common to {told}"
    )
