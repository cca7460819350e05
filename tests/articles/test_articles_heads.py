"""Heads of many shapes: who published, who wrote, on whose copy, under which headline."""

from __future__ import annotations

import pytest

from onrecord.articles import cut
from onrecord.nouns import Article, Document

B1 = "The harbour board of Tarnmouth said on Monday that it would raise its fees by a tenth, the third rise since 2021."
B2 = "“We have no choice,” the chair, Ola Lund, told reporters. “The cranes are older than I am, and so is the debt.”"
B3 = "Fishermen said they would not pay. The ministry did not respond to a request for comment."
BODY = f"{B1}\n\n{B2}\n\n{B3}"


def articles(text: str) -> list[Article]:
    return cut(Document(page="page-1", uri="a", media_type="text/plain", captured=None, text=text))[0]


@pytest.mark.parametrize(
    ("text", "outlet", "byline", "agency"),
    [
        (
            f"Fees at Tarnmouth to rise\nby Tom Reed, Meridwire\nMay 3rd, 2024\n{BODY} (Meridwire)",
            None,
            "Tom Reed",
            "Meridwire",
        ),
        (
            f"May 3, 2024\nFees at Tarnmouth to rise\n\n(Reuters) - {BODY}\n(Reporting by Tom Reed)",
            None,
            None,
            "Reuters",
        ),
        (f"Fees at Tarnmouth to rise | Tarn Times\n\nTARNMOUTH (AP) — {BODY}", "Tarn Times", None, "AP"),
        (f"Fees at Tarnmouth to rise\nTarn Times | 3 May 2024\n\n{BODY}", "Tarn Times", None, None),
        (
            f"TARN TIMES\nSport  Harbour  Jobs\n\nFees at Tarnmouth to rise\n{BODY}\n© Tarn Times 2024",
            "Tarn Times",
            None,
            None,
        ),
        (f"Fees at Tarnmouth to rise\n\n{BODY}\n\nReuters\n", None, None, "Reuters"),
        (f"Fees at Tarnmouth to rise\n\n{BODY}\nThe works were run by NASA", None, None, None),
    ],
)
def test_head_of_a_text_page(text: str, outlet: str | None, byline: str | None, agency: str | None) -> None:
    article = articles(text)[0]
    assert article.headline == "Fees at Tarnmouth to rise"
    assert (article.outlet, article.byline, article.agency) == (outlet, byline, agency)


def test_outlet_and_age_may_share_a_line() -> None:
    page = f"Tarn Times · 3 hours ago\nFees at Tarnmouth to rise\n{BODY}\n"
    page += f"Wexby Post · a day ago\nA ferry sinks\n{BODY} PTI"
    assert [(a.headline, a.outlet, a.agency) for a in articles(page)] == [
        ("Fees at Tarnmouth to rise", "Tarn Times", None),
        ("A ferry sinks", "Wexby Post", "PTI"),
    ]


def test_a_sub_headline_above_the_byline_is_summary() -> None:
    deck = "Fishermen vow not to pay as cranes outlive their makers"
    page = f"Fees at Tarnmouth to rise, board says\n{deck}\nTom Reed in Tarnmouth\nFri 3 May 2024 06.00 BST\n{BODY}"
    (article,) = articles(page)
    assert article.regions[:2] == ("headline", "summary")
    assert article.text.split("\n")[1] == deck
    assert article.byline == "Tom Reed"


def test_a_headless_page_has_no_headline() -> None:
    (article,) = articles(BODY)
    assert article.headline is None
    assert article.regions == ("body", "body", "body")


def test_the_shown_line_that_is_a_part_of_the_declared_title_is_the_headline() -> None:
    html = (
        "<title>Fees to rise again – Ola and the long winter of the harbour – notes from Tarnmouth and the sea</title>"
    )
    html += "<h1>All my harbours and other stories</h1><h2>Fees to rise again</h2>"
    html += "".join(f"<p>{paragraph}</p>" for paragraph in (B1, B2, B3))
    page = Document(page="page-1", uri="a", media_type="text/html", captured=None, text=html)
    assert cut(page)[0][0].headline == "Fees to rise again"


def test_the_section_is_what_the_page_declares() -> None:
    declared = '<script type="application/ld+json">{"@type": "NewsArticle", "articleSection": "Harbour"}</script>'
    body = "".join(f"<p>{part}</p>" for part in (B1, B2, B3))
    html = f"<html><head>{declared}</head><body><h1>Fees at Tarnmouth to rise</h1>{body}</body></html>"
    (article,) = cut(Document(page="page-1", uri="a", media_type="text/html", captured=None, text=html))[0]
    assert article.section == "Harbour"
    assert articles(f"Fees at Tarnmouth to rise\n\n{BODY}")[0].section is None


