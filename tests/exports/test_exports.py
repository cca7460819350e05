"""The exported record: held to its schema, safe for the tools that open it."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable

import jsonschema
import msgspec
import pytest

from onrecord.exports import csv as table
from onrecord.exports import jsonl
from onrecord.exports.schema import schema
from onrecord.nouns import PUBLIC, Quotation, Scrap, kind_of
from onrecord.record import Record


def scrap(text: str) -> Scrap:
    return Scrap(id="scrap-1", page="page-1", start=None, end=None, text=text, reason="advert")


def test_every_exported_line_fits_the_schema(sample: Record, exported: Callable[[Record], bytes]) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    lines = exported(sample).split(b"\n")[:-1]
    assert len(lines) > 500
    by_kind: dict[str, int] = {}
    for line in lines:
        row = json.loads(line)
        by_kind[row["kind"]] = by_kind.get(row["kind"], 0) + 1
        if by_kind[row["kind"]] <= 20:
            validator.validate(row)


def test_the_schema_refuses_what_is_no_row() -> None:
    validator = jsonschema.Draft202012Validator(schema())
    row = msgspec.to_builtins(scrap("x"))
    assert validator.is_valid(row)
    assert not validator.is_valid(row | {"kind": "rumour"})
    assert not validator.is_valid({name: value for name, value in row.items() if name != "reason"})


def test_kinds_come_in_the_contracts_order_then_by_id(sample: Record, exported: Callable[[Record], bytes]) -> None:
    rows = [json.loads(line) for line in exported(sample).split(b"\n")[:-1]]
    order = [kind_of(noun) for noun in PUBLIC]
    places = [(order.index(row["kind"]), row["id"]) for row in rows]
    assert places == sorted(places)


def test_line_separators_inside_text_do_not_break_a_line() -> None:
    line = jsonl.line(scrap("a\u2028b\u2029c\nd"))
    assert len(line.decode().splitlines()) == 1
    assert json.loads(line)["text"] == "a\u2028b\u2029c\nd"


@pytest.mark.parametrize("cell", ['=HYPERLINK("x")', "+1+1", "-2+3", "@SUM(A1)", "\t=1"])
def test_a_cell_never_begins_a_formula(cell: str) -> None:
    lines = list(table.lines(Scrap, [scrap(cell)]))
    text = next(csv.DictReader(io.StringIO("".join(lines))))["text"]
    assert text == "'" + cell


def test_nested_fields_are_json_in_csv() -> None:
    row = Quotation(id="quotation-1", text="x", statements=("a", "b"), first=None, variants=())
    lines = list(table.lines(Quotation, [row]))
    cells = next(csv.DictReader(io.StringIO("".join(lines))))
    assert (json.loads(cells["statements"]), cells["first"]) == (["a", "b"], "")
