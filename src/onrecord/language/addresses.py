"""Web addresses of pages: the page's own behind an archive's or a cache's, its host, what it is in every form."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from urllib.parse import urlsplit

LONGEST = 2_000
"""Characters of an address that are looked at."""
LEAST = 4
"""Letters of the shortest name that tells a host by standing inside it."""

_VARIANT = re.compile(r"^(?:www\d?|m|mobile|amp|print)\.")
_ARCHIVED = re.compile(r"^/web/\d{4,14}[a-z_]*/(https?:/{1,2}.+)$")
"""An address inside a web archive's ("/web/20240507120000/https://gazette.example/1")."""
_CACHED = re.compile(r"^/(?:amp|[a-z]{1,2})/(s/)?([^/]+\.[^/]+/.*|[^/]+\.[^/]+)$")
"""An address inside that of an AMP cache ("/c/s/www.gazette.example/1") or of a search engine's ("/amp/s/...")."""
_CACHES = re.compile(r"(?:^|\.)(?:cdn\.ampproject\.org|bing-amp\.com|google\.[a-z.]{2,6})$")
_TRANSLATED = ".translate.goog"
_FORM = re.compile(r"(?:/(?:amp|print)|\.amp)(?:\.html?)?$")
_FOLDED = str.maketrans(
    {
        "ä": "ae",
        "ö": "oe",
        "ü": "ue",
        "ß": "ss",
        "é": "e",
        "è": "e",
        "á": "a",
        "í": "i",
        "ó": "o",
        "ú": "u",
        "ñ": "n",
        "ç": "c",
    }
)
_GENERIC = frozenset(("co", "com", "org", "net", "gov", "ac", "edu", "ne", "or", "go", "asn", "id", "nom"))


def original(address: str) -> str:
    """The address of the page itself where the given one is a web archive's or an AMP cache's copy of it."""
    for _ in range(3):
        inner = _inner(address)
        if inner is None:
            break
        address = inner
    return address


def _inner(address: str) -> str | None:
    parts = _split(address)
    if parts is None:
        return None
    host, path = parts
    archived = _ARCHIVED.match(path)
    if archived is not None:
        return re.sub(r"^(https?):/{1,2}", r"\1://", archived[1])
    cached = _CACHED.match(path) if _CACHES.search(host) else None
    if cached is not None:
        return f"http{'s' if cached[1] else ''}://{cached[2]}"
    if host.endswith(_TRANSLATED):
        name = host.removesuffix(_TRANSLATED).replace("--", "\0").replace("-", ".").replace("\0", "-")
        return f"https://{name}{path}"
    return None


@lru_cache(maxsize=1024)
def _split(address: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit(address[:LONGEST])
        return (parts.hostname.lower(), parts.path) if parts.hostname else None
    except ValueError:
        return None


def host_of(address: str | None) -> str | None:
    """The host that a page stands on, without "www." and the like; None for what is no web address."""
    parts = _split(original(address)) if address else None
    return None if parts is None or "." not in parts[0] else _VARIANT.sub("", parts[0])


def plain(address: str) -> str:
    """An address without what differs between captures and forms of one page."""
    bare = re.sub(r"^https?://|[?#].*$", "", original(address).lower())
    return _FORM.sub("", _VARIANT.sub("", bare).rstrip("/"))


def fits(name: str, host: str | None) -> bool:
    """Whether a host is called after a name: by its letters, or by the beginnings of its words ("Wex Lantern" and
    wexlantern.example)."""
    label = re.sub(r"[^a-z0-9]", "", _label(host)) if host else ""
    words = [re.sub(r"[^a-z0-9]", "", word) for word in name.lower().translate(_FOLDED).split()]
    words = [word for word in words if word and word not in ("the", "&")]
    letters = "".join(words)
    if not label or not letters:
        return False
    short, long = sorted((letters, label), key=len)
    inside = len(short) >= LEAST and short in long and 2 * len(short) >= len(long)
    return short == long or inside or (len(words) > 1 and len(label) > 2 and _spelt(label, words))


def _spelt(label: str, words: Sequence[str]) -> bool:
    """Whether a label is made of the beginnings of all the words, one after the other."""
    reached = {0}
    for word in words[:6]:
        reached = {at + size for at in reached for size in range(1, len(word) + 1) if label.startswith(word[:size], at)}
    return len(label) in reached and len(words) <= 6


def _label(host: str) -> str:
    """The part of a host that its owner chose."""
    parts = host.split(".")[:-1] or [host]
    return parts[-2] if len(parts) > 1 and parts[-1] in _GENERIC else parts[-1]
