"""The fetcher: addresses -> Sources. Polite (robots.txt, one request at a time, a pause per host), bounded, and safe
against hosts on private networks. Whatever goes wrong is a source with the reason; nothing is raised.

Several hosts are asked at once, each by one worker in the order given. What comes back lies in a spool until all is
there, and is given in the order of the addresses, whichever host was quicker."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from threading import Lock
from typing import NamedTuple
from urllib.parse import urlsplit

from onrecord.nouns import Source
from onrecord.pages.addresses import AddressError, address
from onrecord.pages.exchanges import UNKNOWN, Answer, Client, Version
from onrecord.pages.feeds import is_feed, items
from onrecord.pages.networks import FetchError
from onrecord.pages.robots import MAX_ROBOTS, Robots
from onrecord.pages.spools import Slot, Spool
from onrecord.pages.turns import Turns

UNCHANGED = 304
REDIRECTS = (301, 302, 303, 307, 308)
WORKERS = 8
"""Hosts asked at once. Each may hold a page of 20 MB; more would wait for the line, not for the hosts."""


class Limits(NamedTuple):
    """How much a page may take: bytes, packed and unpacked; seconds, all its redirects together; redirects; and the
    seconds between two requests to one host."""

    size: int = 20_000_000
    seconds: float = 60.0
    redirects: int = 10
    pause: float = 1.0


LIMITS = Limits()
"""News pages are below 5 MB and are served within seconds; five redirects are what RFC 9309 asks for, browsers follow
20; a pause of a second is what most robots.txt that name one ask for."""


Kept = Callable[[str], Source | None]
"""The page that was fetched from an address before, if there is one."""
Got = list[Slot | str]
"""What an address gave: pages in the spool, and, of a feed, the addresses of entries without their content."""


class Fetcher:
    """Fetches each address once. `hosts` are the names of hosts that may be on a private network. A page that `kept`
    knows is asked for on condition that it has changed since, and given as it was where it has not."""

    def __init__(
        self, hosts: frozenset[str] = frozenset(), limits: Limits | None = None, kept: Kept | None = None
    ) -> None:
        self._hosts = hosts
        self._limits = limits or LIMITS
        self._kept_by: Kept = kept or (lambda _: None)
        self._reading = Lock()
        self._turns = Turns()
        self._robots = Robots(self._rules)
        self._spool = Spool()
        self._asked: set[str] = set()

    def sources(self, addresses: Iterable[str]) -> Iterator[Source]:
        """What stands at each address, in order: a page, or for a feed the pages that it lists. An address met before
        is left out."""
        for pages in self.each(list(addresses)):
            yield from pages

    def each(self, addresses: Sequence[str]) -> list[Iterator[Source]]:
        """The sources of each address, in order. All is fetched when this returns."""
        first = self._all(addresses, feeds=True)
        listed = [item for got in first for item in got if isinstance(item, str)]
        second = iter(self._all(listed, feeds=False))
        return [self._given([*_joined(got, second)]) for got in first]

    def _given(self, slots: Sequence[Slot]) -> Iterator[Source]:
        return (self._spool.get(slot) for slot in slots)

    def _all(self, addresses: Sequence[str], *, feeds: bool) -> list[Got]:
        """What each address gave. One worker a host: its addresses in order, one after another."""
        given: list[Got] = [[] for _ in addresses]
        queues: dict[str, list[tuple[int, str]]] = {}
        for number, raw in enumerate(addresses):
            try:
                url = address(raw)
            except AddressError as fault:
                given[number] = [self._failed(raw, fault)]
                continue
            if url not in self._asked:
                self._asked.add(url)
                queues.setdefault(urlsplit(url).netloc, []).append((number, url))

        def work(queue: list[tuple[int, str]]) -> None:
            for number, url in queue:
                given[number] = self._visit(url, feeds=feeds)

        with ThreadPoolExecutor(max(1, min(WORKERS, len(queues)))) as pool:
            try:
                list(pool.map(work, queues.values()))
            except BaseException:
                self._turns.stop()
                raise
        return given

    def _visit(self, url: str, *, feeds: bool) -> Got:
        try:
            answer = self._page(url)
        except FetchError as fault:
            return [self._failed(url, fault)]
        kept = self._kept(answer.url)
        asked = url if url != answer.url else None
        if answer.status == UNCHANGED and kept is not None:
            return [self._spool.put(kept)]
        if not is_feed(answer.media_type, answer.data):
            return [
                self._spool.put(
                    Source(
                        uri=answer.url, data=answer.data, media_type=answer.media_type, captured=answer.captured,
                        asked=asked, etag=answer.etag, modified=answer.modified,
                    )
                )
            ]  # fmt: skip
        found = items(answer.data, answer.url, answer.captured) if feeds else []
        if found:
            return [item if isinstance(item, str) else self._spool.put(item) for item in found]
        why = "is a feed without entries" if feeds else "is a feed inside a feed"
        refused = f"{url} {why}: give a page"
        return [self._spool.put(Source(uri=url, data=answer.data, captured=answer.captured, refused=refused))]

    def _failed(self, uri: str, fault: AddressError | FetchError) -> Slot:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        refused = f"{uri[:300]} {fault}: {fault.remedy}"
        return self._spool.put(Source(uri=uri, data=b"", captured=now, refused=refused))

    def _page(self, url: str) -> Answer:
        """The page at an address, or where it redirects to. Raises FetchError where there is none."""
        answer = self._follow(url, self._limits.size, robots=True)
        unasked = answer.status == UNCHANGED and self._version(answer.url) == UNKNOWN
        if answer.status not in (200, UNCHANGED) or unasked:
            raise FetchError(f"was answered with {answer.phrase()}", "check the address, or save the page")
        return answer

    def _rules(self, url: str) -> Answer:
        return self._follow(url, MAX_ROBOTS, robots=False)

    def _follow(self, url: str, size: int, *, robots: bool) -> Answer:
        left = self._limits.seconds
        seen = {url}
        for _ in range(self._limits.redirects + 1):
            pause = max(self._limits.pause, self._robots.check(url)) if robots else self._limits.pause
            with self._turns.turn(urlsplit(url).netloc, pause), closing(Client(self._hosts)) as client:
                began = time.monotonic()
                answer = client.get(url, size=size, seconds=left, version=self._version(url) if robots else UNKNOWN)
                left -= time.monotonic() - began
            if answer.status not in REDIRECTS or not answer.location:
                return answer
            url = _target(answer.location, url)
            if url in seen:
                raise FetchError("is redirected in a circle", "check the address")
            seen.add(url)
        raise FetchError(f"is redirected more than {self._limits.redirects} times", "check the address")

    def _kept(self, url: str) -> Source | None:
        with self._reading:
            return self._kept_by(url)

    def _version(self, url: str) -> Version:
        kept = self._kept(url)
        if kept is None or kept.refused:
            return UNKNOWN
        return Version(kept.etag, _moment(kept.modified or kept.captured))


def _joined(got: Got, second: Iterator[Got]) -> Iterator[Slot]:
    """What an address gave, the addresses in it replaced by what they gave in turn."""
    for item in got:
        if isinstance(item, str):
            yield from (slot for slot in next(second) if isinstance(slot, Slot))
        else:
            yield item


def _moment(told: str | None) -> datetime | None:
    try:
        moment = datetime.fromisoformat(told or "")
    except ValueError:
        return None
    return moment if moment.tzinfo else None


def _target(location: str, url: str) -> str:
    try:
        return address(location, url)
    except AddressError as fault:
        raise FetchError(f"is redirected to what {fault}", "check the address") from None
