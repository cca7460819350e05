"""Groups of propositions, without what only looks like an answer: a "not" of something else is no denial."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from onrecord.claims.disputes import meeting
from onrecord.claims.propositions import Proposition, same_speaker

ALIKE = 0.5
"""Share of the smaller one's terms in common from which two set apart stay together."""


def sifted(members: Sequence[Proposition], groups: Sequence[int], names: AbstractSet[str]) -> list[int]:
    """The groups, with those who say not set apart where they meet nothing that their group asserts. Set apart, those
    of one group in like words stay together, and what is told inside a denial goes with it. `names`: terms of the
    thread's names."""
    out, following = list(groups), max(groups, default=-1) + 1
    held: dict[int, list[int]] = defaultdict(list)
    for at, number in enumerate(groups):
        held[number].append(at)
    for number in sorted(held):
        own = {members[at].statement.id: at for at in held[number]}
        inner = [(at, own.get(members[at].statement.parent or "")) for at in held[number]]
        within = {at: outer for at, outer in inner if outer is not None and members[outer].rejects}
        told = [members[at] for at in held[number] if not _says_not(members[at]) and at not in within]
        against = [at for at in held[number] if told and _says_not(members[at])]
        apart = _alike([at for at in against if not _belongs(members[at], told, names)], members)
        moved = {at: following + place for place, together in enumerate(apart) for at in together}
        moved |= {at: moved[outer] for at, outer in within.items() if outer in moved}
        for at, new in moved.items():
            out[at] = new
        following += len(apart)
    return out


def _alike(apart: Sequence[int], members: Sequence[Proposition]) -> list[list[int]]:
    """The places of those set apart, with those whose words are like the first one's of a group in that group."""
    found: list[list[int]] = []
    for at in apart:
        mine = members[at]
        home = next((g for g in found if _in_like_words(members[g[0]], mine)), None)
        if home is None:
            found.append([at])
        else:
            home.append(at)
    return found


def _in_like_words(a: Proposition, b: Proposition) -> bool:
    fewer = min(len(a.terms), len(b.terms))
    return a.denies == b.denies and len(a.terms & b.terms) >= max(1, ALIKE * fewer)


def _says_not(member: Proposition) -> bool:
    """Whether a member would stand to a claim as one who denies it."""
    if member.denies:
        return member.rejects or member.negated
    return member.negated and member.statement.act == "says"


def _belongs(member: Proposition, told: Sequence[Proposition], names: AbstractSet[str]) -> bool:
    """Whether one who says not meets what another asserts, or goes on from their own words in the same article."""
    home = member.statement.article
    if not member.denies and any(p.statement.article == home and same_speaker(member, p) for p in told):
        return True
    return any(meeting(p, member, names) for p in told)
