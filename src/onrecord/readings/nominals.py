"""Noun phrases that refer without naming: "the billionaire", "six people familiar with the plan", "court papers";
and personal pronouns."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Literal, NamedTuple

from onrecord.language.clauses import is_finite
from onrecord.language.naming import FUNCTION_WORDS, NEITHER, OPENING_VERBS
from onrecord.nouns import ActorType, Extent, Mention
from onrecord.readings.tokens import Word, adjoin
from onrecord.words import table

LEFTWARDS = 8
"""Words looked at before the noun for its determiner."""

UNKNOWN = 2
"""Words that no list knows which may stand between an article and its noun. By eye: of three the first is often a noun
with a verb of its own."""
ARTICLES = frozenset({"the", "a", "an"})

RIGHTWARDS = 10
"""Words of the longest phrase or relative clause that is kept behind the noun."""

_DATA = table("nominals")
_BEFORE, _AFTER, _BARE = _DATA["before"], _DATA["after"], _DATA["bare"]
DETERMINERS, POSSESSIVES = frozenset(_BEFORE["determiners"]), frozenset(_BEFORE["possessives"])
NUMBERS = frozenset(_BEFORE["numbers"])
_MODIFIERS = frozenset(_BEFORE["modifiers"].split())
_BRIEFINGS = tuple(tuple(phrase.split()) for phrase in _AFTER["briefings"])
_BARE_PLURALS, _BARE_DOCUMENTS = frozenset(_BARE["plurals"]), frozenset(_BARE["documents"])
_STOP = frozenset(_AFTER["stops"])
_ANONYMITY = frozenset(_AFTER["anonymity"])
_HUMAN = ["he", "him", "his", "himself", "she", "her", "hers", "herself"]
_PRONOUNS = frozenset([*_HUMAN, "they", "them", "their", "themselves", "it", "its", "itself"])
_LEFT_STOP = frozenset(
    {"who", "that", "which", "and", "or", "but", "said", "says", "is", "was", "of", "to", "in", "as"}
)


NATIONS: Mapping[str, str] = MappingProxyType(_DATA["nations"])
"""Nouns for people of a country, each with the adjective that tells the same."""
FIRMS = frozenset(_DATA["reference"]["firms"])
"""People who are a firm where its name stands beside them."""
ALONE = frozenset(_DATA["person"]["alone"].split())
_AGED = re.compile(r"\d{1,3}-(year-old)\Z")


class Head(NamedTuple):
    """What a noun refers to: type, gender where the word tells it, and number."""

    kind: ActorType
    gender: Literal["male", "female"] | None
    plural: bool


def _heads() -> dict[str, Head]:
    person, people = _DATA["person"], _DATA["people"]
    kinds: tuple[ActorType, ...] = ("document", "outlet", "organisation", "government")
    heads = {word: Head(kind, None, False) for kind in kinds for word in _DATA[kind]["any"].split()}
    heads |= {word: Head("document", None, True) for word in _BARE_DOCUMENTS if word in heads}
    heads |= {word: Head("person", None, False) for word in person["any"].split()}
    heads |= {word: Head("person", None, False) for word in (*ALONE, *NATIONS)}
    heads |= {word: Head("person", "male", False) for word in person["male"].split()}
    heads |= {word: Head("person", "female", False) for word in person["female"].split()}
    return heads | {word: Head("group", None, True) for word in people["any"].split()}


HEADS = _heads()


def find(text: str, words: Sequence[Word], taken: Sequence[Extent]) -> Iterator[Mention]:
    """The nominals and pronouns of one sentence; `taken` are the extents of all names, sorted."""
    at = 0
    while at < len(words):
        word = words[at]
        if word.lower in _PRONOUNS and not named(word, taken):
            yield Mention(start=word.start, end=word.end, type=_pronoun_type(word.lower), form="pronoun")
        elif _is_head(text, words, at) and not named(word, taken) and not _modifies(text, words, at, taken):
            found = _phrase(text, words, at, taken)
            if found:
                yield found
        at += 1


def _is_head(text: str, words: Sequence[Word], at: int) -> bool:
    """A noun of the lists, or any noun before "who"."""
    aged = _AGED.match(words[at].lower)
    noun = aged.group(1) if aged else words[at].lower
    if noun in NATIONS or noun in ALONE:
        return _stands_alone(text, words, at)
    if noun in HEADS:
        return True
    follows = words[at + 1] if at + 1 < len(words) else None
    return bool(follows and follows.lower == "who" and not words[at].capital and adjoin(text, words[at], follows))


def _stands_alone(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a word that may as well be an adjective is a noun: "the" adjoins it, and what follows is no noun."""
    if at == 0 or words[at - 1].lower != "the" or not adjoin(text, words[at - 1], words[at]):
        return words[at].lower in ALONE and not _followed(text, words, at)
    return words[at].possessive or not _followed(text, words, at)


