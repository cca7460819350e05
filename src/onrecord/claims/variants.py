"""Claims that are nearly this one, and how they differ, in words."""

from __future__ import annotations

from collections.abc import Sequence

from onrecord.claims.likeness import differing
from onrecord.claims.particulars import firmer, other_dates, other_names, surer
from onrecord.claims.propositions import Amount, Proposition

COMPARED = 20
"""Statements of each side that are looked at for it: more of them say the same."""
SCALES = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))


def differs(mine: Sequence[Proposition], theirs: Sequence[Proposition]) -> str | None:
    """How what `theirs` say differs from what `mine` say ("says 38 million USD where this says 3.8 million USD"),
    None where nothing can be named."""
    ours, other = (frozenset(amount for p in side for amount in p.amounts) for side in (mine, theirs))
    for here, there in differing(ours, other):
        return f"says {_words(there)} where this says {_words(here)}"
    if all(p.negated for p in theirs) and not any(p.negated for p in mine):
        return "says that it is not so"
    if all(p.negated for p in mine) and not any(p.negated for p in theirs):
        return "says that it is so"
    return _particular(mine, theirs)


def _particular(mine: Sequence[Proposition], theirs: Sequence[Proposition]) -> str | None:
    """The first particular in which one of each side differ: a date, a name, a hedge."""
    for here, there in ((a, b) for a in mine[:COMPARED] for b in theirs[:COMPARED]):
        for ours, other in other_dates(here.particulars, there.particulars):
            return f"says {other.capitalize()} where this says {ours.capitalize()}"
        names = other_names(here.particulars, there.particulars, here.terms, there.terms)
        if names:
            return f"names {names[1].title()} where this names {names[0].title()}"
        common = here.terms & there.terms
        if surer(here.particulars, there.particulars, common) or firmer(here.particulars, there.particulars):
            return "says outright what this says may be so"
        if surer(there.particulars, here.particulars, common) or firmer(there.particulars, here.particulars):
            return "says that it may be so"
    return None


def _words(amount: Amount) -> str:
    unit, value = amount
    for scale, name in SCALES:
        if value >= scale:
            return f"{value / scale:g}{name} {unit}".strip()
    return f"{value:g} {unit}".strip()
