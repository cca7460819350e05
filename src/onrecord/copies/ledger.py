"""What a copying changed, one row a change."""

from __future__ import annotations

from onrecord.copies.alignment import Alignment
from onrecord.nouns import Change, Copy


def changes_of(alignment: Alignment, copy: Copy) -> list[Change]:
    """The changes from `alignment.first`, the original, to `alignment.second`."""
    return []
