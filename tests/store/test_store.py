"""The record file: one transaction or nothing, rows come back as they went in, foreign files stay untouched."""

from __future__ import annotations

import sqlite3
import zlib
from pathlib import Path

import pytest

from onrecord.errors import NewerRecord, NoRoom, NoSuchRecord, NotARecord, RecordBusy
from onrecord.nouns import Article, Claim, Source, Stand, When
from onrecord.store import Label, Store, state_of
from onrecord.store.tables import APPLICATION

KINDS = ("article", "claim")
DAY = When(from_="2031-02-03", to=None, precision="since", edtf="2031-02-03/..", text="since Monday", basis="counted")


def article(number: int, text: str = "A bridge opens\nThe mayor cut a ribbon.") -> Article:
    return Article(
        id=f"article-{number:04}", page="page-1", place=number, url=None, headline="A bridge opens", byline=None,
        outlet="The Fen Post", agency=None, language="en", published=DAY, updated=None, text=text,
        places=((None, None), (3, 9)), regions=("headline", "body"), complete=False,
    )  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store.create(tmp_path / "record.db", patience=0.1)


def test_a_row_comes_back_as_it_went_in(store: Store) -> None:
    claim = Claim(
        id="claim-1", text="x", statements=(Stand(id="statement-1", stance="denies", meets="before"),), articles=2,
        outlets=1, origins=("origin-1",), origins_from=1, origins_to=2, variants=(), cycles=(("a", "b"),),
        disputed=True, confidence=0.5,
    )  # fmt: skip
    with store.writing():
        store.revise(KINDS, 1, [article(1), claim])
    assert store.row("article-0001") == article(1)
    assert list(store.rows("claim")) == [claim]


def test_rows_come_in_the_order_of_their_ids(store: Store) -> None:
    with store.writing():
        store.revise(KINDS, 1, [article(3), article(1), article(2)])
    assert [row.id for row in store.rows("article")] == ["article-0001", "article-0002", "article-0003"]


def test_lifting_a_part_takes_up_its_rows_alone(store: Store) -> None:
    with store.writing():
        store.revise(KINDS, 1, [article(1)])
        store.revise(KINDS, 2, [article(2)])
        store.revise(KINDS, 1, [])
    assert [row.id for row in store.rows("article")] == ["article-0002"]


def test_a_broken_transaction_leaves_everything_as_before(store: Store) -> None:
    with store.writing():
        store.revise(KINDS, 1, [article(1)])
    with pytest.raises(sqlite3.OperationalError), store.writing():  # noqa: PT012  it breaks in the middle
        store.revise(KINDS, 1, [])
        store._sql.execute("SELECT * FROM nowhere")
    assert store.count("article") == 1


def test_a_full_disk_leaves_everything_as_before(store: Store) -> None:
    with store.writing():
        store.revise(KINDS, 1, [article(1)])
    pages = store._sql.execute("PRAGMA page_count").fetchone()[0]
    store._sql.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(NoRoom, match="make room"), store.writing():  # noqa: PT012  it breaks in the middle
        for number in range(2, 500):
            store.revise(KINDS, number, [article(number, "A bridge opens\n" + "many words " * 50)])
    assert [row.id for row in store.rows("article")] == ["article-0001"]


def test_search_follows_a_row_that_changes(store: Store) -> None:
    with store.writing():
        store.revise(KINDS, 1, [article(1)])
        store.put(article(1, "A bridge opens\nThe deputy wept."), 1)
    assert store.search("ribbon", 9) == []
    assert [hit.id for hit in store.search("deputy", 9)] == ["article-0001"]


@pytest.mark.parametrize("words", ['"', "a OR", "NEAR(", "headline:mayor", "* -", "mayor' --) OR"])
def test_search_words_are_never_a_query_language(store: Store, words: str) -> None:
    with store.writing():
        store.revise(KINDS, 1, [article(1)])
    assert store.search(words, 9) == []


def test_a_second_writer_is_told_who_holds_the_record(store: Store) -> None:
    with store.writing():
        other = Store.open(store.path, patience=0.1)
        with pytest.raises(RecordBusy, match=r"held by process \d+"), other.writing():
            pass
        other.close()


def test_a_page_is_kept_byte_for_byte(store: Store) -> None:
    source = Source(uri="a.txt", data=b"\x00\xff caf\xe9", media_type=None, captured="2031-01-01", refused="binary")
    with store.writing():
        store.put_source("page-1", source)
    assert store.source("page-1") == source
    assert store.sources() == [("page-1", "a.txt")]


def test_a_page_given_again_has_its_first_capture_and_its_latest_tag_in_either_order(store: Store) -> None:
    given = [
        Source(uri="http://a/", data=b"x", media_type="text/html", captured="2031-01-02", etag='"2"'),
        Source(uri="http://a/", data=b"x", media_type="text/plain", captured="2031-01-01", etag='"1"'),
    ]
    with store.writing():
        for page, order in (("page-1", given), ("page-2", given[::-1])):
            for source in order:
                store.put_source(page, source)
    assert store.source("page-1") == store.source("page-2")
    kept = store.source("page-1")
    assert kept is not None
    assert (kept.media_type, kept.captured, kept.etag) == ("text/plain", "2031-01-01", '"2"')


