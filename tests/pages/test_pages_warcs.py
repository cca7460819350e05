"""Archives of crawls become pages; damage is told, and costs nothing that stands before it."""

from __future__ import annotations

import gzip
import zipfile
from pathlib import Path

import pytest
from crawls import DATE, page, record, zipped
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from onrecord.nouns import Source
from onrecord.pages import read, warcs
from onrecord.pages.inputs import gather

PLACES = ["wexby", "aldmoor", "tarn", "ferry"]
RECORDS = [record(f"https://gazette.example/{place}", page(place)) for place in PLACES]


def sources(folder: Path, data: bytes, name: str = "crawl.warc") -> list[Source]:
    (folder / name).write_bytes(data)
    return list(gather([str(folder / name)], captured="2020-01-01"))


def split(found: list[Source]) -> tuple[list[str], list[str]]:
    """The places read, and the reasons of what was set aside."""
    return [s.uri.rpartition("/")[2] for s in found if not s.refused], [s.refused for s in found if s.refused]


@pytest.mark.parametrize(
    "data", [b"".join(RECORDS), zipped(*RECORDS), gzip.compress(b"".join(RECORDS))], ids=["plain", "members", "one"]
)
def test_each_response_is_a_page_at_its_address_and_time(tmp_path: Path, data: bytes) -> None:
    found = sources(tmp_path, data)
    assert split(found) == (PLACES, [])
    assert found[0] == Source(
        uri="https://gazette.example/wexby", data=page("wexby"), media_type="text/html; charset=utf-8",
        captured="2024-05-03T10:20:30+00:00",
    )  # fmt: skip


def test_a_record_without_a_date_takes_the_given_capture(tmp_path: Path) -> None:
    assert sources(tmp_path, record("https://gazette.example/a", page("a"), date="soon"))[0].captured == "2020-01-01"


def test_what_is_no_page_is_skipped(tmp_path: Path) -> None:
    skipped = [
        record("https://gazette.example/a", b"", kind="request"),
        record("https://gazette.example/b", b"", kind="revisit"),
        record("https://gazette.example/c", b"k: v", kind="metadata"),
        record("https://gazette.example/d.png", b"\x89PNG", media_type="image/png"),
        record("https://gazette.example/e.css", b"p {}", media_type="text/css"),
        record("https://gazette.example/robots.txt", b"User-agent: *", media_type="text/plain"),
        record("https://gazette.example/old", b"moved", status="301 Moved Permanently"),
        record("dns:gazette.example", b"1.2.3.4", kind="resource", media_type="text/dns"),
    ]
    assert split(sources(tmp_path, zipped(*skipped, RECORDS[0]))) == (["wexby"], [])


def test_resources_are_pages_too(tmp_path: Path) -> None:
    found = sources(tmp_path, record("https://gazette.example/tarn", page("tarn"), kind="resource"))
    assert (split(found), found[0].data) == ((["tarn"], []), page("tarn"))


def test_a_pdf_in_an_archive_is_a_page(tmp_path: Path) -> None:
    (source,) = sources(tmp_path, record("https://gazette.example/r", b"%PDF-1.4", media_type="application/pdf"))
    assert (source.uri, source.data, source.media_type) == (
        "https://gazette.example/r", b"%PDF-1.4", "application/pdf"
    )  # fmt: skip


def test_a_conversion_is_a_page_where_what_it_was_made_from_is_not_there(tmp_path: Path) -> None:
    texts = [
        record(f"https://gazette.example/{place}", b"The mill.", kind="conversion", media_type="text/plain")
        for place in ("wexby", "tarn")
    ]
    found = sources(tmp_path, zipped(RECORDS[0], *texts))
    assert [(source.uri.rpartition("/")[2], source.media_type) for source in found] == [
        ("wexby", "text/html; charset=utf-8"),
        ("tarn", "text/plain"),
    ]


