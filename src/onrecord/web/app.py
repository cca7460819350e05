"""The local web page: the dossier's pages made when asked for, and search. Read only, for this machine alone."""

from __future__ import annotations

import socket
import threading
import webbrowser
from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from onrecord.record import Record
from onrecord.web.guard import SECURITY_HEADERS, Guard
from onrecord.web.links import FOLDER, HOME
from onrecord.web.rendering import ASSETS, assets, render
from onrecord.web.shelf import Shelf
from onrecord.web.site import Sheet, Site
from onrecord.web.views import search, why

LOOPBACK = "127.0.0.1"


class Open:
    """The site of a record file, read again when the file has changed; one thread reads at a time."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        self._stamp: tuple[int, int] | None = None
        self._site: Site | None = None

    def site(self) -> Site:
        """The site as the file now stands. Raises what opening a record raises."""
        with self._lock:
            status = self.path.stat()
            stamp = (status.st_mtime_ns, status.st_size)
            if self._site is None or stamp != self._stamp:
                with Record.open(self.path) as record:
                    self._site = Site(Shelf(record))
                self._stamp = stamp
            return self._site

    def find(self, words: str) -> Sheet:
        """The page of what a search found."""
        shelf = self.site().shelf
        with Record.open(self.path) as record:
            hits = record.search(words, search.MOST) if words else []
        return Sheet("search.html", "Search", "search", search.results(shelf, words, hits))

    def reasons(self, row_id: str) -> Sheet | None:
        """The page of why a row stands in the record, None where there is no such row."""
        shelf = self.site().shelf
        with Record.open(self.path) as record:
            row = record.get(row_id)
            return None if row is None else Sheet("why.html", "Why", "why", why.reason(shelf, record.why(row)))


def application(record_path: Path) -> Starlette:
    """The pages of a record: `/index.html`, `/dossier/...` as in the dossier, and beside them `/dossier/search`,
    `/dossier/why?id=...` and a page for every id. Answers GET and
    HEAD, to requests that name this machine as their host, and to no others."""
    opened = Open(record_path)

    def page(name: str) -> Response:
        sheet = opened.site().sheet(name)
        if sheet is None:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return _html(sheet)

    def searched(request: Request) -> Response:
        return _html(opened.find(request.query_params.get("q", "").strip()[: search.LONGEST]))

    def unfolded(request: Request) -> Response:
        sheet = opened.reasons(request.query_params.get("id", ""))
        if sheet is None:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return _html(sheet)

    routes = [
        Route("/", lambda _: RedirectResponse(f"/{HOME}")),
        Route(f"/{HOME}", lambda _: page(HOME)),
        *(Route(f"/{FOLDER}/{name}", _asset(name)) for name in ASSETS),
        Route(f"/{FOLDER}/search", searched),
        Route(f"/{FOLDER}/why", unfolded),
        Route(f"/{FOLDER}/{{name}}", _other(page)),
    ]
    handlers = {HTTPException: _trouble, Exception: _trouble}
    return Starlette(routes=routes, middleware=[Middleware(Guard)], exception_handlers=handlers)


def run(record_path: Path, port: int, open_browser: bool = False, started: Callable[[str], None] | None = None) -> None:
    """Serves a record on 127.0.0.1 until interrupted; port 0 takes a free one. Once the port answers, `started` is told
    the address of the overview, and with `open_browser` a browser is sent there.
    Raises OSError where the port is taken, and what opening a record raises where the file is none."""
    app = application(record_path)
    with Record.open(record_path):
        pass
    with socket.create_server((LOOPBACK, port)) as listening:
        address = f"http://{LOOPBACK}:{listening.getsockname()[1]}/{HOME}"
        if started:
            started(address)
        if open_browser:
            webbrowser.open(address)
        config = uvicorn.Config(app, log_level="warning", server_header=False, access_log=False)
        uvicorn.Server(config).run(sockets=[listening])


def _other(page: Callable[[str], Response]) -> Callable[[Request], Response]:
    """The route of every page but the overview, which has its own address."""

    def endpoint(request: Request) -> Response:
        name = request.path_params["name"]
        if name == HOME:
            raise HTTPException(HTTPStatus.NOT_FOUND)
        return page(name)

    return endpoint


def _asset(name: str) -> Callable[[Request], Response]:
    def endpoint(_: Request) -> Response:
        return Response(assets()[name], media_type=ASSETS[name])

    return endpoint


def _html(sheet: Sheet, status: int = HTTPStatus.OK) -> Response:
    return Response(render(sheet, live=True), status_code=status, media_type="text/html")


def _trouble(_: Request, error: Exception) -> Response:
    """A page for what went wrong. An error of ours shows nothing of itself; Starlette raises it again for the log."""
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.INTERNAL_SERVER_ERROR
    answer = _html(Sheet("trouble.html", HTTPStatus(status).phrase, "trouble", HTTPStatus(status)), status)
    answer.headers.update(SECURITY_HEADERS)
    return answer
