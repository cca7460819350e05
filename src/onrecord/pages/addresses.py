"""Web addresses: which are fetched, and lists of them."""

from __future__ import annotations

import re

import httpx2

MAX_ADDRESS = 8_000
"""Characters of an address, as servers commonly take."""
MAX_LIST = 1_000_000
"""Bytes of a file that may be a list of addresses: some 10,000 of them."""
_WEB = re.compile(r"https?://", re.I)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.I)
_LISTED = re.compile(r"https?://\S+", re.I)


class AddressError(ValueError):
    """The address is not fetched; `str()` says why, `remedy` what to do."""

    def __init__(self, fault: str, remedy: str = "give an http or https address") -> None:
        super().__init__(fault)
        self.remedy = remedy


def is_web(path: str) -> bool:
    """Whether a path is an http or https address."""
    return _WEB.match(path) is not None


def has_scheme(path: str) -> bool:
    """Whether a path is an address of any scheme."""
    return _SCHEME.match(path) is not None


def address(raw: str, base: str | None = None) -> str:
    """The address in its canonical spelling, without a fragment, joined to `base` where it is relative. Raises
    AddressError for one that is malformed, of another scheme, too long, or holds a name and password."""
    if len(raw) > MAX_ADDRESS:
        raise AddressError(f"is an address of more than {MAX_ADDRESS:,} characters")
    try:
        url = httpx2.URL(base).join(raw.strip()) if base else httpx2.URL(raw.strip())
        plain = str(url.copy_with(fragment=None))
    except (httpx2.InvalidURL, ValueError, TypeError):
        raise AddressError("is no well-formed address") from None
    if url.scheme not in ("http", "https"):
        raise AddressError(f"is an address of the scheme {url.scheme[:20]!r}")
    if not url.host:
        raise AddressError("is an address without a host")
    if url.userinfo:
        raise AddressError("holds a name and password, which would stand in the record", "give it without them")
    return plain


def listed(data: bytes) -> list[str]:
    """The addresses of a list: text whose every line that is not blank is one. Else nothing."""
    if len(data) > MAX_LIST or not data[:MAX_ADDRESS].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(b"http"):
        return []
    lines = [line.strip() for line in data.decode("utf-8-sig", "replace").splitlines()]
    lines = [line for line in lines if line]
    return lines if all(_LISTED.fullmatch(line) for line in lines) else []
