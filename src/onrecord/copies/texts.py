"""An article as words with their places, sentences as runs of words: what copies are looked for in."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from onrecord.copies.quotations import quoted
from onrecord.nouns import Article, Extent, Reading
from onrecord.words import phrases, table

_WORD = re.compile(r"(?:[A-Z]\.){2,8}|[$£€¥₹]?\d+(?:[.,]\d+)*[^\W\d_]{0,9}%?|[^\W_]+(?:['’][^\W_]+)*")
_END = re.compile(r"(?<=[.!?])[”’\"')\]]*\s+(?=[“‘\"'(\[]*[^\W\d_a-z]|\d)")
_STATES = frozenset(phrases("copies", "initialisms"))
_OUR = re.compile(r"(?<=[a-z]{3})our(?=$|s$|ed$|ing$|ers?$|able$|ites?$|hoods?$|ful$|less$|ly$|al$)")
_IZE = re.compile(r"(?<=[a-z]{3})(iz|yz)(?=(?:e|ed|es|ing|er|ers|ations?|ational)$)")
_DOUBLED = re.compile(r"(?<=[a-z]{3}[aeiou])ll(?=(?:ed|ing|ers?|ors?)$)")


LONGEST = 200
"""Words of a sentence; what runs on longer is cut, so that no table of two sentences' words grows without bound."""


class Word(NamedTuple):
    """One word: its extent in the article's text, its folded form, whether it stands in quotation marks."""

    start: int
    end: int
    norm: str
    quoted: bool


class Own(NamedTuple):
    """A text's own words, folded, in order; and those that are names (a capital, though they begin no sentence) or hold
    a figure."""

    words: list[str]
    names: list[str]


class Text(NamedTuple):
    """An article ready for comparison. `sentences` are half-open intervals of indices into `words`, none empty;
    `head` is where the headline ends, 0 for none; `sources` are the words for whoever is said to have said something,
    None where no reading shows them; `repeated` are sentences that stand in the text more than once and so are none of
    `sentences`; `senses` a vector for each of these, none where no reader told."""

    article: Article
    words: tuple[Word, ...]
    sentences: tuple[Extent, ...]
    quotes: tuple[Extent, ...]
    head: int = 0
    sources: tuple[Extent, ...] | None = None
    repeated: tuple[Extent, ...] = ()
    senses: tuple[bytes, ...] = ()

    def norms(self, sentence: Extent) -> list[str]:
        """The folded words of one sentence."""
        return [word.norm for word in self.words[sentence[0] : sentence[1]]]

    def own(self, sentence: Extent) -> list[str]:
        """The folded words of one sentence that stand outside quotation marks."""
        return [word.norm for word in self.words[sentence[0] : sentence[1]] if not word.quoted]

    def shown(self, sentence: Extent) -> str:
        """The sentence as it stands in the article."""
        start, end = self.extent(*sentence)
        return self.article.text[start:end]

    def extent(self, first: int, last: int) -> Extent:
        """The characters of words `first` up to, not including, `last`."""
        return self.words[first].start, self.words[last - 1].end


def read(article: Article, reading: Reading | None) -> Text:
    """The words, sentences and quotations of `article`; marks and stops stand in for what the reading does not show."""
    quotes = (
        tuple((q.start, q.end) for q in reading.quotes) if reading and reading.quotes else tuple(quoted(article.text))
    )
    words = tuple(words_of(article.text, quotes))
    extents = reading.sentences if reading and reading.sentences else split(article.text)
    told = reading.attributions if reading else ()
    sources = tuple(sorted({a.source for a in told if a.source})) if told else None
    once, repeated = _runs(words, extents)
    senses = _meant(words, once, reading)
    return Text(article, words, tuple(once), quotes, headline_end(article), sources, tuple(repeated), senses)


def _meant(words: Sequence[Word], runs: Sequence[Extent], reading: Reading | None) -> tuple[bytes, ...]:
    """For each run of words the vector of the sentence it begins in."""
    if not reading or not reading.senses or not runs:
        return ()
    starts = [start for start, _ in reading.sentences]
    return tuple(reading.senses[max(0, bisect_right(starts, words[first].start) - 1)] for first, _ in runs)


def split(text: str) -> list[Extent]:
    """Sentences by stops and capitals alone, never across a line."""
    out: list[Extent] = []
    start = 0
    for line in text.split("\n"):
        cuts = [0, *(found.end() for found in _END.finditer(line)), len(line)]
        out += [(start + a, start + b) for a, b in itertools.pairwise(cuts) if b > a]
        start += len(line) + 1
    return out


def fold(word: str) -> str:
    """A word as it is compared: case, curly marks, possessive and British spelling folded; "US" is not "us"."""
    if word in _STATES or (len(word) > 2 and word[1] == "."):
        return word.replace(".", "").lower() + "."
    return one_spelling(word.lower().replace("’", "'").removesuffix("'s"))


@lru_cache(maxsize=100_000)
def one_spelling(word: str) -> str:
    """A lower-case word in the one spelling in which American and British English are compared."""
    known = table("copies")["spellings"].get(word)
    if known is not None:
        return str(known)
    folded = _OUR.sub("or", word) if "our" in word else word
    return _DOUBLED.sub("l", _IZE.sub(lambda found: found[1].replace("z", "s"), folded))


def headline_end(article: Article) -> int:
    """Where the headline ends in the text, 0 for none."""
    return len(article.text.split("\n", 1)[0]) if article.regions[:1] == ("headline",) else 0


def own(article: Article, words: Sequence[Word]) -> Own:
    """What stands in the article outside quotation marks. A headline capitalises everything: it has no names."""
    mine, head = [word for word in words if not word.quoted], headline_end(article)
    names = [word.norm for word in mine if word.start >= head and _is_name(article.text, word)]
    return Own([word.norm for word in mine], names)


def _is_name(text: str, word: Word) -> bool:
    if text[word.start].isdigit() or text[word.start] in "$£€¥₹":
        return True
    before = text[max(0, word.start - 3) : word.start].rstrip("“”‘’\"'([")
    opens = not before.strip() or "\n" in before or before.rstrip()[-1:] in '.!?:;”’"'
    return text[word.start].isupper() and not opens and word.norm != "i"


def words_of(text: str, quotes: Sequence[Extent]) -> list[Word]:
    """The words of `text` in order; those in `quotes` are marked so."""
    starts = [a for a, _ in quotes]
    out = []
    for found in _WORD.finditer(text):
        at = bisect_right(starts, found.start()) - 1
        inside = at >= 0 and found.start() < quotes[at][1]
        out.append(Word(found.start(), found.end(), fold(found.group()), inside))
    return out


def _runs(words: Sequence[Word], extents: Sequence[Extent]) -> tuple[list[Extent], list[Extent]]:
    """Sentences as runs of words, and those that stand in the article twice: a page's furniture, or a line set out
    large."""
    starts = [word.start for word in words]
    runs = ((bisect_right(starts, a - 1), bisect_right(starts, b - 1)) for a, b in extents)
    kept = [(first, last) for first, last in runs if last > first]
    times = Counter(tuple(word.norm for word in words[first:last]) for first, last in kept)
    once = [(first, last) for first, last in kept if times[tuple(word.norm for word in words[first:last])] == 1]
    whole = set(once)
    return (
        [(at, min(at + LONGEST, last)) for first, last in once for at in range(first, last, LONGEST)],
        [(first, min(first + LONGEST, last)) for first, last in kept if (first, last) not in whole],
    )
