"""Commands that make a record: build, add, remove, demo."""

from __future__ import annotations

import os
import re
import shlex
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.resources import as_file, files
from pathlib import Path
from typing import Annotated, NamedTuple

import typer

from onrecord import readers, web
from onrecord.cli.app import DEFAULT, AllowHost, Captured, ReaderName, RecordFile, Root, Workers, app
from onrecord.cli.printing import announce, progress, remark, say
from onrecord.engines.local import Local
from onrecord.errors import CallError
from onrecord.nouns import Page
from onrecord.record import Record

CORES = os.cpu_count() or 1
ISO = re.compile(r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?$")
PORT = 8765
REMARKS = 20
"""Remarks of the reader that are printed; a pile may have one on every article."""
SAMPLE = "samples/pile"
PAGES = "Files, folders, globs, WARC or WACZ archives, web addresses, feeds, or - for standard input."
Pages = Annotated[list[str], typer.Argument(help=PAGES, show_default=False)]


class Given(NamedTuple):
    """The pages that a call names, and what it says of them."""

    pages: list[str]
    root: Path | None = None
    captured: str | None = None
    hosts: list[str] | None = None

    def into(self, book: Record, *, replace: bool) -> list[Page]:
        """Adds them to a record, or puts them in place of its pages."""
        return book.add(
            self.pages, root=self.root, captured=_moment(self.captured), replace=replace, stdin=sys.stdin.buffer,
            hosts=frozenset(self.hosts or ()),
        )  # fmt: skip


@app.command()
def build(
    pages: Pages,
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder for the record and its dossier.")] = Path("out"),
    root: Root = None, captured: Captured = None, allow_host: AllowHost = None, workers: Workers = CORES,
    reader: ReaderName = None,
) -> None:  # fmt: skip
    """Read pages into a new record, OUT/record.db, and write its dossier, OUT/index.html."""
    code = _build(Given(pages, root, captured, allow_host), out, workers, reader or readers.DEFAULT)
    raise typer.Exit(code)


@app.command()
def add(
    pages: Pages, record: RecordFile = DEFAULT, root: Root = None, captured: Captured = None,
    allow_host: AllowHost = None, workers: Workers = CORES, reader: ReaderName = None,
) -> None:  # fmt: skip
    """Add pages to a record (made where there is none), weaving anew only what they touch. It is read with the reader
    it was read with before; another --reader reads all its pages again."""
    with _opened(record, workers, reader) as book:
        given = Given(pages, root, captured, allow_host).into(book, replace=False)
        code = _told(book, given)
    raise typer.Exit(code)


@app.command()
def remove(
    pages: Annotated[list[str], typer.Argument(help="Uris or ids of pages.", show_default=False)],
    record: RecordFile = DEFAULT, workers: Workers = CORES,
) -> None:  # fmt: skip
    """Take pages out, with all that rested on them."""
    with progress() as tell, Local(workers) as engine, Record.open(record, engine=engine, progress=tell) as book:
        gone = book.remove(pages)
    remark(f"taken out: {', '.join(gone)}")


@app.command()
def demo(
    out: Annotated[Path, typer.Option("-o", "--out", help="The folder for the record and its dossier.")] = Path("demo"),
    open_: Annotated[bool, typer.Option("--open", help="Serve it and open a browser.")] = False,
    workers: Workers = CORES,
) -> None:
    """Build the record of the sample pile, and say where it lies and what to look at."""
    with as_file(files("onrecord") / SAMPLE) as pile:
        _build(Given([str(pile)]), out, workers, readers.DEFAULT)
    say(f"The record: {out / 'record.db'}")
    say(f"The dossier: {out / 'index.html'} (open it in a browser)")
    say(_tour(out / "record.db"))
    if open_:
        web.run(out / "record.db", PORT, open_browser=True, started=announce)


def _tour(record: Path) -> str:
    """What to try on the sample pile, as commands that can be pasted."""
    words = (files("onrecord") / "samples/tour.txt").read_text(encoding="utf8").rstrip()
    return words.replace("COMMAND", shlex.quote(sys.argv[0])).replace("RECORD", shlex.quote(str(record)))


def _build(asked: Given, out: Path, workers: int, reader: str) -> int:
    for part in (out, *out.parents):
        if part.exists() and not part.is_dir():
            raise CallError(f"-o names a folder, and {part} is a file: give another folder")
    with _opened(out / "record.db", workers, reader) as book:
        given = asked.into(book, replace=True)
        web.write(book, out, book.progress)
        code = _told(book, given)
    remark(f"record: {out / 'record.db'}   dossier: {out / 'index.html'}")
    return code


@contextmanager
def _opened(path: Path, workers: int, reader: str | None) -> Iterator[Record]:
    """The record at `path`, made where there is none; one that was made and could not be filled is taken away again."""
    made = not path.exists()
    try:
        with (
            progress() as tell,
            Local(workers) as engine,
            Record.create(path, engine=engine, progress=tell, reader=reader) as book,
        ):
            yield book
    except BaseException:
        if made:
            path.unlink(missing_ok=True)
        raise


def _moment(captured: str | None) -> str | None:
    if captured and not ISO.match(captured):
        raise CallError(f"--captured takes an ISO date or date-time such as 2024-10-25T09:30+02:00, not {captured!r}")
    return captured


def _told(book: Record, given: list[Page]) -> int:
    """Says what came of the pages given; the exit code."""
    aside = [page for page in given if page.outcome == "set-aside"]
    for page in aside:
        remark(f"set aside: {page.uri}: {page.reason}")
    for fault in book.faults():
        remark(f"not done: {fault}")
    for remarked in book.remarks()[:REMARKS]:
        remark(remarked)
    if len(book.remarks()) > REMARKS:
        remark(f"and {len(book.remarks()) - REMARKS} more remarks of the reader: Record.remarks() has them all")
    figures = book.figures()
    remark(
        f"{figures.pages} pages, {figures.articles} articles, {figures.copies} copies, {figures.stories} stories, "
        f"{figures.statements} statements, {figures.silences} silences and denials, {figures.claims} claims, "
        f"{figures.origins} origins, {figures.events} events, {figures.ties} ties; read by {book.reader}"
    )
    if aside and len(aside) == len(given):
        remark("nothing could be read")
        return 3
    return 1 if aside or book.faults() else 0
