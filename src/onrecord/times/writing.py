"""A value as the record writes it."""

from __future__ import annotations

from onrecord.nouns import When
from onrecord.times.calendars import Stretch, edtf, written
from onrecord.times.contexts import Value


def when_of(meant: Value, text: str | None, basis: str | None = None) -> When:
    """A value as the record writes it, `text` being the page's words."""
    stretch = meant.stretch or Stretch(None, None, meant.precision)
    core = meant.core if meant.precision in ("since", "until", "before", "after") else None
    anchor = core and When(
        from_=written(core.lo), to=written(core.hi), precision=core.grain, edtf=edtf(core), text=None, basis=meant.basis
    )
    return When(
        from_=written(stretch.lo, stretch.clock),
        to=written(stretch.hi, stretch.clock),
        precision=meant.precision,
        edtf=meant.edtf or edtf(stretch, meant.approximate),
        text=text,
        basis=basis or meant.basis,
        anchor=anchor,
    )
