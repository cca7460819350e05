"""robots.txt: what a site lets us read, and how fast (RFC 9309)."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import NamedTuple
from urllib.parse import urlsplit

import protego

from onrecord.pages.exchanges import NAME, Answer
from onrecord.pages.networks import FetchError

MAX_ROBOTS = 512_000
"""Bytes of robots.txt that are read; RFC 9309 asks for at least 500 kibibytes."""
MAX_DELAY = 30.0
"""Longest Crawl-delay that is kept, seconds. Sites that ask for more mean crawlers of thousands of pages."""


class Rules(NamedTuple):
    """What the robots.txt of a site says. `closed` is why it could not be read, where nothing may be fetched then."""

    parsed: protego.Protego | None
    closed: FetchError | None = None


class Robots:
    """The rules of each site, read once, whichever thread asks. `fetch` gets an address, following redirects."""

    def __init__(self, fetch: Callable[[str], Answer]) -> None:
        self._fetch = fetch
        self._rules: dict[str, Rules] = {}
        self._locks: dict[str, Lock] = {}

    def check(self, url: str) -> float:
        """Seconds that the site wants between two requests. Raises FetchError where it does not let us read the
        page, or where its rules cannot be known."""
        parts = urlsplit(url)
        site = f"{parts.scheme}://{parts.netloc}"
        with self._locks.setdefault(site, Lock()):
            if site not in self._rules:
                self._rules[site] = self._read(f"{site}/robots.txt")
        parsed, closed = self._rules[site]
        if closed is not None:
            raise FetchError(str(closed), closed.remedy)
        if parsed is None:
            return 0.0
        if not parsed.can_fetch(url, NAME):
            raise FetchError("is closed to programs by the site's robots.txt", "save the page and give its file")
        return min(float(parsed.crawl_delay(NAME) or 0), MAX_DELAY)

    def _read(self, url: str) -> Rules:
        """Status 4xx means that there are no rules, 5xx or no answer that nothing may be read (RFC 9309, 2.3.1)."""
        try:
            answer = self._fetch(url)
        except FetchError as fault:
            return Rules(None, FetchError(f"cannot be asked for: its robots.txt {fault}", fault.remedy))
        if answer.status == 200:
            return Rules(protego.Protego.parse(answer.data[:MAX_ROBOTS].decode("utf-8", "replace")))
        if answer.status >= 500:
            return Rules(None, FetchError(f"cannot be asked for: its robots.txt was answered with {answer.phrase()}"))
        return Rules(None)
