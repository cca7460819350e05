"""Web addresses as a person gives them: by the command line and by the record, which keeps what it fetched."""

from __future__ import annotations

import json
import socket
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from newsstand import Stand, answer, lasting, moved, newsstand, tagged

from onrecord.cli import main
from onrecord.pages import fetching
from onrecord.pages.fetching import Limits
from onrecord.record import Record
from onrecord.store import Store

ARTICLE = b"""<html><head><title>Mill at Wexby to close</title></head><body><article><h1>Mill at Wexby to close</h1>
<p>WEXBY, 3 May 2024 - The paper mill at Wexby will close in June, its owner said on Friday, ending two centuries of
work on the river.</p>
<p>"We have run out of orders," said Ann Ostrey, who has led the mill since 2011. "There is nothing left to try."</p>
<p>The town council said that it had not been told beforehand, and asked the owner to meet it within the week.</p>
</article></body></html>"""


@pytest.fixture
def stand(monkeypatch: pytest.MonkeyPatch) -> Iterator[Stand]:
    monkeypatch.setattr(fetching, "LIMITS", Limits(pause=0.0))
    with newsstand() as open_:
        open_.paths["/mill"] = answer(ARTICLE, media_type="text/html; charset=utf-8")
        yield open_


def call(monkeypatch: pytest.MonkeyPatch, *words: object) -> int:
    monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, words)])
    with pytest.raises(SystemExit) as ended:
        main()
    return int(ended.value.code or 0)


def test_a_record_keeps_what_it_fetched_and_asks_no_more(stand: Stand, tmp_path: Path) -> None:
    with Record.create(tmp_path / "record.db") as record:
        (page,) = record.add([f"{stand.url}/mill"], hosts=frozenset({"127.0.0.1"}))
        asked = len(stand.asked)
        (tmp_path / "a.html").write_bytes(ARTICLE)
        record.add([str(tmp_path / "a.html")])
        assert len(stand.asked) == asked
        assert page.outcome == "read"
        assert record.page_text(page.id) == ARTICLE.decode()
        assert [found.uri for found in record.pages() if found.id == page.id] == [f"{stand.url}/mill"]


def test_a_page_given_again_is_asked_for_on_condition_that_it_changed(stand: Stand, tmp_path: Path) -> None:
    stand.paths["/mill"] = lasting(ARTICLE)
    with Record.create(tmp_path / "record.db") as record:
        first = record.add([f"{stand.url}/mill"], hosts=frozenset({"127.0.0.1"}))
        again = record.add([f"{stand.url}/mill"], hosts=frozenset({"127.0.0.1"}))
        assert again == first == list(record.pages())
        assert [("If-Modified-Since" in asked) for asked in stand.asked] == [False, False, False, True]


def test_a_page_given_again_that_has_changed_is_a_second_page(stand: Stand, tmp_path: Path) -> None:
    with Record.create(tmp_path / "record.db") as record:
        record.add([f"{stand.url}/mill"], hosts=frozenset({"127.0.0.1"}))
        stand.paths["/mill"] = answer(ARTICLE.replace(b"June", b"July"))
        record.add([f"{stand.url}/mill"], hosts=frozenset({"127.0.0.1"}))
        assert [page.uri for page in record.pages()] == [f"{stand.url}/mill"] * 2


def uris(record: Record) -> list[tuple[str, str]]:
    return [(page.uri.rpartition("/")[2], page.outcome) for page in record.pages()]


def given(record: Record, *urls: str) -> list[str]:
    return [page.outcome for page in record.add(list(urls), hosts=frozenset({"127.0.0.1"}))]


def test_a_page_known_by_its_tag_is_asked_for_by_it(stand: Stand, tmp_path: Path) -> None:
    stand.paths["/mill"] = tagged(ARTICLE, 'W/"one"')
    with Record.create(tmp_path / "record.db") as record:
        given(record, f"{stand.url}/mill")
        given(record, f"{stand.url}/mill")
        assert [('If-None-Match: W/"one"' in asked) for asked in stand.asked] == [False, False, False, True]
        stand.paths["/mill"] = tagged(ARTICLE.replace(b"June", b"July"), '"two"')
        given(record, f"{stand.url}/mill")
        assert uris(record) == [("mill", "read")] * 2


