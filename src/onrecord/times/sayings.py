"""When each attribution of an article was said."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from onrecord.nouns import Extent, When
from onrecord.times.calendars import Stretch
from onrecord.times.contexts import Value
from onrecord.times.entries import moment_at
from onrecord.times.narration import Telling, Told
from onrecord.times.occasions import RECENT, is_gathering, keeps, occasions, speakers, was_there
from onrecord.times.papers import paper_time
from onrecord.times.speech import (
    Speech,
    between,
    is_aside,
    own_time,
    same_speaker,
    scene,
    speeches,
    tells_when,
)  # fmt: skip
from onrecord.times.writing import when_of

LEAD = 3
"""Sentences of the body in which an article names the day of its news."""

NEWS = 2
"""Days before publication that the day named in the lead may lie back for the rest to be news of that day."""

AROUND = 20
"""Attributions before and after one that can tell when it was said: no article's paragraph holds so many, and
a page made to hang holds thousands."""

_CITING = re.compile(r"\b(?:cit(?:e|es|ed|ing)|according|quot(?:e|es|ed|ing)|per|says?)\b", re.IGNORECASE)
_UPDATE = re.compile(r"(?:updated?|correction|clarification)\b", re.IGNORECASE)


def said(telling: Telling, cited: Mapping[int, When] | None = None) -> list[When | None]:
    """For each attribution: its own time, else that of its sentence, paper, speaker, paragraph or scene, else that of
    the report it cites (`cited`, by number), else its speaker's day, else its parent's, else the day of the news, else
    from an open beginning to the article's date. None where nothing is known."""
    spoken = speeches(telling)
    together: dict[Extent, list[Speech]] = {}
    for speech in spoken:
        together.setdefault(speech.sentence, []).append(speech)
    own = [own_time(telling, speech, _close(together[speech.sentence], speech.number)) for speech in spoken]
    out: list[When | None] = [None] * len(spoken)
    news, names = _news(telling), speakers(telling, spoken)
    days = occasions(telling, spoken, names, own)
    for speech in sorted(spoken, key=lambda s: (_depth(spoken, s), s.attribution.start, s.number)):
        told = own[speech.number]
        if told:
            out[speech.number] = _when(telling, told, "its own words, ")
            continue
        near = spoken[max(0, speech.number - AROUND) : speech.number + AROUND]
        out[speech.number] = (
            (_inherited(telling, speech, near, own) if speech.attribution.parent is None else None)
            or (cited or {}).get(speech.number)
            or (_of_parent(telling, speech, out) if speech.attribution.parent is not None else None)
            or _on_occasion(telling, speech, days.get(names[speech.number]))
            or _default(telling, speech, news)
        )
    return out


def _on_occasion(telling: Telling, speech: Speech, told: Told | None) -> When | None:
    """The day on which the speaker of a statement is told to have spoken elsewhere in the article."""
    if told is None or not keeps(speech, told):
        return None
    return _when(telling, told, "the same speaker's words elsewhere, ")


def _close(together: Sequence[Speech], number: int) -> Sequence[Speech]:
    """Of the attributions of a sentence, in the order of the reading, those around one."""
    place = bisect_left(together, number, key=lambda speech: speech.number)
    return together[max(0, place - AROUND) : place + AROUND]


def _depth(spoken: Sequence[Speech], speech: Speech) -> int:
    """How many attributions an attribution stands inside; a chain that runs in a circle counts as long as the list."""
    depth, at = 0, speech.attribution.parent
    while at is not None and 0 <= at < len(spoken) and depth <= len(spoken):
        depth, at = depth + 1, spoken[at].attribution.parent
    return depth


def _when(telling: Telling, told: Told, why: str) -> When:
    words = telling.article.text[told.words.start : told.words.end]
    return when_of(told.value, words, f"{why}“{words}”: {told.value.basis}")


def _inherited(telling: Telling, speech: Speech, spoken: Sequence[Speech], own: Sequence[Told | None]) -> When | None:
    """What the words around an attribution without a time of its own tell."""
    paper = paper_time(telling, speech)
    if paper:
        return _when(telling, paper, "the date of the paper, ")
    text = telling.article.text
    paragraph = text.rfind("\n", 0, speech.at) + 1
    for other in reversed(spoken):
        told = own[other.number]
        if told is None or other.attribution.parent is not None or not paragraph <= other.at < speech.at:
            continue
        if (
            other.sentence == speech.sentence
            and not is_aside(telling, other.sentence[0], told, speech.at)
            and not speech.present
        ):
            return _when(telling, told, "the same sentence's words, ")
        if (
            same_speaker(other, speech)
            and not speech.perfect
            and not is_aside(telling, paragraph, told, speech.at, things=True)
        ):
            return _when(telling, told, "the same speaker goes on, ")
    set_in = scene(telling, speech, spoken)
    if set_in:
        return _when(telling, set_in, "the scene is set, ")
    return _of_paragraph(telling, speech, paragraph)


