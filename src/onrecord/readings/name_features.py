"""What can be seen of a name and around it, as plain words: the features that the learnt weights speak of."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from onrecord.language import naming as known
from onrecord.nouns import ActorType
from onrecord.readings.name_parts import Run
from onrecord.readings.tokens import Word

LONGEST = 18
"""Letters of the longest word that makes a feature."""

Features = Mapping[str, float]


def form(words: Sequence[Word], run: Run) -> Iterator[str]:
    """The features of the name itself, the same at every sight of it: `f=`, `l=`, `w=` its first, last, other words,
    `b=` and `e=` beginnings and endings of letters, `n=` its length, `s=` its spelling, `k=` what the lists hold."""
    core = words[run.core : run.last]
    first, last = core[0], core[-1]
    yield f"n={min(4, len(core))}"
    yield from (f"f={first.lower}", f"l={last.lower}") if len(core) > 1 else (f"o={first.lower}",)
    for word in core[1:-1]:
        yield f"w={word.lower}"
    yield from (f"e{min(2, len(core))}={last.lower[-size:]}" for size in (2, 3) if len(last.lower) > size)
    yield f"b{min(2, len(core))}={first.lower[:3]}"
    yield from _spelling(core)
    yield from _listed(core)


def _spelling(core: Sequence[Word]) -> Iterator[str]:
    if len(core) == 1 and core[0].upper:
        yield f"s=caps{min(5, len(core[0].text))}"
    elif any(word.upper for word in core):
        yield "s=somecaps"
    if any(character.isdigit() for word in core for character in word.text):
        yield "s=digit"
    if any("-" in word.text for word in core):
        yield "s=hyphen"
    if len(core) > 1 and len(core[0].text.rstrip(".")) == 1:
        yield "s=initial"
    if any(not word.capital for word in core):
        yield "s=small"


def _listed(core: Sequence[Word]) -> Iterator[str]:
    size = min(2, len(core))
    if core[0].lower in known.GIVEN_NAMES:
        yield f"k{size}=given"
    if any(word.lower in known.GIVEN_NAMES for word in core[1:]):
        yield "k=latergiven"
    if core[0].lower in known.PLACES:
        yield f"k{size}=place"
    if core[0].lower in known.ADJECTIVES:
        yield f"k{size}=adjective"
    if known.ordinary(core[-1].lower):
        yield f"k{size}=everyday"


def around(text: str, words: Sequence[Word], run: Run) -> Iterator[str]:
    """The features of one sight: `p=`, `q=` the words before, `a=`, `t=` those behind, `g=` marks and beginnings."""
    first, last = words[run.first], words[run.last - 1]
    if run.first and not first.opens:
        near, gap = words[run.first - 1], text[words[run.first - 1].stop : first.start]
        yield f"p={near.lower}" if gap == " " and not near.possessive else f"g=before{gap.strip()[:2]}"
        if gap == " " and run.first > 1 and near.lower in ("the", "of", "a", "an", "in", "to", "and"):
            yield f"q={words[run.first - 2].lower} {near.lower}"
    elif first.opens:
        yield "g=opens"
    if run.titled:
        yield "g=titled"
    if last.possessive:
        yield "g=owns"
    after = words[run.last] if run.last < len(words) else None
    gap = text[last.stop : after.start] if after else text[last.stop : last.stop + 1]
    yield f"g=after{gap.strip()[:2]}"
    if after and gap == " " and not after.capital:
        yield f"{'h' if last.possessive else 'a'}={after.lower}"
        if run.last + 1 < len(words):
            yield f"t={words[run.last + 1].lower}"
    elif after and gap == ", " and not after.capital:
        yield f"c={after.lower}"


def summed(forms: Iterable[str], arounds: Counter[str], sights: int, told: Mapping[ActorType, float]) -> Features:
    """The features of a name in an article: its form's once, those around it by how much of its sights show them, and
    `r=` what the rules make of it."""
    found = {feature: 1.0 for feature in forms if len(feature) < LONGEST + 3}
    share = math.sqrt(sights)
    found |= {feature: count / share for feature, count in arounds.items() if len(feature) < 2 * LONGEST}
    return found | {f"r={kind}": math.log1p(weight) for kind, weight in told.items() if weight}
