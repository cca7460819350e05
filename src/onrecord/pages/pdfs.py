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

MAX_SHEETS = 200
"""Sheets that are read. An article has a few, a newspaper issue below 200; above it is a book."""
MAX_STEPS = 100_000
"""Drawing operators that are followed in a file: pypdf takes some 60 microseconds for each, so 6 seconds. A sheet of a
report has about 1,000 (four manuals of 12 to 198 sheets: 360 to 2,400)."""
MAX_STREAM = 5_000_000
"""Bytes of one sheet's content once unpacked; text has below 100,000."""
LACKING = 'reading PDF takes the extra "pdf", which is not installed', "pip install 'onrecord[pdf]' and give it again"


class PdfError(ValueError):
    """The file has no text to be read; `str()` says why, `remedy` what to do."""

    def __init__(self, fault: str, remedy: str = "give its text or HTML") -> None:
        super().__init__(fault)
        self.remedy = remedy


class Budget:
    """Counts the steps of reading a file."""

    def __init__(self) -> None:
        self.steps = 0

    def text_of(self, sheet: pypdf.PageObject) -> str:
        """The text of a sheet. Raises PdfError where a limit is passed."""
        contents = sheet.get("/Contents")
        found = contents.get_object() if contents is not None else []
        for stream in found if isinstance(found, list) else [found]:
            if len(stream.get_object().get_data()) > MAX_STREAM:
                raise PdfError(f"has a sheet of more than {MAX_STREAM:,} bytes")
        return sheet.extract_text(visitor_operand_before=self._step)

    def _step(self, *_: object) -> None:
        self.steps += 1
        if self.steps > MAX_STEPS:
            raise PdfError(f"takes more than {MAX_STEPS:,} steps to draw", "split it, or give its text")


def installed() -> bool:
    """Whether PDF can be read at all."""
    return pypdf is not None


def text_of_pdf(data: bytes) -> str:
    """The text of every sheet, in order, a form feed between two. Raises PdfError where pypdf is not there, where the
    file is locked or damaged, has only pictures, or is larger than the limits above."""
    if pypdf is None:
        raise PdfError(f"is a PDF file, and {LACKING[0]}", LACKING[1])
    try:
        sheets = pypdf.PdfReader(io.BytesIO(data)).pages
        if len(sheets) > MAX_SHEETS:
            raise PdfError(f"has {len(sheets):,} sheets, more than {MAX_SHEETS}", "split it")
        budget = Budget()
        text = "\f".join(budget.text_of(sheet) for sheet in sheets)
    except PdfError:
        raise
    except Exception as fault:  # pypdf raises what its many parsers raise, KeyError to RecursionError
        raise PdfError(f"is a PDF file that cannot be read ({type(fault).__name__})") from fault
    if not text.strip():
        raise PdfError("is a PDF file of pictures without text", "give its text, from a text recogniser")
    return text
