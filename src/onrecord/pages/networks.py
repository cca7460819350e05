"""Connections that go only where they may, and no longer than they may.

A host name is resolved here, every address it resolves to is checked, and the connection goes to the address that was
checked: a name that resolves to something else a moment later (DNS rebinding) gains nothing. Connections are not kept,
so each request is checked anew.
"""

from __future__ import annotations

import socket
import ssl
import time
from collections.abc import Iterable
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

import httpcore2

_NAT64 = IPv6Network("64:ff9b::/96")
"""Well-known prefix of translated IPv4 addresses (RFC 6052)."""


class FetchError(Exception):
    """A page cannot be fetched; `str()` says why, in words that follow its address, `remedy` what to do."""

    def __init__(self, fault: str, remedy: str = "try again later, or save the page and give its file") -> None:
        super().__init__(fault)
        self.remedy = remedy


class Network(httpcore2.NetworkBackend):
    """Where requests connect through. `hosts` are names (or literal addresses) that may be private; `until` is the
    moment, by the monotonic clock, at which whatever is under way ends."""

    def __init__(self, hosts: frozenset[str]) -> None:
        self._hosts = frozenset(host.lower().strip("[]") for host in hosts)
        self._sockets = httpcore2.SyncBackend()
        self.until = 0.0

    def connect_tcp(
        self, host: str, port: int, timeout: float | None = None, local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.NetworkStream:  # fmt: skip
        """A connection to the first checked address that takes one. Raises FetchError for a host that may not be
        reached, httpcore2.ConnectError where none answers."""
        fault: Exception = httpcore2.ConnectError("no address")
        for found in self._checked(host, port):
            try:
                stream = self._sockets.connect_tcp(found, port, self.left(timeout), local_address, socket_options)
                return _Timed(stream, self)
            except (httpcore2.ConnectError, httpcore2.ConnectTimeout) as refused:
                fault = refused
        raise fault

    def left(self, timeout: float | None) -> float:
        """Seconds that the next step may take. Raises FetchError where none are left."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise FetchError("took longer than a page may take")
        return left if timeout is None else min(left, timeout)

    def _checked(self, host: str, port: int) -> list[str]:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        except (OSError, UnicodeError):
            raise FetchError("has a host that is not known", "check the address") from None
        addresses = list(dict.fromkeys(str(row[4][0]) for row in rows))
        if host.lower().strip("[]") not in self._hosts and not all(is_public(found) for found in addresses):
            raise FetchError("has a host on a private network", f"allow {host} by name if you trust it (--allow-host)")
        return addresses


def is_public(literal: str) -> bool:
    """Whether an address is one of the public internet: not private, shared, loopback, link-local, multicast,
    unspecified or reserved, nor an IPv6 form of such an IPv4 address."""
    try:
        address = _inner(ip_address(literal.partition("%")[0]))
    except ValueError:
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)


def _inner(address: IPv4Address | IPv6Address) -> IPv4Address | IPv6Address:
    if isinstance(address, IPv4Address):
        return address
    if address in _NAT64 or (int(address) >> 32 == 0 and int(address) > 1):
        return IPv4Address(int(address) & 0xFFFFFFFF)
    return address.ipv4_mapped or address.sixtofour or (address.teredo or (None, None))[1] or address


class _Timed(httpcore2.NetworkStream):
    """A connection each step of which ends when its network says: a server that sends a byte now and then gains
    nothing."""

    def __init__(self, stream: httpcore2.NetworkStream, network: Network) -> None:
        self._stream = stream
        self._network = network

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return self._stream.read(max_bytes, self._network.left(timeout))

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._stream.write(buffer, self._network.left(timeout))

    def close(self) -> None:
        self._stream.close()

    def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore2.NetworkStream:
        stream = self._stream.start_tls(ssl_context, server_hostname, self._network.left(timeout))
        return _Timed(stream, self._network)

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)
