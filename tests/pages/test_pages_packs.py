"""Packed files are read up to their damage, which is told, and never beyond a bound."""

from __future__ import annotations

import gzip
import io
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.nouns import Source
from onrecord.pages import packs
from onrecord.pages.inputs import gather
from onrecord.pages.packs import Packed

ROWS = [f'{{"text": "The mill at Wexby will close, day {n}.", "n": {n * n * 7919}}}'.encode() for n in range(400)]


def sources(folder: Path, name: str, data: bytes) -> list[Source]:
    (folder / name).write_bytes(data)
    return list(gather([str(folder / name)]))


def test_rows_come_out_of_every_member_with_their_numbers(tmp_path: Path) -> None:
    data = gzip.compress(b"\n".join(ROWS[:200]) + b"\n") + gzip.compress(b"\n".join(ROWS[200:])) + b"\0" * 512
    found = sources(tmp_path, "pile.jsonl.gz", data)
    assert [source.data for source in found] == ROWS
    assert (found[0].uri, found[-1].uri) == ("pile.jsonl.gz#1", "pile.jsonl.gz#400")
    assert {source.refused for source in found} == {None}


@pytest.mark.parametrize("name", ["a.html.gz", "a.txt.gz", "a.eml.gz"])
def test_a_packed_page_is_one_page(tmp_path: Path, name: str) -> None:
    (source,) = sources(tmp_path, name, gzip.compress(b"<p>The mill is shut.</p>"))
    assert (source.uri, source.data) == (name, b"<p>The mill is shut.</p>")
    assert source.media_type == {"a.html.gz": "text/html", "a.txt.gz": None, "a.eml.gz": "message/rfc822"}[name]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=40, deadline=None)
@given(at=st.floats(0, 1), noise=st.binary(max_size=9), level=st.sampled_from([1, 6, 9]))
def test_all_rows_before_any_damage_are_read_and_the_damage_is_told(
    tmp_path: Path, at: float, noise: bytes, level: int
) -> None:
    whole = gzip.compress(b"\n".join(ROWS), level, mtime=0)
    cut = int(at * len(whole))
    if noise and whole[cut : cut + len(noise)] == noise:
        return
    damaged = whole[:cut] + noise + whole[cut + len(noise) :] if noise else whole[:cut]
    found = sources(tmp_path, "pile.jsonl.gz", damaged)
    rows, told = [source for source in found if not source.refused], [source.refused for source in found]
    sound = zlib.decompressobj(31).decompress(whole[:cut]).count(b"\n")
    assert [source.data for source in rows[:sound]] == ROWS[:sound]
    changed = damaged != whole and damaged != b"" and not (noise and cut in (*range(4, 10),))  # time, flags, system
    assert not changed or "where it is packed" in (told[-1] or "")


def test_a_bomb_is_unpacked_no_further_than_the_bound(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packs, "FLOOR", 1_000_000)
    bomb = gzip.compress(ROWS[0] + b"\n" + b"\0" * 30_000_000)
    first, row, told = sources(tmp_path, "pile.jsonl.gz", bomb)
    assert first.data == ROWS[0]
    assert "bytes (it was not hashed)" in (row.refused or "") or row.data
    assert "unpacks to more than" in (told.refused or "")


def test_a_step_never_gives_more_than_it_is_asked_for() -> None:
    data = gzip.compress(b"\0" * 5_000_000)
    packed = Packed(io.BytesIO(data), len(data))
    assert len(packed.read(1000)) == 1000
    assert sum(len(piece) for piece in iter(lambda: packed.read(70_000), b"")) == 4_999_000
    assert packed.fault is None
