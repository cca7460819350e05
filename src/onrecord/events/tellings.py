"""One article's tellings: the clauses that date a happening, each with its words, its time and who is in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import date
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from onrecord.events.attachment import belief
from onrecord.events.doings import Doing, doings
from onrecord.events.lines import Dated, line_of, whole
from onrecord.language.clauses import LONGEST, WORD, clauses, is_past
from onrecord.nouns import Article, Extent, Mention, Reading, Reference, Span, Statement, Time, When
from onrecord.words import phrases

LONGEST_STRETCH = 370
"""Days: what is dated to more than a year is dated to nothing (a decade, a term of office)."""

LEAST = 0.5
"""Belief in a dating below which a clause tells no event."""

NO_DATE = frozenset({"open", "now", "age", "until", "by", "frequency", "duration"})
LOOSE = frozenset({"noun", "infinitive", "gerund"})
"""Forms of doings that no clause stands on."""

ACTING = frozenset({"person", "organisation", "outlet", "government", "group"})
PLACES = frozenset({"place", "government", "product"})
"""What "who" does not mean: "officials in Norland, who said"."""

OWNING = re.compile(r"['’]s?\s\w")
DETERMINED = re.compile(
    r"(?:\b(?:the|a|an|our|his|her|their|its|my|your|this|some|any|last|former)|['’]s)\s$", re.IGNORECASE
)
MEANT = re.compile(r"\b(?:commemorat|mark|honour|honor|remember|celebrat|recall)(?:ing|ed|es|s|e)?\s$")
LOOK = 24
"""Characters before a time that show whether it is an object: a word."""

WHO = re.compile(r"(?:who|which)\s")
NOUN = re.compile(r"\s([^\W\d][\w-]*)")


class Page(NamedTuple):
    """What is known of one article. `cues` are where its statements' cues begin, in order."""

    article: Article
    reading: Reading
    reference: Reference
    times: Sequence[Time]
    statements: Sequence[Statement]
    published: date | None
    copied: bool
    cues: Sequence[int]


class Telling(NamedTuple):
    """One clause that dates a happening. `keys` are the stems of its telling words and its actors' ids behind an "@";
    `speaker` is the first actor where an act of saying is told; `named` whether an actor stands in it by name; `copied`
    whether the article is made from another; `belief` how surely the time is the clause's, 0 to 1."""

    span: Span
    line: str
    when: When
    first: date
    last: date
    actors: tuple[str, ...]
    on_word_of: str | None
    keys: frozenset[str]
    speaker: str | None
    named: bool
    copied: bool
    belief: float


COMPARED = re.compile(r"\bthan\s(?:(?:in|at|on|the|during|for)\s){0,2}$")
"""What stands before a time that something is only measured against."""


@cache
def _among(key: str) -> frozenset[str]:
    return frozenset(phrases("event_words", key))


@cache
def _length() -> re.Pattern[str]:
    """An expression that tells how long, not when."""
    leads, units = "|".join(phrases("event_words", "duration_leads")), "|".join(phrases("event_words", "units"))
    return re.compile(rf"(?:{leads})\b|.*\b(?:{units})s?(?:[ -](?:old|long))?$", re.IGNORECASE)


def tellings(page: Page) -> list[Telling]:
    """The article's tellings in text order, at most one a clause."""
    text, starts = page.article.text, [start for start, _ in page.reading.sentences]
    by_sentence: dict[int, list[Time]] = {}
    for time in sorted(page.times, key=lambda time: (time.span.start, time.span.end)):
        at = bisect_right(starts, time.span.start) - 1
        if at >= 0 and time.span.end <= page.reading.sentences[at][1]:
            by_sentence.setdefault(at, []).append(time)
    out = []
    for at, times in by_sentence.items():
        start, end = page.reading.sentences[at]
        if end - start > LONGEST:  # a table or a trap
            continue
        pieces = clauses(text, *page.reading.sentences[at])
        for place, held in _held(pieces, times):
            out.append(_telling(page, pieces, place, held, times[0].span.start < pieces[place][0]))
    return [told for told in out if told]


def _is_cue(page: Page, piece: Extent) -> bool:
    """Whether the words that say who spoke stand in a clause: it tells a saying, whatever its verb."""
    at = bisect_left(page.cues, piece[0])
    return at < len(page.cues) and page.cues[at] < piece[1]


