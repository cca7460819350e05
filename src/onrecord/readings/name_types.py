"""What a name names: person, body, outlet, government, place, group, product or document, by the evidence about it.

Each sight of a name gives evidence with a weight; the article's sights of one name are added up, so that a bare "Varne"
is what "Varne Ltd" was elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from onrecord.language import naming as known
from onrecord.nouns import ActorType
from onrecord.readings.name_parts import Run
from onrecord.readings.tokens import Word
from onrecord.words import table

CERTAIN, STRONG, FAIR, FAINT = 8.0, 4.0, 2.0, 0.5
"""Weights of evidence: a title or a list; the name's own last word; words beside it; its mere shape. Set by eye."""

APPOSITION = 9
"""Words after a name's comma in which the noun of an apposition is looked for."""

Evidence = tuple[ActorType, float]

_BESIDE = table("name_types")["beside"]
_SPEECH = frozenset(_BESIDE["speech"])
_OWNED_BODIES = frozenset(_BESIDE["owned_by_bodies"])
_OWNED_PERSONS = frozenset(_BESIDE["owned_by_people"])
_STATE_OFFICES = frozenset(_BESIDE["owned_by_states"])
_SORTS: dict[str, ActorType] = dict.fromkeys(_BESIDE["outlets_sort"], "outlet") | dict.fromkeys(
    _BESIDE["organisations_sort"], "organisation"
)
_BUILT = frozenset(_BESIDE["built"])
_FOUNDED = frozenset(_BESIDE["founded"])
_ARTICLES = frozenset(_BESIDE["articles"])


def name_of(words: Sequence[Word], run: Run) -> tuple[str, ...]:
    """The key of a name: its words in small letters, titles left out."""
    return tuple(word.lower for word in words[run.core : run.last])


def evidence(text: str, words: Sequence[Word], run: Run) -> Iterator[Evidence]:
    """What one sight of a name says of its type."""
    yield from _own(words, run)
    yield from _before(words, run)
    yield from _after(text, words, run)


def _own(words: Sequence[Word], run: Run) -> Iterator[Evidence]:
    core = name_of(words, run)
    if run.titled:
        yield "person", CERTAIN
    listed = "group" if known.people(core[-1]) and len(core) < 3 else known.lexicon(" ".join(core))
    if listed and not run.titled:
        yield listed, CERTAIN
    if len(core) > 1:
        yield from _several(core)
        if words[run.core].text[1:] == "." and len(core) < 4:
            yield "person", STRONG
    elif words[run.core].upper:
        yield "organisation", FAIR


def _several(core: tuple[str, ...]) -> Iterator[Evidence]:
    """What the words of a longer name say: its last, its first, and a body's head before "of"."""
    last, first = core[-1].rstrip("."), core[0]
    if last in known.NAME_SUFFIXES:
        last = core[-2].rstrip(".")
    given = first in known.GIVEN_NAMES
    if core[-2] == "local" and core[-1].isdigit():
        yield "organisation", CERTAIN
        return
    if first == "team":
        yield "organisation", CERTAIN
    if "of" in core or "for" in core:
        head = core[core.index("of" if "of" in core else "for") - 1]
        if head in known.ORGANISATION_HEADS:
            yield "organisation", CERTAIN
        elif head in known.DOCUMENT_HEADS:
            yield "document", CERTAIN
        elif head in known.PLACE_HEADS:
            yield "place", STRONG
    elif last in _BUILT and len(core) > 1:
        yield "place", CERTAIN
    elif last in _FOUNDED or (len(core) > 2 and last in known.ORGANISATION_HEADS | known.OUTLET_HEADS):
        yield "outlet" if last in known.OUTLET_HEADS else "organisation", CERTAIN if last in _FOUNDED else STRONG
        return
    elif len(core) == 2 and first in known.COMPASS and last in known.PLACES:
        yield "place", CERTAIN
    elif last in known.DOCUMENT_HEADS and not given:
        yield "document", STRONG
    elif last in known.ORGANISATION_HEADS:
        yield "organisation", STRONG if not given or len(core) > 2 else FAINT
    elif last in known.OUTLET_HEADS and (not given or first in known.PLACES):
        yield "outlet", STRONG
    elif (last in known.PLACE_HEADS or first in known.PLACE_HEADS) and not given:
        yield "place", STRONG
    elif last in known.GROUPS:
        yield "group", STRONG
    if given:
        yield "person", STRONG
    elif len(core) in (2, 3) and not any(known.ordinary(word) for word in core):
        yield "person", FAINT