@pytest.mark.parametrize(
    ("lines", "first", "last"),
    [
        ("<p>Published: 10 May 2025</p><p>Updated: 12 May 2025</p>", "2025-05-10", "2025-05-12"),
        ("<p>3 hours ago</p>", "2025-05-14", "2025-05-14"),
    ],
)
def test_what_the_head_of_an_html_page_shows_stays_where_its_clues_leave_the_day_open(
    lines: str, first: str, last: str
) -> None:
    body = "".join(f"<p>{part}</p>" for part in (B1, B2, B3))
    html = f"<html><body><h1>Fees at Tarnmouth to rise</h1><p>By Fay Orlov</p>{lines}{body}</body></html>"
    page = Document(page="page-1", uri="a", media_type="text/html", captured="2025-05-14T09:00:00+00:00", text=html)
    (article,) = cut(page)[0]
    assert article.published is not None
    assert (article.published.from_, article.published.to) == (first, last)


def test_an_html_newsletter_has_the_day_and_the_sender_of_its_letter() -> None:
    body = "".join(f"<p>{part}</p>" for part in (B1, B2, B3))
    html = f"<html><body><h1>Fees at Tarnmouth to rise</h1>{body}</body></html>"
    fields = (("date", "2025-04-04T07:00:00+01:00"), ("sitename", "Harbour Briefing"))
    (article,) = cut(Document(page="page-1", uri="a", media_type="text/html", captured=None, text=html, fields=fields))[
        0
    ]
    assert article.outlet == "Harbour Briefing"
    assert article.published is not None
    assert (article.published.from_ or "")[:10] == "2025-04-04"


def test_a_consent_banner_above_the_masthead_hides_no_outlet() -> None:
    banner = "We value your privacy\nWe and our 90 partners store things on this phone.\nAccept all"
    text = (
        f"{banner}\n\nThe Tarn Courier\nHome | News | Sport\n\nFees at Tarnmouth to rise\n\n{BODY}\n\n© 2031 Bay Media"
    )
    assert articles(text)[0].outlet == "The Tarn Courier"


def test_a_brief_that_its_row_names_is_an_article() -> None:
    brief = "The ferry to Tarn will not run on Monday. The harbour board gave no reason."
    fields = (("date", "2031-03-04"), ("title", "No ferry on Monday"))
    row = Document(page="page-1", uri="a", media_type="application/json", captured=None, text=brief, fields=fields)
    assert [article.headline for article in cut(row)[0]] == ["No ferry on Monday"]
    assert cut(Document(page="page-1", uri="a", media_type="text/plain", captured=None, text=brief))[0] == []


@pytest.mark.parametrize("role", ["Diplomatic correspondent", "Harbour Editor", "Correspondent in Skar"])
def test_a_bare_name_over_a_role_is_the_byline(role: str) -> None:
    (article,) = articles(f"Fees at Tarnmouth to rise\n\nRosa Adeyemi\n{role}\n3 May 2024\n\n{BODY}")
    assert (article.headline, article.byline) == ("Fees at Tarnmouth to rise", "Rosa Adeyemi")


def test_a_short_sentence_with_a_date_in_it_is_of_the_body() -> None:
    (article,) = articles(f"Fees at Tarnmouth to rise\nBy Tom Reed\n3 May 2024\n\n{BODY}\n\nHe left on 12 March 2023.")
    assert article.text.endswith("He left on 12 March 2023.")
    (article,) = articles(f"Fees at Tarnmouth to rise\nBy Tom Reed\nHe left on 12 March 2023.\n\n{BODY}")
    assert article.published is None
    (article,) = articles(f"Fees at Tarnmouth to rise\nLast updated on 12 March 2023.\n\n{BODY}")
    assert article.published is not None


@pytest.mark.parametrize(
    ("line", "after", "uri", "first", "last"),
    [
        ("Published: 04/03/2031 | Last updated: 15/03/2031", "", "a", "2031-03-04", "2031-03-15"),
        ("Tuesday 04/03/2031", "", "a", "2031-03-04", "2031-03-04"),
        ("04/03/2031 14:05 GMT", "", "a", "2031-03-04", "2031-03-04"),
        ("04/03/2031 2:05 pm ET", "", "a", "2031-04-03", "2031-04-03"),
        ("04/03/2031", "Neighbors of the mole traveled home.", "a", "2031-04-03", "2031-04-03"),
        ("04/03/2031", "The programme was organised by the board.", "a", "2031-03-04", "2031-03-04"),
        ("04/03/2031", "", "https://www.tarn.co.uk/a", "2031-03-04", "2031-03-04"),
        ("Published: 04/03/2031 | Last updated: 05/03/2031", "", "a", "2031-03-04", "2031-04-03"),
        ("04/03/2031", "The neighbors of its programme.", "a", "2031-03-04", "2031-04-03"),
    ],
)
def test_figures_with_slashes_are_read_as_the_page_writes_them_or_stay_open(
    line: str, after: str, uri: str, first: str, last: str
) -> None:
    text = f"Fees at Tarnmouth to rise\nBy Tom Reed\n{line}\n\n{BODY}\n\n{after}"
    (article,) = cut(Document(page="page-1", uri=uri, media_type="text/plain", captured=None, text=text))[0]
    assert article.published is not None
    assert (article.published.from_, article.published.to) == (first, last)
    assert article.byline == "Tom Reed"
