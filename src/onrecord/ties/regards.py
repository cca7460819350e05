"""What a reader saw of who stands well or badly to whom, as ties, where no verb and no statement tells one already."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.nouns import Regard, Sign, TieType
from onrecord.ties.pairs import LIKELY, Sighting

KINDS: dict[Sign, tuple[TieType, str, Sign]] = {
    "+": ("supports", "SUPPORT", "+"),
    "-": ("criticises", "ACCUSE", "-"),
}
"""The widest tie of each sign: a regard has no verb that would tell more."""


def felt(regards: Sequence[Regard], actors: Sequence[str | None]) -> list[Sighting]:
    """A sighting for each regard of one known actor for or against another. `actors` are who the mentions mean."""
    out = []
    for regard in regards:
        holder, target, kind = actors[regard.holder], actors[regard.target], KINDS.get(regard.sign)
        if holder and target and holder != target and kind:
            extent = regard.start, regard.end
            confidence = min(LIKELY, regard.confidence)
            out.append(Sighting(holder, target, *kind, regard.start, extent, confidence, regard.start))
    return out