def _held(pieces: Sequence[Extent], times: Sequence[Time]) -> list[tuple[int, list[Time]]]:
    """The clauses that hold a time, by their number, each with its times."""
    out = [
        (place, [t for t in times if start <= t.span.start and t.span.start < end])
        for place, (start, end) in enumerate(pieces)
    ]
    return [(place, held) for place, held in out if held]


def _telling(page: Page, pieces: Sequence[Extent], place: int, times: Sequence[Time], another: bool) -> Telling | None:
    """The telling of the clause `pieces[place]` of a sentence with the times in it; `another` is whether a further time
    stands before it in the sentence."""
    dated = _date(page.article.text, times)
    if dated is None or not happens(page.article.text, *pieces[place], dated[0].span.start):
        return None
    time, when, first, last = dated
    firm = belief(page.article.text, *pieces[place], time.span.start)
    if firm < LEAST:
        return None
    words = [word.group().lower() for word in WORD.finditer(page.article.text, *pieces[place])]
    if page.published and first > page.published and _past(words):
        return None
    saying = not _among("sayings").isdisjoint(words) or _is_cue(page, pieces[place])
    subject = _antecedent(page, pieces[place][0])
    line = line_of(page.article.text, pieces, place, Dated(time.span.start, time.span.end, saying, subject, another))
    if (
        line is None
        or _only_now(time, words)
        or COMPARED.search(page.article.text, max(0, time.span.start - 24), time.span.start)
    ):
        return None
    line = whole(page.article.text, line, (pieces[0][0], pieces[-1][1]), page.reading.quotes)
    actors = _actors(page, line)
    inside = [i for i in _mentions(page, pieces[place]) if page.reading.mentions[i].form == "name"]
    return Telling(
        span=page.article.span(*pieces[place]),
        line=page.article.text[line[0] : line[1]],
        when=when,
        first=first,
        last=last,
        actors=actors,
        on_word_of=_word_of(page.statements, _core(page.article.text, pieces[place], time.span)),
        keys=_keys(page, pieces[place], times, actors),
        speaker=actors[0] if saying and actors else None,
        named=bool(inside),
        copied=page.copied,
        belief=firm,
    )


def _date(text: str, times: Sequence[Time]) -> tuple[Time, When, date, date] | None:
    """The narrowest of a clause's times that dates it, the first of equals; one that is itself what is spoken of
    ("commemorating Sept. 11, 2001 on Sunday") only where there is no other."""
    dated = []
    for time in times:
        when = time.when.anchor if time.when.precision == "since" else time.when
        stretch = _stretch(when)
        if when and stretch and not _is_length(text, time) and not _attributive(text, time):
            meant = MEANT.search(text, max(0, time.span.start - LOOK), time.span.start) is not None
            dated.append((meant, (stretch[1] - stretch[0]).days, time.span.start, (time, when, *stretch)))
    return min(dated, key=lambda found: found[:3])[3] if dated else None


def _stretch(when: When | None) -> tuple[date, date] | None:
    if when is None or when.from_ is None or when.to is None or when.precision in NO_DATE:
        return None
    first, last = date.fromisoformat(when.from_[:10]), date.fromisoformat(when.to[:10])
    return (first, last) if first <= last and (last - first).days <= LONGEST_STRETCH else None


def _is_length(text: str, time: Time) -> bool:
    before = text[max(0, time.span.start - 12) : time.span.start].lower().split()
    if time.when.precision == "since":
        return False
    if before and before[-1] in ("within", "by"):
        return True
    words = {word.lower() for word in re.split(r"[\s-]+", time.span.text)}
    return bool(_length().match(time.span.text)) and not words & _among("deictic")


def _attributive(text: str, time: Time) -> bool:
    """Whether the time belongs to a noun and not to the clause: "the 2016 election", "Monday's report"."""
    if OWNING.match(text, time.span.end):
        return True
    before, after = (
        DETERMINED.search(text, max(0, time.span.start - 12), time.span.start),
        NOUN.match(text, time.span.end),
    )
    return before is not None and after is not None and after.group(1).lower() not in _among("commonplaces")


def happens(text: str, start: int, end: int, at: int | None = None) -> bool:
    """Whether a clause tells of something that happened or is set to happen: the doing that the time at `at` (the
    clause's end where none is given) stands with, else a noun of happening, neither denied nor merely thought of."""
    words = [word.group().lower().replace("’", "'") for word in WORD.finditer(text, start, end)]
    if words and words[0] in ("if", "unless", "whether"):
        return False
    told = _firm(text, start, end)
    if told:
        return _is_done(told, end if at is None else at)
    if not _among("negations").isdisjoint(words) or not _among("hypothetical").isdisjoint(words):
        return False
    return planned(words) or not _among("happenings").isdisjoint(words)


