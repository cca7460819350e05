"""Runs of capitalised words that may be names: where each begins and ends, before anything says what it names."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from onrecord.language import naming as known
from onrecord.readings.name_parts import Run, parts, titles
from onrecord.readings.tokens import Word, adjoin

LONGEST = 12
"""Words of the longest run that is taken for a name. Longer ones are headings, lists or hostile."""

_JOINERS = frozenset({"of", "for", "and"})
_DOUBLE = frozenset(
    {
        "department",
        "ministry",
        "office",
        "committee",
        "commission",
        "board",
        "bureau",
        "institute",
        "house",
        "council",
        "association",
        "federation",
        "society",
        "faculty",
        "school",
        "authority",
        "administration",
        "agency",
        "service",
        "services",
        "organisation",
        "organization",
        "union",
        "corporation",
        "centre",
        "center",
        "fund",
    }
)
_MONTHS = frozenset({"May", "April", "June", "March", "August"})
_SEATED = frozenset({"embassy", "consulate", "mission"})
_PLURAL_OWNERS = frozenset(
    {"people", "women", "men", "children", "king", "queen", "prince", "st", "lloyd", "moody", "sotheby", "christie"}
)


class Capitals(NamedTuple):
    """The words an article writes with a capital inside sentences, and those of them that begin a run there."""

    inside: frozenset[str]
    leading: frozenset[str]


def capitals(text: str, sentences: Iterable[Sequence[Word]]) -> Capitals:
    """What the capitals of some sentences tell."""
    inside, leading = set(), set()
    for words in sentences:
        for n, word in enumerate(words):
            if word.capital and not word.opens:
                inside.add(word.text)
                if not words[n - 1].capital or not adjoin(text, words[n - 1], word):
                    leading.add(word.text)
    return Capitals(frozenset(inside), frozenset(leading))


def runs(text: str, words: Sequence[Word], sentence: int, seen: Capitals) -> Iterator[Run]:
    """The runs of one sentence of an article."""
    at = 0
    while at < len(words):
        if not words[at].capital or (words[at].text in known.NEITHER and not _initials(text, words, at)):
            at += 1
            continue
        last = _reach(text, words, at)
        first = _without_opening(words, at, last, seen)
        if first < last and last - first <= LONGEST:
            yield from parts(words, Run(sentence, first, last, titles(words, first, last)))
        at = max(last, at + 1)


def _initials(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a letter is the first of several before a name, as in "R K Oake"."""
    letters = [len(word.text) == 1 and word.text not in "AI" for word in words[at : at + 2]]
    return letters == [True, True] and at + 2 < len(words) and words[at + 2].capital and _close(text, words, at, at + 2)


def _reach(text: str, words: Sequence[Word], first: int) -> int:
    """The index after the last word of the run that begins at `first`."""
    last = first + 1
    while last < len(words) and last - first <= LONGEST:
        step = _step(text, words, first, last)
        if not step:
            break
        last += step
    return last


def _step(text: str, words: Sequence[Word], first: int, at: int) -> int:
    """How many words the run goes on for at `at`: 0 = it ends before."""
    before, word = words[at - 1], words[at]
    gap = text[before.stop : word.start]
    if before.possessive:
        return _past_possessive(before, word, gap)
    if gap in (" & ", "&") and word.capital:
        return 1
    if gap == ", " and word.lower.rstrip(".") in ("inc", "ltd", "llc", "jr", "sr", "corp"):
        return 1
    if before.text == "Local" and gap in (" ", "\xa0") and word.text.isdigit():
        return 1  # "Dockers' Local 12", a union's branch
    if gap not in (" ", "\xa0") or (word.text in known.NEITHER and not _monthly(words, at)):
        return 0
    if word.capital:
        return 0 if word.opens else 1
    following = next(
        (n for n in range(at + 1, min(at + 3, len(words))) if words[n].lower not in known.PARTICLES | {"the"}), at
    )
    if following == at or not words[following].capital or not _close(text, words, at, following):
        return 0
    if word.lower in known.PARTICLES and before.lower not in known.TITLES:
        return following - at + 1
    if word.lower == "in" and before.lower in _SEATED:
        return following - at + 1
    if word.lower in _JOINERS and _takes(words, first, at, word.lower, following):
        return following - at + 1
    return 0


