"""A server on the loopback that serves well or misbehaves, path by path, to the letter."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

Serve = Callable[["Stand", socket.socket], None]

WORDS = b"<html><body><p>The mill at Wexby will close, said Ann Ostrey.</p></body></html>"


class Stand:
    """Answers each path as `paths` says, everything else with 404. `asked` are the requests, as they came."""

    def __init__(self) -> None:
        self.paths: dict[str, Serve] = {}
        self.asked: list[str] = []
        self.times: list[float] = []
        self.ended = threading.Event()
        self._socket = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._socket.getsockname()[1])
        self.url = f"http://127.0.0.1:{self.port}"
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        with suppress(OSError):
            while True:
                caller, _ = self._socket.accept()
                threading.Thread(target=self._answer, args=(caller,), daemon=True).start()

    def _answer(self, caller: socket.socket) -> None:
        with suppress(OSError), caller:
            asked = b""
            while b"\r\n\r\n" not in asked and (piece := caller.recv(4096)):
                asked += piece
            self.asked.append(asked.decode("latin-1"))
            self.times.append(time.monotonic())
            path = asked.split(b" ")[1].decode("latin-1") if asked else "/"
            self.paths.get(path, answer(b"No.", status="404 Not Found"))(self, caller)

    def requested(self) -> list[str]:
        """The paths asked for, in order."""
        return [asked.split(" ")[1] for asked in self.asked]

    def close(self) -> None:
        self.ended.set()
        self._socket.close()


@contextmanager
def newsstand() -> Iterator[Stand]:
    """A server that runs while it is open."""
    stand = Stand()
    try:
        yield stand
    finally:
        stand.close()


def answer(body: bytes, *, status: str = "200 OK", media_type: str = "text/html", headers: str = "") -> Serve:
    """A whole answer; its length is the end of the connection."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {media_type}\r\n{headers}\r\n"
    return lambda _, caller: caller.sendall(head.encode("latin-1") + body)


def lasting(body: bytes) -> Serve:
    """A page that never changes, and says so to whoever asks."""

    def serve(stand: Stand, caller: socket.socket) -> None:
        unchanged = "If-Modified-Since: " in stand.asked[-1]
        (answer(b"", status="304 Not Modified") if unchanged else answer(body))(stand, caller)

    return serve


def tagged(body: bytes, etag: str) -> Serve:
    """A page known by its tag alone."""

    def serve(stand: Stand, caller: socket.socket) -> None:
        unchanged = f"If-None-Match: {etag}\r\n" in stand.asked[-1]
        head = f"ETag: {etag}\r\n"
        (answer(b"", status="304 Not Modified", headers=head) if unchanged else answer(body, headers=head))(
            stand, caller
        )

    return serve


def moved(to: str) -> Serve:
    """A redirect."""
    return answer(b"", status="302 Found", headers=f"Location: {to}\r\n")


def bomb(size: int) -> Serve:
    """A page of `size` bytes, packed into a thousandth."""
    return answer(gzip.compress(b"\0" * size), headers="Content-Encoding: gzip\r\n")


def forever(stand: Stand, caller: socket.socket) -> None:
    """A body that never ends."""
    caller.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
    while not stand.ended.is_set():
        caller.sendall(b"word " * 2000)


def dripping(head: bytes) -> Serve:
    """An answer that comes a byte at a time, from after `head` on, and never ends."""

    def serve(stand: Stand, caller: socket.socket) -> None:
        caller.sendall(head)
        while not stand.ended.wait(0.05):
            caller.sendall(b"w")

    return serve


def silent(stand: Stand, _: socket.socket) -> None:
    """No answer at all."""
    stand.ended.wait(30)
