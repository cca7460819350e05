"""Commands about one row or the whole: why, compare, correct, export, schema, serve."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer

from onrecord import web
from onrecord.cli.app import DEFAULT, Captured, Form, Format, ReaderName, RecordFile, app
from onrecord.cli.comparisons import comparison
from onrecord.cli.printing import announce, remark, safe, say, show, unfold, write_bytes
from onrecord.comparing import compare as compare_pages
from onrecord.errors import CallError
from onrecord.exports import csv, jsonl
from onrecord.exports.schema import schema as exported_schema
from onrecord.nouns import PUBLIC, Correction, kind_of
from onrecord.readers import DEFAULT as DEFAULT_READER
from onrecord.readers import pick
from onrecord.record import Record, Wish


class Export(StrEnum):
    """Forms a record is exported in."""

    jsonl = "jsonl"
    csv = "csv"


What = Literal["merge", "split", "reject", "accept", "date", "note", "list"]


@app.command()
def why(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The id of a row.")], record: RecordFile = DEFAULT
) -> None:
    """Unfold a row down to the exact characters on the page it rests on."""
    with Record.open(record) as book:
        unfold(book.why(id_))


@app.command()
def compare(
    a: Annotated[str, typer.Argument(help="A page: a file.")], b: Annotated[str, typer.Argument(help="Another page.")],
    captured: Captured = None, reader: ReaderName = None,
) -> None:  # fmt: skip
    """Two pages side by side: is one made from the other, and what changed on the way.

    Takes files, and no record. Pages that are in a record were compared when it was built: `onrecord copies` lists what
    was made from what, and `onrecord why ID` with the id of such a row what changed on the way."""
    for line in comparison(compare_pages(a, b, captured, pick(reader or DEFAULT_READER))):
        say(line)


@app.command()
def correct(
    what: Annotated[What, typer.Argument(help="What is decided; list shows the log.")],
    id_: Annotated[str | None, typer.Argument(metavar="ID", help="The row it is about.")] = None,
    value: Annotated[
        str | None,
        typer.Argument(help="merge: the actor to merge into; split: the form; date: an ISO date; note: the note."),
    ] = None,
    by: Annotated[str, typer.Option("--by", help="Who decides.")] = "someone",
    reason: Annotated[str | None, typer.Option("--reason", help="Why.")] = None,
    record: RecordFile = DEFAULT, form: Format = Form.table,
) -> None:  # fmt: skip
    """A person's correction: kept in a log that survives rebuilds. A rejected row comes back with accept."""
    with Record.open(record) as book:
        if what == "list":
            _log(book, form)
            return
        if id_ is None:
            raise CallError(f"onrecord correct {what} needs the id of a row: list the rows to find it")
        other = value if what in ("merge", "split") else None
        wish = Wish(what, id_, other, value if other is None else None, by, reason)
        made = book.correct(wish)
    remark(f"{made.id}: {made.what} {made.target.id}, {made.state}")


def _log(book: Record, form: Form) -> None:
    def cells(row: Correction) -> tuple[str, ...]:
        target = row.target
        return (
            row.at,
            row.what,
            target.quotation or target.id,
            target.other or target.value or "",
            row.by,
            row.reason or "",
            row.state,
        )

    show(Correction, book.corrections(), form, ("at", "what", "row", "", "by", "reason", "state"), cells)


@app.command()
def export(
    record: RecordFile = DEFAULT,
    form: Annotated[Export, typer.Option("--format", help="The form.")] = Export.jsonl,
    out: Annotated[Path | None, typer.Option("-o", "--out", help="The folder for csv: one file a kind.")] = None,
) -> None:
    """The whole record, in a form other tools read."""
    with Record.open(record) as book:
        if form is Export.jsonl and out is None:
            for noun in PUBLIC:
                write_bytes(jsonl.lines(book.all(kind_of(noun))))
        elif out is None:
            raise CallError("csv is one file a kind; say which folder they go to: -o DIR")
        else:
            _export_to(book, form, out)


def _export_to(book: Record, form: Export, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    if form is Export.jsonl:
        with (out / "record.jsonl").open("wb") as file:
            for noun in PUBLIC:
                file.writelines(jsonl.lines(book.all(kind_of(noun))))
        remark(f"written: {out / 'record.jsonl'}")
        return
    for noun in PUBLIC:
        with (out / f"{kind_of(noun)}.csv").open("w", encoding="utf8", newline="") as table:
            table.writelines(csv.lines(noun, book.all(kind_of(noun))))
    remark(f"written: {len(PUBLIC)} files in {safe(str(out))}")


@app.command()
def schema() -> None:
    """The JSON Schema of the exported record."""
    say(json.dumps(exported_schema(), indent=2, ensure_ascii=False))


@app.command()
def serve(
    record: RecordFile = DEFAULT,
    port: Annotated[int, typer.Option("--port", min=0, max=65535, help="The port; 0 takes a free one.")] = 8765,
    open_: Annotated[bool, typer.Option("--open", help="Open a browser.")] = False,
) -> None:
    """The local web page of a record, on this machine only; its address is the line on standard output."""
    Record.open(record).close()
    remark(f"serving {record} on this machine; Ctrl-C ends it")
    try:
        web.run(record, port, open_browser=open_, started=announce)
    except OSError as fault:
        raise CallError(
            f"serving needs a free port; {port} cannot be had ({fault.strerror}): give another --port"
        ) from fault