def test_a_tag_that_would_forge_a_header_is_not_kept(stand: Stand, tmp_path: Path) -> None:
    stand.paths["/mill"] = answer(ARTICLE, headers='ETag: "a\x01b"\r\n')
    with Record.create(tmp_path / "record.db") as record:
        given(record, f"{stand.url}/mill")
        given(record, f"{stand.url}/mill")
    assert "If-None-Match" not in stand.asked[-1]


def test_nothing_is_held_for_writing_while_pages_are_fetched(stand: Stand, tmp_path: Path) -> None:
    with Record.create(tmp_path / "record.db") as record:

        def serve(stand: Stand, caller: socket.socket) -> None:
            other = Store.open(tmp_path / "record.db", patience=0.1)
            with other.writing():
                answer(ARTICLE)(stand, caller)
            other.close()

        stand.paths["/mill"] = serve
        assert given(record, f"{stand.url}/mill") == ["read"]


def test_an_attempt_that_failed_gives_way_to_one_that_gave_a_page(stand: Stand, tmp_path: Path) -> None:
    stand.paths["/mill"] = answer(b"", status="503 Service Unavailable")
    with Record.create(tmp_path / "record.db") as record:
        assert given(record, f"{stand.url}/mill") == ["set-aside"]
        stand.paths["/mill"] = answer(b"", status="502 Bad Gateway")
        given(record, f"{stand.url}/mill")
        assert uris(record) == [("mill", "set-aside")]
        assert "502 Bad Gateway" in (record.pages()[0].reason or "")
        stand.paths["/mill"] = answer(ARTICLE)
        assert given(record, f"{stand.url}/mill") == ["read"]
        assert uris(record) == [("mill", "read")]


def test_an_attempt_that_fails_later_is_told_and_leaves_the_page(stand: Stand, tmp_path: Path) -> None:
    with Record.create(tmp_path / "record.db") as record:
        given(record, f"{stand.url}/mill")
        stand.paths["/mill"] = answer(b"", status="410 Gone")
        (page,) = record.add([f"{stand.url}/mill"], hosts=frozenset({"127.0.0.1"}))
        assert (page.outcome, "410 Gone" in (page.reason or "")) == ("set-aside", True)
        assert uris(record) == [("mill", "read")]


@pytest.mark.parametrize("first", ["fails", "leads on"])
def test_an_address_that_leads_to_a_page_leaves_no_failed_attempt(stand: Stand, tmp_path: Path, first: str) -> None:
    ways = [answer(b"", status="503 Service Unavailable"), moved("/mill")]
    with Record.create(tmp_path / "record.db") as record:
        for way in ways if first == "fails" else reversed(ways):
            stand.paths["/short"] = way
            given(record, f"{stand.url}/short")
        assert uris(record) == [("mill", "read")]
        record.remove([f"{stand.url}/mill"])
        assert uris(record) == [("short", "set-aside")]


def test_the_command_line_fetches_from_hosts_allowed_by_name(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("-o", tmp_path, "--workers", 1)
    assert call(monkeypatch, "build", f"{stand.url}/mill", *words, "--allow-host", "127.0.0.1") == 0
    assert call(monkeypatch, "build", f"{stand.url}/mill", *words) == 3
    assert "allow 127.0.0.1 by name if you trust it (--allow-host)" in capsys.readouterr().err


def test_an_address_that_fails_is_listed_and_kept_beside_those_that_do_not(
    stand: Stand, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    urls = (f"{stand.url}/mill", f"{stand.url}/lost")
    assert call(monkeypatch, "build", *urls, "-o", tmp_path, "--workers", 1, "--allow-host", "127.0.0.1") == 1
    assert f"set aside: {stand.url}/lost: {stand.url}/lost was answered with 404 Not Found" in capsys.readouterr().err
    assert call(monkeypatch, "export", "--record", tmp_path / "record.db") == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    pages = {row["uri"]: row["outcome"] for row in rows if row["kind"] == "page"}
    assert pages == {f"{stand.url}/mill": "read", f"{stand.url}/lost": "set-aside"}


def test_an_address_of_another_scheme_is_a_wrong_call(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call(monkeypatch, "build", "ftp://gazette.example/a", "-o", tmp_path / "out") == 2
    assert not (tmp_path / "out" / "record.db").exists()
