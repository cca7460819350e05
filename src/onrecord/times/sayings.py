"""When each attribution of an article was said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from onrecord.nouns import Attribution, Extent, When
from onrecord.times.calendars import Stretch, edtf, written
from onrecord.times.contexts import Value
from onrecord.times.narration import Telling, Told
from onrecord.words import table

LEAD = 3
"""Sentences of the body in which an article names the day of its news."""

NEWS = 2
"""Days before publication that the day named in the lead may lie back for the rest to be news of that day."""

LEADING = 60
"""Characters from the start of a sentence within which a time sets the scene for the sentences after it."""

_DATES = frozenset({"date", "numeric", "range", "month", "weekday", "clock", "quarter", "half", "season", "year", "deictic", "edge",
                    "weekof", "ago", "deixis", "holiday", "the", "decade"})  # fmt: skip
_OUTSIDE = frozenset({"since", "until", "till", "before", "after", "by", "from", "ahead of", "for", "within"})
_ASIDE = re.compile(r",\s+(?:who|whose|where|whom)\b[^,]{0,200}$")
_PRONOUN = re.compile(r"^(?:he|she|it|they|i|we)$", re.IGNORECASE)
_CITING = re.compile(r"\b(?:cit(?:e|es|ed|ing)|according|quot(?:e|es|ed|ing)|per|says?)\b", re.IGNORECASE)
_PERFECT = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+)?$", re.IGNORECASE)


def said(telling: Telling) -> list[When | None]:
    """For each attribution: its own time, else that of its sentence, speaker, document, scene or parent, else the day of
    the news, else from an open beginning to the article's date."""
    attributions = telling.reading.attributions
    out: list[When | None] = [None] * len(attributions)
    own = [_own_time(telling, attribution) for attribution in attributions]
    news = _news(telling)
    for index in sorted(range(len(attributions)), key=lambda i: (_depth(attributions, i), attributions[i].start, i)):
        told = own[index]
        out[index] = (
            (told and _from_words(told, telling))
            or _inherited(telling, index, own, out)
            or _default(telling, index, out, news)
        )
    return out


def when_of(meant: Value, text: str | None, basis: str | None = None) -> When:
    """A value as the record writes it, `text` being the page's words."""
    stretch = meant.stretch or Stretch(None, None, meant.precision)
    anchor = None
    if meant.core and meant.precision in ("since", "until", "before", "after"):
        anchor = When(
            from_=written(meant.core.lo), to=written(meant.core.hi), precision=meant.core.grain, edtf=edtf(meant.core),
            text=None, basis=meant.basis,
        )  # fmt: skip
    return When(
        from_=written(stretch.lo, stretch.clock), to=written(stretch.hi, stretch.clock), precision=meant.precision,
        edtf=edtf(stretch, meant.approximate), text=text, basis=basis or meant.basis, anchor=anchor,
    )  # fmt: skip


def _depth(attributions: Sequence[Attribution], index: int) -> int:
    """How many attributions an attribution stands inside; a chain that runs in a circle counts as long as the list."""
    depth, at = 0, attributions[index].parent
    while at is not None and depth <= len(attributions):
        depth, at = depth + 1, attributions[at].parent if 0 <= at < len(attributions) else None
    return depth


def _sentence(telling: Telling, at: int) -> Extent:
    return next(((s, e) for s, e in telling.sentences if s <= at < e), (at, at))


def _within(at: int, extents: Sequence[Extent]) -> bool:
    return any(start <= at < end for start, end in extents)


def _own_time(telling: Telling, attribution: Attribution) -> Told | None:
    """The time in the attribution's own sentence, outside what was said, that stands nearest its cue."""
    cue = attribution.cue or attribution.source or (attribution.start, attribution.start)
    start, end = _sentence(telling, cue[0])
    rivals = [
        o.cue for o in telling.reading.attributions if o.cue and o.cue != attribution.cue and start <= o.cue[0] < end
    ]
    contents = [
        piece
        for other in telling.reading.attributions
        if _holds(other, attribution) is False
        for piece in other.content
    ]
    fit = []
    for told in telling.told:
        at = told.words.start
        if not start <= at < end or told.quoted_in is not None or not _tells_when(told):
            continue
        if _within(at, attribution.content) or _within(at, contents) or _aside(telling.article.text, start, at, cue):
            continue
        between = (min(at, cue[0]), max(at, cue[0]))
        crossed = sum(between[0] < rival[0] < between[1] for rival in rivals)
        fit.append((crossed, between[1] - between[0], at, told))
    fit.sort(key=lambda item: item[:3])
    return fit[0][3] if fit and (fit[0][0] == 0 or fit[0][3].words.start < cue[0]) else None


def _holds(other: Attribution, attribution: Attribution) -> bool:
    """Whether the attribution stands inside what the other one says."""
    at = attribution.cue[0] if attribution.cue else attribution.start
    return _within(at, other.content)


def _aside(text: str, start: int, at: int, cue: Extent) -> bool:
    """A time in "..., who became chair on Monday, ..." is not the time of the cue outside that clause."""
    found = _ASIDE.search(text[max(start, at - 240) : at])
    if found is None:
        return False
    opened = max(start, at - 240) + found.start()
    return not opened < cue[0] or "," in text[at : cue[0]]


