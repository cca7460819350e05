"""The words around an attribution that tell when it was said: its own time, its paper's date, the scene it is set
in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from onrecord.language.clauses import has_verb
from onrecord.nouns import Attribution, Extent
from onrecord.times.narration import Telling, Told
from onrecord.words import table

ASIDE = 240
"""Characters back within which a relative clause is looked for."""

FAR = 600
"""Characters from a cue beyond which a time of its sentence is not its own; news sentences hardly pass it."""

LEADING = 60
"""Characters from the start of a sentence within which a time sets the scene for the sentences after it."""

_DATES = frozenset({
    "date", "numeric", "range", "month", "weekday", "clock", "quarter", "half", "season", "year", "deictic", "edge",
    "weekof", "ago", "deixis", "holiday", "the", "decade",
})  # fmt: skip
_OUTSIDE = frozenset({"since", "until", "till", "before", "after", "by", "from", "ahead of", "for", "within"})
_RELATIVE = re.compile(r",\s+(?:who|whose|where|whom)\b[^,]{0,200}$")
_APART = re.compile(r"\b(?:minute|hour|day|week|month|year|decade)s? (?:after|before|since)\b", re.IGNORECASE)
"""What stands so between a time and a cue keeps them apart: "it came in November, two weeks after he said"."""
_WHICH = re.compile(r",\s+which\b[^,]{0,200}$")
_PRONOUN = re.compile(r"(?:he|she|it|they|i|we)", re.IGNORECASE)
_AUXILIARY = re.compile(r"\b(?:has|have|had)\s+(?:\w+\s+)?$", re.IGNORECASE)
_THEN = re.compile(r"\b(?:then|at the time)\b", re.IGNORECASE)
WORD = re.compile(r"[\w’'-]{1,40}")


class Speech(NamedTuple):
    """One attribution, the `number`-th of its reading, with what of its words matters for time. `at` is where its
    cue (or it) begins."""

    number: int
    attribution: Attribution
    at: int
    sentence: Extent
    source: str
    present: bool
    perfect: bool


def speeches(telling: Telling) -> list[Speech]:
    """Every attribution of an article, in the order of the reading."""
    text = telling.article.text
    starts = [start for start, _ in telling.sentences]
    out = []
    for index, attribution in enumerate(telling.reading.attributions):
        cue = attribution.cue or (attribution.start, attribution.start)
        place = bisect_right(starts, cue[0]) - 1
        sentence = telling.sentences[place] if place >= 0 else (0, len(text))
        words = text[cue[0] : cue[1]].lower().split()
        source = text[attribution.source[0] : attribution.source[1]].lower() if attribution.source else ""
        perfect = bool(_AUXILIARY.search(text[max(0, cue[0] - 30) : cue[0]])) or bool(
            words and words[0] in ("has", "have", "had")
        )
        out.append(Speech(index, attribution, cue[0], sentence, source, bool(words) and _is_present(words[0]), perfect))
    return out


def _is_present(verb: str) -> bool:
    return (verb.endswith("s") and verb not in ("was", "has", "does")) or verb in table("times")["tense"]["present"]


def tells_when(told: Told) -> bool:
    """Whether a time can be that of something said: a stretch with two ends, put as one ("on", "in")."""
    stretch = told.value.stretch
    if stretch is None or stretch.lo is None or stretch.hi is None or told.words.kind not in _DATES:
        return False
    return told.words.part("relation") not in _OUTSIDE


def own_time(telling: Telling, speech: Speech, here: Sequence[Speech]) -> Told | None:
    """The time in the speech's own sentence, outside what was said, that stands nearest its cue with no other cue
    between; `here` are the speeches of that sentence."""
    start, end = speech.sentence
    rivals = [o.at for o in here if o.at != speech.at]
    fit = []
    for told in between(telling, max(start, speech.at - FAR), min(end, speech.at + FAR)):
        at = told.words.start
        if (
            not tells_when(told)
            or not _outside(telling, told, speech, here)
            or is_aside(telling, start, told, speech.at)
        ):
            continue
        lo, hi = min(at, speech.at), max(at, speech.at)
        if at < speech.at and _APART.search(telling.article.text, told.words.end, speech.at):
            continue
        crossed = sum(lo < rival < hi for rival in rivals)
        if crossed == 0 or (at < speech.at and speech.attribution.parent is None):
            fit.append((crossed, hi - lo, at, told))
    return min(fit, key=lambda item: item[:3])[3] if fit else None


def between(telling: Telling, start: int, end: int) -> Sequence[Told]:
    """The expressions that begin in a stretch of the text."""
    first = bisect_right(telling.told, start - 1, key=lambda told: told.words.start)
    last = bisect_right(telling.told, end - 1, key=lambda told: told.words.start)
    return telling.told[first:last]


def _outside(telling: Telling, told: Told, speech: Speech, here: Sequence[Speech]) -> bool:
    """A time of the teller's words: in no quotation and in nobody's content but the parent's, unless it only trails
    what was asked for or said in no clause of its own: "asked for a review in May", "dismissed talk a year ago"."""
    at = told.words.start
    if told.quoted and told.owner != speech.attribution.parent:
        return False
    held = [o for o in here if _within(at, o.attribution.content) and not _within(speech.at, o.attribution.content)]
    return not held or (held == [speech] and _trails(telling, told, speech))


def _trails(telling: Telling, told: Told, speech: Speech) -> bool:
    """Whether a time ends content that is no clause and lies before the article."""
    attribution, stretch, day = speech.attribution, told.value.stretch, telling.day
    asked = attribution.act == "requests" and told.words.part("relation") in ("in", "on")
    if attribution.mode == "direct" or not (told.words.kind == "ago" or asked):
        return False
    if stretch is None or stretch.hi is None or day is None or day.hi is None or stretch.hi >= day.hi:
        return False
    at, text = told.words.start, telling.article.text
    piece = next((p for p in attribution.content if p[0] <= at < p[1]), None)
    if piece is None or piece[1] > told.words.end + 1 or text.startswith("to ", piece[0]):
        return False
    return not has_verb(text, piece[0], at)


def _within(at: int, extents: Sequence[Extent]) -> bool:
    return any(start <= at < end for start, end in extents)


def is_aside(telling: Telling, start: int, told: Told, cue: int, things: bool = False) -> bool:
    """A time in "..., who took over on Monday, ..." is not the time of a cue outside that clause; with
    `things`, nor is one in "..., which was signed on Monday, ..."."""
    at, text = told.words.start, telling.article.text
    begin = max(start, at - ASIDE)
    found = _RELATIVE.search(text[begin:at]) or (_WHICH.search(text[begin:at]) if things else None)
    return found is not None and (begin + found.start() > cue or "," in text[at:cue])


def scene(telling: Telling, speech: Speech, others: Sequence[Speech]) -> Told | None:
    """The time that opens an earlier sentence of the paragraph ("In 2020 ..."), or any time of it where the
    speech's own sentence goes on with it ("Announcing the deal, ...", "he said then"). Not where somebody else
    spoke in between."""
    if speech.present or speech.perfect or speech.attribution.act in ("declines", "no_response"):
        return None
    text, (start, end) = telling.article.text, speech.sentence
    first = WORD.match(text, start)
    goes_on = bool(first and first[0].lower() in table("times")["scenes"]["opening"]) or bool(
        _THEN.search(text[speech.at : end])
    )
    paragraph = text.rfind("\n", 0, speech.at) + 1
    if any(tells_when(told) and not told.quoted for told in between(telling, start, end)):
        return None
    if text.startswith(tuple(table("times")["scenes"]["answering"]), speech.at):
        goes_on, paragraph = True, text.rfind("\n", 0, max(0, paragraph - 1)) + 1
    for told in reversed(between(telling, paragraph, start)):
        if told.quoted or not tells_when(told) or is_aside(telling, paragraph, told, speech.at):
            continue
        spoke = [
            o for o in others if told.words.start < o.at < start or (o.sentence[0] <= told.words.start < o.sentence[1])
        ]
        if not goes_on and any(
            not same_speaker(o, speech) for o in spoke if o.number != speech.number and o.attribution.parent is None
        ):
            return None
        return told if goes_on or _leads(telling, told) else None
    return None


def _leads(telling: Telling, told: Told) -> bool:
    at, text = told.words.start, telling.article.text
    starts = [start for start, _ in telling.sentences]
    begin = starts[max(0, bisect_right(starts, at) - 1)]
    return at - begin <= LEADING and told.words.kind != "weekday" and "," not in text[begin:at]


def same_speaker(first: Speech, second: Speech) -> bool:
    """Whether the words for two speakers can be of one: a name shared, or a pronoun for the second."""
    if not first.source or not second.source:
        return False
    if _PRONOUN.fullmatch(second.source):
        return True
    return bool(_names(first.source) & _names(second.source))


def _names(source: str) -> set[str]:
    return {word for word in WORD.findall(source) if len(word) > 3 and word not in ("said", "spokesman", "spokeswoman")}
