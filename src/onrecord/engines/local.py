"""The default engine: processes of this machine."""

from __future__ import annotations

import itertools
import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor

from onrecord.engines import In, Out
from onrecord.engines.forest import Forest

ALONE = 12
"""So few items are done in this process: starting others costs about a second, as much as reading 12 articles."""
AHEAD = 4
"""Items in flight a worker: enough to keep it busy, few enough that memory does not grow with the pile."""


class Local:
    """Processes of this machine. `workers` = 1 does everything in this one."""

    def __init__(self, workers: int = 1) -> None:
        self.workers = workers
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Local:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
            self._pool = None

    def each(self, work: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        """See `Engine.each`."""
        rest = iter(items)
        first = list(itertools.islice(rest, ALONE))
        if self.workers == 1 or len(first) < ALONE:
            yield from map(work, itertools.chain(first, rest))
            return
        yield from self._spread(work, itertools.chain(first, rest))

    def _spread(self, work: Callable[[In], Out], items: Iterable[In]) -> Iterator[Out]:
        if self._pool is None:
            # spawn, not fork: a forked child of a process with threads (a server, a model runtime) may hang
            self._pool = ProcessPoolExecutor(self.workers, mp_context=multiprocessing.get_context("spawn"))
        flying: deque[Future[Out]] = deque()
        for item in items:
            flying.append(self._pool.submit(work, item))
            if len(flying) >= self.workers * AHEAD:
                yield flying.popleft().result()
        while flying:
            yield flying.popleft().result()

    def group(self, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, tuple[str, ...]]]:
        """See `Engine.group`."""
        gathered: dict[str, set[str]] = {}
        for key, item in pairs:
            gathered.setdefault(key, set()).add(item)
        return [(key, tuple(sorted(items))) for key, items in sorted(gathered.items())]

    def connect(self, pairs: Iterable[tuple[str, str]]) -> list[tuple[str, ...]]:
        """See `Engine.connect`."""
        forest: Forest[str] = Forest()
        holder: dict[str, str] = {}
        for item, key in pairs:
            forest.join(holder.setdefault(key, item), item)
        return sorted(tuple(sorted(tree)) for tree in forest.trees())
