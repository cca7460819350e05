"""Saved pages and newsletters: the page inside a message."""

from __future__ import annotations

import base64

from onrecord.nouns import Document, Page, Source
from onrecord.pages import read

SAVED = b"""From: <Saved by Blink>
Snapshot-Content-Location: https://gazette.example/mill
Subject: =?utf-8?Q?Mill_at_Wexby_=E2=80=93_closed?=
Date: Fri, 3 May 2024 10:20:30 +0100
MIME-Version: 1.0
Content-Type: multipart/related; type="text/html"; boundary="----edge"

------edge
Content-Type: text/html
Content-ID: <frame-1@mhtml.blink>
Content-Transfer-Encoding: quoted-printable
Content-Location: https://gazette.example/mill

<html><body><p>The mill=E2=80=99s gate is shut.</p></body></html>
------edge
Content-Type: text/css
Content-Location: https://gazette.example/s.css

p { color: red }
------edge--
"""
LETTER = b"""From: "The Wexby Letter" <desk@letter.example>
Subject: Mill closes
Date: Fri, 3 May 2024 06:00:00 +0000
MIME-Version: 1.0
Content-Type: multipart/alternative; boundary=edge

--edge
Content-Type: text/plain; charset=iso-8859-15

The mill is shut. It cost 3 \xa4.
--edge
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

%b
--edge--
""" % base64.encodebytes("<p>The mill is shut – for good.</p>".encode())


def taken(data: bytes, media_type: str) -> tuple[Page, Document]:
    page, document = read(Source(uri="a", data=data, media_type=media_type))
    assert document is not None, page.reason
    return page, document


def test_a_saved_page_is_its_html_part() -> None:
    page, document = taken(SAVED, "multipart/related")
    assert (document.media_type, page.media_type) == ("text/html", "multipart/related")
    assert document.text.strip() == "<html><body><p>The mill’s gate is shut.</p></body></html>"


def test_a_saved_page_knows_its_address_title_and_capture_but_no_date_of_its_own() -> None:
    page, document = taken(SAVED, "multipart/related")
    assert document.fields == (("title", "Mill at Wexby – closed"), ("url", "https://gazette.example/mill"))
    assert page.captured == document.captured == "2024-05-03T10:20:30+01:00"


def test_the_root_part_is_the_one_that_start_names() -> None:
    named = SAVED.replace(b'boundary="----edge"', b'boundary="----edge"; start="<frame-1@mhtml.blink>"')
    frame = b"------edge\nContent-Type: text/html\n\n<p>Advert.</p>\n------edge"
    _, document = taken(named.replace(b"------edge", frame, 1), "multipart/related")
    assert "gate is shut" in document.text


def test_a_newsletter_is_its_html_with_subject_sender_and_date() -> None:
    page, document = taken(LETTER, "message/rfc822")
    assert document.text == "<p>The mill is shut – for good.</p>"
    date = "2024-05-03T06:00:00+00:00"
    assert document.fields == (("date", date), ("sitename", "The Wexby Letter"), ("title", "Mill closes"))
    assert page.captured == date


def test_a_newsletter_without_html_is_its_text_in_its_charset() -> None:
    _, document = taken(LETTER[: LETTER.index(b"--edge\nContent-Type: text/html")] + b"--edge--\n", "message/rfc822")
    assert (document.media_type, document.text) == ("text/plain", "The mill is shut. It cost 3 €.")


def test_an_attachment_is_no_page() -> None:
    data = b"Subject: x\nContent-Type: text/html\nContent-Disposition: attachment; filename=a.html\n\n<p>Words.</p>"
    page, document = read(Source(uri="a.eml", data=data, media_type="message/rfc822"))
    assert document is None
    assert page.reason == "a.eml holds no part that is HTML or text: save it as HTML"


def test_a_broken_date_is_no_capture() -> None:
    data = b"Subject: x\nDate: soon\nContent-Type: text/plain\n\nThe mill is shut."
    assert taken(data, "message/rfc822")[0].captured is None


def test_deep_nesting_and_odd_headers_do_no_harm() -> None:
    deep = b"".join(b"Content-Type: multipart/mixed; boundary=e%d\n\n--e%d\n" % (n, n) for n in range(3000))
    page, _ = read(Source(uri="a", data=deep, media_type="message/rfc822"))
    assert page.outcome == "set-aside"
    odd = b"Subject: =?no-such?Q?=ZZ?=\nContent-Type: text/plain; charset=\xff\nDate: 99\n\nThe mill is shut."
    assert taken(odd, "message/rfc822")[1].text == "The mill is shut."
