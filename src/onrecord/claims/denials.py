"""What a denial denies: the claim it repeats, or the one that it points at."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence

from onrecord.claims.propositions import Proposition

NEAR = 0.25
"""What the statement straight before a denial gains, falling with the distance; half of it for one that comes after."""
SHARED = 0.3
"""Likeness from which a denial that has words of its own denies a statement of its article. Below, it is not said which."""
ASSERTING = {"says", "confirms", "concedes", "promises", "threatens", "requests"}


def targets(members: Sequence[Proposition], groups: Sequence[int], weight: Mapping[str, float]) -> dict[int, int]:
    """For propositions (by place) that deny what another group says, that group. A denial that only points, or that gives its
    own version instead, denies what its article tells nearest to it; a group of denials follows its majority."""
    articles: dict[str, list[int]] = defaultdict(list)
    for at, member in enumerate(members):
        articles[member.statement.article].append(at)
    asserted = {groups[at] for at, member in enumerate(members) if _asserts(member)}
    found: dict[int, int] = {}
    for at, member in enumerate(members):
        if member.denies and (member.points or not member.rejects or groups[at] not in asserted):
            if not _repeats(member, groups[at], asserted):
                target = _target(at, members, articles[member.statement.article], groups, found, weight)
                if target is not None and target != groups[at]:
                    found[at] = target
    return _majority(members, groups, found)


def _asserts(member: Proposition) -> bool:
    return member.statement.act in ASSERTING and not member.points


def _repeats(member: Proposition, group: int, asserted: set[int]) -> bool:
    """Whether a denial stands among those who assert what it negates."""
    return group in asserted and not member.points and (member.rejects or member.negated)


def _target(
    at: int, members: Sequence[Proposition], near: Sequence[int], groups: Sequence[int], found: Mapping[int, int],
    weight: Mapping[str, float],
) -> int | None:  # fmt: skip
    """The group whose statement in the same article a denial meets, by shared terms and nearness; one that goes on from the
    same speaker's last denial meets what that met."""
    denial = members[at]
    scores = []
    for other in near:
        told = members[other]
        if _asserts(told) and not _same_speaker(told, denial):
            distance = denial.order - told.order
            bonus = NEAR / abs(distance) if distance > 0 else NEAR / 2 / max(1, abs(distance))
            scores.append((alike(denial, told, weight) + bonus, -abs(distance), -other))
    best = max(scores, default=None)
    if best is not None and (denial.points or best[0] >= SHARED):
        return groups[-best[2]]
    before = [other for other in near if other in found and other < at and _same_speaker(members[other], denial)]
    return found[before[-1]] if before else None


def _same_speaker(a: Proposition, b: Proposition) -> bool:
    mine, theirs = a.statement.speaker, b.statement.speaker
    if mine is None or theirs is None:
        return False
    return mine.actor == theirs.actor if mine.actor and theirs.actor else mine.text == theirs.text


def alike(a: Proposition, b: Proposition, weight: Mapping[str, float]) -> float:
    """Share of the lighter proposition's weight that the other holds."""
    lighter = min(sum(weight[t] for t in sorted(side.terms)) for side in (a, b))
    return sum(weight[t] for t in sorted(a.terms & b.terms)) / (lighter + 2.0)


def _majority(members: Sequence[Proposition], groups: Sequence[int], found: Mapping[int, int]) -> dict[int, int]:
    votes: dict[int, Counter[int]] = defaultdict(Counter)
    for at, target in found.items():
        if not members[at].points:
            votes[groups[at]][target] += 1
    chosen = {own: min(count.items(), key=lambda item: (-item[1], item[0]))[0] for own, count in votes.items()}
    out = dict(found)
    for at, member in enumerate(members):
        if member.denies and not member.points and groups[at] in chosen and at in found:
            out[at] = chosen[groups[at]]
    return out
