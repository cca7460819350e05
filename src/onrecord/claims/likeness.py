"""How alike two propositions are, and which pairs are looked at at all."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from math import log
from typing import Literal, NamedTuple

from onrecord.claims.particulars import NONE, Particulars, firmer, other_dates, other_names, surer
from onrecord.claims.propositions import Amount
from onrecord.claims.terms import offices

POSTINGS = 150
"""A term in more notions of the thread than this brings no pair together by itself: 1,000 articles then stay linear."""
KEYS = 10
"""How many of a notion's rarest terms look for partners."""
SMALLER = 0.6
"""How much the smaller of two notions decides: a headline holds less than the sentence it heads. Tried 0.5 to 0.9,
with the threshold."""
FEW = 30
"""Notions that a thread is taken to have besides: in a thread of two, no word is common."""
NAME = 0.8
"""What a name weighs beside another word as rare: it stands in every claim about its bearer. Tried 0.3 to 1."""
FLOOR = 0.2
"""Pairs less alike than this are not kept."""
LOST_NOT = 0.7
"""Share of common terms from which a "not" on one side only makes another claim; below, it may belong to a side
clause."""
ALIGNED = 0.6
"""Share of the smaller side's terms that both hold, from which other dates, names or a hedge on one side
make another claim: below, the two may speak of other things in one sentence. Tuned on half of the distortion bench."""
VERBATIM = 0.85
"""Share of all terms that both must hold for a word of doubt anywhere in one of them to count."""
TWINS = 3
"""Terms that the two must share for that."""
FEWEST = 2
"""Terms that two notions must share: one word in common is no claim in common."""
SMOOTHING = 3.0
"""Weight added to the size of each notion, so that one shared rare word makes no claim."""


Sort = Literal["assertion", "denial", "demand", "request", "question"]


class Notion(NamedTuple):
    """Propositions of the same terms, numbers and polarity: what is compared, once however often it is said. What a
    denial says may be the claim that is denied or its opposite, so its polarity clashes with nothing; a demand ("should
    resign"), a request or a question is like no assertion, whatever its words."""

    terms: frozenset[str]
    amounts: frozenset[Amount]
    negated: bool
    sort: Sort
    particulars: Particulars = NONE


class Likeness(NamedTuple):
    """Likeness of the pairs that have any, `low < high` being places in the list of notions; `clash` says the two
    speak of one thing and say different things of it (other numbers, or one says not)."""

    low: int
    high: int
    value: float
    clash: bool


def weights(notions: Sequence[Notion], names: AbstractSet[str]) -> dict[str, float]:
    """What each term tells, by how few of the thread's notions hold it; `names` tell less than what is said of them."""
    held = Counter(term for notion in notions for term in notion.terms)
    return {t: log(1 + (len(notions) + FEW) / count) * (NAME if t in names else 1.0) for t, count in held.items()}


def likenesses(notions: Sequence[Notion], weight: Mapping[str, float], names: AbstractSet[str]) -> list[Likeness]:
    """The pairs of notions that are alike, in order. Only notions sharing one of their rarest terms are compared, and
    two that share nothing but `names` and offices speak of the same people, not of the same thing."""
    size = [sum(weight[term] for term in sorted(notion.terms)) for notion in notions]
    spare = names | offices()
    out = []
    for low, high in sorted(_pairs(notions, weight)):
        a, b = notions[low], notions[high]
        common = a.terms & b.terms
        if len(common) < FEWEST or common <= spare or not _comparable(a, b):
            continue
        shared = sum(weight[term] for term in sorted(common))
        value = shared / (SMALLER * min(size[low], size[high]) + (1 - SMALLER) * max(size[low], size[high]) + SMOOTHING)
        if value >= FLOOR:
            out.append(Likeness(low, high, value, _clash(a, b)))
    return out


def _pairs(notions: Sequence[Notion], weight: Mapping[str, float]) -> set[tuple[int, int]]:
    postings: dict[str, list[int]] = defaultdict(list)
    for at, notion in enumerate(notions):
        for term in sorted(notion.terms, key=lambda t: (-weight[t], t))[:KEYS]:
            postings[term].append(at)
    return {
        (low, high)
        for members in postings.values()
        if len(members) <= POSTINGS
        for place, low in enumerate(members)
        for high in members[place + 1 :]
    }


def _comparable(a: Notion, b: Notion) -> bool:
    sorts = {a.sort, b.sort}
    return len(sorts) == 1 or sorts == {"assertion", "denial"}


def _clash(a: Notion, b: Notion) -> bool:
    """Other numbers; or nearly the same words of which only one side says not, or that differ in a particular."""
    same = len(a.terms & b.terms) >= LOST_NOT * len(a.terms | b.terms)
    opposed = same and a.negated != b.negated and "denial" not in (a.sort, b.sort)
    return opposed or bool(differing(a.amounts, b.amounts)) or _particular(a, b)


def _particular(a: Notion, b: Notion) -> bool:
    """Whether two contents of nearly the same words give another day, name another, or one of them only says that it
    may be so."""
    ours, theirs = a.particulars, b.particulars
    common = a.terms & b.terms
    if len(common) < max(TWINS, ALIGNED * min(len(a.terms), len(b.terms))):
        return False
    if other_dates(ours, theirs) or _other_amounts(a, b) or other_names(ours, theirs, a.terms, b.terms):
        return True
    if len(common) >= VERBATIM * len(a.terms | b.terms) and (firmer(ours, theirs) or firmer(theirs, ours)):
        return True
    whole = len(common) >= LOST_NOT * len(a.terms | b.terms)
    return whole and (surer(ours, theirs, common) or surer(theirs, ours, common))


def _other_amounts(a: Notion, b: Notion) -> bool:
    """Whether each gives a number that the other does not, in a unit that both count in."""
    return not {unit for unit, _ in a.amounts - b.amounts}.isdisjoint(unit for unit, _ in b.amounts - a.amounts)


def differing(a: frozenset[Amount], b: frozenset[Amount]) -> list[tuple[Amount, Amount]]:
    """Numbers of one unit that the two give differently: the units in which they agree on none."""
    out = []
    for unit in sorted({unit for unit, _ in a} & {unit for unit, _ in b}):
        mine, theirs = ({value for u, value in side if u == unit} for side in (a, b))
        if not mine & theirs:
            out.append(((unit, min(mine)), (unit, min(theirs))))
    return out
