"""The occasion on which somebody spoke: who told one thing on Wednesday told the rest then too; what is told as past in
a report of a meeting was said at the meeting."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache

from onrecord.nouns import Extent, Mention
from onrecord.times.narration import Telling, Told
from onrecord.times.speech import Speech, is_aside
from onrecord.words import table

RECENT = 8
"""Days before an article within which the day that a speaker is put on is that of its news: a weekly paper's week."""

APART = ("declines", "no_response")
"""Acts of those who were asked afterwards, not of those who were there."""


def speakers(telling: Telling, spoken: Sequence[Speech]) -> list[str]:
    """Who speaks, for each attribution: the last word of the name its source means, small, "" where none is known."""
    return [_name(telling, speech.attribution.source) for speech in spoken]


def _name(telling: Telling, source: Extent | None) -> str:
    if source is None:
        return ""
    mentions = telling.reading.mentions
    at = bisect_left(mentions, source[0], key=lambda mention: mention.start)
    while at < len(mentions) and mentions[at].start < source[1]:
        named = _meant(mentions, at)
        if named is not None:
            return telling.article.text[named.start : named.end].lower().split()[-1]
        at += 1
    return ""


def _meant(mentions: Sequence[Mention], at: int) -> Mention | None:
    """The name that a mention is or stands for."""
    mention = mentions[at]
    if mention.form != "name" and mention.antecedent is not None and 0 <= mention.antecedent < len(mentions):
        mention = mentions[mention.antecedent]
    return mention if mention.form == "name" and mention.type not in ("place", "product") else None


def occasions(
    telling: Telling, spoken: Sequence[Speech], names: Sequence[str], own: Sequence[Told | None]
) -> Mapping[str, Told]:
    """The day on which each speaker spoke, by name: the one day, just before the article, that his own words are put
    on; none for who is put on several."""
    found: dict[str, dict[object, Told]] = {}
    for speech, name, told in zip(spoken, names, own, strict=True):
        if name and told is not None and _is_recent(telling, told) and not _is_loose(telling, speech, told):
            stretch = told.value.stretch
            assert stretch is not None
            found.setdefault(name, {}).setdefault(stretch.lo, told)
    return {name: next(iter(days.values())) for name, days in sorted(found.items()) if len(days) == 1}


def _is_loose(telling: Telling, speech: Speech, told: Told) -> bool:
    return speech.attribution.parent is not None or is_aside(telling, speech.sentence[0], told, speech.at)


def _is_recent(telling: Telling, told: Told) -> bool:
    day, stretch = telling.day, told.value.stretch
    if day is None or day.hi is None or stretch is None or stretch.lo is None or stretch.lo != stretch.hi:
        return False
    return 0 <= (day.hi - stretch.lo).days <= RECENT


def keeps(speech: Speech, told: Told) -> bool:
    """Whether a statement goes with its speaker's occasion: it stands behind it and is not told as of another time."""
    return speech.at > told.words.start and not speech.perfect and speech.attribution.act not in APART


@cache
def _gathering() -> re.Pattern[str]:
    words = "|".join(table("times")["scenes"]["gatherings"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


@cache
def _remote() -> re.Pattern[str]:
    words = "|".join(table("times")["scenes"]["remote"])
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def is_gathering(telling: Telling, told: Told) -> bool:
    """Whether the sentence that names the day of the news tells of people who met: "200 filled the hall on Tuesday"."""
    at = told.words.start
    return any(
        start <= at < end and _gathering().search(telling.article.text, start, end) for start, end in telling.sentences
    )


def was_there(telling: Telling, speech: Speech) -> bool:
    """Whether a statement can have been made where people met: told as past, and not by mail, by a spokesman or as an
    answer to the paper."""
    if speech.present or speech.perfect or speech.attribution.act in APART or speech.attribution.parent is not None:
        return False
    return not _remote().search(telling.article.text, *speech.sentence)
