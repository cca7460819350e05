"""Papers that speak: a memo, a letter, an audit speaks from the day it is dated, whichever article tells that day."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from onrecord.nouns import When
from onrecord.times.calendars import stretch_of
from onrecord.times.narration import Telling, Told
from onrecord.times.speech import ASIDE, WORD, Speech, between, tells_when
from onrecord.times.writing import when_of
from onrecord.words import table

DATING = 40
"""Characters before a time in which "dated", "sent", "posted" put it on a paper."""


@cache
def _papers() -> frozenset[str]:
    return frozenset(table("times")["papers"]["words"])


@cache
def _dating() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(table("times")["scenes"]["dating"]) + r")\b[^.;]*$", re.IGNORECASE)


def paper_time(telling: Telling, speech: Speech) -> Told | None:
    """The date on the paper that speaks ("The memo, dated 3 May"): by its noun in any earlier sentence, for "it"
    in this paragraph."""
    text, source = telling.article.text, set(WORD.findall(speech.source))
    papers = source & _papers()
    if not papers and source != {"it"}:
        return None
    paragraph = text.rfind("\n", 0, speech.at) + 1
    for told in reversed(between(telling, 0 if papers else paragraph, speech.at)):
        if _is_on_paper(telling, told) and _near(telling, told) & (papers or _papers()):
            return told
    return None


def _is_on_paper(telling: Telling, told: Told) -> bool:
    at = told.words.start
    return (
        not told.quoted and tells_when(told) and bool(_dating().search(telling.article.text[max(0, at - DATING) : at]))
    )


def _near(telling: Telling, told: Told) -> set[str]:
    at = told.words.start
    return set(WORD.findall(telling.article.text[max(0, at - ASIDE) : at].lower()))


def dated_papers(tellings: Sequence[Telling]) -> Mapping[str, When]:
    """The day on each kind of paper of which the articles of a thread tell one day alone, by its noun."""
    found: dict[str, dict[tuple[str | None, str | None], When]] = {}
    for telling in tellings:
        for noun, when in _dated(telling):
            found.setdefault(noun, {}).setdefault((when.from_, when.to), when)
    return {noun: next(iter(whens.values())) for noun, whens in sorted(found.items()) if len(whens) == 1}


def _dated(telling: Telling) -> Iterator[tuple[str, When]]:
    """The papers of an article with the day on them: the noun right before "dated" or in the words up to it."""
    starts = [start for start, _ in telling.sentences]
    for told in telling.told:
        if not _is_on_paper(telling, told):
            continue
        begin = starts[max(0, bisect_right(starts, told.words.start) - 1)]
        nouns = [
            word for word in WORD.findall(telling.article.text[begin : told.words.start].lower()) if word in _papers()
        ]
        if nouns:
            words = telling.article.text[told.words.start : told.words.end]
            yield nouns[-1], when_of(told.value, None, f"the {nouns[-1]} is dated “{words}”: {told.value.basis}")


def of_papers(telling: Telling, dated: Mapping[str, When]) -> Mapping[int, When]:
    """For attributions whose source is a paper of one known day: that day, unless the article is older."""
    out = {}
    for number, attribution in enumerate(telling.reading.attributions):
        if attribution.source is None:
            continue
        nouns = _head(telling.article.text[slice(*attribution.source)].lower())
        when = next((dated[noun] for noun in nouns if noun in dated), None)
        stretch = stretch_of(when)
        if when and stretch and stretch.lo and not _is_later(telling, stretch.lo.isoformat()):
            out[number] = when
    return out


def _head(source: str) -> list[str]:
    """The noun that a source stands on, and the one it is told by: "a draft audit seen by us" -> audit, draft."""
    first = re.split(rf",|\b(?:{'|'.join(table('times')['papers']['behind'])})\b", source, maxsplit=1)[0]
    nouns = WORD.findall(first)[-2:]
    return nouns[::-1] if nouns and nouns[-1] in _papers() else []


def _is_later(telling: Telling, day: str) -> bool:
    return telling.day is None or telling.day.hi is None or day > telling.day.hi.isoformat()
