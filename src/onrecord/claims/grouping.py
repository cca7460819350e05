"""Proposition -> groups of propositions that say the same thing."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

from onrecord.claims.clusters import Pair, clusters, connected
from onrecord.claims.likeness import Likeness, Notion, Sort, likenesses
from onrecord.claims.propositions import Proposition, bare_request, main_clause
from onrecord.claims.terms import words
from onrecord.words import phrases

THRESHOLD = 0.3
"""Mean likeness over all pairs of two groups from which they are one claim. Tuned on one invented story, checked on
another."""
REPELLED = -0.5
"""What a pair counts that speaks of one thing and says different things of it."""
NESTED = 0.4
"""Share of the outer content's terms that an inner statement must hold to be the same claim as the outer."""


def notions(members: Sequence[Proposition]) -> tuple[list[Notion], list[int]]:
    """The distinct notions, sorted, and the place of each proposition's own among them."""
    own = [Notion(p.terms, p.amounts, p.negated, _sort(p), p.particulars) for p in members]
    distinct = sorted(set(own), key=_order)
    place = {notion: at for at, notion in enumerate(distinct)}
    return distinct, [place[notion] for notion in own]


def _order(notion: Notion) -> tuple[object, ...]:
    dates, hedged, named, hedges = notion.particulars
    particulars = sorted(dates), sorted(hedged), sorted(named), sorted(hedges)
    return sorted(notion.terms), sorted(notion.amounts), notion.negated, notion.sort, particulars


def _sort(member: Proposition) -> Sort:
    act = member.statement.act
    if act in ("evades", "asks"):
        return "question"
    if bare_request(member):
        return "request"
    if act == "denies":
        return "denial"
    return "demand" if _demands(member) else "assertion"


def _demands(member: Proposition) -> bool:
    """Whether a content tells what ought to be, not what is."""
    return any(word in phrases("claims", "demanding") for word in words(main_clause(member.statement.text)))


def group(
    members: Sequence[Proposition], weight: Mapping[str, float], names: AbstractSet[str]
) -> tuple[list[int], list[tuple[int, int]]]:
    """The number of the group of each proposition, and pairs of groups (low, high) that clash: they speak of one
    thing and say different things of it."""
    distinct, place = notions(members)
    alike = likenesses(distinct, weight, names)
    root = connected(range(len(distinct)), _nested(members, place))
    sizes, pairs = _units(root, alike)
    found = {unit: number for number, units in enumerate(clusters(sizes, pairs, THRESHOLD)) for unit in units}
    of = [found[root[at]] for at in range(len(distinct))]
    clashes = {_ordered(of[x.low], of[x.high]) for x in alike if x.clash and of[x.low] != of[x.high]}
    return [of[at] for at in place], sorted(clashes)


def _nested(members: Sequence[Proposition], place: Sequence[int]) -> list[Pair]:
    """Notions of an outer statement and of the inner one whose words are most of it ("A reports that B asked for
    C")."""
    by_id = {p.statement.id: at for at, p in enumerate(members)}
    out = []
    for at, inner in enumerate(members):
        outer = by_id.get(inner.statement.parent or "")
        if outer is not None and not inner.denies and _held(inner, members[outer]):
            out.append(_ordered(place[at], place[outer]))
    return out


def _held(inner: Proposition, outer: Proposition) -> bool:
    within = all(
        any(whole.start <= piece.start and piece.end <= whole.end for whole in outer.statement.content)
        for piece in inner.statement.content
    )
    return within and len(inner.terms & outer.terms) >= NESTED * len(outer.terms) > 0


def _units(root: dict[int, int], alike: Sequence[Likeness]) -> tuple[dict[int, int], dict[Pair, float]]:
    """Notions bound together by nesting are clustered as one: their number, and the mean likeness between them."""
    sizes: dict[int, int] = defaultdict(int)
    for unit in root.values():
        sizes[unit] += 1
    sums: dict[Pair, float] = defaultdict(float)
    for pair in alike:
        a, b = root[pair.low], root[pair.high]
        if a != b:
            sums[_ordered(a, b)] += REPELLED if pair.clash else pair.value
    return dict(sizes), {(a, b): total / (sizes[a] * sizes[b]) for (a, b), total in sums.items()}


def _ordered(a: int, b: int) -> Pair:
    return (a, b) if a < b else (b, a)
