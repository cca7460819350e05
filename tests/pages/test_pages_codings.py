"""Transfer and content codings undone, within bounds."""

from __future__ import annotations

import gzip
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.pages.codings import CodingError, dechunked, unpacked

WORDS = b"<p>The lock at Wexby is shut.</p>" * 40


def bare(data: bytes) -> bytes:
    engine = zlib.compressobj(wbits=-15)
    return engine.compress(data) + engine.flush()


@pytest.mark.parametrize(
    ("coding", "packed"),
    [
        ("gzip", gzip.compress(WORDS)),
        ("x-gzip", gzip.compress(WORDS[:500]) + gzip.compress(WORDS[500:])),
        ("deflate", zlib.compress(WORDS)),
        ("deflate", bare(WORDS)),
        ("deflate, gzip", gzip.compress(zlib.compress(WORDS))),
        ("identity", WORDS),
        (None, WORDS),
    ],
    ids=["gzip", "members", "zlib", "bare", "layers", "identity", "none"],
)
def test_what_is_packed_is_unpacked(coding: str | None, packed: bytes) -> None:
    assert unpacked(packed, coding, 10_000) == WORDS


def test_what_was_unpacked_already_is_given_as_it_is() -> None:
    assert unpacked(WORDS, "gzip", 10_000) == WORDS
    assert unpacked(WORDS, "zstd", 10_000) == WORDS


def test_a_bomb_is_refused_at_the_bound() -> None:
    bomb = gzip.compress(b"\0" * 5_000_000)
    with pytest.raises(CodingError, match="unpacks to more than 100,000 bytes"):
        unpacked(bomb, "gzip", 100_000)


def test_a_bomb_of_many_members_is_refused_at_the_bound() -> None:
    with pytest.raises(CodingError, match="unpacks to more than 100,000 bytes"):
        unpacked(gzip.compress(b"\0" * 60_000) * 20, "gzip", 100_000)


def test_a_bomb_in_a_bomb_is_refused() -> None:
    with pytest.raises(CodingError, match="packed 4 times over"):
        unpacked(b"", "gzip, gzip, gzip, gzip", 100)


def test_damage_and_unknown_codings_are_told_apart() -> None:
    packed = gzip.compress(WORDS)
    with pytest.raises(CodingError, match="breaks off"):
        unpacked(packed[:-30], "gzip", 10_000)
    with pytest.raises(CodingError, match="is damaged"):
        unpacked(packed[:10] + b"\xff" * 30, "gzip", 10_000)
    with pytest.raises(CodingError, match="'compress', which is not known"):
        unpacked(packed, "compress", 10_000)


def test_chunks_are_joined() -> None:
    assert dechunked(b"4\r\n<htm\r\n3;name=x\r\nl>z\r\n0\r\n\r\n") == b"<html>z"


def test_what_is_no_chunks_from_end_to_end_is_given_as_it_is() -> None:
    for body in (WORDS, b"4\r\n<htm\r\nrest of it", b"ff\r\nshort"):
        assert dechunked(body) == body


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate", "br", "zstd", "gzip, br"]))
def test_any_bytes_unpack_within_the_bound_or_are_refused(data: bytes, coding: str) -> None:
    with suppress(CodingError):
        assert len(unpacked(data, coding, 1000)) <= 1000


@given(st.binary(max_size=300))
def test_any_bytes_come_out_of_the_chunks_no_longer_than_they_went_in(data: bytes) -> None:
    assert len(dechunked(data)) <= len(data)
