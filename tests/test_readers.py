"""A record is read with the reader that was asked for, keeps which one that was, and reads on with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

import pytest

import onrecord
from onrecord import readers
from onrecord.engines.local import Local
from onrecord.errors import NoSuchReader
from onrecord.nouns import Article, Reading
from onrecord.readings import BUNDLED, Composed
from onrecord.readings.doubles import Line, ListedAttributions, ListedNames, ListedRegards
from onrecord.record import Record

TEXT = "\n\n".join(
    [
        "Orla Fenn has words with Brekke",
        "Orla Fenn of the Ardent yard has words with Brekke over the leak. Orla Fenn murmured thus that the leak was "
        "old news to all who work at the yard, and that nothing of it had been hidden from the crews or the town.",
        '"The yard is safe," said Brekke on Monday, when the gates were opened again to all of its crews.',
    ]
)
LISTED = Composed(
    names=ListedNames({"Orla Fenn": "person", "Brekke": "person"}),
    attributions=ListedAttributions([Line("Orla Fenn", "murmured", "the leak was old news to all")]),
    regards=ListedRegards({("Orla Fenn", "Brekke"): "-"}),
)


class Here:
    """A reader that cannot be sent to another process, and counts what it reads."""

    name = "here-1"

    def __init__(self) -> None:
        self.count = 0
        self.unsendable = lambda: None

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        self.count += len(articles)
        return BUNDLED.read(articles)


class Broken(Here):
    """A reader that gives an answer only when `mended`."""

    mended = False

    def read(self, articles: Sequence[Article]) -> list[Reading]:
        if not self.mended:
            raise onrecord.OnrecordError("the endpoint must answer; it did not: wait")
        return super().read(articles)


@pytest.fixture
def page(tmp_path: Path) -> Path:
    (tmp_path / "page.txt").write_text(TEXT, encoding="utf8")
    return tmp_path / "page.txt"


@pytest.fixture
def other(tmp_path: Path) -> Path:
    (tmp_path / "other.txt").write_text(TEXT.replace("Brekke", "Tarn"), encoding="utf8")
    return tmp_path / "other.txt"


def test_rules_and_network_read_where_no_reader_is_asked_for(page: Path, tmp_path: Path) -> None:
    record = onrecord.build([page], tmp_path / "r.db")
    assert record.reader == record.runtime()["reader"] == readers.pick(readers.BOTH).name


def test_the_rules_read_alone_where_they_are_asked_to(page: Path, tmp_path: Path) -> None:
    assert onrecord.build([page], tmp_path / "r.db", reader="rules").reader == BUNDLED.name


def test_what_a_given_reader_saw_becomes_the_record(page: Path, tmp_path: Path) -> None:
    record = onrecord.build([page], tmp_path / "r.db", reader=LISTED)
    assert [(said.speaker and said.speaker.text, said.text) for said in record.statements()] == [
        ("Orla Fenn", "the leak was old news to all")
    ]
    assert {tie.type for tie in record.ties()} == {"criticises"}
    assert record.runtime()["reader"] == LISTED.name


def test_a_reader_is_picked_by_module_and_attribute_and_kept(page: Path, other: Path, tmp_path: Path) -> None:
    onrecord.build([page], tmp_path / "r.db", reader="test_readers:LISTED").close()
    record = onrecord.open(tmp_path / "r.db")
    assert record.reader == LISTED.name
    record.add([str(other)])
    assert len(record.statements()) == 2


def test_a_class_of_readers_is_made() -> None:
    assert isinstance(readers.pick("test_readers:Here"), Here)


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("oracle", "a reader is rules, both, llm, or module:attribute, not 'oracle'"),
        ("no_such_module:reader", "needs a module 'no_such_module'"),
        ("test_readers:nothing", "with 'nothing'"),
        ("test_readers:TEXT", "a reader has a name"),
        (":x", "needs a module ''"),
    ],
)
def test_a_name_that_means_no_reader_is_an_error_and_makes_no_record(
    name: str, rule: str, page: Path, tmp_path: Path
) -> None:
    with pytest.raises(NoSuchReader, match=rule):
        onrecord.build([page], tmp_path / "r.db", reader=name)
    assert not (tmp_path / "r.db").exists()


def test_nothing_is_read_twice_by_one_reader(page: Path, tmp_path: Path) -> None:
    reader = Here()
    onrecord.build([page], tmp_path / "r.db", reader=reader)
    onrecord.build([page], tmp_path / "r.db", reader=reader)
    assert reader.count == 1


def test_another_reader_reads_everything_again(page: Path, tmp_path: Path) -> None:
    onrecord.build([page], tmp_path / "r.db").close()
    reader = Here()
    record = onrecord.open(tmp_path / "r.db", reader=reader)
    record.add([str(page)])
    assert reader.count == 1
    assert record.runtime()["reader"] == "here-1"


def test_a_record_read_by_an_object_asks_for_it_before_it_reads_on(page: Path, other: Path, tmp_path: Path) -> None:
    onrecord.build([page], tmp_path / "r.db", reader=Here()).close()
    with pytest.raises(NoSuchReader, match="must be read by here-1, as this record was: give the reader itself again"):
        onrecord.open(tmp_path / "r.db").add([str(other)])
    assert [row.uri for row in onrecord.open(tmp_path / "r.db").pages()] == ["page.txt"]


def test_pages_are_taken_out_without_the_reader(page: Path, other: Path, tmp_path: Path) -> None:
    onrecord.build([page, other], tmp_path / "r.db", reader=Here()).close()
    record = onrecord.open(tmp_path / "r.db")
    record.remove(["other.txt"])
    assert len(record.articles()) == 1
    assert record.statements()


def test_a_reader_that_cannot_be_sent_reads_beside_several_workers(pile: Path, tmp_path: Path) -> None:
    reader = Here()
    with Local(2) as engine:
        record = Record.create(tmp_path / "r.db", engine=engine, reader=reader)
        record.add([str(pile)])
    assert reader.count == len(record.articles()) > 12


def test_several_workers_read_as_one(pile: Path, tmp_path: Path, exported: Callable[[Record], bytes]) -> None:
    with Local(2) as engine:
        spread = Record.create(tmp_path / "two.db", engine=engine, reader=LISTED)
        spread.add([str(pile)])
    alone = onrecord.build([pile], tmp_path / "one.db", reader=LISTED)
    assert exported(spread) == exported(alone)


def test_what_a_reader_could_not_read_is_told_and_tried_again(page: Path, tmp_path: Path) -> None:
    reader = Broken()
    record = onrecord.build([page], tmp_path / "r.db", reader=reader)
    assert record.statements() == []
    assert [fault.partition(": ")[2] for fault in record.faults()] == ["the endpoint must answer; it did not: wait"]
    reader.mended = True
    record.add([str(page)])
    assert record.faults() == []
    assert record.statements()


def test_a_wrong_call_ends_the_build_and_leaves_the_file_as_it_was(page: Path, tmp_path: Path) -> None:
    class Closed(Here):
        def read(self, articles: Sequence[Article]) -> NoReturn:
            raise NoSuchReader(f"a key is needed for {len(articles)}")

    record = Record.create(tmp_path / "r.db", reader=Closed())
    with pytest.raises(NoSuchReader, match="a key is needed"):
        record.add([str(page)])
    assert record.pages() == []
