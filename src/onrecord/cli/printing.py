"""How things are said on a terminal. Page text is hostile: control characters never reach it."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from onrecord.cli.app import Form
from onrecord.exports import csv, jsonl
from onrecord.nouns import Row, kind_of
from onrecord.record import Why

UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Control characters (ANSI escapes begin with one) and those that turn the direction of text around."""
LONGEST = 160
"""Characters of a table cell."""

R = TypeVar("R", bound=Row)


def safe(text: str) -> str:
    """Text for a terminal: what could steer it is shown as U+FFFD."""
    return UNSAFE.sub("\ufffd", text)


def remark(text: str) -> None:
    """Says something to the person, on standard error."""
    Console(stderr=True, highlight=False, soft_wrap=True).print(Text(safe(text)))


def say(text: str) -> None:
    """A line of an answer, on standard output."""
    sys.stdout.write(safe(text) + "\n")


def announce(text: str) -> None:
    """A line of an answer that is wanted while the command still runs: it reaches a pipe or a file at once."""
    say(text)
    sys.stdout.flush()


def show(
    noun: type[R], rows: Iterable[R], form: Form, head: Sequence[str], cells: Callable[[R], Sequence[str]]
) -> None:
    """Rows of one kind on standard output, in the form asked for."""
    if form is Form.jsonl:
        write_bytes(jsonl.lines(rows))
    elif form is Form.csv:
        write_bytes(line.encode() for line in csv.lines(noun, rows))
    else:
        _table(noun, list(rows), head, cells)


def write_bytes(lines: Iterable[bytes]) -> None:
    """Bytes to standard output as they are: UTF-8 and newlines are part of the format."""
    for line in lines:
        sys.stdout.buffer.write(line)
    sys.stdout.buffer.flush()


def _table(noun: type[R], rows: list[R], head: Sequence[str], cells: Callable[[R], Sequence[str]]) -> None:
    if not rows:
        remark(f"no {kind_of(noun)} matches")
        return
    table = Table(*head, "id", show_edge=False, pad_edge=False)
    for row in rows:
        table.add_row(*(Text(_short(cell)) for cell in cells(row)), Text(row.id, style="dim", no_wrap=True))
    wide = None if sys.stdout.isatty() else 200
    Console(width=wide, highlight=False).print(table)


def _short(cell: str) -> str:
    line = " ".join(safe(cell).split())
    return line if len(line) <= LONGEST else line[: LONGEST - 1] + "…"


def unfold(why: Why, depth: int = 0) -> None:
    """A row's reasons as an indented tree, each passage with its words between brackets."""
    indent = "  " * depth
    say(f"{indent}{why.kind} {why.id}" if why.id else f"{indent}{why.line}")
    if why.id:
        say(f"{indent}  {why.line}")
    if why.sentence:
        passage = why.sentence
        say(f"{indent}  {passage.place}:")
        say(f"{indent}  {_one_line(passage.before)}【{_one_line(passage.marked)}】{_one_line(passage.after)}")
    for below in why.rests_on:
        unfold(below, depth + 1)


def _one_line(text: str) -> str:
    return text.replace("\n", " ¶ ")


@contextmanager
def progress() -> Iterator[Callable[[str, int], None]]:
    """Something to tell stage and count to: a moving line on standard error at a terminal, silence elsewhere."""
    if not sys.stderr.isatty():
        yield lambda _stage, _done: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), BarColumn(pulse_style="cyan"), TimeElapsedColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("reading", total=None)
        yield lambda stage, done: bar.update(task, description=f"{stage}: {done}")
