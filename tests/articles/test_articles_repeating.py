"""What a site repeats from page to page is furniture; what its pages share because they hold one article is not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import cut, imprint, repeats
from onrecord.articles.imprints import line_key
from onrecord.nouns import Article, Document, Imprint, Repeats, Scrap

PLUG = (
    "The Wexby Gazette walks the towpath each morning so that its readers know the river before the river knows them."
)
LAW = "The Gazette keeps to the code of the county press board, and readers who find a fault may write to the board."
PLACES = ("Alder", "Birch", "Cedar", "Downs", "Elder", "Ferry", "Glebe", "Heath")


def own(place: str) -> list[str]:
    """The paragraphs of an article on a place, none of them another's."""
    return [
        f"The council of {place} Green closed its old bridge on Monday after divers found that two piers had moved.",
        f"Nobody will drive over the bridge at {place} Green before June, the mayor, Ida {place}son, told reporters.",
        f"Shopkeepers in {place} Green lost half of their trade in a week, and asked for a ferry of their own.",
    ]


def page(lines: list[str], name: str, headline: str | None = None) -> Document:
    text = "\n".join([headline or f"Bridge closed at {name} Green for the winter", "", *lines])
    fields = (("url", f"https://gazette.example/{name}"),)
    return Document(
        page=f"page-{name}", uri=name, media_type="application/json", captured=None, text=text, fields=fields
    )


def site(*pages: Document) -> dict[str, Repeats]:
    return {row.page: row for row in repeats([one for document in pages for one in imprint(document)])}


def body(article: Article) -> list[str]:
    return [article.text[start:end] for start, end, region in article.lines() if region == "body"]


def read(document: Document, found: dict[str, Repeats]) -> tuple[list[str], list[Scrap]]:
    articles, scraps, _ = cut(document, found.get(document.page))
    assert len(articles) == 1
    return body(articles[0]), [scrap for scrap in scraps if scrap.reason == "repeats on the site's other pages"]


def test_a_paragraph_on_three_pages_with_other_articles_is_furniture_on_each() -> None:
    pages = [page([*own(place), PLUG], place) for place in PLACES[:3]]
    for document, place in zip(pages, PLACES, strict=False):
        kept, scraps = read(document, site(*pages))
        assert kept == own(place)
        assert [scrap.text for scrap in scraps] == [PLUG]


def test_two_pages_are_too_few() -> None:
    assert site(*(page([*own(place), PLUG], place) for place in PLACES[:2])) == {}


def test_pages_of_one_article_make_none_of_its_prose_furniture() -> None:
    versions = [page([*own("Alder"), f"The board met for the {n} time."], f"v{n}") for n in range(12)]
    assert site(*versions) == {}


def test_captures_of_one_address_count_once() -> None:
    twice = [page([*own(place), PLUG], "Alder") for place in PLACES[:4]]
    assert site(*twice) == {}


def test_an_article_and_its_versions_count_once_beside_others() -> None:
    versions = [page([*own("Alder"), PLUG], f"v{n}") for n in range(3)]
    assert site(*versions, page([*own("Birch"), PLUG], "Birch")) == {}
    found = site(*versions, *(page([*own(place), PLUG], place) for place in PLACES[1:3]))
    assert {row.lines for row in found.values()} == {(line_key(PLUG),)}


def test_a_plug_between_two_paragraphs_is_cut_out() -> None:
    pages = [page([own(place)[0], PLUG, *own(place)[1:]], place) for place in PLACES[:3]]
    assert read(pages[0], site(*pages))[0] == own("Alder")


@pytest.mark.parametrize(
    "line",
    [
        "He would not be drawn.",
        "The county, which owns the bridges of the valley, declined to comment on the state of any of them this week.",
    ],
)
def test_what_is_said_anew_each_time_stays_between_the_paragraphs(line: str) -> None:
    pages = [page([own(place)[0], line, *own(place)[1:]], place) for place in PLACES[:3]]
    assert line in read(pages[0], site(*pages))[0]


def test_a_note_that_the_text_was_changed_stays() -> None:
    note = "This story has been updated with what the council said on Tuesday."
    pages = [page([*own(place), note], place) for place in PLACES[:3]]
    assert read(pages[0], site(*pages))[0][-1] == note