def _firm(text: str, start: int, end: int) -> list[Doing]:
    """The doings of a clause that it can stand on."""
    found = (doing for doing in doings(text, start, end) if doing.form not in LOOSE)
    return [doing for doing in found if doing.word not in _among("copulas")]


def _governing(told: Sequence[Doing], at: int) -> int:
    """The doing that a time stands with: the last one before it, else the first."""
    return max((number for number, doing in enumerate(told) if doing.start < at), default=0)


def _is_done(told: Sequence[Doing], at: int) -> bool:
    """Whether the doing that a time stands with is told as done; nothing is done under one that is denied or a
    silence."""
    place = _governing(told, at)
    silent = any(doing.denied or doing.word in _among("negations") for doing in told[: place + 1])
    return not silent and told[place].form != "supposed"


def _past(words: Sequence[str]) -> bool:
    """Whether a clause is told as past, so that a date after its article's own must be misread."""
    return any(is_past(word) or word in ("was", "were", "had") for word in words) and not planned(words)


def _only_now(time: Time, words: Sequence[str]) -> bool:
    """Whether a clause about today tells how things are, not what was done or will be."""
    now = not _among("nows").isdisjoint(time.span.text.lower().split())
    return now and not _past(words) and not planned(words) and _among("sayings").isdisjoint(words)


def planned(words: Sequence[str]) -> bool:
    """Whether a clause, given its words in lower case, tells what is to come."""
    return not {"will", "due"}.isdisjoint(words) or any(" ".join(pair) in _among("plans") for pair in pairwise(words))


def _antecedent(page: Page, start: int) -> int | None:
    """Where the name begins that stands right before a clause that opens with "who" or "which"."""
    if not WHO.match(page.article.text, start):
        return None
    end = len(page.article.text[max(0, start - 3) : start].rstrip(" ,")) + max(0, start - 3)
    named = (m for m in page.reading.mentions if m.end == end and m.form == "name")
    someone = page.article.text[start : start + 3].lower() == "who"
    return next((m.start for m in named if not (someone and m.type in PLACES)), None)


def _mentions(page: Page, extent: Extent) -> list[int]:
    """The numbers of the mentions that lie inside the extent."""
    begin, stop = (bisect_left(page.reading.mentions, at, key=_start) for at in extent)
    return [i for i in range(begin, stop) if page.reading.mentions[i].end <= extent[1]]


def _start(mention: Mention) -> int:
    return mention.start


def _actors(page: Page, extent: Extent) -> tuple[str, ...]:
    """Who acts or is acted upon in the extent, in the order of first mention."""
    found = (page.reference.actors[i] for i in _mentions(page, extent) if page.reading.mentions[i].type in ACTING)
    return tuple(dict.fromkeys(actor for actor in found if actor))


def _core(text: str, piece: Extent, time: Span) -> Extent:
    """A time with the doing before it that it stands with, from the first to the last character of both."""
    before = [doing.start for doing in _firm(text, *piece) if doing.start < time.start]
    return before[-1] if before else time.start, time.end


def _word_of(statements: Sequence[Statement], told: Extent) -> str | None:
    """The innermost statement whose content holds a doing and its time, None where the article itself tells it."""
    holding = [
        (piece.end - piece.start, statement.id)
        for statement in statements
        for piece in statement.content
        if piece.start <= told[0] and told[1] <= piece.end
    ]
    return min(holding)[1] if holding else None


def _keys(page: Page, extent: Extent, times: Sequence[Time], actors: Sequence[str]) -> frozenset[str]:
    masked = [(time.span.start, time.span.end) for time in times]
    masked += [
        (m.start, m.end)
        for i in _mentions(page, extent)
        if page.reference.actors[i]
        for m in [page.reading.mentions[i]]
    ]
    words = [w for w in WORD.finditer(page.article.text, *extent) if not any(a <= w.start() < b for a, b in masked)]
    stems = {stem(w.group()) for w in words if w.group().lower() not in _among("commonplaces")}
    return frozenset(stems | {f"@{actor}" for actor in actors})


def stem(word: str) -> str:
    """A word without its common endings: "awarded", "awards" -> "award"."""
    low = re.sub(r"['’]s?$", "", word.lower())
    for ending in ("ing", "ed", "es", "s", "d"):
        if low.endswith(ending) and len(low) - len(ending) >= 3:
            low = low[: -len(ending)]
            break
    return low.removesuffix("e")
