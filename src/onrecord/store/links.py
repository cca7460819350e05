"""What becomes of the links of a scope in one weaving: most of them come with new items, and lie packed."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator

Link = tuple[int, int]
"""`(key, item)`."""


class Links:
    """Links counted up and down. Those of new items are only added, 16 bytes each; of the others what counts is the
    sum: a row that is written anew with the same key changes nothing."""

    def __init__(self) -> None:
        self._new = array("q")
        self._sums: dict[Link, int] = {}

    def add_new(self, links: Iterable[Link]) -> None:
        """Links of items that had none."""
        for link in links:
            self._new.extend(link)

    def count(self, links: Iterable[Link], sign: int) -> None:
        """Links that rows lost (-1) or found (1)."""
        for link in links:
            self._sums[link] = self._sums.get(link, 0) + sign

    def added(self) -> Iterator[Link]:
        """The links that are there now and were not before."""
        yield from zip(self._new[::2], self._new[1::2], strict=True)
        yield from (link for link, times in self._sums.items() if times > 0)

    def removed(self) -> Iterator[Link]:
        """The links that were there before and are no more."""
        return (link for link, times in self._sums.items() if times < 0)
