"""PDF -> text, by pypdf, where it is installed (the extra `pdf`)."""

from __future__ import annotations

import io
import logging

try:
    import pypdf
except ImportError:  # the extra is not installed: such pages are set aside with the remedy
    pypdf = None  # type: ignore[assignment]

logging.getLogger("pypdf").addHandler(logging.NullHandler())
"""pypdf warns of every odd file on standard error, where only the command line speaks."""

MAX_SHEETS = 500
"""Sheets that are read. An article has a few, a newspaper issue below 200; above it is a book, and pypdf is slow."""
LACKING = 'reading PDF takes the extra "pdf", which is not installed', "pip install 'onrecord[pdf]' and give it again"


class PdfError(ValueError):
    """The file has no text to be read; `str()` says why, `remedy` what to do."""

    def __init__(self, fault: str, remedy: str = "give its text or HTML") -> None:
        super().__init__(fault)
        self.remedy = remedy


def installed() -> bool:
    """Whether PDF can be read at all."""
    return pypdf is not None


def text_of_pdf(data: bytes) -> str:
    """The text of every sheet, in order, a form feed between two. Raises PdfError where pypdf is not there, where the
    file is locked or damaged, has more than MAX_SHEETS sheets or only pictures."""
    if pypdf is None:
        raise PdfError(f"is a PDF file, and {LACKING[0]}", LACKING[1])
    try:
        sheets = pypdf.PdfReader(io.BytesIO(data)).pages
        if len(sheets) > MAX_SHEETS:
            raise PdfError(f"has {len(sheets):,} sheets, more than {MAX_SHEETS}", "split it")
        text = "\f".join(sheet.extract_text() for sheet in sheets)
    except PdfError:
        raise
    except Exception as fault:  # pypdf raises what its many parsers raise, KeyError to RecursionError
        raise PdfError(f"is a PDF file that cannot be read ({type(fault).__name__})") from fault
    if not text.strip():
        raise PdfError("is a PDF file of pictures without text", "give its text, from a text recogniser")
    return text
