"""Whose turn it is: one request at a time to a host, with a pause between two, whoever asks."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock


class Stopped(Exception):
    """The fetching was called off."""


class Turns:
    """Hands out turns to threads. A turn is held for one request only, so nobody waits in a circle."""

    def __init__(self) -> None:
        self._locks: dict[str, Lock] = {}
        self._last: dict[str, float] = {}
        self._over = Event()

    def stop(self) -> None:
        """Whoever waits, or asks from now on, gets Stopped."""
        self._over.set()

    @contextmanager
    def turn(self, host: str, pause: float) -> Iterator[None]:
        """Held while a request to `host` is made, `pause` seconds or more after the last one began. Raises Stopped."""
        with self._locks.setdefault(host, Lock()):
            due = self._last.get(host, float("-inf")) + pause
            if self._over.wait(max(0.0, due - time.monotonic())):
                raise Stopped
            self._last[host] = time.monotonic()
            yield
