"""Reading an article for time: what each expression counts from, and the stretch it then means."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from onrecord.nouns import Article, Extent, Reading, When
from onrecord.times import expressions, tenses
from onrecord.times.bare import YEAR
from onrecord.times.calendars import Stretch, edtf, stretch_of
from onrecord.times.chronicles import is_chronicle, points
from onrecord.times.contexts import Context, Value
from onrecord.times.entries import Moment, moment_at
from onrecord.times.grammar import Words
from onrecord.times.numeric import day_first
from onrecord.times.values import value
from onrecord.words import table

NEAR = 250
"""Characters back within which a time is of this sentence or the one before: two sentences of news."""

ASIDE = 5
"""Years that a chronicle may move on or back with a bare year: calibrated on long narratives, where any from 3 to 10
does as well."""

UPDATE_HEAD = 60
"""Characters at the start of a line within which "Update, 3 May:" names its date."""

DATED_BY_UPDATE = 31
"""Days after publication within which the date of an update is taken as the date the text speaks from."""

_BACKWARDS = frozenset({"earlier", "before", "previously", "prior", "beforehand"})
_DAYPARTS = frozenset({"morning", "afternoon", "evening", "night"})
_NEXT = frozenset({"next", "following", "the next", "the following"})
_SAME = frozenset({"that", "same"})
_NO_STORY = frozenset({"age", "duration", "within", "unread", "event", "clause", "days", "attime", "then", "fiscal"})
_CARRIED = frozenset({"date", "month", "range", "season", "holiday", "monthday", "weekof", "edge"})
"""Kinds that in a chronicle take their year from the time told last."""
_BEYOND = frozenset({"since", "until", "till"})
_TO_SPEECH = frozenset({"duration", "within"})
_PREPOSITION = re.compile(r"^(?:in|on|at|during|over)\s+(?:the\s+)?", re.IGNORECASE)
_UPDATE = re.compile(r"(?i:updated?|correction|clarification|editor[’']s note)\b")
_UPDATE_LINE = re.compile(r"^(?i:updated?)\b", re.MULTILINE)
_FISCAL = re.compile(
    r"(?:fiscal|financial) year[^.\n]{0,40}?\b(?:ends?|ended|ending|runs? to|to)\b(?: on| in)?[^.\n]{0,12}?"
    r"\b([A-Z][a-z]{2,8})\b"
)


class Told(NamedTuple):
    """An expression where it stands: its words, what it means, whether it stands in a quotation, the index of the
    attribution whose words it stands in (None for the article's own), and the tense of its clause."""

    words: Words
    value: Value
    quoted: bool
    owner: int | None
    ahead: bool
    perfect: bool


class Telling(NamedTuple):
    """One article as far as time is concerned. `day` is the date its text speaks from, with `why` in words."""

    article: Article
    reading: Reading
    sentences: tuple[Extent, ...]
    day: Stretch | None
    why: str
    told: tuple[Told, ...]


class _Mark(NamedTuple):
    """A time the story has reached, with its own words, where they end and whose words they stand in; `aside` where the
    text looks aside, or tells what something lasted since or until."""

    stretch: Stretch
    words: str
    end: int
    owner: int | None
    aside: bool


def is_day(when: When | None) -> bool:
    """Whether a date of publication is one, and no mere bounds."""
    return when is not None and when.precision != "open"


def speaks_from(article: Article, published: When | None) -> tuple[Stretch | None, str]:
    """The date that the text of an article speaks from: that of its last version, where one is told, else of
    publication."""
    first, last = stretch_of(published) if is_day(published) else None, stretch_of(article.updated)
    later = first and last and first.lo and last.hi and 0 < (last.hi - first.lo).days <= DATED_BY_UPDATE
    if later and not _UPDATE_LINE.search(article.text):
        return last, "the date of the article's last version"
    if first is None:
        return None, "the article is undated"
    return first, "the article's date"


def tell(article: Article, reading: Reading, published: When | None) -> Telling:
    """The expressions of one article in the order of the text, those of quotations too as if the article had said them,
    until `requote` knows when they were said."""
    day, why = speaks_from(article, published)
    sentences = reading.sentences or tuple((start, end) for start, end, _ in article.lines())
    blank = Value(None, "unknown", "")
    found = expressions.find(article.text, reading.times)
    told = tuple(
        Told(words, blank, *owner, tenses.ahead(article.text, words), tenses.perfect(article.text, words))
        for words, owner in zip(found, _owners(found, reading), strict=True)
    )
    telling = Telling(article, reading, sentences, day, why, told)
    return telling._replace(told=tuple(_resolved(telling, [None] * len(reading.attributions))))


def requote(telling: Telling, said: Sequence[When | None]) -> Telling:
    """The expressions again, those inside quotations counted from when they were said, and "since" and lengths of time
    inside any reported speech ended there."""
    return telling._replace(told=tuple(_resolved(telling, said))) if said else telling


def _resolved(telling: Telling, said: Sequence[When | None]) -> list[Told]:
    text, story = telling.article.text, list[_Mark]()
    fiscal, dated = _fiscal_start(text), _dated_lines(telling)
    lines = [start for start, _, _ in telling.article.lines()]
    past = is_chronicle([(told.words, told.quoted) for told in telling.told], _last(telling.day))
    order = day_first([told.words for told in telling.told])
    entry: Moment | None = None
    out = []
    for told in telling.told:
        before, entry = entry, moment_at(telling.article, told.words.start)
        if entry != before:
            story.clear()
        speaks = dated.get(bisect_right(lines, told.words.start) - 1) or (entry and (entry.day, entry.why))
        day, why = speaks or (telling.day, telling.why)
        when = said[told.owner] if told.owner is not None and _counts_from_speech(told) else None
        spoken = stretch_of(when)
        if spoken and when:
            day, why = spoken, f"{_plain(when.text) or edtf(spoken)}, when it was said"
        elif past and told.quoted:
            day, why = None, "the article looks back, and when it was said is not told"
        clock = entry.clock if entry and day == entry.day else ""
        context = _context(
            text, told, story, Context(day, why, fiscal=fiscal, clock=clock, chronicle=past, day_first=order)
        )
        meant = value(told.words, context)
        out.append(told._replace(value=meant))
        core = meant.core or meant.stretch
        if core and _moves_story(told.words, core):
            aside = told.words.part("relation") in _BEYOND or (past and _aside(told.words, core, story))
            story.append(_Mark(core, text[told.words.start : told.words.end], told.words.end, told.owner, aside))
    return out


def _last(day: Stretch | None) -> date | None:
    return day.hi or day.lo if day else None


def _counts_from_speech(told: Told) -> bool:
    return told.quoted or told.words.kind in _TO_SPEECH or told.words.part("relation") == "since"


def _dated_lines(telling: Telling) -> dict[int, tuple[Stretch, str]]:
    """Lines that begin "Update, 3 May:" and the like speak from that date: number of the line -> date."""
    out: dict[int, tuple[Stretch, str]] = {}
    for number, (start, end, _) in enumerate(telling.article.lines()):
        if not _UPDATE.match(telling.article.text, start, min(end, start + UPDATE_HEAD)):
            continue
        for told in telling.told:
            if start <= told.words.start < start + UPDATE_HEAD and told.words.kind == "date":
                found = value(told.words, Context(telling.day, telling.why)).stretch
                if found:
                    out[number] = (found._replace(clock="", grain="day"), "the date of the update")
                break
    return out


def _plain(words: str | None) -> str:
    """The page's words for a time without their preposition."""
    return _PREPOSITION.sub("", words or "")


def _context(text: str, told: Told, story: Sequence[_Mark], context: Context) -> Context:
    words = told.words
    mark = _anchor(told, story, context)
    context = context._replace(ahead=told.ahead, perfect=told.perfect)
    if mark is None:
        return context
    near = "\n" not in text[mark.end : words.start] and words.start - mark.end <= NEAR
    return context._replace(narrative=mark.stretch, told=mark.words, near=near)


def _anchor(told: Told, story: Sequence[_Mark], context: Context) -> _Mark | None:
    """The last time told that can be counted from: a single day for "ten days earlier" and "that evening"; where the
    article itself looks back from a day, a day of the article's own; for a bare date of a chronicle a time that tells
    its year."""
    words, day = told.words, context.day
    fine = words.part("unit").removesuffix("s") in ("day", "night", "hour") and bool(words.part("way"))
    part = (
        words.kind == "deictic"
        and words.part("unit") in _DAYPARTS
        and words.part("which").removeprefix("the ") in _SAME
    )
    next_day = words.kind == "deictic" and words.part("unit") == "day" and words.part("which") in _NEXT
    own = told.owner is None and (part or (fine and words.part("way") in _BACKWARDS))
    for mark in reversed(story):
        if (fine or part) and mark.stretch.lo != mark.stretch.hi:
            continue
        if words.kind == "thequarter" and mark.stretch.grain != "quarter":
            continue
        carries = context.chronicle or context.day is None
        if (
            words.kind in _CARRIED
            and carries
            and (mark.aside or (context.chronicle and not _within_a_year(mark.stretch)))
        ):
            continue
        if next_day and not told.ahead and day and mark.stretch.lo and mark.stretch.lo >= day:
            continue  # "promised it by Friday. The next day" is no Saturday to come
        if not (own and mark.owner is not None):
            return mark
    return None


def _moves_story(words: Words, core: Stretch) -> bool:
    """A told time moves the story on; a look back ("a week earlier") and a length do not."""
    if core.lo is None or core.hi is None or words.kind in _NO_STORY:
        return False
    return words.part("way") not in _BACKWARDS and not (words.kind == "ago" and core.grain == "quarter")


def _within_a_year(stretch: Stretch) -> bool:
    return stretch.lo is not None and stretch.hi is not None and (stretch.hi - stretch.lo).days <= YEAR


def _aside(words: Words, core: Stretch, story: Sequence[_Mark]) -> bool:
    """In a chronicle what is told from the day of writing is a look aside, and so is a bare year far from the time it
    has reached ("in papers opened in 2005")."""
    if points(words):
        return True
    last = next((mark.stretch.lo for mark in reversed(story) if not mark.aside), None)
    if last is None or core.lo is None or words.kind not in ("year", "bareyear", "decade", "century"):
        return False
    return abs(core.lo.year - last.year) > ASIDE


def _owners(found: Sequence[Words], reading: Reading) -> list[tuple[bool, int | None]]:
    """For each expression, in order: whether it stands in a quotation, and the attribution with the shortest piece
    of content around it. One sweep, so that a page of thousands of quotations costs no more than its length."""
    attributions = reading.attributions
    pieces = sorted((start, end, index) for index, a in enumerate(attributions) for start, end in a.content)
    pieces += [(quote.start, quote.end, -1) for quote in reading.quotes]
    pieces.sort()
    out: list[tuple[bool, int | None]] = []
    active: list[tuple[int, int, int]] = []
    at = 0
    for words in found:
        while at < len(pieces) and pieces[at][0] <= words.start:
            active.append(pieces[at])
            at += 1
        active = [piece for piece in active if piece[1] > words.start]
        around = sorted((end - start, index) for start, end, index in active if words.end <= end)
        quoted = any(index < 0 for _, index in around)
        owners = [i for _, i in around if i >= 0 and not (quoted and attributions[i].mode == "indirect")]
        direct = bool(owners) and attributions[owners[0]].mode == "direct"
        out.append((quoted or direct, owners[0] if owners else None))
    return out


def _fiscal_start(text: str) -> int | None:
    """The month in which the fiscal year of an article begins, where it says in which it ends."""
    found = _FISCAL.search(text)
    ends = table("times")["months"].get(found[1]) if found else None
    return ends % 12 + 1 if ends else None
