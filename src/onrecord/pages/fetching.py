"""The fetcher: addresses -> Sources. Polite (robots.txt, one request at a time, a pause per host), bounded, and safe
against hosts on private networks. Whatever goes wrong is a source with the reason; nothing is raised."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from typing import NamedTuple
from urllib.parse import urlsplit

from onrecord.nouns import Source
from onrecord.pages.addresses import AddressError, address
from onrecord.pages.exchanges import Answer, Client
from onrecord.pages.feeds import entries, is_feed
from onrecord.pages.networks import FetchError
from onrecord.pages.robots import MAX_ROBOTS, Robots

UNCHANGED = 304
REDIRECTS = (301, 302, 303, 307, 308)


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


class Fetcher:
    """Fetches each address once. `hosts` are the names of hosts that may be on a private network. A page that `kept`
    knows is asked for on condition that it has changed since, and given as it was where it has not."""

    def __init__(
        self, hosts: frozenset[str] = frozenset(), limits: Limits | None = None, kept: Kept | None = None
    ) -> None:
        self._limits = limits or LIMITS
        self._kept: Kept = kept or (lambda _: None)
        self._client = Client(hosts)
        self._robots = Robots(self._rules)
        self._free: dict[str, float] = {}
        self._asked: set[str] = set()

    def close(self) -> None:
        """Closes what is open."""
        self._client.close()

    def sources(self, addresses: Iterable[str]) -> Iterator[Source]:
        """What stands at each address, in order: a page, or for a feed the pages that it lists. An address met before
        is left out."""
        for raw in addresses:
            yield from self._source(raw, feeds=True)

    def _source(self, raw: str, *, feeds: bool) -> Iterator[Source]:
        try:
            url = address(raw)
            if url in self._asked:
                return
            self._asked.add(url)
            answer = self._page(url)
        except (AddressError, FetchError) as fault:
            yield Source(uri=raw, data=b"", refused=f"{raw[:300]} {fault}: {fault.remedy}")
            return
        kept = self._kept(answer.url)
        if answer.status == UNCHANGED and kept is not None:
            yield kept
        elif not is_feed(answer.media_type, answer.data):
            yield Source(uri=answer.url, data=answer.data, media_type=answer.media_type, captured=answer.captured)
        elif feeds and (links := entries(answer.data, answer.url)):
            for link in links:
                yield from self._source(link, feeds=False)
        else:
            why = "is a feed without entries" if feeds else "is a feed inside a feed"
            yield Source(uri=raw, data=answer.data, captured=answer.captured, refused=f"{raw} {why}: give a page")

    def _page(self, url: str) -> Answer:
        """The page at an address, or where it redirects to. Raises FetchError where there is none."""
        answer = self._follow(url, self._limits.size, robots=True)
        if answer.status not in (200, UNCHANGED) or (answer.status == UNCHANGED and self._since(answer.url) is None):
            raise FetchError(f"was answered with {answer.phrase()}", "check the address, or save the page")
        return answer

    def _rules(self, url: str) -> Answer:
        return self._follow(url, MAX_ROBOTS, robots=False)

    def _follow(self, url: str, size: int, *, robots: bool) -> Answer:
        left = self._limits.seconds
        seen = {url}
        for _ in range(self._limits.redirects + 1):
            pause = max(self._limits.pause, self._robots.check(url)) if robots else self._limits.pause
            self._wait(urlsplit(url).netloc, pause)
            began = time.monotonic()
            answer = self._client.get(url, size=size, seconds=left, since=self._since(url))
            left -= time.monotonic() - began
            if answer.status not in REDIRECTS or not answer.location:
                return answer
            url = _target(answer.location, url)
            if url in seen:
                raise FetchError("is redirected in a circle", "check the address")
            seen.add(url)
        raise FetchError(f"is redirected more than {self._limits.redirects} times", "check the address")

    def _since(self, url: str) -> datetime | None:
        kept = self._kept(url)
        if kept is None or kept.refused or not kept.captured:
            return None
        try:
            moment = datetime.fromisoformat(kept.captured)
        except ValueError:
            return None
        return moment if moment.tzinfo else None

    def _wait(self, host: str, pause: float) -> None:
        """Waits until the host's last request is `pause` seconds past."""
        due = self._free.get(host, 0.0) + pause
        if (rest := due - time.monotonic()) > 0 and host in self._free:
            time.sleep(rest)
        self._free[host] = time.monotonic()


def _target(location: str, url: str) -> str:
    try:
        return address(location, url)
    except AddressError as fault:
        raise FetchError(f"is redirected to what {fault}", "check the address") from None
