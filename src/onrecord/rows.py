"""Rows of one kind, as a list that other tools can take over."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, Generic, TypeVar

import msgspec

from onrecord.nouns import Noun

if TYPE_CHECKING:
    import pandas

N = TypeVar("N", bound=Noun)


class Rows(list[N], Generic[N]):
    """A list of rows in their order."""

    def __init__(self, rows: Iterable[N] = ()) -> None:
        super().__init__(rows)

    def to_dicts(self) -> list[dict[str, Any]]:
        """Each row as the exported record has it."""
        return [msgspec.json.decode(msgspec.json.encode(row)) for row in self]

    def to_pandas(self) -> pandas.DataFrame:
        """A data frame, one row a row; nested fields stay dictionaries and lists. Needs the `pandas` extra."""
        import pandas as pd  # noqa: PLC0415  an extra: the record is read without it

        return pd.DataFrame(self.to_dicts())
