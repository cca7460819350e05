"""What its dated siblings tell of when an undated article was published.

A date line without a year takes the year of its siblings; "on Thursday" or "yesterday" beside the name of a sibling's
outlet dates from that sibling; and so does a sentence that tells of the same day's report in nearly the same words as a
sibling does.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from onrecord.times.calendar_names import day_number, number_of_month, number_of_weekday
from onrecord.times.calendars import day_of, move, written
from onrecord.times.narration import Telling, Told
from onrecord.words import table

DATELINE = 90
"""Characters at the start of the body within which a date line names its day."""

NEAR_SIBLINGS = 60
"""Days from a sibling within which a date line's day must fall: a thread's articles lie closer than half a year,
so that at most one year fits."""

ALIKE = 5
"""Words (of four letters or more) that two sentences must share, beside a name, to tell of the same report.
Calibrated on two hand-made piles: sentences of other days share up to three."""

OPENING = 1_000
"""Characters in which an article tells what its news is: headline, summary and three or four sentences."""

RETOLD = 8
"""The same as `ALIKE` between a sentence and a whole opening, which is longer."""

_REPORTS = re.compile(
    r"\b(?:report(?:ed|s|ing)?|reveal(?:ed|s)|disclosed|wrote|published|broke|according|said|says|story)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[^\W\d_]{4,30}")
_NAMES = re.compile(r"\b[A-Z][\w’'&-]{2,30}\b")


class Bound(NamedTuple):
    """The first and last day on which an article can have been published, either open, and why."""

    lo: date | None
    hi: date | None
    why: str


class _Sentence(NamedTuple):
    """A sentence with an expression of a single day, as what can be compared; `after` is the sentence that follows
    it."""

    told: Told
    text: str
    after: str
    words: frozenset[str]
    names: frozenset[str]


def from_dateline(telling: Telling, kin: Sequence[Telling]) -> Iterator[Bound]:
    """ "HARMOUTH, Oct 24 -": the year in which that day lies nearest a sibling's."""
    text = telling.article.text
    bodies = [start for start, _, region in telling.article.lines() if region == "body"]
    days = [sibling.day.hi for sibling in kin if sibling.day and sibling.day.hi]
    for told in telling.told:
        at = told.words.start
        if not bodies or not bodies[0] <= at < bodies[0] + DATELINE or told.words.kind != "date":
            continue
        if (
            not re.match(r"[^.\n]{0,40}?\s?[-–—]", text[told.words.end :][:44])
            or not text[bodies[0] : at].strip(" ,(").isupper()
        ):
            continue
        month, day = number_of_month(told.words.parts["month"]), day_number(told.words)
        years = (
            [int(told.words.parts["year"])]
            if "year" in told.words.parts
            else sorted({d.year + n for d in days for n in (-1, 0, 1)})
        )
        near = [
            found.lo for year in years if (found := day_of(year, month, day)) and found.lo and _close(found.lo, days)
        ]
        if len(near) == 1:
            yield Bound(near[0], near[0], f"its date line “{text[at : told.words.end]}” with the year of its siblings")
        return


def _close(day: date, days: Sequence[date]) -> bool:
    return any(abs((day - other).days) <= NEAR_SIBLINGS for other in days)


def _sentences(telling: Telling) -> list[_Sentence]:
    """The sentences outside quotations that put something on a weekday, yesterday or today."""
    text, out = telling.article.text, []
    starts = [start for start, _ in telling.sentences]
    for told in telling.told:
        if told.quoted or told.words.kind not in ("weekday", "deixis", "date") or told.words.part("which"):
            continue
        place = max(0, bisect_right(starts, told.words.start) - 1)
        start, end = telling.sentences[place]
        sentence, after = text[start:end], text[slice(*telling.sentences[place + 1])] if place + 1 < len(starts) else ""
        days = {word.lower() for word in table("times")["weekdays"]}
        names = frozenset(name for name in _NAMES.findall(sentence) if name.lower() not in days)
        out.append(_Sentence(told, sentence, after, frozenset(w.lower() for w in _WORDS.findall(sentence)), names))
    return out


