"""One open record: the same pages give the same bytes, and every row opens on the characters it rests on."""

from __future__ import annotations

import json
import random
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

import onrecord
from onrecord.engines.local import Local
from onrecord.errors import NoSuchRow, NothingRead
from onrecord.nouns import PUBLIC, Article, Span, Statement, kind_of
from onrecord.record import Record, Wish
from onrecord.store.tables import FORMAT

Exported = Callable[[Record], bytes]


def built(path: Path, pages: list[Path], root: Path) -> Record:
    record = Record.create(path)
    record.add([str(page) for page in pages], root=root)
    return record


def spans(value: Any) -> Iterator[Span]:
    if isinstance(value, Span):
        yield value
    elif isinstance(value, msgspec.Struct):
        for name in value.__struct_fields__:
            yield from spans(getattr(value, name))
    elif isinstance(value, tuple | list):
        for item in value:
            yield from spans(item)


def test_every_noun_of_the_contract_is_in_the_record(sample: Record) -> None:
    empty = [kind_of(noun) for noun in PUBLIC if not sample.all(kind_of(noun))]
    assert empty == ["correction"]


def test_every_span_stands_where_it_says(sample: Record) -> None:
    articles = {article.id: article for article in sample.articles()}
    texts = {page.id: sample.page_text(page.id) for page in sample.pages()}
    count = 0
    for noun in PUBLIC:
        for span in (span for row in sample.all(kind_of(noun)) for span in spans(row)):
            article = articles[span.article]
            assert article.text[span.start : span.end] == span.text
            if span.page_start is not None and "\n" not in span.text:
                assert (texts[article.page] or "")[span.page_start : span.page_end] == span.text
            count += 1
    assert count > 1000


def test_every_line_of_an_article_stands_on_its_page(sample: Record) -> None:
    for article in sample.articles():
        page = sample.page_text(article.page) or ""
        for line, (start, end) in zip(article.text.split("\n"), article.places, strict=False):
            assert start is None or page[start:end] == line


def test_every_row_has_evidence_that_why_unfolds(sample: Record) -> None:
    for noun in PUBLIC:
        for row in sample.all(kind_of(noun)):
            why = sample.why(row)
            assert why.line
            assert why.sentence or why.rests_on or why.kind == "page", row


def test_pages_in_any_order_give_the_same_bytes(pile: Path, tmp_path: Path, sample: Record, exported: Exported) -> None:
    pages = sorted(pile.iterdir())
    random.Random(7).shuffle(pages)
    assert exported(built(tmp_path / "r.db", pages, pile)) == exported(sample)


def test_more_processes_give_the_same_bytes(pile: Path, tmp_path: Path, sample: Record, exported: Exported) -> None:
    with Local(workers=2) as engine, Record.create(tmp_path / "r.db", engine=engine) as record:
        record.add([str(pile)])
        assert exported(record) == exported(sample)


def test_adding_one_by_one_gives_the_bytes_of_building_at_once(
    pile: Path, tmp_path: Path, sample: Record, exported: Exported
) -> None:
    pages = sorted(pile.iterdir(), reverse=True)
    record = built(tmp_path / "r.db", pages[:1], pile)
    for page in pages[1:]:
        record.add([str(page)], root=pile)
    assert exported(record) == exported(sample)


def test_taking_pages_out_gives_the_bytes_of_never_having_had_them(
    pile: Path, tmp_path: Path, exported: Exported
) -> None:
    pages = sorted(pile.iterdir())
    record = built(tmp_path / "all.db", pages, pile)
    gone = record.remove([pages[1].name, pages[3].name])
    assert gone == sorted([pages[1].name, pages[3].name])
    assert exported(record) == exported(built(tmp_path / "rest.db", [pages[0], pages[2], *pages[4:]], pile))


def test_adding_reweaves_only_what_the_new_page_touches(pile: Path, tmp_path: Path) -> None:
    told: list[str] = []
    record = Record.create(tmp_path / "r.db", progress=lambda stage, _: told.append(stage))
    record.add([str(pile)])
    told.clear()
    lone = tmp_path / "lone.txt"
    lone.write_text(
        "The Otter Valley Echo\n\nBrass band wins prize in Otterby\nBy Ulla Penn\n3 May 2031\n"
        "The Otterby brass band has won the county prize for the first time in nine years, its leader said on Friday.\n"
        "“We played as if the roof were listening,” Gus Tellin said after the concert in the village hall.\n"
    )
    record.add([str(lone)])
    assert told.count("articles") == 1
    assert told.count("readings") == 1
    assert told.count("statements") <= 1


def test_a_page_given_again_with_other_words_is_a_second_version(pile: Path, tmp_path: Path) -> None:
    record = built(tmp_path / "r.db", [pile / "08-pump-weekly.txt"], pile)
    later = tmp_path / "08-pump-weekly.txt"
    later.write_text((pile / later.name).read_text().replace("£84 million", "£94 million"))
    record.add([str(later)])
    assert [page.uri for page in record.pages()] == [later.name] * 2
    assert len(record.articles()) == 2


