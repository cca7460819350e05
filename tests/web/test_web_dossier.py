"""The dossier as files."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from onrecord.nouns import Row
from onrecord.web import dossier
from onrecord.web.dossier import MANIFEST, write
from onrecord.web.shelf import Rows


class Reader(HTMLParser):
    """What a browser would make of a page: its elements, its ids, where it leads."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.names: set[str] = set()
        self.levels: list[int] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.names |= {name for name, _ in attrs}
        given = {name: value or "" for name, value in attrs}
        if "id" in given:
            self.ids.append(given["id"])
        self.links += [given[name] for name in ("href", "src", "action") if name in given]
        if re.fullmatch("h[1-6]", tag):
            self.levels.append(int(tag[1]))


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


def read(folder: Path) -> dict[Path, Reader]:
    return {path: Reader(path.read_text(encoding="utf8")) for path in sorted(folder.rglob("*.html"))}


def broken(folder: Path) -> list[str]:
    """Links that lead nowhere: to no file, or to no place of it."""
    pages = read(folder)
    out = []
    for path, page in pages.items():
        for link in page.links:
            parts = urlsplit(link)
            if parts.scheme:
                continue
            goal = (path.parent / unquote(parts.path)).resolve() if parts.path else path
            if not goal.is_file() or (parts.fragment and parts.fragment not in pages[goal].ids):
                out.append(f"{path.name}: {link}")
    return out


def test_index_stands_in_the_folder_and_the_rest_below(book: Rows, tmp_path: Path) -> None:
    assert write(book, tmp_path) == tmp_path / "index.html"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dossier", "index.html"]
    kinds = {path.name.split("-")[0] for path in (tmp_path / "dossier").glob("*-*.html")}
    assert kinds == {"article", "actor", "claim", "story", "copy"}


def test_every_link_leads_somewhere(book: Rows, tmp_path: Path) -> None:
    write(book, tmp_path)
    assert broken(tmp_path) == []


def test_the_sample_has_no_broken_link_and_no_id_twice(sample: Rows, tmp_path: Path) -> None:
    write(sample, tmp_path)
    assert broken(tmp_path) == []
    assert {path.name for path, page in read(tmp_path).items() if len(page.ids) != len(set(page.ids))} == set()


def test_no_page_asks_for_anything_outside(book: Rows, tmp_path: Path) -> None:
    write(book, tmp_path)
    outside = {link for page in read(tmp_path).values() for link in page.links if urlsplit(link).scheme}
    assert outside == {"https://example.org/a?b=1&c=2"}


def test_pages_hold_no_script_no_inline_style_and_their_policy(book: Rows, tmp_path: Path) -> None:
    write(book, tmp_path)
    for path, page in read(tmp_path).items():
        assert not {"script", "style", "iframe", "object", "embed", "base"} & set(page.tags), path.name
        assert not {name for name in page.names if name == "style" or name.startswith("on")}, path.name
        assert "default-src &#39;none&#39;; style-src &#39;self&#39;" in path.read_text(encoding="utf8")


def test_hostile_words_stay_words(hostile_book: Rows, tmp_path: Path) -> None:
    write(hostile_book, tmp_path)
    pages = read(tmp_path)
    assert len(pages) > 15
    assert broken(tmp_path) == []
    for path, page in pages.items():
        assert not {"script", "img"} & set(page.tags), path.name
        assert not {name for name in page.names if name.startswith("on") or not re.fullmatch(r"[a-zA-Z-]+", name)}, (
            path.name
        )
        assert not [link for link in page.links if urlsplit(link).scheme], path.name
        assert " 49 " not in path.read_text(encoding="utf8"), "a template in the page's words was carried out"


def test_hostile_words_are_shown_as_they_stand(hostile_book: Rows, tmp_path: Path) -> None:
    write(hostile_book, tmp_path)
    for name in ("who", "silences", "claims", "timeline", "people", "articles", "pages", "stories", "copies"):
        assert "&lt;script&gt;alert(1)&lt;/script&gt; {{ 7*7 }}" in (tmp_path / "dossier" / f"{name}.html").read_text(
            "utf8"
        )


def test_characters_that_hide_or_turn_words_around_are_shown_as_unknown(hostile_book: Rows, tmp_path: Path) -> None:
    write(hostile_book, tmp_path)
    written = "".join(path.read_text(encoding="utf8") for path in tmp_path.rglob("*.html"))
    assert not {"\u202e", "\x00", "\ud800"} & set(written)
    assert "onfocus=alert(1) \ufffd\ufffd\ufffd" in written


def test_headings_go_down_one_step_at_a_time(book: Rows, tmp_path: Path) -> None:
    write(book, tmp_path)
    for path, page in read(tmp_path).items():
        assert page.levels.count(1) == 1, path.name
        assert all(later - earlier <= 1 for earlier, later in zip(page.levels, page.levels[1:], strict=False)), (
            path.name
        )


def test_ids_stand_once_a_page(book: Rows, tmp_path: Path) -> None:
    write(book, tmp_path)
    for path, page in read(tmp_path).items():
        assert len(page.ids) == len(set(page.ids)), path.name


def test_the_same_record_gives_the_same_bytes_in_any_order(
    book: Rows, make_shuffled: Callable[[int], Rows], tmp_path: Path
) -> None:
    write(book, tmp_path / "a")
    write(make_shuffled(7), tmp_path / "b")
    write(book, tmp_path / "b")
    assert files(tmp_path / "a") == files(tmp_path / "b")


@pytest.fixture
def make_shuffled(book: Rows) -> Callable[[int], Rows]:
    """The small record whose members were put together in another order (rows still come sorted by id)."""

    class Shuffled:
        def __init__(self, seed: int) -> None:
            self.seed = seed

        def all(self, kind: str) -> Sequence[Row]:
            rows = list(book.all(kind))
            random.Random(self.seed).shuffle(rows)
            return sorted(rows, key=lambda row: row.id)

    return Shuffled


def test_an_older_dossier_goes_and_nothing_else(book: Rows, tmp_path: Path) -> None:
    write(book, tmp_path)
    (tmp_path / "record.db").write_bytes(b"record")
    (tmp_path / "dossier" / "notes.txt").write_text("mine")
    stale = tmp_path / "dossier" / "article-00.html"
    stale.write_text("stale")
    manifest = tmp_path / "dossier" / MANIFEST
    manifest.write_text(manifest.read_text() + "article-00.html\n")
    write(book, tmp_path)
    assert not stale.exists()
    assert (tmp_path / "record.db").read_bytes() == b"record"
    assert (tmp_path / "dossier" / "notes.txt").read_text() == "mine"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["dossier", "index.html", "record.db"]


def test_a_failure_leaves_the_older_dossier_whole(book: Rows, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(book, tmp_path)
    before = files(tmp_path)

    def fails(*_: object, **__: object) -> bytes:
        raise OSError("no space left")

    monkeypatch.setattr(dossier, "render", fails)
    with pytest.raises(OSError, match="no space left"):
        write(book, tmp_path)
    assert {name: content for name, content in files(tmp_path).items() if ".new" not in name} == before
    monkeypatch.undo()
    write(book, tmp_path)
    assert files(tmp_path) == before


def test_a_swap_cut_short_is_made_good(book: Rows, tmp_path: Path) -> None:
    write(book, tmp_path)
    before = files(tmp_path)
    (tmp_path / "dossier" / "notes.txt").write_text("mine")
    (tmp_path / "dossier").rename(tmp_path / ".dossier.old")
    write(book, tmp_path)
    assert files(tmp_path) == {**before, "dossier/notes.txt": b"mine"}