def from_siblings(telling: Telling, kin: Sequence[Telling], circle: frozenset[str]) -> Iterator[Bound]:
    """What the sentences of an undated article that name a day say, beside those of its dated siblings."""
    known = [(sibling, _sentences(sibling)) for sibling in kin]
    for sentence in _sentences(telling):
        if sentence.told.words.kind == "date":
            continue
        cited = _cited(sentence, kin, circle)
        if cited is not None:
            yield _when_told(sentence.told, *cited)
            continue
        retold = [(len(sentence.words & other.words), sibling, other) for sibling, others in known for other in others
                  if _same_report(sentence, other)]  # fmt: skip
        days = {other.told.value.stretch.lo for _, _, other in retold if other.told.value.stretch}
        if len(days) == 1 and (day := days.pop()):
            sibling = max(retold, key=lambda row: (row[0], row[1].article.id))[1]
            yield _when_told(
                sentence.told,
                day,
                f"its sibling of {written(sibling.day.hi) if sibling.day else ''} tells of the same report",
            )
        elif not days and (last := _last_before(sentence, kin, circle)):
            yield _when_told(
                sentence.told, last, "a sibling of the same story tells of the same report as news within the week"
            )


def _last_before(sentence: _Sentence, kin: Sequence[Telling], circle: frozenset[str]) -> date | None:
    """The last such weekday up to the day on which siblings of the story open with the same report, naming no day
    of it; None where they would give different days."""
    if sentence.told.words.kind != "weekday" or not _REPORTS.search(sentence.text):
        return None
    days = set()
    for sibling in kin:
        text = sibling.article.text[:OPENING]
        day = sibling.day.hi if sibling.day and sibling.day.lo == sibling.day.hi else None
        shared = sentence.words & {word.lower() for word in _WORDS.findall(text)}
        if sibling.article.id not in circle or day is None or not _REPORTS.search(text):
            continue
        if len(shared) >= RETOLD and len(sentence.names & set(_NAMES.findall(text))) >= 2:
            days.add(
                day - timedelta(days=(day.weekday() - number_of_weekday(sentence.told.words.parts["weekday"])) % 7)
            )
    return days.pop() if len(days) == 1 else None


def _cited(sentence: _Sentence, kin: Sequence[Telling], circle: frozenset[str]) -> tuple[date, str] | None:
    """The day of the sibling whose outlet the sentence names as reporting, the likest in words where there are
    several."""
    fit = []
    for sibling in kin:
        outlet = (sibling.article.outlet or "").removeprefix("The ")
        day = sibling.day.lo if sibling.day else None
        if len(outlet) < 4 or day is None or not _reports(outlet, sentence) or not _falls(sentence.told, day):
            continue
        words = {word.lower() for word in _WORDS.findall(sibling.article.text)}
        fit.append((len(sentence.words & words), sibling.article.id in circle, day, outlet))
    if not fit:
        return None
    _, _, day, outlet = max(fit)
    return day, f"it tells of {outlet}'s report of {day.isoformat()}"


def _reports(outlet: str, sentence: _Sentence) -> bool:
    """Whether a sentence tells of an outlet's report; or it tells the news of a day and the next one begins with
    the outlet."""
    name = rf"(?<!\w){re.escape(outlet)}(?!\w)"
    if re.search(name, sentence.text):
        return _REPORTS.search(sentence.text) is not None
    told = sentence.told.words.kind == "weekday" and re.match(rf"(?:The )?{name}", sentence.after)
    return bool(told) and _REPORTS.search(sentence.after) is not None


def _falls(told: Told, day: date) -> bool:
    """Whether a weekday's name is that of a day; "yesterday" and "today" fit any."""
    return told.words.kind != "weekday" or number_of_weekday(told.words.parts["weekday"]) == day.weekday()


def _same_report(mine: _Sentence, other: _Sentence) -> bool:
    stretch = other.told.value.stretch
    if stretch is None or stretch.lo is None or stretch.lo != stretch.hi or not _falls(mine.told, stretch.lo):
        return False
    if not (_REPORTS.search(mine.text) and _REPORTS.search(other.text)) or mine.told.words.kind != "weekday":
        return False
    names = mine.names & other.names
    shared = mine.words & other.words
    return len(names) >= 2 and len(shared) >= ALIKE


def _when_told(told: Told, day: date, why: str) -> Bound:
    """The days on which an article can call a day "yesterday", "today" or by its weekday: a weekday names the last
    such day, so the week that begins with it."""
    if told.words.kind == "weekday":
        return Bound(day, move(day, 6, "day"), f"“{told.words.parts['weekday']}” is {day.isoformat()}, for {why}")
    step = {"yesterday": 1, "tomorrow": -1}.get(told.words.part("word"), 0)
    published = day + timedelta(days=step)
    return Bound(published, published, f"“{told.words.part('word')}” is {day.isoformat()}, for {why}")
