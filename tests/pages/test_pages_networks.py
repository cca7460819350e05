"""Which addresses may be connected to, and that the address connected to is the one that was checked."""

from __future__ import annotations

import ipaddress
import socket
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from newsstand import WORDS, answer, newsstand

from onrecord.pages.fetching import Fetcher, Limits
from onrecord.pages.networks import is_public

QUICK = Limits(pause=0.0, seconds=2.0)


@pytest.mark.parametrize(
    "literal",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "198.18.0.1", "::", "::1", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::10.0.0.1", "2002:7f00:1::", "2001:db8::1",
        "2001:0:1:2:3:4:80ff:fffe", "nonsense",
    ],
)  # fmt: skip
def test_what_is_not_of_the_public_internet_is_refused(literal: str) -> None:
    assert not is_public(literal)


@pytest.mark.parametrize(
    "literal", ["93.184.216.34", "8.8.8.8", "2606:4700::1111", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8"]
)
def test_what_is_of_the_public_internet_is_not(literal: str) -> None:
    assert is_public(literal)


@given(st.ip_addresses(v=4))
def test_an_ipv4_address_is_judged_alike_in_every_ipv6_dress(address: ipaddress.IPv4Address) -> None:
    for dress in (f"::ffff:{address}", f"64:ff9b::{address}"):
        assert is_public(dress) == is_public(str(address))


def refused(url: str, hosts: frozenset[str] = frozenset()) -> str:
    (source,) = Fetcher(hosts, QUICK).sources([url])
    return source.refused or ""


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "2130706433", "0x7f000001", "127.1", "[::ffff:127.0.0.1]"])
def test_a_private_host_is_refused_however_it_is_spelt(host: str) -> None:
    with newsstand() as stand:
        stand.paths["/a"] = answer(WORDS)
        assert "has a host on a private network" in refused(f"http://{host}:{stand.port}/a")
        assert stand.asked == []


def test_a_host_asked_for_by_name_is_fetched_from_and_no_other() -> None:
    with newsstand() as stand:
        stand.paths["/a"] = answer(WORDS)
        assert refused(f"http://127.0.0.1:{stand.port}/a", frozenset({"127.0.0.1"})) == ""
        assert "allow 127.0.0.1 by name" in refused(f"http://127.0.0.1:{stand.port}/a", frozenset({"localhost"}))


def test_a_name_that_resolves_to_a_private_address_is_refused_also_among_public_ones(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def resolve(_: str, port: int, **__: Any) -> list[Any]:
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", (ip, port)) for ip in ("93.184.216.34", "10.0.0.7")]

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    assert "has a host on a private network" in refused("http://gazette.example/a")


def test_the_address_connected_to_is_the_one_that_was_checked(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name that resolves otherwise on a second look is looked up once a request, and connected to by number."""
    asked: list[str] = []
    connected: list[str] = []

    def resolve(host: str, port: int, **_: Any) -> list[Any]:
        asked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("93.184.216.34", port))]

    def connect(address: tuple[str, int], *_: Any, **__: Any) -> socket.socket:
        connected.append(address[0])
        raise ConnectionRefusedError("refused")

    monkeypatch.setattr(socket, "getaddrinfo", resolve)
    monkeypatch.setattr(socket, "create_connection", connect)
    assert "cannot be reached" in refused("http://gazette.example/a")
    assert (asked, connected) == (["gazette.example"], ["93.184.216.34"])