def test_an_error_page_is_set_aside_with_its_status(tmp_path: Path) -> None:
    _, (reason,) = split(sources(tmp_path, record("https://gazette.example/x", b"<p>No.</p>", status="404 Not Found")))
    assert reason.startswith("https://gazette.example/x was answered with 404")


def test_payloads_are_unpacked(tmp_path: Path) -> None:
    chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(page("a")), page("a"))
    data = record("https://gazette.example/a", chunked, headers="Transfer-Encoding: chunked\r\n")
    data += record("https://gazette.example/b", gzip.compress(page("b")), headers="Content-Encoding: gzip\r\n")
    assert [source.data for source in sources(tmp_path, data)] == [page("a"), page("b")]


def test_a_bomb_in_a_record_is_set_aside_and_the_next_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warcs, "MAX_BYTES", 50_000)
    bomb = record("https://gazette.example/b", gzip.compress(b"\0" * 9_000_000), headers="Content-Encoding: gzip\r\n")
    large = record("https://gazette.example/l", b"x" * 60_000)
    read, reasons = split(sources(tmp_path, zipped(bomb, large, RECORDS[1])))
    assert read == ["aldmoor"]
    assert "unpacks to more than 50,000 bytes" in reasons[0]
    assert "60,000 bytes, more than the 50,000" in reasons[1]


def test_a_file_cut_off_anywhere_gives_what_stands_before_the_cut_and_tells_the_rest(tmp_path: Path) -> None:
    whole = zipped(*RECORDS)
    ends = [len(zipped(*RECORDS[:n])) for n in range(len(RECORDS) + 1)]
    for cut in sorted({*range(1, len(whole), 7), *ends[1:], *(end + 1 for end in ends[:-1]), len(whole) - 1}):
        places, reasons = split(sources(tmp_path, whole[:cut]))
        before = sum(end <= cut for end in ends) - 1
        assert places[:before] == PLACES[:before]
        assert len(reasons) == (cut not in ends), cut


def test_a_plain_file_cut_off_in_a_record_tells_so(tmp_path: Path) -> None:
    whole = b"".join(RECORDS)
    first = len(RECORDS[0])
    for cut in range(first + 1, first + len(RECORDS[1]) - 4, 9):
        places, (reason,) = split(sources(tmp_path, whole[:cut]))
        assert places == ["wexby"], cut
        assert "records read whole: 1; it begins after byte 0" in reason


def test_a_damaged_member_ends_the_reading_there(tmp_path: Path) -> None:
    data = bytearray(zipped(*RECORDS))
    at = len(zipped(*RECORDS[:2]))
    data[at + 40 : at + 60] = b"\xff" * 20
    places, (reason,) = split(sources(tmp_path, bytes(data), "crawl.warc.gz"))
    assert places == PLACES[:2]
    assert reason.startswith("crawl.warc.gz is damaged (records read whole: 2; it begins after byte ")


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(at=st.integers(0, 1000), noise=st.binary(min_size=1, max_size=12), packed=st.booleans())
def test_any_damage_leaves_what_stands_before_it(tmp_path: Path, at: int, noise: bytes, packed: bool) -> None:
    parts = [zipped(each) if packed else each for each in RECORDS]
    data = bytearray(b"".join(parts))
    at = at % len(data)
    data[at : at + len(noise)] = noise
    before = sum(sum(map(len, parts[: n + 1])) <= at for n in range(len(parts)))
    assert split(sources(tmp_path, bytes(data)))[0][:before] == PLACES[:before]


def test_a_file_that_is_no_warc_is_set_aside(tmp_path: Path) -> None:
    assert "is damaged (records read whole: 0" in split(sources(tmp_path, b"Some words.\n" * 20))[1][0]
    assert "holds no WARC record" in split(sources(tmp_path, b""))[1][0]