def test_the_same_page_given_twice_is_one_page(pile: Path, tmp_path: Path) -> None:
    record = built(tmp_path / "r.db", [pile / "08-pump-weekly.txt"], pile)
    record.add([str(pile / "08-pump-weekly.txt")])
    assert len(record.pages()) == 1


def test_a_page_that_cannot_be_read_is_kept_with_its_reason(pile: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.txt"
    bad.write_bytes(b"")
    record = Record.create(tmp_path / "r.db")
    given = record.add([str(bad), str(pile / "08-pump-weekly.txt")])
    aside = [page for page in given if page.outcome == "set-aside"]
    assert [page.uri for page in aside] == ["bad.txt"]
    assert "empty" in (aside[0].reason or "")
    assert len(record.articles()) == 1


def test_nothing_to_read_is_refused_and_writes_nothing(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    record = Record.create(tmp_path / "r.db")
    with pytest.raises(NothingRead, match="give files or folders"):
        record.add([str(tmp_path / "empty")])
    assert record.pages() == []


KILLED = """
import os, signal, sys
from onrecord.record import Record

def progress(stage, _):
    if stage == "statements":
        os.kill(os.getpid(), signal.SIGKILL)

Record.open(sys.argv[1], progress=progress).add([sys.argv[2]], replace=True)
"""


def test_a_build_killed_in_mid_write_leaves_the_record_as_before(
    pile: Path, tmp_path: Path, exported: Exported
) -> None:
    record = built(tmp_path / "r.db", [pile / "08-pump-weekly.txt"], pile)
    before = exported(record)
    record.close()
    done = subprocess.run([sys.executable, "-c", KILLED, str(tmp_path / "r.db"), str(pile)], check=False)
    assert done.returncode == -signal.SIGKILL
    assert exported(Record.open(tmp_path / "r.db")) == before


def test_an_unknown_page_is_not_taken_out(pile: Path, tmp_path: Path) -> None:
    record = built(tmp_path / "r.db", [pile / "08-pump-weekly.txt"], pile)
    with pytest.raises(NoSuchRow, match=r"it has no nowhere\.txt"):
        record.remove(["08-pump-weekly.txt", "nowhere.txt"])
    assert len(record.pages()) == 1


def test_statements_are_asked_for_by_speaker_and_by_whom_they_are_about(sample: Record) -> None:
    said = sample.statements(speaker="Tomas Reyle")
    names = {actor.id: actor.name for actor in sample.actors()}
    assert said
    assert {names[s.speaker.actor or ""] for s in said if s.speaker} == {"Tomas Reyle"}
    about = sample.statements(about="Odile Farrant")
    assert about
    assert len(about) < len(sample.statements())


def test_the_silences_are_those_who_did_not_say_yes(sample: Record) -> None:
    acts = {statement.act for statement in sample.silences()}
    assert {"denies", "declines", "no_response"} <= acts <= {"denies", "declines", "no_response", "evades"}


def test_rows_become_dictionaries_as_exported(sample: Record) -> None:
    first = sample.statements().to_dicts()[0]
    assert first["kind"] == "statement"
    assert first == json.loads(msgspec.json.encode(sample.statements()[0]))


def test_the_package_builds_and_opens_a_record(pile: Path, tmp_path: Path) -> None:
    onrecord.build([pile / "08-pump-weekly.txt"], tmp_path / "r.db").close()
    record = onrecord.open(tmp_path / "r.db")
    assert [type(row) for row in record.articles()] == [Article]
    assert all(isinstance(row, Statement) and record.why(row).sentence for row in record.statements())


def test_building_again_keeps_corrections_and_replaces_the_rest(pile: Path, tmp_path: Path) -> None:
    record = built(tmp_path / "r.db", [pile / "08-pump-weekly.txt"], pile)
    gone = record.statements()[0]
    record.correct(Wish("reject", gone.id, by="a tester", reason="not said"), at="2031-01-01")
    record.add([str(pile / "08-pump-weekly.txt"), str(pile / "07-contrarian-mill.txt")], root=pile, replace=True)
    assert gone.id not in {statement.id for statement in record.statements()}
    assert [correction.state for correction in record.corrections()] == ["applied"]
    record.add([str(pile / "07-contrarian-mill.txt")], root=pile, replace=True)
    assert [correction.state for correction in record.corrections()] == ["orphaned"]


def test_a_record_of_an_older_format_is_woven_anew_when_it_is_written_to(
    pile: Path, tmp_path: Path, exported: Exported
) -> None:
    record = built(tmp_path / "r.db", [pile / "08-pump-weekly.txt", pile / "07-contrarian-mill.txt"], pile)
    before = exported(record)
    record.close()
    with sqlite3.connect(tmp_path / "r.db") as older:
        older.execute(f"PRAGMA user_version = {FORMAT - 1}")
    older.close()
    record = Record.open(tmp_path / "r.db")
    record.add([str(pile / "08-pump-weekly.txt")], root=pile)
    assert exported(record) == before
    assert len(record.pages()) == 2
