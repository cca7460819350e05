"""Whose page it is: told by masthead, title, address or copyright line, never by a motto or a headline."""

from __future__ import annotations

import pytest

from onrecord.articles import cut, imprint, repeats
from onrecord.language.addresses import fits, host_of, original, plain
from onrecord.nouns import Article, Document

P1 = "The ferry to Orrin will not run until the board has paid its captain, the harbour master said on Monday."
P2 = "“I have not been paid since March,” the captain, Vera Moll, told a meeting in the sail loft."
P3 = "The board did not respond to a request for comment. It meets again in a fortnight, its clerk said."
TEXT = f"{P1}\n\n{P2}\n\n{P3}"
HTML = "".join(f"<p>{part}</p>" for part in (P1, P2, P3))


def text(page: str) -> Article:
    (article,) = cut(Document(page="page-1", uri="a.txt", media_type="text/plain", captured=None, text=page))[0]
    return article


def html(head: str, body: str) -> Article:
    page = f"<html><head>{head}</head><body>{body}</body></html>"
    (article,) = cut(Document(page="page-1", uri="a.html", media_type="text/html", captured=None, text=page))[0]
    return article


def row(**fields: str) -> Article:
    told = tuple(fields.items())
    (article,) = cut(
        Document(page="p", uri="a.jsonl#1", media_type="application/json", captured=None, text=TEXT, fields=told)
    )[0]
    return article


def test_a_motto_under_the_masthead_is_neither_headline_nor_outlet() -> None:
    top = "THE ORRIN LANTERN\nA light on the firth since 1871\nTuesday, September 9, 2031      $2.50\n\n"
    article = text(f"{top}Ferry captain goes unpaid\n\nBy CORA PELL\nStaff Writer\n\n{TEXT}")
    assert (article.headline, article.outlet) == ("Ferry captain goes unpaid", "THE ORRIN LANTERN")


def test_a_motto_of_short_sentences_hides_no_masthead() -> None:
    top = "Skip to content\nMARSH & FEN GAZETTE\nYour fens. Your voice.\nNews  Farming  Sport\nFARMING\n\n"
    article = text(f"{top}Ferry captain goes unpaid\nJoan Tull\nWed 4 Jun 2031\n\n{TEXT}")
    assert (article.headline, article.outlet) == ("Ferry captain goes unpaid", "MARSH & FEN GAZETTE")


@pytest.mark.parametrize(
    "top",
    [
        "Printer-friendly version\n\nFerry Captain Goes Unpaid\n",
        "Ferry Captain Goes Unpaid\nBoard Meets Again Soon\nBy Joan Tull\n4 June 2031\n",
        "Results 1-3 of 3\n4 June 2031\nFerry Captain Goes Unpaid\n",
    ],
)
def test_what_a_print_page_says_of_itself_and_its_headline_are_no_outlet(top: str) -> None:
    article = text(f"{top}\n{TEXT}")
    assert (article.headline, article.outlet) == ("Ferry Captain Goes Unpaid", None)


def test_links_at_the_top_of_a_saved_page_are_no_outlet() -> None:
    links = '<div class="x"><a href="/a">Podcasts</a></div><div class="x"><a href="/b">All Sections</a></div>'
    assert html("", f"{links}<h1>Ferry captain goes unpaid</h1>{HTML}").outlet is None


def test_the_name_that_the_address_is_made_of_is_the_outlet() -> None:
    address = '<link rel="canonical" href="https://www.orrintide.example/ferry">'
    title = "<title>Ferry captain goes unpaid | Orrin Tide</title>"
    top = '<div>Podcasts</div><div class="top">Harbour Media</div><h1>Ferry captain goes unpaid</h1>'
    assert html(address + title, top + HTML).outlet == "Orrin Tide"


def test_an_address_without_a_name_gives_its_host() -> None:
    address = '<link rel="canonical" href="https://www.orrintide.example/ferry">'
    assert html(address, f"<h1>Ferry captain goes unpaid</h1>{HTML}").outlet == "orrintide.example"
    assert row(title="Ferry captain goes unpaid", url="https://orrintide.example/1").outlet == "orrintide.example"


