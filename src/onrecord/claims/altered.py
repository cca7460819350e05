"""What a copy makes somebody say who says the opposite in its original: the copy's change, nobody's word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from onrecord.claims.propositions import Proposition, same_speaker
from onrecord.nouns import Copy

SAME = 0.6
"""Share of the larger content's terms that both must hold to be one saying, told and turned round."""


def faithful(members: Sequence[Proposition], copies: Sequence[Copy]) -> list[Proposition]:
    """The propositions without those of a copy whose speaker says the opposite in the copy's original, and says it
    nowhere there as the copy has it. An update is no copy in this: who speaks may have thought again."""
    of: dict[str, list[Proposition]] = defaultdict(list)
    for member in members:
        of[member.statement.article].append(member)
    originals: dict[str, list[str]] = defaultdict(list)
    for copy in copies:
        if copy.direction != "unknown" and copy.type != "update":
            originals[copy.copy].append(copy.original)
    return [
        member
        for member in members
        if not any(_turned(member, of[original]) for original in originals[member.statement.article])
    ]


def _turned(member: Proposition, original: Sequence[Proposition]) -> bool:
    told = [p for p in original if same_speaker(p, member) and _one_saying(p, member)]
    return bool(told) and all(_says_no(p) != _says_no(member) for p in told)


def _one_saying(a: Proposition, b: Proposition) -> bool:
    more = max(len(a.terms), len(b.terms))
    return more > 0 and len(a.terms & b.terms) >= SAME * more


def _says_no(member: Proposition) -> bool:
    """Whether somebody says of the rest of a content that it is not so."""
    return member.rejects or member.negated