def _followed(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether a noun, an adjective or a name follows at once."""
    if at + 1 == len(words) or not adjoin(text, words[at], words[at + 1]):
        return False
    follows = words[at + 1]
    return not (follows.lower in _STOP or follows.lower in FUNCTION_WORDS or is_finite(follows.text))


def _head(word: str) -> Head:
    return HEADS.get(word) or (Head("group", None, True) if word.endswith("s") else Head("person", None, False))


def _pronoun_type(word: str) -> ActorType:
    if word in ("it", "its", "itself"):
        return "organisation"
    return "group" if word.startswith("the") else "person"


def named(word: Word, taken: Sequence[Extent]) -> bool:
    at = bisect_left(taken, (word.start + 1, 0)) - 1
    return any(start <= word.start < end for start, end in taken[max(0, at - 1) : at + 1])


def _modifies(text: str, words: Sequence[Word], at: int, taken: Sequence[Extent]) -> bool:
    """Whether the noun only describes the next: "company executive", "trade minister Anna Low"."""
    if at + 1 >= len(words) or not adjoin(text, words[at], words[at + 1]):
        return False
    follows = words[at + 1]
    if (
        follows.lower in _MODIFIERS
        and at + 2 < len(words)
        and words[at + 2].lower in HEADS
        and adjoin(text, follows, words[at + 2])
    ):
        return True  # "chief operating officer"
    if follows.lower in HEADS:
        return HEADS[follows.lower].kind != "document" or _head(words[at].lower).kind == "document"
    return named(follows, taken) and not _head(words[at].lower).plural


def _phrase(text: str, words: Sequence[Word], at: int, taken: Sequence[Extent]) -> Mention | None:
    head = _head(words[at].lower)
    first, determined = _leftwards(text, words, at, taken)
    if not determined and not _bare(words, first, at, head):
        return None
    last = _rightwards(text, words, at, taken) if head.kind in ("person", "group", "document") else at
    if head.kind in ("organisation", "outlet", "government"):
        last = _complement(text, words, at, taken, ("of", "in", "for"))
    if first > 1 and words[first - 1].lower == "of" and words[first - 2].lower in NUMBERS and head.plural:
        first -= 2  # "one of the directors"
    start = words[first].start
    inside = bisect_left(taken, (start, 0))
    if inside and taken[inside - 1][1] > start:  # a name that the phrase begins inside of: "the Low family's company"
        start = taken[inside - 1][0]
    return Mention(start=start, end=words[last].end, type=head.kind, form="nominal")


def _leftwards(text: str, words: Sequence[Word], at: int, taken: Sequence[Extent]) -> tuple[int, bool]:
    """Where the phrase begins, and whether a determiner, number, possessive or name stands there."""
    first, determined = at, False
    while first > 0 and at - first < LEFTWARDS:
        before, word = words[first - 1], words[first]
        gap = text[before.stop : word.start]
        if before.possessive and gap in (" ", "' ", "’ "):
            if before.capital or before.lower in HEADS or determined:
                return _owner(text, words, first - 1, taken), True
            return first, determined
        if gap not in (" ", "\xa0", ", ", "-") or (gap == ", " and before.lower not in _MODIFIERS):
            break
        if before.lower in DETERMINERS or before.text.isdigit():
            first, determined = first - 1, True
            if before.lower == "that" and HEADS.get(words[at].lower, Head("person", None, False)).plural:
                return first + 1, False  # "said that critics ..."
            if before.lower not in NUMBERS and not before.text.isdigit():
                break
            continue
        if before.lower == "and" and first > 1 and words[first - 2].lower in _MODIFIERS and word.lower in _MODIFIERS:
            first -= 2  # "current and former officials"
            continue
        if determined:
            break
        if not _modifier(before, taken):
            unknown = _unknown(text, words, first)
            return (unknown, True) if unknown is not None else (first, determined)
        first -= 1
    return first, determined


def _unknown(text: str, words: Sequence[Word], first: int) -> int | None:
    """Where a phrase begins whose adjectives no list knows: "the embattled bank", "a small family firm"; None where no
    article stands before them."""
    for at in range(first - 1, max(-1, first - 1 - UNKNOWN), -1):
        word = words[at]
        if not adjoin(text, word, words[at + 1]) or not _plain_noun(word.lower) or word.capital:
            return None
        if at and words[at - 1].lower in ARTICLES and adjoin(text, words[at - 1], word) and not is_finite(word.lower):
            return at - 1
    return None


def _owner(text: str, words: Sequence[Word], at: int, taken: Sequence[Extent]) -> int:
    """Where the owner of a possessive begins: its name's first word, or its own determiner."""
    first = at
    while first > 0 and at - first < LEFTWARDS and adjoin(text, words[first - 1], words[first]):
        before = words[first - 1]
        if before.lower in DETERMINERS:
            return first if before.lower in ("that", "this") else first - 1
        if not (named(words[first], taken) and named(before, taken)) and not _modifier(before, taken):
            break
        first -= 1
    return first


def _modifier(word: Word, taken: Sequence[Extent]) -> bool:
    if word.lower in _LEFT_STOP:
        return False
    return (
        word.lower in _MODIFIERS
        or word.lower in HEADS
        or "-" in word.text
        or (word.capital and not word.possessive)
        or named(word, taken)
    )


def _bare(words: Sequence[Word], first: int, at: int, head: Head) -> bool:
    """Whether a phrase without a determiner refers: bare plurals of people, documents, and bodies' people."""
    word = words[at].lower
    if head.kind == "group":
        return word in _BARE_PLURALS or first < at
    return word in _BARE_DOCUMENTS and head.kind == "document" and (first < at or words[at].opens)


def _rightwards(text: str, words: Sequence[Word], at: int, taken: Sequence[Extent]) -> int:
    """The last word of the phrase: behind "familiar with the matter", "for the ministry in Turm", "who was there"."""
    last = _briefing(text, words, at)
    if last > at:
        return last
    last = _complement(text, words, at, taken, ("of", "for", "at", "from", "with", "to", "in"))
    nxt = last + 1
    if nxt < len(words) and words[nxt].lower == "who" and adjoin(text, words[last], words[nxt]):
        return _clause(text, words, last)
    return last


def _briefing(text: str, words: Sequence[Word], at: int) -> int:
    for phrase in _BRIEFINGS:
        stop = at + 1 + len(phrase)
        if tuple(word.lower for word in words[at + 1 : stop]) == phrase and _joined(text, words, at, stop - 1):
            return _until_stop(text, words, stop - 1)
    return at


def _joined(text: str, words: Sequence[Word], first: int, last: int) -> bool:
    return all(adjoin(text, words[n], words[n + 1]) for n in range(first, last))


def _until_stop(text: str, words: Sequence[Word], last: int) -> int:
    """On to the next punctuation or verb of telling, at most `RIGHTWARDS` words."""
    reach = min(len(words) - 1, last + RIGHTWARDS)
    while last < reach:
        gap = text[words[last].stop : words[last + 1].start]
        if gap not in (" ", "\xa0", "’ ", "' ") or words[last + 1].lower in _STOP:
            break
        last += 1
    return last


def _clause(text: str, words: Sequence[Word], at: int) -> int:
    """A relative clause that tells the people apart; none that tells why they are not named."""
    last = _until_stop(text, words, at + 1)
    if last <= at + 1 or any(word.lower in _ANONYMITY for word in words[at + 2 : last + 1]):
        return at
    return last


def _complement(text: str, words: Sequence[Word], at: int, taken: Sequence[Extent], joiners: tuple[str, ...]) -> int:
    """Behind prepositions: names and simple noun phrases that belong to the noun, two deep."""
    last = at
    for _ in range(2):
        nxt = last + 1
        if nxt + 1 >= len(words) or words[nxt].lower not in joiners or not _joined(text, words, last, nxt):
            break
        end = _simple(text, words, nxt, taken)
        if end == nxt or (words[nxt].lower == "in" and not named(words[end], taken)):
            break
        last = end
        joiners = ("of", "in")
    return last


def _plain_noun(word: str) -> bool:
    """Whether a word no list knows may be a noun before a name: "the ferry line Norrsund"."""
    return (
        word.isalpha() and not word.endswith("ed") and word not in _STOP and word not in FUNCTION_WORDS | OPENING_VERBS
    )


def _parted(before: Word, word: Word, taken: Sequence[Extent]) -> bool:
    """Whether one name ends with one word and another begins with the next."""
    at = bisect_left(taken, (word.start, 0))
    return at < len(taken) and taken[at][0] == word.start and named(before, taken)


def _simple(text: str, words: Sequence[Word], at: int, taken: Sequence[Extent]) -> int:
    """The end of a noun phrase behind the preposition at `at`: determiner, modifiers, then a name or a known noun."""
    end, n, unknown = at, at + 1, 0
    determined = n < len(words) and words[n].lower in DETERMINERS
    while n < len(words) and n - at <= LEFTWARDS:
        gap = text[words[n - 1].stop : words[n].start]
        if gap not in (" ", "\xa0") and not (gap == " & " and named(words[n], taken)):
            break
        if end > at and gap == " " and _parted(words[n - 1], words[n], taken):
            break  # "the ambassador to Norway Carl Oake"
        if named(words[n], taken) or words[n].lower in HEADS:
            end = n
        elif determined and unknown < 2 and _plain_noun(words[n].lower):
            unknown += 1
        elif words[n].text in NEITHER or not (
            (n == at + 1 and words[n].lower in DETERMINERS)
            or words[n].lower in _MODIFIERS
            or "-" in words[n].text
            or words[n].capital
        ):
            break
        n += 1
    return at if words[end].possessive else end