def test_wacz_gives_the_pages_of_its_archives(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "crawl.wacz", "w") as bundle:
        bundle.writestr("archive/b.warc.gz", zipped(*RECORDS[2:]))
        bundle.writestr("archive/a.warc.gz", zipped(*RECORDS[:2])[:-9])
        bundle.writestr("pages/pages.jsonl", "{}")
    places, (reason,) = split(list(gather([str(tmp_path / "crawl.wacz")])))
    assert places == ["wexby", "aldmoor", "tarn", "ferry"]
    assert reason.startswith("crawl.wacz#archive/a.warc.gz is damaged")


def wacz(folder: Path, lists: dict[str, str], *records: bytes) -> list[Source]:
    with zipfile.ZipFile(folder / "crawl.wacz", "w") as bundle:
        bundle.writestr("archive/a.warc.gz", zipped(*records))
        for name, lines in lists.items():
            bundle.writestr(name, lines)
    return list(gather([str(folder / "crawl.wacz")]))


def test_wacz_gives_the_pages_that_its_lists_name_and_what_those_lead_to(tmp_path: Path) -> None:
    moved = record("https://gazette.example/old", b"", status="301 Moved", headers="Location: /aldmoor\r\n")
    lists = {
        "pages/pages.jsonl": '{"format": "json-pages-1.0"}\n{"url": "HTTPS://gazette.example/wexby#top"}\nnoise\n'
        '{"url": "https://gazette.example/old"}\n',
        "pages/extraPages.jsonl": '{"url": "https://gazette.example/lost"}\n',
    }
    places, reasons = split(wacz(tmp_path, lists, moved, *RECORDS))
    assert places == ["wexby", "aldmoor"]
    assert reasons == [
        "https://gazette.example/lost stands in the list of pages of crawl.wacz, and in none of its archives: "
        "archive it again"
    ]


@pytest.mark.parametrize("lines", ["", "{}", "[" * 100_000, '{"url": 7}', '{"url": "mailto:a@b"}', "\udcff"])
def test_wacz_with_a_list_of_nothing_gives_all_its_pages(tmp_path: Path, lines: str) -> None:
    lists = {"pages/pages.jsonl": lines.encode("utf8", "surrogateescape").decode("latin-1")}
    assert split(wacz(tmp_path, lists, *RECORDS)) == (PLACES, [])


def test_bombs_in_archives_end_their_reading_and_cost_nothing_before_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(warcs, "FLOOR", 1_000_000)
    zeros = b"\0" * 40_000_000
    picture = record("https://gazette.example/b.png", zeros, media_type="image/png")
    lying = RECORDS[1].replace(b"\r\n\r\n", b"\r\n\r\n" + zeros, 1)
    for bomb in (picture, lying):
        places, (reason,) = split(sources(tmp_path, zipped(RECORDS[0], bomb, RECORDS[2]), "crawl.warc.gz"))
        assert places[0] == "wexby"
        assert "is damaged" in reason
    with zipfile.ZipFile(tmp_path / "crawl.wacz", "w", zipfile.ZIP_DEFLATED) as bundle:
        bundle.writestr("archive/a.warc", RECORDS[0] + picture + RECORDS[2])
    places, (reason,) = split(list(gather([str(tmp_path / "crawl.wacz")])))
    assert (places, "unpacks to more than 300 times its size" in reason) == (["wexby"], True)


def test_wacz_that_is_cut_off_or_holds_no_archive_is_set_aside(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "crawl.wacz", "w") as bundle:
        bundle.writestr("pages/pages.jsonl", "{}")
    whole = (tmp_path / "crawl.wacz").read_bytes()
    assert "holds no WARC file below archive/" in split(sources(tmp_path, whole, "a.wacz"))[1][0]
    assert "is damaged as a zip file" in split(sources(tmp_path, whole[:-30], "a.wacz"))[1][0]


def test_an_archived_page_is_read_and_knows_its_address() -> None:
    source = Source(uri="https://gazette.example/a", data=page("a"), media_type="text/html", captured=DATE)
    found, document = read(source)
    assert document is not None
    assert (found.uri, found.captured, document.fields) == (source.uri, DATE, (("url", source.uri),))
