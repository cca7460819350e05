"""The parts of a run of capitals: titles, the place of an office, what only describes, the name itself."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from onrecord.language import naming as known
from onrecord.language.name_forms import chief_of
from onrecord.readings.tokens import Word

_DESCRIBING = known.ROLES - {"master", "pilot", "partner", "friend", "deputy", "captain", "anchor", "host", "clerk"} | {
    "defendant",
    "suspect",
    "plaintiff",
    "democrat",
    "republican",
}
_COURTLY = frozenset({"attorney", "marshal", "district", "circuit", "magistrate", "bankruptcy"})
_NAMESAKES = frozenset({"king", "queen", "prince", "princess", "sheikh", "sultan", "emperor", "saint", "pope"})


class Run(NamedTuple):
    """`words[first:last]` of a sentence as a name; `titled` of them, at the front, are titles and offices."""

    sentence: int
    first: int
    last: int
    titled: int

    @property
    def core(self) -> int:
        """Where the name proper begins."""
        return self.first + self.titled


def parts(words: Sequence[Word], run: Run) -> Iterator[Run]:
    """A run, cut where a person's title stands in it behind a place or a body: "US President Anna Low"."""
    at = run.first + _federal(words, run)
    while at < run.core and not _of_office(words[at].lower.rstrip(".")):
        at += 1
    if run.first < at < run.core and not _federal(words, run):
        yield from parts(words, Run(run.sentence, run.first, at, 0))
        yield Run(run.sentence, at, run.last, run.core - at)
        return
    if (seat := _seat(words, run)) > run.first:
        yield Run(run.sentence, run.first, seat, 0)
        yield from parts(words, Run(run.sentence, seat, run.last, 0))
        return
    if (described := _described(words, run)) > run.first:
        yield from parts(words, Run(run.sentence, described, run.last, max(0, run.core - described)))
        return
    last = run.last
    while last - 1 > run.core and words[last - 1].lower in known.ADJECTIVES:
        last -= 1  # "a Nevada Democrat" names Nevada
    if last < run.last and all(word.lower in known.COMPASS for word in words[run.core : last]):
        return  # "a South Korean"
    if last - run.core > 1 and not run.titled and words[last - 1].lower in known.TITLES:
        start = last
        while start > run.first and _of_office(words[start - 1].lower):
            start -= 1
        if start == run.first or all(
            words[n].lower in known.PLACES or words[n].lower in known.ADJECTIVES for n in range(run.first, start)
        ):
            last = start  # "the US President" names the US
    if last > run.core:
        yield Run(run.sentence, run.first, last, run.titled)


def _federal(words: Sequence[Word], run: Run) -> int:
    """Words of a country that are a part of an office of its courts: "U.S. Attorney Jo Low", "US District Judge"."""
    country = words[run.first].lower.rstrip(".") in ("us", "u.s")
    return int(country and run.titled > 1 and words[run.first + 1].lower in _COURTLY)


def _seat(words: Sequence[Word], run: Run) -> int:
    """Where a person's name begins behind the place of his office: "the ambassador to Norway Carl Oake"."""
    if run.titled or run.first < 2 or words[run.first - 1].lower not in ("of", "to", "in", "for"):
        return run.first
    if words[run.first - 2].lower not in known.TITLES | known.ROLES:
        return run.first
    for at in range(min(run.first + 2, run.last - 2), run.first, -1):
        place = " ".join(word.lower for word in words[run.first : at])
        rest = " ".join(word.lower for word in words[at : run.last])
        if place in known.PLACES and run.last - at > 1 and known.lexicon(rest) is None:
            return at
    return run.first


def _described(words: Sequence[Word], run: Run) -> int:
    """Where a person's name begins behind a capitalised noun of role that is no title: "Defendant Jo Low"."""
    at = run.first
    owned = at > 0 and words[at - 1].possessive and words[at - 1].stop + 1 == words[at].start
    nouns = known.ROLES if owned else _DESCRIBING  # "Fenn's Friend Brekke": nobody is called Friend
    while run.last - at > 1 and at >= run.core and words[at].lower in nouns:
        at += 1
    if at == run.first and run.first > 1 and words[at].lower == "staff" and words[at - 1].lower == "of":
        at += run.last - at > 1  # "Chief of Staff Jo Low"
    heads = known.ORGANISATION_HEADS | known.OUTLET_HEADS | known.PLACE_HEADS
    return run.first if any(word.lower in heads for word in words[at : run.last]) else at


def _of_office(word: str) -> bool:
    return word in known.TITLES or (word in known.OFFICE_PARTS and word not in known.PLACES)


def titles(words: Sequence[Word], first: int, last: int) -> int:
    """How many words at the front are titles and what belongs to them: up to the last title with a name behind it."""
    tail = words[last - 1].lower
    body = tail in known.ORGANISATION_HEADS or tail in known.OUTLET_HEADS or tail in known.DOCUMENT_HEADS
    named_after = any(word.lower in known.ORGANISATION_HEADS for word in words[first + 2 : last])
    if named_after and words[first].lower in _NAMESAKES:
        return 0  # "King Oake University"
    for at in range(last - 2, first - 1, -1):
        word = words[at].lower.rstrip(".")
        honorific = word in known.MALE_TITLES or word in known.FEMALE_TITLES
        if (honorific or (word in known.TITLES and not body)) and words[at + 1].capital:
            return at + 1 - first + chief_of(tuple(word.lower for word in words[at:last]))
    return 0
