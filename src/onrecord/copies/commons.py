"""What two articles share without either being made from the other: quotations, sources, a sentence here and there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from onrecord.copies.alignment import align
from onrecord.copies.judgements import LIFTED
from onrecord.copies.lexicon import word_set
from onrecord.copies.scenes import is_upper
from onrecord.copies.texts import Text, read
from onrecord.nouns import Article, Evidence, Reading

FEWEST = 4
"""Words of a quotation that two articles share; shorter ones are turns of phrase."""
MOST = 6
"""Things of one kind that are listed."""


def common(a: Article, b: Article, readings: Sequence[Reading]) -> list[Evidence]:
    """What stands in both: quotations of four words and more, the longest first, named sources, sentences nearly word
    for word. `readings` may lack either."""
    by_article = {reading.article: reading for reading in readings}
    first, second = (read(x, by_article.get(x.id)) for x in (a, b))
    return [*_quotations(first, second), *_sources(first, second), *_sentences(first, second)]


def _quotations(first: Text, second: Text) -> list[Evidence]:
    here, there = (_quoted(text) for text in (first, second))
    found = [
        (min(len(x), len(y)), words, others)
        for x, words in here
        for y, others in there
        if f" {' '.join(x)} " in f" {' '.join(y)} " or f" {' '.join(y)} " in f" {' '.join(x)} "
    ]
    longest = sorted(found, key=lambda row: (-row[0], row[1:]))[:MOST]
    return [Evidence(why="both quote the same words", before=x, after=y) for _, x, y in longest]


def _quoted(text: Text) -> list[tuple[tuple[str, ...], str]]:
    """The quotations long enough to tell, each by its folded words and as it stands."""
    out = []
    for start, end in text.quotes:
        norms = tuple(word.norm for word in text.words if start <= word.start < end)
        if len(norms) >= FEWEST:
            out.append((norms, text.article.text[start:end]))
    return out


def _sources(first: Text, second: Text) -> list[Evidence]:
    """Sources that both name, by the last word of the name."""
    here, there = ({name.split()[-1]: name for name in _names(text)} for text in (first, second))
    shared = sorted(set(here) & set(there))[:MOST]
    return [Evidence(why="both lay words at the same source", before=here[x], after=there[x]) for x in shared]


def _names(text: Text) -> Iterable[str]:
    """The names among the words for whoever is said to have said something, the fullest form last."""
    found = []
    for start, end in text.sources or ():
        at = next((n for n, w in enumerate(text.words) if start <= w.start < end and _is_name(text, n)), None)
        if at is not None:
            last = at
            while is_upper(text, last + 1) and text.words[last + 1].end <= end:
                last += 1
            found.append(text.article.text[text.words[at].start : text.words[last].end])
    return sorted(found, key=len)


def _is_name(text: Text, at: int) -> bool:
    word = text.words[at]
    return text.article.text[word.start].isupper() and word.norm not in word_set("small") | word_set("styles")


def _sentences(first: Text, second: Text) -> list[Evidence]:
    found = [link for link in align(first, second).links if link.own >= LIFTED][:MOST]
    return [
        Evidence(
            why="a sentence stands in both", before=first.shown(first.sentences[link.a]),
            after=second.shown(second.sentences[link.b]),
        )
        for link in found
    ]  # fmt: skip