def test_the_cache_that_serves_a_page_is_not_its_outlet() -> None:
    cache = "https://www-orrintide-example.cdn.ampproject.org/c/s/www.orrintide.example/ferry/amp"
    assert row(title="Ferry captain goes unpaid", url=cache).outlet == "orrintide.example"
    assert original(cache) == "https://www.orrintide.example/ferry/amp"
    assert plain(cache) == plain("http://orrintide.example/ferry")


@pytest.mark.parametrize(
    ("address", "host"),
    [
        ("https://web.archive.org/web/20310105120000/https://m.tide.example/1", "tide.example"),
        ("https://www.google.com/amp/s/amp.tide.example/1", "tide.example"),
        ("https://tide-example.translate.goog/1", "tide.example"),
        ("https://[broken", None),
        ("page.html", None),
    ],
)
def test_the_host_is_that_of_the_page_itself(address: str, host: str | None) -> None:
    assert host_of(address) == host


@pytest.mark.parametrize(
    ("name", "host", "fit"),
    [
        ("The Orrin Tide", "orrin-tide.example", True),
        ("Wexcombe Lantern", "wexlantern.example", True),
        ("New Orrin Times", "notimes.co.example", True),
        ("Shop", "bookshopnews.example", False),
        ("Harbour Media", "orrintide.example", False),
        ("The", "orrintide.example", False),
    ],
)
def test_a_name_fits_a_host_by_its_letters_or_the_beginnings_of_its_words(name: str, host: str, fit: bool) -> None:
    assert fits(name, host) is fit


def test_a_person_beside_the_age_is_the_author_and_not_the_outlet() -> None:
    title = "<title>Ferry captain goes unpaid - Orrin Courier</title>"
    article = html(title, f"<h1>Ferry captain goes unpaid</h1><div>Anna Pugh · 39 minutes ago</div>{HTML}")
    assert (article.byline, article.outlet) == ("Anna Pugh", "Orrin Courier")


def test_one_word_that_a_row_declares_is_its_headline() -> None:
    assert row(title="Unpaid", date="2031-06-04").headline == "Unpaid"
    assert row(title="News", date="2031-06-04").headline is None


def test_a_standing_heading_of_a_site_is_no_headline_where_another_line_is() -> None:
    own = {
        "Ferry captain goes unpaid": HTML,
        "Bees close the old bridge": "<p>A swarm of bees closed the old bridge of Pell for an hour on Saturday, the "
        "police said.</p><p>A beekeeper, Nan Oakes, put them in a box and took them home, they said.</p>",
        "Clock to strike again": "<p>The clock of the town hall of Pell will strike again on Sunday after nine years, "
        "the council said.</p><p>Its spring broke and the clockmaker waited six years for another.</p>",
    }
    pages = [
        Document(
            page=f"page-{number}",
            uri=f"{number}.html",
            media_type="text/html",
            captured=None,
            text=f"<title>Pell Star – Around Pell</title><div><h1>All around Pell</h1></div><h3>{title}</h3>{body}",
        )
        for number, (title, body) in enumerate(own.items())
    ]
    heard = {found.page: found for found in repeats([one for page in pages for one in imprint(page)])}
    articles = [cut(page, heard.get(page.page))[0][0] for page in pages]
    assert [article.headline for article in articles] == list(own)
    assert {article.outlet for article in articles} == {"Pell Star"}


def test_a_title_over_a_date_with_the_headline_below_is_the_pages() -> None:
    top = "Pell Valley Times archive\nSearch the archive\n12 May 2029\nFerry captain goes unpaid"
    assert text(f"{top}\n{TEXT}").headline == "Ferry captain goes unpaid"


def test_marked_moments_side_by_side_are_one_date_line() -> None:
    moments = '<time class="entry-date published" datetime="2031-02-11T08:00">11th February 2031</time>'
    moments += '<time class="updated" datetime="2031-02-12T10:00">12th February 2031</time>'
    article = html("", f"<h1>Ferry captain goes unpaid</h1><div>Posted on {moments} by editor</div>{HTML}")
    assert article.text.split("\n")[1] == P1


def test_a_link_to_the_full_site_and_the_printed_address_are_no_body() -> None:
    foot = "<p>View on full site</p><p>Find this article at: http://www.orrintide.example/ferry</p>"
    article = html("", f"<h1>Ferry captain goes unpaid</h1>{HTML}{foot}")
    assert article.text.split("\n")[-1] == P3


