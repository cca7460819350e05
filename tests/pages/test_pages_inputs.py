"""What the person names becomes sources."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from newsstand import WORDS, answer, newsstand

from onrecord.articles import cut
from onrecord.pages import fetching, inputs, read, rowfiles
from onrecord.pages.fetching import Limits
from onrecord.pages.inputs import InputError, gather


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "sub").mkdir()
    (tmp_path / ".git").mkdir()
    (tmp_path / "b.txt").write_text("Two.")
    (tmp_path / "a.html").write_text("<p>One.</p>")
    (tmp_path / "sub" / "rows.jsonl").write_text('{"text": "x"}\n\n{"text": "y"}\n')
    (tmp_path / "sub" / "photo.png").write_bytes(b"\x89PNG")
    (tmp_path / ".git" / "c.txt").write_text("hidden")
    return tmp_path


def uris(paths: list[str], root: Path | None = None) -> list[str]:
    return [source.uri for source in gather(paths, root=root)]


def test_folder_gives_its_files_sorted_and_relative_hidden_ones_left_out(folder: Path) -> None:
    assert uris([str(folder)]) == ["a.html", "b.txt", "sub/photo.png", "sub/rows.jsonl#1", "sub/rows.jsonl#3"]


def test_other_kinds_of_file_are_refused_by_name(folder: Path) -> None:
    source = next(source for source in gather([str(folder)]) if source.uri.endswith("png"))
    assert source.refused is not None
    assert ".png" in source.refused


def test_single_file_has_its_name_or_its_place_below_the_root(folder: Path) -> None:
    file = str(folder / "sub" / "rows.jsonl")
    assert uris([file])[0] == "rows.jsonl#1"
    assert uris([file], folder)[0] == "sub/rows.jsonl#1"


def test_glob_is_relative_to_its_fixed_part(folder: Path) -> None:
    assert uris([f"{folder}/**/*.jsonl"]) == ["sub/rows.jsonl#1", "sub/rows.jsonl#3"]


def test_missing_path_is_an_error_with_rule_value_and_remedy() -> None:
    with pytest.raises(InputError, match=r"must exist; 'no/such' does not: check"):
        uris(["no/such"])


def test_web_addresses_of_other_schemes_are_wrong_calls() -> None:
    with pytest.raises(InputError, match=r"must be http or https; 'ftp://gazette.example/a' is neither"):
        uris(["ftp://gazette.example/a"])


def test_what_a_browser_saved_beside_a_page_is_left_out(tmp_path: Path) -> None:
    for name in ("mill.html", "mill_files/advert.html", "mill_files/deep/a.html", "lock_files/b.html", "tarn.htm",
                 "tarn-Dateien/c.html"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<p>Words.</p>")
    assert uris([str(tmp_path)]) == ["lock_files/b.html", "mill.html", "tarn.htm"]
    assert uris([str(tmp_path / "mill_files")]) == ["advert.html", "deep/a.html"]


def test_pictures_and_styles_beside_a_page_are_parts_of_it_whatever_the_page_is_called(tmp_path: Path) -> None:
    for name in ("mill.html", "weir_files/a.css", "weir_files/logo.png", "assets/img/b.png", "assets/c.js",
                 "assets/d.html", "photos/e.png", "deep/f.css"):  # fmt: skip
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("<p>Words.</p>")
    assert uris([str(tmp_path)]) == ["assets/d.html", "mill.html", "photos/e.png"]
    assert uris([str(tmp_path / "deep")]) == ["f.css"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.HTM", "text/html"), ("a.xhtml", "text/html"), ("a.mhtml", "multipart/related"),
        ("a.mht", "multipart/related"), ("a.eml", "message/rfc822"),
    ],
)  # fmt: skip
def test_kinds_are_told_by_their_endings(tmp_path: Path, name: str, kind: str) -> None:
    (tmp_path / name).write_bytes(b"Words.")
    assert next(gather([str(tmp_path)])).media_type == kind


@pytest.mark.parametrize("name", ["pile.zip", "pile.tar", "pile.csv.gz"])
def test_packed_files_are_set_aside_with_the_remedy(tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(b"PK\x03\x04")
    assert (next(gather([str(tmp_path / name)])).refused or "").endswith(": unpack it, and give the folder")


FEED = '<?xml version="1.0"?><rss><channel><item><link>URL/a</link></item></channel></rss>'
LIST = "URL/a\n\n  URL/b\n"


@pytest.mark.parametrize(
    ("name", "text", "asked"),
    [("a.txt", LIST, ["/a", "/b"]), ("a.urls", LIST, ["/a", "/b"]), ("a.xml", FEED, ["/a"]), ("a.rss", FEED, ["/a"])],
    ids=["txt", "urls", "xml", "rss"],
)
def test_a_list_of_addresses_or_a_feed_is_followed_where_it_is_named_and_not_in_a_folder(
    tmp_path: Path, name: str, text: str, asked: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetching, "LIMITS", Limits(pause=0.0))
    with newsstand() as stand:
        stand.paths |= {path: answer(WORDS) for path in ("/a", "/b")}
        (tmp_path / name).write_text(text.replace("URL", stand.url))
        (source,) = gather([str(tmp_path)], hosts=frozenset({"127.0.0.1"}))
        assert stand.asked == []
        assert "by itself to have" in (source.refused or "")
        found = list(gather([str(tmp_path / name)], hosts=frozenset({"127.0.0.1"})))
        assert [(s.uri, s.data) for s in found] == [(stand.url + path, WORDS) for path in asked]


TOLD = (
    "The Orme dam will be raised by a metre, its keeper, Paula Quist, told the county board on Thursday evening. "
    "She said that the work would take two summers and that nobody below it would have to move in that time."
)
FULL = f"""<rss xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Orme Radio</title><item><title>Dam to be raised</title><link>https://orme.example/n/1</link>
<dc:creator>Tom Lund</dc:creator><pubDate>Fri, 14 Mar 2031 08:10:00 GMT</pubDate>
<content:encoded><![CDATA[<p>{TOLD}</p>]]></content:encoded></item>
<item><title>Ferry</title><link>https://orme.example/n/2</link><description>{TOLD}</description></item>
<item><title>Mill</title><content:encoded>{TOLD[:-1]} ...</content:encoded></item></channel></rss>"""


def test_entries_of_a_feed_s_file_that_carry_their_text_are_pages_and_teasers_are_set_aside(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(FULL)
    found = list(gather([str(tmp_path)]))
    assert [source.uri for source in found] == ["feed.xml#1", "feed.xml#2", "feed.xml#3"]
    page, document = read(found[0])
    assert (page.outcome, document is not None) == ("read", True)
    ((article,), _, _) = cut(document or pytest.fail("no document"))
    assert (article.url, article.headline, article.outlet) == (
        "https://orme.example/n/1", "Dam to be raised", "Orme Radio",
    )  # fmt: skip
    assert article.published is not None
    assert (article.byline, article.published.from_) == ("Tom Lund", "2031-03-14T08:10+00:00")
    reasons = [read(source)[0].reason or "" for source in found[1:]]
    assert all("carries a teaser and not its text" in reason for reason in reasons)
    assert ["fetched" in reason for reason in reasons] == [True, False]


def test_addresses_on_standard_input_are_followed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "LIMITS", Limits(pause=0.0))
    with newsstand() as stand:
        stand.paths["/a"] = answer(WORDS)
        given = io.BytesIO(f"{stand.url}/a\n{stand.url}/b\n".encode())
        found = list(gather(["-"], stdin=given, hosts=frozenset({"127.0.0.1"})))
    assert [bool(source.refused) for source in found] == [False, True]


def test_text_that_only_holds_addresses_among_words_is_a_page(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("https://gazette.example/a\nThe mill is shut.\n")
    assert next(gather([str(tmp_path / "a.txt")])).refused is None


def test_standard_input_is_one_page_or_rows() -> None:
    page = list(gather(["-"], stdin=io.BytesIO(b"<html>\n<p>One.</p>")))
    rows = list(gather(["-"], stdin=io.BytesIO(b'{"text": "x"}\n{"text": "y"}\n')))
    assert [source.uri for source in page] == ["stdin"]
    assert page[0].data == b"<html>\n<p>One.</p>"
    assert [source.uri for source in rows] == ["stdin.jsonl#1", "stdin.jsonl#2"]


def test_capture_is_passed_on(folder: Path) -> None:
    assert {source.captured for source in gather([str(folder)], captured="2024-05-03")} == {"2024-05-03"}


def test_huge_file_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(inputs, "MAX_BYTES", 3)
    source = next(gather([str(folder / "b.txt")]))
    assert source.data == b""
    assert source.refused is not None
    assert "split it" in source.refused


def test_huge_row_is_refused_and_the_next_one_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(rowfiles, "MAX_ROW", 20)
    (tmp_path / "a.jsonl").write_text('{"text": "' + "x" * 50 + '"}\n{"text": "y"}\n')
    first, second = gather([str(tmp_path / "a.jsonl")])
    assert first.refused is not None
    assert (second.uri, second.data) == ("a.jsonl#2", b'{"text": "y"}')