def test_rows_that_are_as_they_should_be_are_not_written(store: Store) -> None:
    with store.writing():
        store.revise(KINDS, 1, [article(1), article(2)])
        before = store._sql.total_changes
        store.revise(KINDS, 1, [article(2), article(1)])
        assert store._sql.total_changes == before
        store.revise(KINDS, 2, [article(2)])
        store.revise(KINDS, 1, [article(1)])
    assert [store.part_of(article(number)) for number in (1, 2)] == [1, 2]


def test_a_result_is_kept_with_its_label(store: Store) -> None:
    label = Label(state_of(b"key"), state_of(b"data"), ("article-1",), "")
    with store.writing():
        store.shelf.keep("articles", 7, label, b"data")
        store.shelf.keep("readings", 7, label._replace(articles=(), fault="broke"), b"")
    assert store.shelf.label("articles", 7) == label
    assert (store.shelf.kept("articles", 7), store.shelf.kept("readings", 7)) == (b"data", b"")
    assert (store.shelf.label("articles", 8), store.shelf.kept("themes", 7), store.shelf.state("themes", 7)) == (
        None, None, ""
    )  # fmt: skip
    assert list(store.shelf.faults()) == [("readings", 7, "broke")]
    with store.writing():
        store.shelf.drop("articles", 7)
    assert store.shelf.label("articles", 7) is None


def test_numbers_looked_up_in_a_transaction_that_is_undone_are_forgotten(store: Store) -> None:
    with pytest.raises(ValueError, match="undone"), store.writing():  # noqa: PT012  it breaks in the middle
        store.numbers.of("page-1")
        raise ValueError("undone")
    with store.writing():
        store.numbers.of("page-2")
        assert store.numbers.id(store.numbers.of("page-1")) == "page-1"


OLDER = """
CREATE TABLE source (page TEXT PRIMARY KEY, uri TEXT NOT NULL, data BLOB NOT NULL) WITHOUT ROWID;
CREATE TABLE decision (number INTEGER PRIMARY KEY, data TEXT NOT NULL);
CREATE TABLE article (id TEXT PRIMARY KEY, part TEXT NOT NULL);
CREATE INDEX article_part ON article (part);
CREATE VIRTUAL TABLE article_fts USING fts5 (id, content="article");
CREATE TRIGGER article_ai AFTER INSERT ON article BEGIN SELECT 1; END;
INSERT INTO article VALUES ('article-1', 'p');
PRAGMA user_version = 1;
"""


def test_a_record_of_an_older_format_keeps_its_pages_when_it_is_renewed(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "old.db") as old:
        old.executescript(OLDER + f"PRAGMA application_id = {APPLICATION};")
        old.execute("INSERT INTO source VALUES ('page-1', 'a.txt', ?)", (zlib.compress(b"words"),))
    old.close()
    store = Store.open(tmp_path / "old.db")
    with store.writing():
        assert [store.renew(), store.renew()] == [True, False]
    assert store.source("page-1") == Source(uri="a.txt", data=b"words")
    assert (store.count("article"), store.decisions()) == (0, [])
    with store.writing():
        store.revise(KINDS, 1, [article(1)])
    assert [hit.id for hit in store.search("ribbon", 9)] == ["article-0001"]


def test_a_missing_record_is_named_with_the_remedy(tmp_path: Path) -> None:
    with pytest.raises(NoSuchRecord, match="make one with: onrecord build"):
        Store.open(tmp_path / "none.db")


def test_a_file_that_is_no_database_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "notes.db"
    path.write_bytes(b"my notes, not a record" * 100)
    with pytest.raises(NotARecord):
        Store.create(path)
    assert path.read_bytes() == b"my notes, not a record" * 100


def test_another_database_is_refused_untouched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    with sqlite3.connect(path) as other:
        other.execute("CREATE TABLE mine (x)")
    other.close()
    before = path.read_bytes()
    with pytest.raises(NotARecord, match="another database"):
        Store.create(path)
    assert path.read_bytes() == before


def test_a_record_of_a_newer_format_is_refused_untouched(store: Store) -> None:
    path = store.path
    store.close()
    with sqlite3.connect(path) as newer:
        newer.execute("PRAGMA user_version = 99")
    newer.close()
    before = path.read_bytes()
    with pytest.raises(NewerRecord, match="format 99"):
        Store.open(path)
    assert path.read_bytes() == before


def test_the_file_says_that_it_is_a_record(store: Store) -> None:
    with sqlite3.connect(store.path) as plain:
        assert plain.execute("PRAGMA application_id").fetchone()[0] == APPLICATION
    plain.close()


def test_the_search_table_is_declared_so_that_a_table_browser_finds_it(store: Store) -> None:
    with sqlite3.connect(store.path) as plain:
        made = plain.execute("SELECT sql FROM sqlite_master WHERE name = 'article_fts'").fetchone()[0]
    plain.close()
    assert 'content="article"' in made
