"""Reading an article for time: what each expression counts from, and the stretch it then means."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from onrecord.nouns import Article, Attribution, Extent, Reading, When
from onrecord.times import expressions, tenses
from onrecord.times.calendars import Stretch
from onrecord.times.contexts import Context, Value
from onrecord.times.grammar import Words
from onrecord.times.values import value
from onrecord.words import table

FINE = 7
"""Days that the story's time may span for "eleven days earlier" to count from it."""

DATED_BY_UPDATE = 31
"""Days after publication within which the date of an update is taken as the date the text speaks from."""

_BACKWARDS = frozenset({"earlier", "before", "previously", "prior", "beforehand"})
_NO_STORY = frozenset({"age", "duration", "within", "unread", "event", "clause", "days", "attime", "then", "fiscal"})
_TO_SPEECH = frozenset({"duration", "within"})
_UPDATE = re.compile(r"(?:^|\n)[ \t]{0,4}(?i:update[d]?|correction)\b[^\n]{0,60}")
_FISCAL = re.compile(
    r"(?:fiscal|financial) year[^.\n]{0,40}?\b(?:ends?|ended|ending|runs? to|to)\b(?: on| in)?[^.\n]{0,12}?\b([A-Z][a-z]{2,8})\b"
)


class Told(NamedTuple):
    """An expression where it stands: its words, what it means, and the index of the attribution whose quotation it is in."""

    words: Words
    value: Value
    quoted_in: int | None


class Telling(NamedTuple):
    """One article as far as time is concerned. `day` is the date its text speaks from, with `why` in words."""

    article: Article
    reading: Reading
    sentences: tuple[Extent, ...]
    day: Stretch | None
    why: str
    told: tuple[Told, ...]


def stretch_of(when: When | None) -> Stretch | None:
    """The days of a When; None where it has no end or is no date."""
    if when is None or not (when.from_ or when.to):
        return None
    try:
        lo = date.fromisoformat(when.from_[:10]) if when.from_ else None
        hi = date.fromisoformat(when.to[:10]) if when.to else None
    except ValueError:
        return None
    return Stretch(lo, hi, "day" if lo == hi else "days") if lo and hi and lo <= hi else None


def speaks_from(article: Article, published: When | None) -> tuple[Stretch | None, str]:
    """The date that the text of an article speaks from: that of its last version, where one is told, else of publication."""
    first, last = stretch_of(published), stretch_of(article.updated)
    if first and last and first.lo and last.hi and 0 < (last.hi - first.lo).days <= DATED_BY_UPDATE:
        if not _UPDATE.search(article.text):
            return last, "the date of the article's last version"
    if first is None:
        return None, "the article is undated"
    return first, "the article's date"


def tell(article: Article, reading: Reading, published: When | None) -> Telling:
    """The expressions of one article outside quotations, resolved in the order of the text; those inside quotations are
    resolved as if the article had said them, until `requote` knows when they were said."""
    found = expressions.find(article.text, reading.times)
    day, why = speaks_from(article, published)
    sentences = reading.sentences or tuple((start, end) for start, end, _ in article.lines())
    owners = [_owner(words, reading) for words in found]
    story: list[tuple[Stretch, str]] = []
    fiscal = _fiscal_start(article.text)
    told = []
    for words, (inside, owner) in zip(found, owners, strict=True):
        context = _context(article.text, words, story, Context(day, why, fiscal=fiscal))
        meant = value(words, context)
        told.append(Told(words, meant, owner if inside else None))
        if not inside and _moves_story(words, meant, reading):
            core = meant.core or meant.stretch
            assert core is not None
            story.append((core, article.text[words.start : words.end]))
    return Telling(article, reading, sentences, day, why, tuple(told))


