"""A reader made of one answerer a question, with the rules for all that nobody else is given for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from onrecord.nouns import Article, Reading
from onrecord.readings import answers, sentences
from onrecord.readings.questions import (
    AttributionFinder,
    CorefResolver,
    NameFinder,
    QuotationFinder,
    RegardFinder,
    Remarking,
    Seen,
    SenseFinder,
    TimeFinder,
    spreads,
)  # fmt: skip
from onrecord.readings.rules import Rules

LANGUAGE = "en"
"""The language that sentences are cut in, and that all behind the reading is written for."""

RULES = Rules()


@dataclass(frozen=True)
class Composed:
    """A reader of one answerer a question. Each is asked with what those before it have seen, in the order of the
    fields, and its answers are held to what a reading may be: `answers` has the rules."""

    quotations: QuotationFinder = RULES
    names: NameFinder = RULES
    corefs: CorefResolver = RULES
    attributions: AttributionFinder = RULES
    times: TimeFinder = RULES
    regards: RegardFinder = RULES
    senses: SenseFinder = RULES

    @property
    def name(self) -> str:
        """The rules' name, and question by question whoever else answers: "rules-N, names: gazetteer-1"."""
        given = {field.name: getattr(self, field.name).name for field in fields(self)}
        others = [f"{question}: {name}" for question, name in given.items() if name != RULES.name]
        return ", ".join([RULES.name, *others])

    @property
    def spreads(self) -> bool:
        """Whether all its answerers do."""
        return all(spreads(getattr(self, field.name)) for field in fields(self))

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        """One Reading an article, in their order; an empty one for those that are not in English. Raises ReaderError
        where an answer cannot stand."""
        known = [article for article in articles if article.language == LANGUAGE]
        readings = dict(zip((article.id for article in known), self._read(known), strict=True))
        return [readings.get(article.id) or empty(article, self.name) for article in articles]

    def _read(self, articles: Sequence[Article]) -> list[Reading]:
        seen = [_opened(article) for article in articles]
        quoted = answers.quotations(self.quotations.name, seen, self.quotations.find_quotations(seen))
        seen = [one._replace(quotes=found) for one, found in zip(seen, quoted, strict=True)]
        named = answers.mentions(self.names.name, seen, self.names.find_names(seen))
        seen = [one._replace(mentions=found) for one, found in zip(seen, named, strict=True)]
        resolved = answers.resolved(self.corefs.name, seen, self.corefs.resolve_mentions(seen))
        seen = [one._replace(mentions=found) for one, found in zip(seen, resolved, strict=True)]
        told = answers.attributions(self.attributions.name, seen, self.attributions.find_attributions(seen))
        dated = answers.times(self.times.name, seen, self.times.find_times(seen))
        felt = answers.regards(self.regards.name, seen, self.regards.find_regards(seen))
        meant = answers.senses(self.senses.name, seen, self.senses.find_senses(seen))
        remarks = [self._remarks(one) for one in seen]
        return [
            Reading(
                article=one.article.id, reader=self.name, sentences=one.sentences, quotes=one.quotes,
                mentions=one.mentions, attributions=told[n], times=dated[n], regards=felt[n],
                senses=meant[n], remarks=remarks[n],
            )
            for n, one in enumerate(seen)
        ]  # fmt: skip

    def _remarks(self, one: Seen) -> tuple[str, ...]:
        answerers = {id(given): given for given in (getattr(self, field.name) for field in fields(self))}
        asked = [given for given in answerers.values() if isinstance(given, Remarking)]
        return tuple(remark for given in asked for remark in given.remarks([one])[0])


def _opened(article: Article) -> Seen:
    lines = article.lines()
    return Seen(article, tuple(lines), sentences.split(article.text, lines))


def empty(article: Article, reader: str) -> Reading:
    """A reading that saw nothing."""
    return Reading(article=article.id, reader=reader, sentences=(), quotes=(), mentions=(), attributions=())