def _of_paragraph(telling: Telling, speech: Speech, paragraph: int) -> When | None:
    """A day of the news that an earlier sentence of the paragraph names: what follows was said from then to
    publication."""
    entry = moment_at(telling.article, speech.at)
    day = entry.day if entry else telling.day
    if speech.present or speech.perfect or day is None or day.hi is None:
        return None
    for told in reversed(between(telling, paragraph, speech.sentence[0])):
        stretch = told.value.stretch
        if told.quoted or told.owner is not None or not tells_when(told) or stretch is None or stretch.lo != stretch.hi:
            continue
        if stretch.lo is None or not 0 <= (day.hi - stretch.lo).days <= NEWS:
            return None
        found = Stretch(stretch.lo, day.hi, "day" if stretch.lo == day.hi else "days")
        return when_of(
            Value(found, found.grain, "told after a day that its paragraph names, and not after the article"), None
        )
    return None


def _of_parent(telling: Telling, speech: Speech, out: Sequence[When | None]) -> When | None:
    """A source that is cited speaks with the one who cites it; what somebody tells of was said before he told it."""
    parent = speech.attribution.parent
    when = out[parent] if parent is not None and 0 <= parent < len(out) else None
    if when is None:
        return None
    cue = speech.attribution.cue
    if cue and _CITING.search(telling.article.text[cue[0] : cue[1]]):
        return when
    return _open(when.to, "not after the statement that tells it")


class _News(NamedTuple):
    """The day of the news, up to publication, whether people met on it, and whether it is so near that what else is
    told as past is news of it."""

    stretch: Stretch
    met: bool
    fresh: bool


def _news(telling: Telling) -> _News | None:
    """The day of the news: the day that the lead names, where it lies just before publication."""
    day = telling.day
    if day is None or day.hi is None or day.lo is None or (day.hi - day.lo).days > NEWS:
        return None
    for told in _lead(telling):
        stretch = told.value.stretch
        if stretch is None or stretch.lo is None or stretch.lo != stretch.hi or told.quoted or not tells_when(told):
            continue
        ago, met = (day.hi - stretch.lo).days, is_gathering(telling, told)
        if told.words.kind in ("weekday", "date", "deixis") and 0 <= ago <= (RECENT if met else NEWS):
            found = Stretch(stretch.lo, day.hi, "day" if stretch.lo == day.hi else "days")
            return _News(found, met, ago <= NEWS)
    return None


def _lead(telling: Telling) -> list[Told]:
    """The expressions of the first sentences of the body, lines of an update left out."""
    text, out, count = telling.article.text, list[Told](), 0
    updates = [(s, e) for s, e, _ in telling.article.lines() if _UPDATE.match(text, s)]
    bodies = [start for start, _, region in telling.article.lines() if region == "body"]
    for start, end in telling.sentences:
        if not bodies or start < bodies[0] or any(s <= start < e for s, e in updates):
            continue
        out += between(telling, start, end)
        count += 1
        if count == LEAD:
            break
    return out


def _default(telling: Telling, speech: Speech, news: _News | None) -> When | None:
    entry = moment_at(telling.article, speech.at)
    if entry:
        return _open(entry.when.to, f"told in {entry.why}, so not after it")
    if news and news.met and was_there(telling, speech):
        day = Stretch(news.stretch.lo, news.stretch.lo, "day")
        return when_of(Value(day, "day", "told of the meeting on the day that the lead names"), None)
    if news and news.fresh and not speech.perfect:
        stretch = news.stretch
        return when_of(Value(stretch, stretch.grain, "told as news of the day that the lead names"), None)
    end = telling.day.hi if telling.day else None
    return _open(end.isoformat() if end else None, f"told as news, so not after {telling.why}")


def _open(to: str | None, why: str) -> When | None:
    if to is None:
        return None
    return When(from_=None, to=to, precision="open", edtf=f"../{to[:10]}", text=None, basis=why)