def _tells_when(told: Told) -> bool:
    stretch = told.value.stretch
    return (
        stretch is not None and stretch.lo is not None and stretch.hi is not None and told.words.kind in _DATES
        and told.words.part("relation") not in _OUTSIDE
    )  # fmt: skip


def _from_words(told: Told, telling: Telling) -> When:
    words = telling.article.text[told.words.start : told.words.end]
    return when_of(told.value, words, f"its own words, “{words}”: {told.value.basis}")


def _inherited(telling: Telling, index: int, own: Sequence[Told | None], out: Sequence[When | None]) -> When | None:
    attributions = telling.reading.attributions
    attribution = attributions[index]
    if attribution.parent is not None:
        return None
    at = (attribution.cue or (attribution.start,))[0]
    perfect = bool(_PERFECT.search(telling.article.text[max(0, at - 30) : at]))
    before = sorted(
        (
            i
            for i, other in enumerate(attributions)
            if own[i] and other.parent is None and other.start <= attribution.start and i != index
        ),
        key=lambda i: (attributions[i].start, i),
    )
    for i in reversed(before):
        why = _link(telling, attributions[i], attribution)
        if why and not (perfect and why != "the same paper"):
            told = own[i]
            assert told is not None
            return when_of(told.value, None, f"{why} as what was said “{_words(telling, told)}”: {told.value.basis}")
    scene = None if perfect or attribution.act in ("declines", "no_response") else _scene(telling, at)
    return scene and when_of(scene.value, None, f"the scene is set “{_words(telling, scene)}”: {scene.value.basis}")


def _words(telling: Telling, told: Told) -> str:
    return telling.article.text[told.words.start : told.words.end]


def _link(telling: Telling, earlier: Attribution, later: Attribution) -> str | None:
    """Why two attributions are of one time: one sentence, or one speaker going on in one paragraph, or one paper."""
    text = telling.article.text
    a, b = (earlier.cue or (earlier.start,))[0], (later.cue or (later.start,))[0]
    if _sentence(telling, a) == _sentence(telling, b):
        return "the same sentence"
    first, second = _source(text, earlier), _source(text, later)
    if not first or not second:
        return None
    same = bool(set(first.split()) & set(second.split()) & _papers())
    if same:
        return "the same paper"
    near = "\n" not in text[min(a, b) : max(a, b)]
    going_on = _PRONOUN.match(second) or _names(first) & _names(second)
    return "the same speaker, going on," if near and going_on else None


def _source(text: str, attribution: Attribution) -> str:
    return text[attribution.source[0] : attribution.source[1]].lower() if attribution.source else ""


def _papers() -> frozenset[str]:
    return frozenset(table("times")["papers"]["words"])


def _names(source: str) -> set[str]:
    return {word for word in re.findall(r"[\w’'-]{4,40}", source) if word not in ("said", "spokesman", "spokeswoman")}


def _scene(telling: Telling, at: int) -> Told | None:
    """The time that opens an earlier sentence of the same paragraph ("In 2020 ..."), the nearest one."""
    text = telling.article.text
    line = text.rfind("\n", 0, at) + 1
    own_start = _sentence(telling, at)[0]
    for told in reversed(telling.told):
        start = told.words.start
        if line <= start < own_start and told.quoted_in is None and _tells_when(told):
            opens = start - _sentence(telling, start)[0]
            if opens <= LEADING and told.words.kind != "weekday" and "," not in text[start - opens : start]:
                return told
            return None
    return None


def _news(telling: Telling) -> Stretch | None:
    """The day of the news: the day that the lead names, where it lies just before publication."""
    day = telling.day
    if day is None or day.hi is None or day.lo is None or (day.hi - day.lo).days > NEWS:
        return None
    lead = [s for s in telling.sentences if telling.article.region(s[0]) == "body"][:LEAD]
    for told in telling.told:
        stretch = told.value.stretch
        if (
            stretch is None
            or stretch.lo is None
            or stretch.lo != stretch.hi
            or told.quoted_in is not None
            or not _within(told.words.start, lead)
        ):
            continue
        if (
            told.words.kind in ("weekday", "date", "deixis")
            and 0 <= (day.hi - stretch.lo).days <= NEWS
            and _tells_when(told)
        ):
            return Stretch(stretch.lo, day.hi, "day" if stretch.lo == day.hi else "days")
    return None


def _default(telling: Telling, index: int, out: Sequence[When | None], news: Stretch | None) -> When | None:
    attribution = telling.reading.attributions[index]
    text = telling.article.text
    parent = out[attribution.parent] if attribution.parent is not None and 0 <= attribution.parent < len(out) else None
    cue = attribution.cue or (attribution.start, attribution.start)
    if parent is not None:
        if _CITING.search(text[cue[0] : cue[1]]):
            return parent
        return _open(parent.to, "before the statement that tells it")
    if news and not _PERFECT.search(text[max(0, cue[0] - 30) : cue[0]]):
        value = Value(news, news.grain, "told as news of the day that the lead names")
        return when_of(value, None)
    end = telling.day.hi if telling.day else None
    return _open(end.isoformat() if isinstance(end, date) else None, f"told as news, so not after {telling.why}")


def _open(to: str | None, why: str) -> When | None:
    if to is None:
        return None
    return When(from_=None, to=to, precision="open", edtf=f"../{to[:10]}", text=None, basis=why)