def requote(telling: Telling, said: Sequence[When | None]) -> list[Told]:
    """The expressions again, those inside quotations counted from when they were said, and lengths of time inside any
    reported speech ended there."""
    text, out = telling.article.text, []
    story: list[tuple[Stretch, str]] = []
    fiscal = _fiscal_start(text)
    for told in telling.told:
        owner = told.quoted_in if told.quoted_in is not None else _reported(told, telling.reading)
        when = said[owner] if owner is not None else None
        spoken = stretch_of(when)
        if spoken and when:
            why = f"{when.text or _iso(spoken)}, when it was said"
            context = _context(text, told.words, story, Context(spoken, why, fiscal=fiscal))
            told = told._replace(value=value(told.words, context))
        out.append(told)
        if told.value.stretch and told.quoted_in is None and _moves_story(told.words, told.value, telling.reading):
            story.append((told.value.core or told.value.stretch, text[told.words.start : told.words.end]))
        elif told.quoted_in is not None and _moves_story(told.words, told.value, None):
            assert told.value.stretch is not None
            story.append((told.value.core or told.value.stretch, text[told.words.start : told.words.end]))
    return out


def _iso(stretch: Stretch) -> str:
    return str(stretch.lo) if stretch.lo == stretch.hi else f"{stretch.lo} to {stretch.hi}"


def _reported(told: Told, reading: Reading) -> int | None:
    """The attribution in whose reported words a "since" or a length of time stands."""
    if told.words.kind in _TO_SPEECH or told.words.part("relation") == "since":
        return _innermost(told.words, reading.attributions)
    return None


def _context(text: str, words: Words, story: Sequence[tuple[Stretch, str]], context: Context) -> Context:
    stretch, told = _anchor(words, story)
    return context._replace(
        narrative=stretch, told=told, ahead=tenses.ahead(text, words), perfect=tenses.perfect(text, words)
    )


def _anchor(words: Words, story: Sequence[tuple[Stretch, str]]) -> tuple[Stretch | None, str]:
    """The last time told that is fine enough to count from."""
    fine = words.part("unit").removesuffix("s") in ("day", "night", "hour") and words.part("way")
    for stretch, told in reversed(story):
        if not fine or (stretch.lo and stretch.hi and (stretch.hi - stretch.lo).days <= FINE):
            return stretch, told
    return None, ""


def _moves_story(words: Words, meant: Value, reading: Reading | None) -> bool:
    """A told time moves the story on; a look back ("a week earlier"), a length and what someone reports do not."""
    core = meant.core or meant.stretch
    if core is None or core.lo is None or core.hi is None or words.kind in _NO_STORY or words.part("way") in _BACKWARDS:
        return False
    return reading is None or _innermost(words, reading.attributions) is None


def _owner(words: Words, reading: Reading) -> tuple[bool, int | None]:
    """Whether an expression stands in a quotation, and the attribution whose quotation that is."""
    ends = [quote.start for quote in reading.quotes]
    at = bisect_right(ends, words.start) - 1
    quoted = any(q.start <= words.start and words.end <= q.end for q in reading.quotes[max(0, at - 3) : at + 1])
    owner = _innermost(words, reading.attributions, quoted_only=True)
    return (
        (True, owner)
        if quoted or (owner is not None and reading.attributions[owner].mode == "direct")
        else (False, None)
    )


def _innermost(words: Words, attributions: Sequence[Attribution], quoted_only: bool = False) -> int | None:
    """The index of the attribution with the shortest piece of content around an expression."""
    best: tuple[int, int] | None = None
    for index, attribution in enumerate(attributions):
        if quoted_only and attribution.mode == "indirect":
            continue
        for start, end in attribution.content:
            if start <= words.start and words.end <= end and (best is None or end - start < best[0]):
                best = (end - start, index)
    return best[1] if best else None


def _fiscal_start(text: str) -> int | None:
    """The month in which the fiscal year of an article begins, where it says in which it ends."""
    found = _FISCAL.search(text)
    ends = table("times")["months"].get(found[1]) if found else None
    return ends % 12 + 1 if ends else None
