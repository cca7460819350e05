"""The local web page."""

from __future__ import annotations

import os
import re
import socket
import webbrowser
from collections.abc import Iterator
from pathlib import Path

import pytest
import uvicorn
from starlette.testclient import TestClient

from onrecord.web import app, dossier
from onrecord.web.guard import SECURITY_HEADERS
from onrecord.web.shelf import Rows


class Records:
    """Stands where Record stands: opens the same rows whatever the path, and counts how often."""

    def __init__(self, book: Rows) -> None:
        self.book = book
        self.opened = 0

    def open(self, path: Path) -> Rows:
        assert path.is_file()
        self.opened += 1
        return self.book


@pytest.fixture
def records(book: Rows, monkeypatch: pytest.MonkeyPatch) -> Records:
    found = Records(book)
    monkeypatch.setattr(app, "Record", found)
    return found


@pytest.fixture
def client(records: Records, record_file: Path) -> Iterator[TestClient]:
    del records
    with TestClient(
        app.application(record_file), base_url="http://127.0.0.1:8000", raise_server_exceptions=False
    ) as client:
        yield client


def test_every_page_of_the_dossier_is_served(client: TestClient, book: Rows, tmp_path: Path) -> None:
    dossier.write(book, tmp_path)
    for path in tmp_path.rglob("*.html"):
        answer = client.get(f"/{path.relative_to(tmp_path).as_posix()}")
        assert answer.status_code == 200, path
        written = path.read_text(encoding="utf8")
        served = re.sub(r' <a class="why" [^>]*>Why</a>', "", answer.text)
        assert served.partition("<main")[2] == written.partition("<main")[2]


def test_the_root_leads_to_the_overview(client: TestClient) -> None:
    answer = client.get("/", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (307, "/index.html")


@pytest.mark.parametrize(
    "path", ["/", "/index.html", "/dossier/who.html", "/dossier/onrecord.css", "/no", "/dossier/search?q=mill"]
)
def test_every_answer_carries_the_security_headers(client: TestClient, path: str) -> None:
    answer = client.get(path, follow_redirects=False)
    assert {name: answer.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS


def test_the_policy_lets_nothing_in_but_the_sheet_and_pictures_of_ours() -> None:
    policy = dict(part.strip().split(" ", 1) for part in SECURITY_HEADERS["content-security-policy"].split(";"))
    assert policy == {
        "default-src": "'none'",
        "style-src": "'self'",
        "img-src": "'self'",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": "'none'",
    }


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8000", "LOCALHOST", "[::1]:9", "127.0.0.1:65535"])
def test_this_machine_is_answered(client: TestClient, host: str) -> None:
    assert client.get("/index.html", headers={"host": host}).status_code == 200


@pytest.mark.parametrize(
    "host", ["evil.example", "localhost.evil.example", "127.0.0.1.nip.io", "127.0.0.1:x", "0.0.0.0", "", "a@localhost"]
)
def test_another_host_is_refused_with_the_same_headers(client: TestClient, host: str) -> None:
    answer = client.get("/index.html", headers={"host": host})
    assert answer.status_code == 400
    assert {name: answer.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS
    assert "Osk Mill" not in answer.text


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "PATCH"])
def test_nothing_can_be_written(client: TestClient, method: str) -> None:
    assert client.request(method, "/index.html").status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/dossier/..%2f..%2fetc%2fpasswd",
        "/dossier/record.db",
        "/record.db",
        "/dossier/index.html",
        "/dossier/article-00.html",
    ],
)
def test_what_is_no_page_is_not_found(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "no such page" in answer.text


def test_search_marks_what_was_looked_for(client: TestClient) -> None:
    answer = client.get("/dossier/search", params={"q": "leaked"})
    assert '<mark class="hit">leaked</mark>' in answer.text
    assert "2 hits for" in " ".join(answer.text.split())


def test_words_looked_for_are_shown_as_words(client: TestClient) -> None:
    answer = client.get("/dossier/search", params={"q": '"><script>alert(1)</script>'})
    assert "<script" not in answer.text
    assert "&#34;&gt;&lt;script&gt;" in answer.text


def test_an_empty_search_asks_for_words(client: TestClient) -> None:
    assert "Look for words" in client.get("/dossier/search").text


def test_the_record_is_read_again_when_its_file_has_changed(
    client: TestClient, records: Records, record_file: Path
) -> None:
    client.get("/index.html")
    client.get("/dossier/who.html")
    assert records.opened == 1
    os.utime(record_file, ns=(1, 1))
    client.get("/index.html")
    assert records.opened == 2


def test_an_error_of_ours_shows_nothing_of_itself(client: TestClient, record_file: Path) -> None:
    record_file.unlink()
    answer = client.get("/index.html")
    assert answer.status_code == 500
    assert "record.db" not in answer.text
    assert {name: answer.headers[name] for name in SECURITY_HEADERS} == SECURITY_HEADERS


def test_run_listens_on_loopback_alone_and_opens_the_browser_there(
    records: Records, record_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del records
    asked: list[str] = []
    heard: list[tuple[str, int]] = []

    def served(_: object, sockets: list[socket.socket]) -> None:
        heard.extend(found.getsockname() for found in sockets)

    monkeypatch.setattr(webbrowser, "open", asked.append)
    monkeypatch.setattr(uvicorn.Server, "run", served)
    told: list[str] = []
    app.run(record_file, 0, open_browser=True, started=told.append)
    ((host, port),) = heard
    assert (host, asked) == ("127.0.0.1", [f"http://127.0.0.1:{port}/index.html"])
    assert told == asked


def test_run_does_not_open_a_browser_unasked(
    records: Records, record_file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    del records
    asked: list[str] = []

    def quiet(_: object, sockets: list[socket.socket]) -> None:
        assert sockets

    monkeypatch.setattr(webbrowser, "open", asked.append)
    monkeypatch.setattr(uvicorn.Server, "run", quiet)
    app.run(record_file, 0)
    assert asked == []
