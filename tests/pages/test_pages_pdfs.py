"""PDF is read where pypdf is installed, else set aside with the remedy."""

from __future__ import annotations

from pathlib import Path

import pytest

from onrecord.nouns import Source
from onrecord.pages import pdfs, read
from onrecord.pages.inputs import gather


def sheet(words: str) -> bytes:
    """A PDF of one sheet that shows these words."""
    stream = f"BT /F1 12 Tf 72 720 Td ({words}) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [0 0 612 792]"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"xref\n0 6\n0000000000 65535 f \n%btrailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table, len(out),
    )  # fmt: skip


def test_pdf_gives_its_text() -> None:
    pytest.importorskip("pypdf")
    page, document = read(Source(uri="https://gazette.example/a", data=sheet("The mill is shut."), media_type="x/y"))
    assert document is not None, page.reason
    assert (document.text, document.media_type, page.media_type) == (
        "The mill is shut.",
        "text/plain",
        "application/pdf",
    )


def test_pdf_without_text_or_damaged_is_set_aside() -> None:
    pytest.importorskip("pypdf")
    empty, _ = read(Source(uri="a.pdf", data=sheet("")))
    broken, _ = read(Source(uri="a.pdf", data=b"%PDF-1.7\n" + b"junk" * 100))
    assert "pictures without text" in (empty.reason or "")
    assert "cannot be read" in (broken.reason or "")


def test_pdf_that_takes_too_long_to_draw_is_set_aside(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("pypdf")
    source = Source(uri="a.pdf", data=sheet("Words) Tj (and) Tj (words"))
    for limit, told in (("MAX_STEPS", "more than 4 steps to draw"), ("MAX_STREAM", "a sheet of more than 4 bytes"),
                        ("MAX_SHEETS", "has 1 sheets, more than 0")):  # fmt: skip
        with monkeypatch.context() as small:
            small.setattr(pdfs, limit, 0 if limit == "MAX_SHEETS" else 4)
            assert told in (read(source)[0].reason or "")


def test_pdf_without_pypdf_is_set_aside_with_the_remedy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdfs, "pypdf", None)
    (tmp_path / "a.pdf").write_bytes(sheet("Words."))
    source = next(gather([str(tmp_path)]))
    assert source.refused is not None
    assert source.refused.endswith("not installed: pip install 'onrecord[pdf]' and give it again")
    assert read(Source(uri="b", data=sheet("Words.")))[0].reason == source.refused.replace("a.pdf", "b", 1)
