"""Where work is done: a few verbs that know nothing about news. Every engine gives the same answers in the same
order."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol, TypeVar

In = TypeVar("In")
Out = TypeVar("Out")


class Engine(Protocol):
    """The verbs a pipeline needs."""

    def each(self, work: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """`work` done on every item, answers in the order of the items. `work` is a module's function, items are
        picklable; an exception of `work` is raised here. Items are drawn lazily: only a few are held at once."""
        ...

    def group(self, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, tuple[str, ...]]]:
        """`(key, item)` pairs gathered by key: keys sorted, the items of each sorted, each once."""
        ...

    def connect(self, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
        """Connected components of the items of `(item, key)` pairs, joined where they share a key. Every item is in
        one; components are sorted, and so are their items."""
        ...
