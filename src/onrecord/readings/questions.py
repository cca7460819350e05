"""The questions that a reading answers, a protocol each: lists in, lists out.

A model answers one question or several; `composing.Composed` makes a reader of one answerer a question. Every answer is
extents of the article's text, and depends on that article alone: the same alone or among others, in any order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol, runtime_checkable

from onrecord.nouns import Article, Attribution, Extent, Mention, Quote, Reading, Regard, Region


class Seen(NamedTuple):
    """What has been read of one article when a question is asked: its sentences always, its quotations from names on,
    its mentions from corefs on (without antecedents then, with them for all that comes after)."""

    article: Article
    lines: tuple[tuple[int, int, Region], ...]
    sentences: tuple[Extent, ...]
    quotes: tuple[Quote, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def text(self) -> str:
        """The text that every extent is of."""
        return self.article.text


class Answerer(Protocol):
    """What all answerers have."""

    @property
    def name(self) -> str:
        """Name and version, and whatever else changes its answers: a reading is kept by text and by this."""
        ...


class QuotationFinder(Answerer, Protocol):
    """Which words stand in quotation marks."""

    def find_quotations(self, seen: Sequence[Seen]) -> list[tuple[Quote, ...]]:
        """The quotations of each article by where they start, an outer one before those in it."""
        ...


class NameFinder(Answerer, Protocol):
    """Who and what is mentioned: names, nominals, pronouns, each with its type."""

    def find_names(self, seen: Sequence[Seen]) -> list[tuple[Mention, ...]]:
        """The mentions of each article by where they start, the longer first; none has an antecedent yet."""
        ...


class CorefResolver(Answerer, Protocol):
    """Which mentions mean the same."""

    def resolve_mentions(self, seen: Sequence[Seen]) -> list[tuple[Mention, ...]]:
        """The mentions of each article again, in their order, with antecedents; types may be mended, extents not."""
        ...


class AttributionFinder(Answerer, Protocol):
    """Who said what: act, source, cue, content, hearer, and which attribution stands inside which."""

    def find_attributions(self, seen: Sequence[Seen]) -> list[tuple[Attribution, ...]]:
        """The attributions of each article by where they start."""
        ...


class TimeFinder(Answerer, Protocol):
    """Which words tell a time."""

    def find_times(self, seen: Sequence[Seen]) -> list[tuple[Extent, ...]]:
        """The expressions of time of each article that the grammar of times might not know, in order; what it knows is
        found without this."""
        ...


class RegardFinder(Answerer, Protocol):
    """Who stands well or badly to whom, within a sentence."""

    def find_regards(self, seen: Sequence[Seen]) -> list[tuple[Regard, ...]]:
        """The regards of each article by where they stand, beside those that verbs and statements show."""
        ...


class SenseFinder(Answerer, Protocol):
    """What each sentence means, for copies in other words."""

    def find_senses(self, seen: Sequence[Seen]) -> list[tuple[bytes, ...]]:
        """For each article a vector a sentence, in their order, or () where nothing is known: signed bytes, all of one
        length, 16 at least; of two sentences the cosine of their vectors tells how much they say the same."""
        ...


@runtime_checkable
class Remarking(Protocol):
    """What an answerer may have beside: remarks on what it would not vouch for."""

    def remarks(self, seen: Sequence[Seen]) -> list[tuple[str, ...]]:
        """Remarks on each article, about the answers given since they were last asked for."""
        ...


class Reader(Protocol):
    """Answers every question about texts at once. The same article gives the same Reading, alone or among others.

    A reader (or answerer) whose attribute `spreads` is true may be copied, by pickle, into several processes that read
    side by side; all others read in the record's own process, an article at a time."""

    @property
    def name(self) -> str:
        """Name and version, and whatever else changes its readings: a reading is kept by text and by this."""
        ...

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One Reading an article, in their order. Articles in a language it does not know get an empty Reading."""
        ...


def spreads(reader: Reader | Answerer) -> bool:
    """Whether copies of it may read in several processes at once."""
    return bool(getattr(reader, "spreads", False))