def test_a_subhead_beside_what_was_cut_out_stays() -> None:
    pages = [page([own(place)[0], PLUG, f"What {place} knew", *own(place)[1:]], place) for place in PLACES[:3]]
    assert read(pages[0], site(*pages))[0] == [own("Alder")[0], "What Alder knew", *own("Alder")[1:]]


def test_a_standing_title_stays_the_headline() -> None:
    pages = [page(own(place), place, "Notes from the towpath this week") for place in PLACES[:3]]
    articles, _, _ = cut(pages[0], site(*pages)["page-Alder"])
    assert articles[0].headline == "Notes from the towpath this week"


def test_a_motto_is_no_headline() -> None:
    def flat(place: str) -> Document:
        text = "\n".join(["First with the news of the valley", f"Bridge closed at {place} Green", *own(place)])
        uri = f"https://gazette.example/{place}"
        return Document(page=place, uri=uri, media_type="text/plain", captured=None, text=text)

    pages = [flat(place) for place in PLACES[:3]]
    articles, _, _ = cut(pages[0], site(*pages)["Alder"])
    assert articles[0].headline == "Bridge closed at Alder Green"


def test_adding_a_page_leaves_the_rows_of_the_others_as_they_were() -> None:
    pages = [page([*own(place), PLUG], place) for place in PLACES[:4]]
    later = page([*own("Elder"), PLUG, LAW], "Elder")
    assert {name: row for name, row in site(*pages, later).items() if name != later.page} == site(*pages)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), st.booleans(), st.booleans()), max_size=8), st.integers())
def test_the_order_of_the_pages_means_nothing(made: list[tuple[str, bool, bool]], seed: int) -> None:
    imprints = [
        imprint(page([*own(place), *([PLUG] if plug else []), *([LAW] if law else [])], f"{place}{number}"))[0]
        for number, (place, plug, law) in enumerate(made)
    ]
    turned = random.Random(seed).sample(imprints, len(imprints))
    assert sorted(repeats(turned), key=lambda row: row.page) == sorted(repeats(imprints), key=lambda row: row.page)


def test_a_big_site_costs_no_more_than_its_lines() -> None:
    imprints = [
        Imprint(page=f"{n}", site="s", address=f"{n}", lines=(f"own {n}", "plug", f"few {n // 5}"), prose=(40, 20, 5))
        for n in range(20_000)
    ]
    assert len(repeats(imprints)) == 20_000


# -------------------------------------------------------------------------------------------------------------- sites


def of(text: str, media_type: str = "text/html", uri: str = "a.html", **fields: str) -> str | None:
    given_ = tuple(sorted(fields.items()))
    return imprint(Document(page="p", uri=uri, media_type=media_type, captured=None, text=text, fields=given_))[0].site


@pytest.mark.parametrize(
    ("text", "uri", "site_"),
    [
        ("<link rel=canonical href='https://www.gazette.example/a'>", "a.html", "gazette.example"),
        ("<p>Hello</p>", "https://m.gazette.example/a?b=1", "gazette.example"),
        ("<p>Hello</p>", "https://web.archive.example/web/20240507120000/https://gazette.example/a", "gazette.example"),
        ("<!-- saved from url=(0034)https://gazette.example/bridge -->\n<p>Hello</p>", "a.html", "gazette.example"),
        ("<!--\n Page saved with SingleFile \n url: https://gazette.example/bridge \n-->", "a.html", "gazette.example"),
        ("<meta property='og:site_name' content='The Wexby Gazette'>", "a.html", "outlet:the wexby gazette"),
        ("<p>Hello</p>", "http://[broken/", None),
        ("<p>Hello</p>", "a.html", None),
    ],
)
def test_a_page_is_of_the_host_of_its_address_else_of_the_outlet_it_names(
    text: str, uri: str, site_: str | None
) -> None:
    assert of(text, uri=uri) == site_


def test_a_row_is_of_the_host_it_declares() -> None:
    assert of("Hello.", "application/json", hostname="www.gazette.example") == "gazette.example"