def _monthly(words: Sequence[Word], at: int) -> bool:
    """Whether a month's name behind a given name or a title is a surname: "Anna May said", not "Anna May 4"."""
    before = words[at - 1].lower.rstrip(".")
    called = before in known.GIVEN_NAMES or before in known.MALE_TITLES or before in known.FEMALE_TITLES
    follows = words[at + 1].text if at + 1 < len(words) else ""
    return words[at].text in _MONTHS and called and not follows[:1].isdigit()


def _past_possessive(before: Word, word: Word, gap: str) -> int:
    plural = before.lower.endswith("s") and gap in ("' ", "’ ")
    owners = before.lower in _PLURAL_OWNERS and gap == " "
    heads = known.ORGANISATION_HEADS | known.OUTLET_HEADS
    return int((plural or owners) and word.capital and (word.lower in heads or word.text == "Local"))


def _close(text: str, words: Sequence[Word], first: int, last: int) -> bool:
    return all(adjoin(text, words[n], words[n + 1]) for n in range(first, last))


def _takes(words: Sequence[Word], first: int, at: int, joiner: str, following: int) -> bool:
    """Whether a name goes on after "of", "for" or "and": behind a body's or a document's head, never before a
    person."""
    heads = known.ORGANISATION_HEADS | known.DOCUMENT_HEADS
    if joiner == "and":
        linked = any(words[n].lower in ("of", "for") and words[n - 1].lower in _DOUBLE for n in range(first + 1, at))
        person = words[following].lower in known.GIVEN_NAMES or words[following].lower in known.TITLES
        linked = linked or _paired(words, first, at, following)
        return linked and not person and not known.lexicon(words[following].lower)
    office = words[at - 1].lower in known.TITLES and words[at - 1].lower not in heads
    return not office and words[at - 1].lower in heads | {
        "bank",
        "house",
        "city",
        "isle",
        "strait",
        "gulf",
        "bay",
        "cape",
        "duke",
    }


def _paired(words: Sequence[Word], first: int, at: int, following: int) -> bool:
    """Whether a body's head behind "and" belongs to both halves: "the Ports and Tides Committee"."""
    if not first or words[first - 1].lower != "the" or at - first > 3:
        return False
    plain = all(
        word.lower
        not in known.PLACES | known.GIVEN_NAMES | known.ORGANISATION_HEADS | known.OUTLET_HEADS | known.ADJECTIVES
        and not known.lexicon(word.lower)
        for word in words[first:at]
    )
    for n in range(following + 1, min(following + 3, len(words))):
        if not words[n].capital:
            return False
        if words[n].lower in _DOUBLE:
            return plain
    return False


def _without_opening(words: Sequence[Word], first: int, last: int, seen: Capitals) -> int:
    """Leaves out, at a sentence's beginning, everyday words whose capital says nothing."""
    while first < last and words[first].opens:
        word = words[first]
        if _everyday(word) and not _starts_name(words, first, last, seen):
            first += 1
            if first < last and not words[first].capital:
                first += 1  # a joiner that has lost its head
            continue
        break
    return first


def _everyday(word: Word) -> bool:
    """Whether a word says little with a capital at a sentence's beginning: of the lists, a participle, an office."""
    lower = word.lower
    participle = lower.endswith("ed") and len(lower) > 4 and lower not in known.GIVEN_NAMES | known.PLACES
    return known.ordinary(lower) or participle or lower in ("senior", "junior", "chair", "staff")


def _starts_name(words: Sequence[Word], first: int, last: int, seen: Capitals) -> bool:
    word = words[first]
    if last - first > 1:
        rest = words[first + 1 : last]
        whole = " ".join(one.lower for one in words[first:last])
        if word.text not in seen.inside and not known.lexicon(whole) and rest[0].text in seen.leading:
            return False  # "Equating Varle", "Senior Fenn": what follows is a name without it
        if word.lower in known.FUNCTION_WORDS | known.OPENING_VERBS:
            follows = words[first + 1]
            return word.text in seen.inside and word.lower in known.GIVEN_NAMES and follows.capital
        return True
    return word.text in seen.inside and word.lower not in known.FUNCTION_WORDS