@pytest.mark.parametrize(
    ("foot", "url", "outlet"),
    [
        ("Printed from https://orrintide.example/ferry", "https://orrintide.example/ferry", "orrintide.example"),
        ("http://orrintide.example/ferry", "http://orrintide.example/ferry", "orrintide.example"),
        ("This article was printed from www.orrintide.example", None, "orrintide.example"),
        (
            "From the Orrin Tide, https://orrintide.example/ferry",
            "https://orrintide.example/ferry",
            "orrintide.example",
        ),
        ("More about the ferry: https://orrintide.example/ferry and https://pell.example/1", None, None),
    ],
)
def test_the_address_that_a_page_prints_is_its_own(foot: str, url: str | None, outlet: str | None) -> None:
    article = text(f"Ferry captain goes unpaid\n\n{TEXT}\n\n{foot}\n")
    assert (article.url, article.outlet) == (url, outlet)
    assert article.text.split("\n")[-1] == P3


def test_the_name_that_a_print_page_says_beside_its_address_is_the_outlet() -> None:
    top = "<p>The Orrin Tide - print version - https://www.orrintide.example/news/2031/ferry</p>"
    article = html("<title>Print: Ferry captain goes unpaid</title>", f"{top}<h1>Ferry captain goes unpaid</h1>{HTML}")
    assert (article.outlet, article.url) == ("The Orrin Tide", "https://www.orrintide.example/news/2031/ferry")
    assert "print version" not in article.text


def test_a_masthead_below_the_day_is_the_outlet() -> None:
    article = text(f"Thursday 6 February 2031\n\nTHE VALE CHRONICLE\n\nFerry captain goes unpaid\n\n{TEXT}\n")
    assert (article.headline, article.outlet) == ("Ferry captain goes unpaid", "THE VALE CHRONICLE")


def test_a_title_that_says_nothing_is_no_headline() -> None:
    head = "<title>Untitled Document</title>"
    assert (
        html(head, f"<font><b>Ferry captain goes unpaid</b></font><br>{HTML}").headline == "Ferry captain goes unpaid"
    )


def test_a_brief_whose_row_calls_its_title_a_headline_is_an_article() -> None:
    fields = (("date_publish", "2031-02-05"), ("headline", "No ferry on Monday"))
    brief = "The ferry to Orrin will not run on Monday. The harbour board gave no reason."
    found = cut(Document(page="p", uri="a", media_type="application/json", captured=None, text=brief, fields=fields))[0]
    assert [article.headline for article in found] == ["No ferry on Monday"]


@pytest.mark.parametrize(
    "note",
    [
        "Contact Joan Tull at jtull@orrintide.example or 555-0142.",
        "Joan Tull covers the sea. Reach her at jtull@orrintide.example.",
        "About the author: Ida Marsh is a senior correspondent with the Tide.",
        "Joan Tull is the Tide's harbour correspondent.",
    ],
)
def test_a_note_on_the_author_below_the_text_is_no_body(note: str) -> None:
    page = f"Ferry captain goes unpaid\n\nBy Joan Tull\n4 June 2031\n\n{TEXT}\n\n{note}\n"
    assert text(page).text.split("\n")[-1] == P3


def test_what_people_in_the_news_do_stays_body() -> None:
    last = "Vera Moll is a captain of thirty years and a writer of songs. She can be heard on Fridays."
    page = f"Ferry captain goes unpaid\n\nBy Joan Tull\n4 June 2031\n\n{TEXT}\n\n{last}\n"
    assert text(page).text.split("\n")[-1] == last


@pytest.mark.parametrize(
    ("top", "outlet", "agency"),
    [
        ("Skarwire\n\nFerry captain goes unpaid\n\nBy Cora Pell\n\n", "Skarwire", None),
        ("Skarwire | Ports\n\nFerry captain goes unpaid\n\nBy Cora Pell\n\n", "Skarwire", None),
        ("The Orrin Lantern\n\nFerry captain goes unpaid\n\nSkarwire\n\n", "The Orrin Lantern", "Skarwire"),
        ("Ferry captain goes unpaid\nThe Orrin Lantern\nBy Skar News Service\n\n", "The Orrin Lantern", "Skarwire"),
    ],
)
def test_an_agency_is_the_outlet_of_its_own_page_alone(top: str, outlet: str, agency: str | None) -> None:
    article = text(f"{top}SKAR, Sept 9, 2031 (Skarwire) - {TEXT}")
    assert (article.headline, article.outlet) == ("Ferry captain goes unpaid", outlet)
    assert article.agency in (agency, "Skar News Service" if agency else None)


