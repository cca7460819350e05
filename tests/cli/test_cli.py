"""The command line as a person meets it: every verb, every exit code, data apart from remarks."""

from __future__ import annotations

import csv
import io
import json
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
import uvicorn

from onrecord.cli import main
from onrecord.nouns import PUBLIC, kind_of
from onrecord.record import Record


class Outcome(NamedTuple):
    code: int
    out: str
    err: str


Run = Callable[..., Outcome]
LISTS = ["stories", "articles", "copies", "statements", "silences", "times", "claims", "timeline", "ties", "actors"]


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes], monkeypatch: pytest.MonkeyPatch) -> Run:
    def call(*words: object) -> Outcome:
        monkeypatch.setattr(sys, "argv", ["onrecord", *map(str, words)])
        with pytest.raises(SystemExit) as ended:
            main()
        out, err = capfdbinary.readouterr()
        return Outcome(int(ended.value.code or 0), out.decode(), err.decode())

    return call


@pytest.fixture
def small(pile: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "pages"
    folder.mkdir()
    for name in ("07-contrarian-mill.txt", "08-pump-weekly.txt"):
        (folder / name).write_bytes((pile / name).read_bytes())
    return folder


def test_build_makes_a_record_and_a_dossier(run: Run, small: Path, tmp_path: Path) -> None:
    done = run("build", small, "-o", tmp_path / "out", "--workers", 1)
    assert done.code == 0
    assert done.out == ""
    assert "2 pages, 2 articles" in done.err
    assert (tmp_path / "out" / "record.db").is_file()
    assert "<html" in (tmp_path / "out" / "index.html").read_text()


def test_pages_set_aside_are_listed_and_end_with_one(run: Run, small: Path, tmp_path: Path) -> None:
    (small / "hole.txt").write_bytes(b"")
    done = run("build", small, "-o", tmp_path / "out", "--workers", 1)
    assert done.code == 1
    assert "set aside: hole.txt: " in done.err


def test_nothing_readable_ends_with_three(run: Run, tmp_path: Path) -> None:
    (tmp_path / "hole.txt").write_bytes(b"")
    done = run("build", tmp_path / "hole.txt", "-o", tmp_path / "out", "--workers", 1)
    assert done.code == 3
    assert "nothing could be read" in done.err


def test_a_build_that_reads_nothing_leaves_the_record_as_it_was(run: Run, small: Path, tmp_path: Path) -> None:
    run("build", str(small), "-o", str(tmp_path / "out"))
    before = run("articles", "--record", str(tmp_path / "out/record.db"), "--format", "jsonl")
    (tmp_path / "broken.txt").write_bytes(b"")
    done = run("build", str(tmp_path / "broken.txt"), "-o", str(tmp_path / "out"))
    assert done.code == 3
    assert "keeps the pages it had" in done.err
    assert run("articles", "--record", str(tmp_path / "out/record.db"), "--format", "jsonl") == before


def test_a_folder_under_a_file_is_a_wrong_call(run: Run, small: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    done = run("build", str(small), "-o", str(tmp_path / "file" / "out"))
    assert done.code == 2
    assert "is a file: give another folder" in done.err


def test_an_empty_folder_ends_with_three_and_leaves_no_record(run: Run, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    done = run("build", tmp_path / "empty", "-o", tmp_path / "out", "--workers", 1)
    assert done.code == 3
    assert not (tmp_path / "out" / "record.db").exists()


@pytest.mark.parametrize(
    "words",
    [
        ["statements", "--record", "nowhere.db"],
        ["build", "no-such-folder"],
        ["why", "statement-none"],
        ["export", "--format", "csv"],
        ["add", "x.txt", "--captured", "yesterday"],
        ["frobnicate"],
        ["correct", "reject"],
        ["statements", "--from", "June"],
        ["statements", "--act", "whispers"],
        ["statements", "--from", "2030-07-01", "--to", "2030-06-01"],
    ],
    ids=lambda words: " ".join(words),
)
def test_a_wrong_call_ends_with_two_and_says_why(
    run: Run, words: list[str], sample: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "record.db").write_bytes(sample.path.read_bytes())
    monkeypatch.chdir(tmp_path)
    done = run(*words)
    assert done.code == 2
    assert len(done.err) > 20
    assert done.out == ""


def test_a_file_that_is_no_record_ends_with_two(run: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.db").write_text("notes " * 200)
    done = run("articles", "--record", tmp_path / "notes.db")
    assert (done.code, "give another path" in done.err) == (2, True)


@pytest.mark.parametrize("verb", LISTS)
def test_every_list_speaks_table_jsonl_and_csv(run: Run, sample: Record, verb: str) -> None:
    lines = run(verb, "--record", sample.path, "--format", "jsonl").out.splitlines()
    rows = [json.loads(line) for line in lines]
    assert rows
    kind = rows[0]["kind"]
    assert {row["kind"] for row in rows} == {kind}
    table = list(csv.DictReader(io.StringIO(run(verb, "--record", sample.path, "--format", "csv").out)))
    assert [row["id"] for row in table] == [row["id"] for row in rows]
    shown = run(verb, "--record", sample.path).out
    assert rows[0]["id"] in shown


def test_filters_narrow_a_list(run: Run, sample: Record) -> None:
    every = run("statements", "--record", sample.path, "--format", "jsonl").out.splitlines()
    some = run(
        "statements", "--record", sample.path, "--format", "jsonl", "--speaker", "Tomas Reyle", "--act", "denies"
    ).out.splitlines()
    assert 0 < len(some) < len(every)
    assert {json.loads(line)["act"] for line in some} == {"denies"}


def test_a_name_the_record_does_not_have_is_told_with_those_near(run: Run, sample: Record) -> None:
    done = run("statements", "--record", sample.path, "--speaker", "Tomas Ryle", "--format", "jsonl")
    assert (done.code, done.out) == (0, "")
    assert "no actor is called 'Tomas Ryle'; near: Tomas Reyle" in done.err


def test_export_jsonl_is_the_whole_record(run: Run, sample: Record, exported: Callable[[Record], bytes]) -> None:
    assert run("export", "--record", sample.path).out.encode() == exported(sample)


def test_export_csv_writes_one_file_a_kind(run: Run, sample: Record, tmp_path: Path) -> None:
    assert run("export", "--record", sample.path, "--format", "csv", "-o", tmp_path / "tables").code == 0
    assert {path.stem for path in (tmp_path / "tables").iterdir()} == {kind_of(noun) for noun in PUBLIC}


def test_schema_is_json(run: Run) -> None:
    assert json.loads(run("schema").out)["$defs"]["Statement"]["properties"]["chain"]


TOLD_BY_ANOTHER = """The Otter Valley Echo

Band leader praised by bishop, says spokeswoman
By Ulla Penn
3 May 2031

The bishop of Otterby, Ansgar Moll, praised the band leader, Gus Tellin, at a dinner on Friday, a spokeswoman said.
Gus Tellin has led the Otterby brass band since 2022 and has won nothing with it until this spring.
Ansgar Moll thanked Gus Tellin and criticised the mayor, Ida Krone, a spokeswoman for the bishop said on Saturday.
"""


def test_why_goes_from_a_tie_down_to_the_page(run: Run, tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text(TOLD_BY_ANOTHER)
    run("add", tmp_path / "page.txt", "--record", tmp_path / "r.db", "--workers", 1)
    with Record.open(tmp_path / "r.db") as record:
        tie = next(tie for tie in record.ties() if tie.on_word_of)
    shown = run("why", tie.id, "--record", tmp_path / "r.db").out
    for kind in ("tie", "statement", "article", "page"):
        assert f"{kind} {kind}-" in shown
    assert "【" + tie.evidence[0].text[:20] in shown


def test_search_marks_the_words_found(run: Run, sample: Record) -> None:
    assert "【stopcock】" in run("search", "stopcock", "--record", sample.path).out


def test_compare_shows_what_a_copy_changed(run: Run, pile: Path) -> None:
    shown = run("compare", pile / "04-inland-monitor.txt", pile / "05-newsflash365-spun.txt").out
    assert "rewriting" in shown
    assert "310" in shown
    assert "quote marks" in shown


def test_compare_tells_silent_changes_from_those_a_note_owns_up_to(run: Run, tmp_path: Path) -> None:
    lead = "The keeper of Orrin Head sold the great lens of the lighthouse to a collector for $4.2 million on Monday."
    body = [
        "The collector, a retired dentist from the city of Tavesk, declined to say where the lens is kept today.",
        "Fishing crews along the coast say that they noticed a dimmer beam as early as the middle of last winter.",
        "The union of the keepers wrote to the harbour office three times and never had a letter in answer to any.",
    ]
    note = "Correction: An earlier version of this article said that the lens was sold for $4.2 million."
    head = "Keeper sells great lens of Orrin Head\n\nThe Skerry Gazette\n\n3 June 2024\n\n"
    old, new = tmp_path / "old.txt", tmp_path / "new.txt"
    old.write_text(head + "\n\n".join([lead, *body]))
    body[2] = body[2].replace("three", "nine")
    new.write_text(head + "\n\n".join([lead.replace("4.2", "2.4"), *body, note]))
    shown = run("compare", old, new).out
    assert "later version" in shown
    assert "“nine times”  [silent]" in " ".join(shown.split()).replace("” [", "”  [")
    assert "[owned up to: “Correction: An earlier version" in " ".join(shown.split())


def test_compare_says_what_two_pages_share(run: Run, tmp_path: Path) -> None:
    quote = "“Nobody sells what sailors steer by, and nobody ever will while I am here,” she said."
    keeper = "The keeper of the lighthouse sold its lens on Monday to a dealer who will not say where it is."
    crews = "Crews gathered in the square at dawn to shout at the harbour office, and a band played until noon."
    for name, head, lines in (
        ("a", "Lens of Orrin Head is gone", [keeper, quote, "A museum had asked for it in vain, letter after letter."]),
        ("b", "Anger on the coast of Tavesk", [crews, quote, "Schools stayed shut, and so did the fish market."]),
    ):
        (tmp_path / f"{name}.txt").write_text("\n\n".join([head, "By Ada Finch", "3 June 2024", *lines]))
    shown = run("compare", tmp_path / "a.txt", tmp_path / "b.txt").out
    assert "Neither is made from the other" in shown
    assert "both quote the same words" in shown
    assert "Nobody sells what sailors steer by" in shown


def test_compare_says_when_neither_is_a_copy(run: Run, pile: Path) -> None:
    assert "Neither" in run("compare", pile / "04-inland-monitor.txt", pile / "14-radio-interview.html").out


def test_add_and_remove_change_a_record(run: Run, small: Path, pile: Path, tmp_path: Path) -> None:
    book = tmp_path / "record.db"
    assert run("add", small, "--record", book, "--workers", 1).code == 0
    assert run("add", pile / "14-radio-interview.html", "--record", book, "--workers", 1).code == 0
    assert len(run("articles", "--record", book, "--format", "jsonl").out.splitlines()) == 3
    assert run("remove", "14-radio-interview.html", "--record", book, "--workers", 1).code == 0
    assert len(run("articles", "--record", book, "--format", "jsonl").out.splitlines()) == 2


def test_correct_decides_and_lists(run: Run, small: Path, tmp_path: Path) -> None:
    book = tmp_path / "record.db"
    run("add", small, "--record", book, "--workers", 1)
    statement = json.loads(run("statements", "--record", book, "--format", "jsonl").out.splitlines()[0])["id"]
    assert run("correct", "reject", statement, "--by", "Ada", "--reason", "a slip", "--record", book).code == 0
    log = run("correct", "list", "--record", book, "--format", "jsonl").out
    assert (json.loads(log)["by"], json.loads(log)["state"]) == ("Ada", "applied")
    assert statement not in run("statements", "--record", book, "--format", "jsonl").out


def test_serve_says_its_address_on_standard_output(
    run: Run, small: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = tmp_path / "record.db"
    run("add", small, "--record", book, "--workers", 1)
    monkeypatch.setattr(uvicorn.Server, "run", lambda *_, **__: None)
    assert run("serve", "--record", book, "--port", 0).out.startswith("http://127.0.0.1:")


def test_what_is_no_actor_is_searched_for(run: Run, small: Path, tmp_path: Path) -> None:
    book = tmp_path / "record.db"
    run("add", small, "--record", book, "--workers", 1)
    assert "see onrecord search" in run("statements", "--about", "grievance", "--record", book).err


def test_standard_input_is_a_page(run: Run, pile: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    page = (pile / "08-pump-weekly.txt").read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(page)))
    assert run("add", "-", "--record", tmp_path / "record.db", "--workers", 1).code == 0
    assert len(run("articles", "--record", tmp_path / "record.db", "--format", "jsonl").out.splitlines()) == 1


def test_control_characters_of_a_page_never_reach_the_terminal(run: Run, small: Path, tmp_path: Path) -> None:
    page = small / "08-pump-weekly.txt"
    page.write_text(page.read_text().replace("Laboratory says", "\x1b[31mLaboratory\u202e says"))
    run("add", small, "--record", tmp_path / "record.db", "--workers", 1)
    shown = run("articles", "--record", tmp_path / "record.db").out
    assert "\x1b" not in shown
    assert "\u202e" not in shown
    assert "Laboratory" in shown


def test_the_demo_says_where_its_record_lies(run: Run, tmp_path: Path) -> None:
    done = run("demo", "-o", tmp_path / "demo", "--workers", 1)
    assert done.code == 0
    assert str(tmp_path / "demo" / "record.db") in done.out
    assert "onrecord silences" in done.out


def test_a_record_says_who_read_it_and_is_read_on_by_the_same(run: Run, small: Path, tmp_path: Path) -> None:
    made = run("build", small, "-o", tmp_path, "--reader", "onrecord.readings:BUNDLED", "--workers", 1)
    added = run("add", small, "--record", tmp_path / "record.db")
    assert made.code == added.code == 0
    assert "read by rules-" in made.err
    assert Record.open(tmp_path / "record.db").runtime()["reader picked as"] == "onrecord.readings:BUNDLED"


def test_an_unknown_reader_is_a_wrong_call(run: Run, small: Path, tmp_path: Path) -> None:
    done = run("build", small, "-o", tmp_path, "--reader", "oracle")
    assert done.code == 2
    assert "a reader is rules, both, llm, or module:attribute, not 'oracle'" in done.err
    assert not (tmp_path / "record.db").exists()
