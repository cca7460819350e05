"""What the words about a name say so plainly that no learnt weight is asked: a spokesman for it, shares in it, "who"
and "which", an apposition, a dateline."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from onrecord.language import naming as known
from onrecord.readings.name_parts import Run
from onrecord.readings.name_types import APPOSITION, FAIR, STRONG, Evidence, apposed
from onrecord.readings.tokens import Word
from onrecord.words import table

BACK = 9
"""Words before a name in which the noun is looked for that it stands beside: "the firm that paid for it, Varne,"."""

_BESIDE = table("name_types")["beside"]
_CORPORATE = frozenset(_BESIDE["owned_by_companies"])
_MADE_FOR = frozenset(_BESIDE["speaking_for"])
_DETERMINERS = frozenset(_BESIDE["articles"])
_FIRMS = frozenset(_BESIDE["firms"])
_INITIAL = re.compile(r"(?:[A-Z]\.){1,3}")
_HYPHENED = re.compile(r"[A-Z][a-z]{1,5}-[a-z]{2,6}")
_DATED = re.compile(r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2})?(?: \([^()\n]{2,40}\))? ?[–—-] ")


def context(text: str, words: Sequence[Word], run: Run) -> Iterator[Evidence]:
    """The types that one sight's surroundings give a name; of `FAIR` weight where they only say that it is nobody's."""
    core = words[run.core : run.last]
    given = core[0].lower in known.GIVEN_NAMES and len(core) > 1
    if run.titled or not core:
        return
    if dateline(text, words, run):
        yield "place", STRONG
    if not given:
        yield from _form(text, core)
        yield from _spoken_for(text, words, run)
        yield from _beside_firm(text, words, run)
    yield from _role_before(text, words, run)
    yield from _called(text, words, run)
    yield from _behind(text, words, run)


def dateline(text: str, words: Sequence[Word], run: Run) -> bool:
    """Whether a name in capitals begins a line and a dash parts it from the news: "VARNE, May 4 (Wire) - "."""
    first, last = words[run.first], words[run.last - 1]
    begins = not first.start or text[first.start - 1] == "\n"
    return begins and run.last - run.first < 4 and first.upper and bool(_DATED.match(text, last.stop))


def _form(text: str, core: Sequence[Word]) -> Iterator[Evidence]:
    last = core[-1].lower
    if len(core) == 1:
        return
    initials = core[0].lower + core[1].lower.rstrip(".") + "."
    if (
        _INITIAL.fullmatch(core[0].text)
        and len(core) < 4
        and len(last) > 2
        and not {initials, core[0].lower} & known.PLACES
        and last not in known.ORGANISATION_HEADS | known.OUTLET_HEADS
    ):
        yield "person", STRONG
        return
    if len(core) == 2 and _HYPHENED.fullmatch(core[1].text) and core[0].lower not in known.ADJECTIVES | known.PLACES:
        yield "person", STRONG  # "Low Jia-min"
        return
    joined = any("&" in text[a.stop : b.start] for a, b in itertools.pairwise(core))
    if joined and last not in known.OUTLET_HEADS:
        yield "organisation", STRONG
    elif len(core) < 4 and last in known.OUTLET_HEADS and known.lexicon(core[0].lower) is None:
        yield "outlet", STRONG
    elif len(core) < 4 and last in _FIRMS and last not in known.PLACE_HEADS:
        yield "organisation", STRONG


def _spoken_for(text: str, words: Sequence[Word], run: Run) -> Iterator[Evidence]:
    """ "A spokesman for Varne", "shares in Varne", "a Varne spokesman"; "the Herald" for a paper."""
    if not run.first:
        return
    before = words[run.first - 1]
    if before.possessive or text[before.stop : words[run.first].start] != " ":
        return
    pair = f"{words[run.first - 2].lower} {before.lower}" if run.first > 1 else ""
    after = words[run.last] if run.last < len(words) else None
    if pair in _MADE_FOR:
        yield "organisation", STRONG if run.last - run.core == 1 else FAIR
    elif before.lower in ("a", "an") and after and after.lower.startswith("spokes"):
        if text[words[run.last - 1].end : after.start] == " ":
            yield "organisation", STRONG
    elif before.lower == "the" and run.last - run.core == 1 and words[run.core].lower in known.OUTLET_HEADS:
        yield "outlet", STRONG


def _beside_firm(text: str, words: Sequence[Word], run: Run) -> Iterator[Evidence]:
    """ "The firm that paid for it, Varne," and "the company, Varne,"."""
    if not run.first or text[words[run.first - 1].stop : words[run.first].start] != ", ":
        return
    if text[words[run.last - 1].stop : words[run.last - 1].stop + 1] not in (",", "."):
        return
    for at in range(run.first - 1, max(0, run.first - BACK), -1):
        if words[at].capital or (at < run.first - 1 and "," in text[words[at].stop : words[at + 1].start]):
            return
        if words[at].lower in known.CUES and words[at - 1].lower == "the":
            begins = words[at - 1].opens or at == run.first - 1
            if begins and known.CUES[words[at].lower] == "organisation":
                yield "organisation", STRONG
            return


def _called(text: str, words: Sequence[Word], run: Run) -> Iterator[Evidence]:
    """ "The Varne Harbour Agency, known as Vaha"."""
    if run.first < 3 or run.last - run.core != 1:
        return
    head, verb, particle = words[run.first - 3 : run.first]
    said = f"{verb.lower} {particle.lower}" in ("known as", "called the", "or simply")
    if said and head.capital and head.lower in known.ORGANISATION_HEADS and text[head.stop : verb.start] == ", ":
        yield "organisation", STRONG


def _role_before(text: str, words: Sequence[Word], run: Run) -> Iterator[Evidence]:
    """ "Its director, Orla Fenn"."""
    if run.first < 2 or run.last - run.core < 2 or text[words[run.first - 1].stop : words[run.first].start] != ", ":
        return
    if words[run.first - 1].lower in known.ROLES | known.TITLES and not words[run.first - 1].possessive:
        near = words[max(0, run.first - 5) : run.first - 1]
        if any(word.lower in _DETERMINERS or word.possessive for word in near):
            yield "person", STRONG


def _behind(text: str, words: Sequence[Word], run: Run) -> Iterator[Evidence]:
    last = words[run.last - 1]
    if run.last >= len(words):
        return
    word, gap = words[run.last], text[last.stop : words[run.last].start]
    pair = {near.lower for near in words[run.last : run.last + 2]}
    if last.possessive:
        if pair & _CORPORATE:
            yield "organisation", FAIR
    elif gap == ", " and word.lower == "who":
        yield "person", STRONG
    elif gap == ", " and (word.lower == "which" or (word.lower == "whose" and pair & _CORPORATE)):
        yield "organisation", FAIR
    elif (gap == ", " and word.lower in ("a", "an") and run.last - run.core == 1) or (
        gap == ", " and word.lower == "the" and _closed(text, words, run.last)
    ):
        yield from ((kind, STRONG) for kind, _ in apposed(text, words, run.last) if kind in ("organisation", "outlet"))


def _closed(text: str, words: Sequence[Word], at: int) -> bool:
    """Whether the phrase that begins at `at` is parted from what follows: "Varne, the dredging group, said", not
    "Fenn, the company said"."""
    for n in range(at, min(at + APPOSITION, len(words))):
        gap = text[words[n].stop : words[n].stop + 1]
        if gap in (",", ".", ";", ")"):
            return not words[n].capital and known.CUES.get(words[n].lower) in ("organisation", "outlet")
    return False