def test_a_headline_in_capitals_with_an_outlets_word_is_no_masthead() -> None:
    deck = "Clerk of the Orrin branch was locked in the sorting room for an hour"
    article = text(f"Post Office Robbed Twice\n{deck}\n\nBy Cora Pell\nSeptember 9, 2031\n\n{TEXT}")
    assert (article.headline, article.outlet) == ("Post Office Robbed Twice", None)


@pytest.mark.parametrize(
    ("top", "body", "outlet"),
    [
        ("the orrin tide\nMENU  SEARCH  MY ACCOUNT\n", TEXT, "the orrin tide"),
        ("the orrin tide\nMENU  SEARCH  MY ACCOUNT\n", f"{TEXT} She told The Orrin Tide so.", "The Orrin Tide"),
        ("OrrinTide24 >> Money >> Health >> Pets\n", TEXT, "OrrinTide24"),
        ("Tidelight\nSport / Sailing\n", f"{TEXT} The clerk told Tidelight so on Monday.", "Tidelight"),
        ("NPA  Nordvik Press Agency\nHome | Politics | Regions\n", TEXT, "Nordvik Press Agency"),
        ("TideWatch.example\nTips | Charts | Forum\n", f"{TEXT} Nobody rang Tide Watch back.", "Tide Watch"),
        ("The Orrin Ledger-Dispatch\nServing the firth since 1887\n", TEXT, "The Orrin Ledger-Dispatch"),
    ],
)
def test_names_at_the_top_are_told_in_many_ways(top: str, body: str, outlet: str) -> None:
    article = text(f"{top}\nFerry captain goes unpaid\nBy Joan Tull\n4 June 2031\n\n{body}")
    assert (article.headline, article.outlet) == ("Ferry captain goes unpaid", outlet)


def test_an_archive_of_many_houses_gives_each_article_its_source() -> None:
    top = "FARDESK terminal archive\nYour saved search: FERRY | 2 items\n\n"
    first = f"Ferry captain goes unpaid\n4-Jun-2031 11:52 AM\nSource: Nordvik News\nBy Joan Tull\n\n{TEXT}\n\n"
    second = f"Bridge shut by wind\n5-Jun-2031 10:10 AM\nSource: Farwire\n\n{TEXT}"
    page = Document(page="p", uri="a.txt", media_type="text/plain", captured=None, text=top + first + second)
    assert [article.outlet for article in cut(page)[0]] == ["Nordvik News", "Farwire"]


def test_lines_over_the_sections_are_of_the_page() -> None:
    top = "NVK\nNORTHERN NEWS AGENCY OF THE FIRTH\nPolitics   World   Business   Sport\n4 June 2031, 14:52\n"
    assert text(f"{top}Ferry captain goes unpaid\n\n{TEXT}").headline == "Ferry captain goes unpaid"


@pytest.mark.parametrize(
    "line", ["A portrait by Joan Tull", "Text: Joan Tull  Photographs: Tom Ash", "Words: Joan Tull"]
)
def test_a_byline_may_call_the_piece_what_it_is(line: str) -> None:
    article = text(
        f"The Orrin Lantern\nNews | Sport | Tides\n\nFerry captain goes unpaid\n{line}\n4 June 2031\n\n{TEXT}"
    )
    assert (article.headline, article.byline) == ("Ferry captain goes unpaid", "Joan Tull")


def test_the_day_in_its_address_dates_a_row_without_another() -> None:
    dated = row(title="Ferry captain goes unpaid", url="https://orrintide.example/2031/06/04/ferry").published
    assert dated is not None
    assert dated.from_ == "2031-06-04"


def test_a_day_told_in_passing_dates_no_page() -> None:
    told = f"{P1} She had first been promised the money by the harbour board in a letter of 14 March 2019."
    assert (
        html("", f"<h1>Ferry captain goes unpaid</h1><p>{P1}</p><p>{P2}</p><p>{told}</p><p>{P3}</p>").published is None
    )
