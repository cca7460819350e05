"""Bytes become a Page and its text, or are set aside with a reason."""

from __future__ import annotations

from onrecord.nouns import Source, digest
from onrecord.pages import MAX_BYTES, read


def text_of(data: bytes, uri: str = "a.txt", media_type: str | None = None) -> str:
    page, document = read(Source(uri=uri, data=data, media_type=media_type))
    assert page.outcome == "read", page.reason
    assert document is not None
    return document.text


def reason_of(data: bytes, uri: str = "a.txt", media_type: str | None = None) -> str:
    page, document = read(Source(uri=uri, data=data, media_type=media_type))
    assert document is None
    assert page.outcome == "set-aside"
    return page.reason or ""


def test_newlines_stay_as_served() -> None:
    assert text_of(b"one\r\ntwo\rthree\n") == "one\r\ntwo\rthree\n"


def test_page_id_comes_from_uri_and_bytes() -> None:
    page, _ = read(Source(uri="a.txt", data=b"Some words."))
    assert page.id == digest("page", "a.txt", page.sha256)
    assert page.bytes == 11


def test_byte_order_mark_is_no_part_of_the_text() -> None:
    assert text_of("\ufeffCafé".encode()) == "Café"


def test_utf16_is_read_with_and_without_its_mark() -> None:
    words = "The bridge at Wexby is closed."
    assert text_of(words.encode("utf-16")) == words
    assert text_of(words.encode("utf-16-le")) == words
    assert text_of(words.encode("utf-16-be")) == words


def test_windows_1252_is_read_where_utf8_fails() -> None:
    assert text_of("“Never,” he said – café".encode("cp1252")) == "“Never,” he said – café"


def test_stray_bytes_in_utf8_are_read_as_windows_1252() -> None:
    assert text_of("“Café,” naïve – déjà vu".encode() + b" \x93quoted\x94") == "“Café,” naïve – déjà vu “quoted”"


def test_declared_charset_is_used_for_bytes_that_are_not_utf8() -> None:
    page = '<html><head><meta charset="iso-8859-2"></head><body><p>Łódź</p></body></html>'
    assert "Łódź" in text_of(page.encode("iso-8859-2"), "a.html")


def test_valid_utf8_beats_a_wrong_declaration() -> None:
    page = '<html><head><meta charset="windows-1252"></head><body><p>Łódź</p></body></html>'
    assert "Łódź" in text_of(page.encode(), "a.html")


def test_html_is_told_by_its_markup_where_no_name_tells() -> None:
    page, _ = read(Source(uri="stdin", data=b"<!DOCTYPE html><html><body><p>Words</p></body></html>"))
    assert page.media_type == "text/html"


def test_a_stray_nul_is_replaced_and_the_page_read() -> None:
    assert text_of(b"word " * 100 + b"\x00") == "word " * 100 + "\ufffd"


def test_empty_page_is_set_aside() -> None:
    assert "is empty" in reason_of(b" \n ")


def test_many_control_characters_are_binary() -> None:
    page, document = read(Source(uri="a.txt", data=bytes(range(1, 256)) * 40))
    assert document is None
    assert "binary data" in (page.reason or "")


def test_binary_is_set_aside_by_name() -> None:
    assert "a PDF file" in reason_of(b"%PDF-1.7 ...")
    assert "NUL bytes" in reason_of(b"ab\x00\x01\x00\x02" * 50)


def test_too_large_a_page_is_set_aside() -> None:
    assert f"{MAX_BYTES:,}" in reason_of(b"a" * (MAX_BYTES + 1))


def test_refusal_of_the_giver_is_the_reason() -> None:
    page, document = read(Source(uri="x", data=b"words", refused="x is no page"))
    assert document is None
    assert page.reason == "x is no page"


def test_row_gives_its_text_and_its_other_strings_as_fields() -> None:
    row = b'{"maintext": "One.\\nTwo.", "title": "T", "authors": ["Ann Lee", "Bo Moe"], "n": 3, '
    row += b'"date_download": "2024-05-03"}'
    page, document = read(Source(uri="a.jsonl#1", data=row))
    assert document is not None
    assert document.text == "One.\nTwo."
    assert document.fields == (("authors", "Ann Lee; Bo Moe"), ("date_download", "2024-05-03"), ("title", "T"))
    assert (page.media_type, page.captured) == ("application/json", "2024-05-03")


def test_broken_row_and_row_without_text_are_set_aside() -> None:
    assert "not a JSON object" in reason_of(b'{"text": ', "a.jsonl#3")
    assert "has no text" in reason_of(b'{"title": "T"}', "a.jsonl#4")
    assert "not an object" in reason_of(b"[1]", "a.jsonl#5")


def test_capture_is_taken_from_a_saving_programs_comment() -> None:
    html = b"<!--\n Page saved\n saved date: Fri May 03 2024 10:20:00 GMT+0100 (BST)\n--><html><body>x</body></html>"
    page, _ = read(Source(uri="a.html", data=html))
    assert page.captured == "2024-05-03T10:20+01:00"


def test_given_capture_beats_the_comment() -> None:
    html = b"<!-- saved on 2024-05-03 --><html><body>x</body></html>"
    page, _ = read(Source(uri="a.html", data=html, captured="2024-06-01"))
    assert page.captured == "2024-06-01"


def test_charsets_that_only_python_knows_are_not_believed() -> None:
    for name in (b"idna", b"punycode", b"rot13", b"hex", b"unicode_escape", b"utf-7", b"undefined"):
        assert "– café" in text_of(b"<meta charset=" + name + b"><p>" + "– café \\n".encode("cp1252"), "a.html")


def test_utf16_is_not_believed_where_the_declaration_is_read_as_ascii() -> None:
    assert "– café" in text_of(b"<meta charset=utf-16><p>" + "– café".encode("cp1252"), "a.html")