def _before(words: Sequence[Word], run: Run) -> Iterator[Evidence]:
    """What the words before a name say: an office in small letters, a cue ("the law firm ..."), a preposition of
    place."""
    if not run.first:
        return
    word = words[run.first - 1]
    near = word.stop + 1 >= words[run.first].start
    if not near or word.possessive:
        return
    if word.lower in known.ROLES or word.lower.rstrip(".") in known.TITLES:
        yield "person", STRONG
    elif (cue := _cue(words, run.first - 1)) is not None:
        yield cue, STRONG
    elif word.lower in known.PLACE_PREPOSITIONS:
        yield "place", FAIR
    elif word.lower == "of" and run.first > 1 and words[run.first - 2].lower in known.PLACE_NOUNS:
        yield "place", STRONG
    elif word.lower == "of" and run.first > 1 and words[run.first - 2].lower in _STATE_OFFICES:
        yield "place", FAIR
    elif word.lower in ("from", "to", "at", "of"):
        yield "place", FAINT
    elif (
        word.lower in ("the", "a", "this")
        and run.last - run.core == 1
        and words[run.core].lower in known.DOCUMENT_HEADS
    ):
        yield "document", STRONG
    elif word.lower == "the" and run.last - run.core == 1:
        yield "organisation", FAINT


def _cue(words: Sequence[Word], at: int) -> ActorType | None:
    """The type that a noun gives to the name beside it; two words ("social network") before one."""
    pair = f"{words[at - 1].lower} {words[at].lower}" if at else ""
    return known.CUES.get(pair) or known.CUES.get(words[at].lower)


def _after(text: str, words: Sequence[Word], run: Run) -> Iterator[Evidence]:
    """What the words after a name say: age, apposition, what it owns, that it speaks."""
    last = words[run.last - 1]
    if run.last >= len(words):
        return
    word, gap = words[run.last], text[last.stop : words[run.last].start]
    if last.possessive:
        owned = {near.lower for near in words[run.last : run.last + 2]}
        offices = owned & _STATE_OFFICES
        if offices:
            yield "place", FAIR
        if owned & _OWNED_PERSONS:
            yield "person", FAINT
        elif owned & _OWNED_BODIES:
            yield "organisation", FAIR
    elif gap == ", " and known.lexicon(word.lower) == "place":
        yield "place", FAIR
    elif gap in (", ", " — ", " – ", " - "):
        yield from apposed(text, words, run.last)
    elif word.lower in _SORTS and gap == " " and words[run.first - 1].lower == "the":
        yield _SORTS[word.lower], STRONG  # "the Arden Herald newspaper"
    elif word.lower in known.PLACE_NOUNS and gap == " ":
        yield "place", FAIR
    elif word.lower in _OWNED_BODIES and gap == " ":
        yield "organisation", FAIR
    elif word.lower in _SPEECH and gap == " ":
        yield "person", FAINT


def apposed(text: str, words: Sequence[Word], at: int) -> Iterator[Evidence]:
    """ ", 44," and ", a spokeswoman for ..." and ", the capital" after a name."""
    if (
        words[at].text.isdigit()
        and len(words[at].text) == 2
        and text[words[at].stop : words[at].stop + 1] in (",", " ", ".")
    ):
        yield "person", STRONG
        return
    if words[at].lower not in _ARTICLES and words[at].lower not in known.ROLES and words[at].lower not in known.TITLES:
        return
    for n in range(at, min(at + APPOSITION, len(words))):
        word = words[n]
        if n > at and (
            "," in text[words[n - 1].stop : word.start]
            or word.lower in ("of", "for", "who", "which", "that", "in", "with")
        ):
            break
        following = words[n + 1].lower if n + 1 < len(words) else ""
        if following in known.ROLES | known.CUES.keys() or word.possessive:
            continue  # "the company spokeswoman": the last noun tells
        if word.lower == "who" or word.lower in known.ROLES or word.lower in known.TITLES:
            yield "person", STRONG
            return
        if (cue := _cue(words, n)) is not None:
            yield cue, FAIR
            return


def decide(weights: Mapping[ActorType, float]) -> tuple[ActorType, float] | None:
    """The best type and its share of the evidence, None where nothing speaks."""
    total = sum(weights.values())
    if not total:
        return None
    best = min(weights, key=lambda kind: (-weights[kind], kind))
    return best, weights[best] / total
