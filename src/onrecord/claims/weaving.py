"""Groups of propositions -> Claim rows: who stands how, the best witness's words, the counts, the variants."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet

import msgspec

from onrecord.claims.disputes import checkable, disputed
from onrecord.claims.pointing import ASSERTING
from onrecord.claims.propositions import Proposition, bare_request
from onrecord.claims.stances import meets, one_mind, said_by, stance
from onrecord.claims.terms import words
from onrecord.claims.variants import differs
from onrecord.nouns import Claim, Dating, House, Span, Stance, Stand, Statement, Variant, digest

READABLE = (5, 30)
"""Words of a content that reads as a claim by itself; others are taken only where no such one is there."""
FEWEST = 2
"""Terms that a statement must have to make a claim by itself."""
ALONE = 0.6
"""Confidence of a claim that one statement makes; one more witness takes away a quarter of what is missing to 1."""


DENIES: Stance = "denies"


class Weaving:
    """The claims of one thread in the making."""

    def __init__(
        self,
        houses: Sequence[House],
        datings: Sequence[Dating],
        members: Sequence[Proposition],
        groups: Sequence[int],
        names: AbstractSet[str],
    ) -> None:
        self.names = names
        self.houses = {house.article: house.name for house in houses}
        self.dates = {dating.article: dating for dating in datings}
        self.members = members
        self.groups: dict[int, list[int]] = defaultdict(list)
        for at, number in enumerate(groups):
            self.groups[number].append(at)

    def claims(self, denied: Mapping[int, int], clashes: Sequence[tuple[int, int]]) -> list[Claim]:
        """One row a group that makes a claim; `denied` are denials of other groups, `clashes` pairs of groups."""
        against: dict[int, list[int]] = defaultdict(list)
        for at, target in sorted(denied.items()):
            against[target].append(at)
        rows = {}
        for number in sorted(self.groups):
            row = self._claim(number, against[number], denied)
            if row is not None:
                rows[number] = row
        varied = self._variants(rows, clashes)
        return sorted(
            (msgspec.structs.replace(row, variants=varied.get(n, ())) for n, row in rows.items()), key=lambda c: c.id
        )

    def _claim(self, number: int, against: Sequence[int], denied: Mapping[int, int]) -> Claim | None:
        own = [self.members[at] for at in self.groups[number] if not (at in denied and self._only_denies(at))]
        makers = [p for p in own if p.denies or (p.statement.act in ASSERTING and not bare_request(p))]
        if not any(len(p.terms) >= FEWEST and checkable(p) for p in makers):
            return None
        negative = _is_negative(makers)
        deniers = [self.members[at] for at in against]
        stands = self._stands(own, deniers, negative)
        said, witness = self._witness(_vouching(makers, stands))
        everyone = [*own, *deniers]
        return Claim(
            id=digest("claim", said.id, witness.start, witness.end), text=witness.text, statements=stands,
            articles=len({p.statement.article for p in everyone}),
            outlets=len({self.houses.get(p.statement.article, p.statement.article) for p in everyone}),
            origins=(), origins_from=0, origins_to=0, variants=(), cycles=(),
            disputed=self._disputed(everyone, stands),
            confidence=round(1 - (1 - ALONE) * 0.75 ** (len(own) - 1), 4),
        )  # fmt: skip

    def _disputed(self, everyone: Sequence[Proposition], stands: Sequence[Stand]) -> bool:
        how = {stand.id: stand.stance for stand in stands}
        told = [p for p in everyone if how[p.statement.id] in ("asserts", "relays")]
        return disputed(told, [p for p in everyone if how[p.statement.id] == DENIES], self.names)

    def _only_denies(self, at: int) -> bool:
        """Whether a denial has nothing to claim for itself."""
        return self.members[at].points or self.members[at].rejects

    def _stands(self, own: Sequence[Proposition], deniers: Sequence[Proposition], negative: bool) -> tuple[Stand, ...]:
        claim = [p for p in own if not p.denies]
        rows = {}
        for member, how in [*((p, stance(p, negative, claim)) for p in own), *((p, DENIES) for p in deniers)]:
            met = meets(member, how, claim)
            rows[member.statement.id] = Stand(id=member.statement.id, stance=how, meets=met)
        settled = one_mind([*own, *deniers], rows)
        return tuple(settled[i] for i in sorted(settled))

    def _witness(self, makers: Sequence[Proposition]) -> tuple[Statement, Span]:
        """One piece of one content: readable, told in the third person, of the words most share, first where dates
        tell."""
        shared: dict[str, int] = defaultdict(int)
        for member in makers:
            for term in member.terms:
                shared[term] += 1

        def rank(member: Proposition, piece: Span) -> tuple[bool, bool, bool, float, str, str, int]:
            told = words(piece.text)
            common = sum(shared[t] for t in sorted(member.terms)) / (len(makers) * (len(member.terms) + 3))
            readable = READABLE[0] <= len(told) <= READABLE[1] and told[0] != "to"
            own = member.statement.mode == "direct" or member.statement.act in ("requests", "threatens")
            first = said_by(member, self.dates)[0] or "9999"
            return (
                not readable,
                member.denies and not member.rejects,
                own,
                -round(common, 6),
                first,
                piece.article,
                piece.start,
            )

        pieces = [(p, piece) for p in makers for piece in p.statement.content or (p.statement.span,)]
        best, piece = min(pieces, key=lambda pair: (rank(*pair), pair[0].statement.id))
        return best.statement, piece

    def _variants(
        self, rows: Mapping[int, Claim], clashes: Sequence[tuple[int, int]]
    ) -> dict[int, tuple[Variant, ...]]:
        out: dict[int, list[Variant]] = defaultdict(list)
        for low, high in clashes:
            for here, there in ((low, high), (high, low)):
                if here in rows and there in rows:
                    how = differs(
                        [self.members[a] for a in self.groups[here]], [self.members[a] for a in self.groups[there]]
                    )
                    if how:
                        out[here].append(Variant(claim=rows[there].id, differs=how))
        return {number: tuple(sorted(found, key=lambda v: (v.claim, v.differs))) for number, found in out.items()}


def _vouching(makers: Sequence[Proposition], stands: Sequence[Stand]) -> Sequence[Proposition]:
    """Those whose words may stand for the claim: who assert it, else who pass it on, else all: nobody's denial is
    printed as what others assert."""
    how = {stand.id: stand.stance for stand in stands}
    for wanted in ("asserts", "relays"):
        found = [p for p in makers if how[p.statement.id] == wanted]
        if found:
            return found
    return makers


def _is_negative(makers: Sequence[Proposition]) -> bool:
    """Whether what a group says is that something is not so: most of those who deny nothing say it with a "not", or
    there are only denials, none of which repeats the claim to reject it."""
    plain = [p for p in makers if not p.denies]
    if plain:
        return 2 * sum(p.negated for p in plain) > len(plain)
    return not any(p.rejects for p in makers)
