"""The app that commands are added to, and the options they share."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    name="onrecord", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False, rich_markup_mode=None,
    help="Puts a news story on the record: who said what, on whose word, when, and how many origins it really has.",
)  # fmt: skip


class Form(StrEnum):
    """How rows are printed."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


RecordFile = Annotated[Path, typer.Option("--record", help="The record file.", show_default=True)]
Format = Annotated[Form, typer.Option("--format", help="How rows are printed.")]
Story = Annotated[str | None, typer.Option("--story", help="Only rows of this story or thread (id).")]
Speaker = Annotated[str | None, typer.Option("--speaker", help="Only rows of this person or body (name, form or id).")]
About = Annotated[
    str | None,
    typer.Option(
        "--about",
        help="Only rows about this person, body or place: an actor (name, form or id); for other words, search.",
    ),
]
From = Annotated[str | None, typer.Option("--from", help="Not before this date (ISO).")]
To = Annotated[str | None, typer.Option("--to", help="Not after this date (ISO).")]
Root = Annotated[
    Path | None, typer.Option("--root", help="What the pages' uris are relative to; the folder given by default.")
]
Captured = Annotated[
    str | None, typer.Option("--captured", help="When the pages were saved (ISO), where they do not say so.")
]
AllowHost = Annotated[
    list[str] | None,
    typer.Option("--allow-host", help="A host on a private network that may be fetched from, by its name; repeatable."),
]
Workers = Annotated[
    int, typer.Option("--workers", min=1, help="Processes that read and weave; the cores there are by default.")
]
ReaderName = Annotated[
    str | None,
    typer.Option(
        "--reader", metavar="rules|both|llm|MODULE:ATTRIBUTE", show_default=False,
        help="Who reads: the rules, rules and network, a language model, or a reader of yours.",
    ),
]  # fmt: skip

DEFAULT = Path("record.db")
