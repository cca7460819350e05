"""What statements point at that say little themselves: "denied it", "confirmed the freeze", "called the report
fiction"."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import partial

from onrecord.claims.disputes import meeting
from onrecord.claims.propositions import Proposition, same_speaker
from onrecord.claims.terms import terms, words
from onrecord.words import phrases

NEAR = 0.2
"""What the statement straight before gains, falling with the distance; half of it for one that comes after."""
TOLD = 0.6
"""What a statement told by an outlet gains where "the report", "the story" is denied; as much again where it is
named."""
SHARED = 0.35
"""Share of its weight that a denial with words of its own must have in common with what it denies. Below, it is not
said which claim it denies. Tried 0.25 to 0.5."""
FOLLOWING = 2
"""Statements after a denial within which its speaker goes on from it."""
REACH = 400
"""Statements on either side of a pointing one that are looked at: more than any article has, so that a page without
end costs no more than its length."""
ASSERTING = {"says", "confirms", "concedes", "promises", "threatens", "requests"}


class Pointing:
    """Looks in a statement's own article for what it points at."""

    def __init__(
        self,
        members: Sequence[Proposition],
        groups: Sequence[int],
        weight: Mapping[str, float],
        names: AbstractSet[str],
    ) -> None:
        self.members, self.groups, self.weight, self.names = members, list(groups), weight, names
        self.articles: dict[str, list[int]] = defaultdict(list)
        for at, member in enumerate(members):
            self.articles[member.statement.article].append(at)

    def gathered(self) -> list[int]:
        """The groups, with fragments ("the freeze", "so") and questions moved to the group they point at."""
        moved = {}
        for at, member in enumerate(self.members):
            if not member.denies and (member.fragment or member.statement.act in ("evades", "asks")):
                target = self._best(at, partial(_holds, member))
                if target is not None:
                    moved[at] = self.groups[target]
        for at, number in moved.items():
            self.groups[at] = number
        return self.groups

    def denied(self) -> dict[int, int]:
        """For propositions (by place) that deny what another group says, that group. A denial that repeats the claim
        stands in its group already. One that only points denies what stands nearest; one that gives its own version
        denies what it shares most words with; and one that goes on from the same speaker's last denial meets what
        that met."""
        asserted = {self.groups[at] for at, member in enumerate(self.members) if self._asserts(member)}
        found: dict[int, int] = {}
        for at, member in enumerate(self.members):
            if member.denies and (member.points or not _repeats(member) or self.groups[at] not in asserted):
                target = self._denied(at, found)
                if target is not None and target != self.groups[at]:
                    found[at] = target
        return self._majority(found)

    def _denied(self, at: int, found: Mapping[int, int]) -> int | None:
        denial = self.members[at]
        if denial.points and set(words(denial.statement.text)[-1:]) & set(phrases("disputes", "sweeping")):
            return None
        if denial.points:
            target = self._best(at, lambda told: not same_speaker(told, denial))
        else:
            target = self._best(
                at,
                lambda told: alike(denial, told, self.weight) >= SHARED and meeting(told, denial, self.names),
            )
        if target is not None or denial.rejects:
            return None if target is None else self.groups[target]
        before = [o for o in self._around(at) if o < at and self._goes_on(self.members[o], denial)]
        return found.get(before[-1], self.groups[before[-1]]) if before else None

    @staticmethod
    def _goes_on(first: Proposition, then: Proposition) -> bool:
        """Whether a denial follows close upon another by the same speaker."""
        return first.denies and same_speaker(first, then) and then.order - first.order <= FOLLOWING

    def _best(self, at: int, fits: Callable[[Proposition], bool]) -> int | None:
        """The fitting assertion of the same article that shares most and stands nearest, those before it first."""
        own = self.members[at]
        scores = []
        for other in self._around(at):
            told = self.members[other]
            if other != at and self._asserts(told) and fits(told):
                distance = own.order - told.order
                near = NEAR / distance if distance > 0 else NEAR / 2 / (1 - distance)
                scores.append((alike(own, told, self.weight) + near + _named(own, told), -other))
        return -max(scores)[1] if scores else None

    def _around(self, at: int) -> Sequence[int]:
        """The propositions of the same article within reach, by place."""
        own = self.articles[self.members[at].statement.article]
        place = bisect_left(own, at)
        return own[max(0, place - REACH) : place + REACH]

    def _asserts(self, member: Proposition) -> bool:
        return member.statement.act in ASSERTING and not member.fragment

    def _majority(self, found: Mapping[int, int]) -> dict[int, int]:
        """Denials in the same words deny the same: each group of them follows most of its members."""
        votes: dict[int, Counter[int]] = defaultdict(Counter)
        for at, target in found.items():
            if not self.members[at].points:
                votes[self.groups[at]][target] += 1
        chosen = {own: min(count.items(), key=lambda item: (-item[1], item[0]))[0] for own, count in votes.items()}
        return {at: target if self.members[at].points else chosen[self.groups[at]] for at, target in found.items()}


def _holds(fragment: Proposition, told: Proposition) -> bool:
    return fragment.terms <= told.terms


def _repeats(member: Proposition) -> bool:
    return member.rejects or member.negated


def _named(denial: Proposition, told: Proposition) -> float:
    """What speaks for a statement that an outlet told, when a denial speaks of a report, and of whose."""
    if not any(word in phrases("claims", "told") for word in words(denial.statement.text)):
        return 0.0
    cited = [link.text or "" for link in told.statement.chain[1:] if link.source_kind == "outlet"]
    return TOLD * bool(cited) + TOLD * any(denial.terms & set(terms(text)) for text in cited)


def alike(a: Proposition, b: Proposition, weight: Mapping[str, float]) -> float:
    """Share of the lighter proposition's weight that the other holds."""
    lighter = min(sum(weight[t] for t in sorted(side.terms)) for side in (a, b))
    return sum(weight[t] for t in sorted(a.terms & b.terms)) / (lighter + 2.0)
