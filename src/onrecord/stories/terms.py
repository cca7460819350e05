"""What an article is about: its words, the names, numbers and days in it, and the keys by which others find it.

How rare a word is comes from a table fixed once (`words/frequencies.toml`), never from the pages at hand, so that one
page more changes no other page's terms. Weights are tf-idf with a logarithm on both sides (Salton and Buckley 1988).
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations
from types import MappingProxyType

from onrecord.nouns import Article, Reading, Term, Theme
from onrecord.words import phrases, table

_WORD = re.compile(r"[^\W\d_]{2,40}(?:['’][^\W\d_]{1,3})?(?![\w])")
_OPENING = re.compile(r"(?:^|[.!?:;“”\"‘(\[])\s*$")
_NUMBER = re.compile(r"(?<![\w.,])\d{1,12}(?:[.,]\d{1,12}){0,4}")
_YEAR = re.compile(r"(?:19|20)\d\d")
UNLISTED = 8
"""Weight, in powers of two of rarity, of a word that the table does not list: it stands in fewer than 1 article of
90."""
LEAST = 2
"""Words in more than one article of four (rarity under 2) tell nothing."""
NAME = 2.5
"""What being a name multiplies a word's weight by: on the training part of ECB+ 2 to 4 are alike, 1 is 3 points of
B-cubed F1 less."""
RISE, MOST = 0.6, 2.0
"""How much more a repeated word weighs, and the most it may: uncapped, one much-named man joins all that is written
on him."""
TOP, KEPT = 80, 160
"""Terms that a cosine is taken over, since the rest adds noise and cost; terms kept of an article."""
KEY_TERMS, KEY_SIZE, KEY_RARITY = 10, 3, 4
"""A key is so many of an article's heaviest terms of at least this rarity. Pairs of ten join nearly every article of
a pile on one long campaign; triples leave 95 % of the ECB+ training pairs of one story joined directly or through
others."""
MANY = 60
"""Numbers, people and places kept of an article, so that a list of results does not weigh more than a report."""


@cache
def _rarities() -> Mapping[str, int]:
    return MappingProxyType(
        {word: int(tier.removeprefix("in_")) for tier, words in table("frequencies").items() for word in words}
    )


def rarity(word: str) -> int:
    """How rare a word is in English news: it stands in one article of two to this power."""
    return _rarities().get(word, UNLISTED)


def themed(article: Article, reading: Reading) -> Theme:
    """The theme of an article and its reading."""
    terms, length = _terms(article.text)
    numbers, days = _figures(article.text)
    named = [(m.type, list(words_of(article.text[m.start : m.end]))) for m in reading.mentions if m.form == "name"]
    people = Counter(words[-1] for kind, words in named if words and kind == "person")
    places = Counter(word for kind, words in named if kind == "place" for word in words)
    return Theme(
        article=article.id, keys=keys(term.word for term in terms), terms=terms, people=_kept(people),
        places=_kept(places), numbers=numbers, days=days, length=length,
    )  # fmt: skip


def keys(words: Iterable[str]) -> tuple[str, ...]:
    """The sorted keys of an article from its `words`, heaviest first: its heaviest rare ones, KEY_SIZE at a time."""
    rare = [word for word in words if rarity(word) >= KEY_RARITY][:KEY_TERMS]
    return tuple(sorted(" ".join(group) for group in combinations(sorted(rare), KEY_SIZE)))


def words_of(text: str) -> Iterator[str]:
    """The words of a text as terms have them: what `words/frequencies.toml` is learnt over."""
    return (word for word, _ in _occurrences(text))


def repeated(term: Term) -> float:
    """What a term's times in its article multiply its weight by."""
    return min(MOST, 1 + RISE * math.log(term.times))


def weight(term: Term) -> float:
    """The weight of a term, by how often it stands in its article, how rare it is, and whether it is a name."""
    return repeated(term) * rarity(term.word) * (NAME if term.name else 1.0)


def _terms(text: str) -> tuple[tuple[Term, ...], int]:
    """The KEPT heaviest terms, heaviest first, and the number of words."""
    times: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    first: dict[str, int] = {}
    for place, (word, named) in enumerate(_occurrences(text)):
        times[word] += 1
        capital[word] += named
        first.setdefault(word, place)
    made = [
        Term(word=word, times=n, first=first[word], name=capital[word] * 2 >= n)
        for word, n in times.items()
        if rarity(word) >= LEAST
    ]
    return tuple(sorted(made, key=lambda term: (-weight(term), term.word))[:KEPT]), times.total()


def _kept(counted: Counter[str]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(counted.items(), key=lambda item: (-item[1], item[0]))[:MANY])


def _figures(text: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The numbers of a text that are no years, and the days that it names."""
    found = dict.fromkeys(number.replace(",", "") for number in _NUMBER.findall(text))
    days = {f"y{number}" for number in found if _YEAR.fullmatch(number)}
    month_day, weekday = _calendar()
    for match in month_day.finditer(text.lower()):
        month, day = match[1] or match[4], match[2] or match[3]
        days.add(f"d{_months()[month]}-{int(day)}")
    days |= {f"w{match[0]}" for match in weekday.finditer(text.lower())}
    numbers = [number for number in found if not _YEAR.fullmatch(number)][:MANY]
    return tuple(sorted(numbers)), tuple(sorted(days))


@cache
def _months() -> Mapping[str, int]:
    return MappingProxyType({str(name): int(number) for name, number in table("zones")["months"].items()})


@cache
def _calendar() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A month beside a day, either first, and a weekday, in lower case."""
    month = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    weekday = "|".join(phrases("copies", "dates", "weekdays"))
    return (
        re.compile(rf"\b(?:({month})\.? (\d{{1,2}})\b|(\d{{1,2}}) ({month})\b)"),
        re.compile(rf"\b(?:{weekday})\b"),
    )


def _occurrences(text: str) -> Iterator[tuple[str, bool]]:
    """Each word, folded, and whether it is written as a name where its place does not call for a capital."""
    for line in text.split("\n"):
        for found in _WORD.finditer(line):
            word = found.group()
            named = word[0].isupper() and not _OPENING.search(line, max(0, found.start() - 4), found.start())
            yield word.lower().replace("’", "'").removesuffix("'s"), named
