"""Pages become articles and scraps."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import cut
from onrecord.nouns import Article, Document, Scrap

ONE = (
    "The council of Wexby closed the old bridge on Monday after divers found that two of its four piers had moved, "
    "the mayor, Ida Marsh, told reporters."
)
TWO = "“Nobody will drive over it before June,” she said. “We should have looked sooner.”"
THREE = "A report by the county in 2021 had warned that the piers were weak. The county declined to comment."
OTHER = (
    "Ferry fares across the Tarn will rise by a tenth in June, the operator said on Friday. "
    "It blamed the price of fuel. "
    "Passengers said the boats were late as often as not, and that they would rather walk."
)


def document(text: str, media_type: str = "text/plain", captured: str | None = None, **fields: str) -> Document:
    return Document(
        page="page-1",
        uri="a",
        media_type=media_type,
        captured=captured,
        text=text,
        fields=tuple(sorted(fields.items())),
    )


def html(body: str, head: str = "") -> Document:
    return document(f"<html><head>{head}</head><body>{body}</body></html>", "text/html")


def only(page: Document) -> Article:
    articles, _, refusals = cut(page)
    assert len(articles) == 1
    assert refusals == []
    return articles[0]


def reasons(scraps: list[Scrap]) -> dict[str, str]:
    return {scrap.text: scrap.reason for scrap in scraps}


TEXT_PAGE = f"""The Norland Gazette
Home | News | Sport | Weather

Wexby closes its old bridge after divers find moved piers
By Tom Reed | May 7, 2024 | Updated May 9, 2024, 9:40 a.m. ET
The bridge on Monday. PHOTO: ANNA REED

{ONE}

Advertisement

{TWO}
What the county knew
{THREE} MERIDWIRE

Join the Gazette's Telegram channel and get the news first.
Comments (3)
© The Norland Gazette 2024
"""


def test_text_page_gives_headline_then_body_and_nothing_else() -> None:
    article = only(document(TEXT_PAGE))
    assert article.text.split("\n") == [
        "Wexby closes its old bridge after divers find moved piers", ONE, TWO, "What the county knew", THREE,
    ]  # fmt: skip
    assert article.regions == ("headline", "body", "body", "body", "body")


def test_text_page_gives_its_head() -> None:
    article = only(document(TEXT_PAGE))
    assert (article.byline, article.outlet, article.agency, article.language) == (
        "Tom Reed", "The Norland Gazette", "MERIDWIRE", "en",
    )  # fmt: skip


def test_a_revised_text_stands_for_the_days_between() -> None:
    article = only(document(TEXT_PAGE))
    assert article.published is not None
    assert article.updated is not None
    assert (article.published.from_, article.published.to) == ("2024-05-07", "2024-05-09")
    assert article.updated.from_ == "2024-05-09T09:40-04:00"


def test_what_is_cut_off_says_why() -> None:
    _, scraps, _ = cut(document(TEXT_PAGE))
    found = reasons(scraps)
    assert found["Advertisement"] == "advert"
    assert found["The bridge on Monday. PHOTO: ANNA REED"] == "caption"
    assert found["MERIDWIRE"] == "credit line"
    assert found["Join the Gazette's Telegram channel and get the news first."] == "plug"
    assert found["Comments (3)"] == "comment"
    assert found["© The Norland Gazette 2024"] == "footer"


def test_every_line_and_scrap_of_a_text_page_stands_where_it_says() -> None:
    page = document(TEXT_PAGE)
    articles, scraps, _ = cut(page)
    for article in articles:
        for (start, end, _), (begin, stop) in zip(article.lines(), article.places, strict=True):
            assert page.text[begin:stop] == article.text[start:end]
    for scrap in scraps:
        assert page.text[scrap.start : scrap.end] == scrap.text


CARDS = f"""NewsTray
Your briefing for Friday, 10 May 2024

Wexby closes its old bridge
Norland Gazette
6 hours ago
- Norland Gazette
{ONE}
{TWO} AFP
Join the Gazette's Telegram channel and never miss a story.
Comments
No comments yet
Related Articles

Tarn Times
2 days ago
- Tarn Times
Ferry fares across the Tarn to rise
A boat in May. PHOTO: TIMES FILE TARNMOUTH - {OTHER} AFP Join the Times newsletter and get the day in your inbox.
"""


def test_cards_are_articles_with_their_own_outlet_agency_and_day() -> None:
    articles, _, _ = cut(document(CARDS))
    assert [(a.headline, a.outlet, a.agency) for a in articles] == [
        ("Wexby closes its old bridge", "Norland Gazette", "AFP"),
        ("Ferry fares across the Tarn to rise", "Tarn Times", "AFP"),
    ]
    assert [a.published and a.published.from_ for a in articles] == ["2024-05-10", "2024-05-08"]


def test_a_card_on_one_line_loses_caption_sign_off_and_plug() -> None:
    articles, _, _ = cut(document(CARDS))
    assert articles[1].text == f"Ferry fares across the Tarn to rise\nTARNMOUTH - {OTHER}"


def test_an_age_without_a_day_to_count_from_is_no_date() -> None:
    page = CARDS.replace("Your briefing for Friday, 10 May 2024\n", "")
    assert [a.published for a in cut(document(page))[0]] == [None, None]


def test_an_age_is_counted_from_the_capture() -> None:
    page = CARDS.replace("Your briefing for Friday, 10 May 2024\n", "")
    articles, _, _ = cut(document(page, captured="2024-06-03T12:00+00:00"))
    assert [a.published and a.published.from_ for a in articles] == ["2024-06-03", "2024-06-01"]


def test_two_dated_articles_on_a_page_are_split() -> None:
    page = (
        f"Wexby closes its bridge\n3 May 2024\n\n{ONE}\n{TWO}\n\nFerry fares to rise in June\n4 May 2024\n\n{OTHER}\n"
    )
    articles, _, _ = cut(document(page))
    assert [a.headline for a in articles] == ["Wexby closes its bridge", "Ferry fares to rise in June"]
    assert len({a.id for a in articles}) == 2


def test_a_page_flattened_into_one_line_keeps_headline_and_body_apart() -> None:
    top = "Meridwire | World | Log in | Clients Factbox Who is who in the Wexby affair"
    page = f"{top} WEXBY, May 9 (Meridwire) - {ONE} {TWO}"
    article = only(document(page))
    assert article.headline == "Who is who in the Wexby affair"
    assert (article.outlet, article.agency, article.published) == ("Meridwire", None, None)
    assert article.text.split("\n")[1].startswith("WEXBY, May 9 (Meridwire) - The council")


def test_a_dateline_with_its_year_dates_the_article() -> None:
    article = only(document(f"Wexby closes its bridge\n\nWEXBY, May 7, 2024 (Meridwire) - {ONE}\n{TWO}"))
    assert article.published is not None
    assert (article.published.from_, article.published.basis) == ("2024-05-07", "the dateline")
    assert article.agency == "Meridwire"


def test_a_quotation_that_lost_its_full_stop_is_body() -> None:
    said = '"It was a good bridge and we were fond of it," he said'
    assert said in only(document(f"Wexby closes its bridge\n\n{ONE}\n{said}\n{TWO}")).text


def test_a_promotion_in_mid_paragraph_is_cut_and_the_halves_keep_their_places() -> None:
    page = document(f"Bridge closed at Wexby\n\n{TWO} ALSO READ: Ferry fares to rise again in June {ONE}")
    article = only(page)
    assert article.text.split("\n") == ["Bridge closed at Wexby", TWO, ONE]
    assert page.text[slice(*article.places[2])] == ONE


def test_an_agency_is_read_from_a_sourcing_line() -> None:
    page = (
        f"Bridge closed at Wexby\n\n{ONE}\n{TWO}\n(This story has been sourced from Meridwire. It has not been edited.)"
    )
    assert only(document(page)).agency == "Meridwire"


def test_a_correction_stays_in_the_body_and_is_noted() -> None:
    said = "Correction, May 9: An earlier version of this article gave the wrong number of piers."
    article = only(document(f"Bridge closed at Wexby\n\n{ONE}\n{TWO}\n{said}"))
    assert article.notes == (said,)
    assert article.text.endswith(said)


def test_a_paywall_leaves_the_article_incomplete() -> None:
    article = only(document(f"Bridge closed at Wexby\n\n{ONE}\n{TWO}\n\nSubscribe to continue reading\n"))
    assert article.complete is False


def test_bullets_above_the_body_are_summary_points() -> None:
    article = only(
        document(f"Bridge closed at Wexby\n\n  • Two piers moved.\n  • It opens in June at best.\n{ONE}\n{TWO}")
    )
    assert article.regions == ("headline", "summary", "summary", "body", "body")
    assert article.text.split("\n")[1] == "Two piers moved."


def test_embedded_posts_stay_in_the_body() -> None:
    post = "We will not reopen the bridge before June, whatever you read — Ida Marsh (@idamarsh) May 7, 2024"
    assert post in only(document(f"Bridge closed at Wexby\n\n{ONE}\n{post}\n{TWO}")).text


def test_row_headline_stands_in_metadata_only() -> None:
    article = only(
        document(
            f"{ONE}\n{TWO}", "application/json", title="Bridge closed", date="2024-05-07", url="https://g.example/1"
        )
    )
    assert article.places[0] == (None, None)
    assert (article.headline, article.url) == ("Bridge closed", "https://g.example/1")
    assert article.published is not None
    assert article.published.from_ == "2024-05-07"


def test_article_in_another_language_is_kept() -> None:
    page = (
        "Brücke gesperrt\n\nDie Stadt hat am Montag die alte Brücke gesperrt, weil Taucher zwei lose Pfeiler gefunden "
        "haben. Die Bürgermeisterin sagte, vor Juni werde niemand darüber fahren können, und bat um Geduld. "
        "Der Kreis wollte sich zu dem Vorgang nicht äußern."
    )
    assert only(document(page)).language == "de"


HTML_HEAD = (
    "<title>Wexby closes bridge | The Norland Gazette</title>"
    '<meta property="og:site_name" content="The Norland Gazette">'
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Wexby closes bridge", '
    '"datePublished": "2023-05-07T09:00:00Z", "author": {"name": "Tom Reed"}}</script>'
)
HTML_BODY = (
    '<div id="cookie-bar"><p>We use cookies to measure our audience.</p></div><nav><a>News</a><a>Sport</a></nav>'
    '<main><h1>Wexby closes bridge</h1><h2 class="dek">Two piers had moved, divers found on Monday</h2>'
    '<p class="ts">7 May 2024, 10:00</p><figure><figcaption>The bridge.</figcaption></figure>'
    f"<p>{ONE}</p><div class='ad-slot'>Advertisement</div><p>{TWO}</p><h3>What was known</h3>"
    f"<aside><p>{OTHER}</p></aside><p>{THREE} <b>MERIDWIRE</b></p></main><footer>© Gazette</footer>"
)


def test_html_gives_headline_summary_and_body() -> None:
    article = only(html(HTML_BODY, HTML_HEAD))
    assert article.text.split("\n") == [
        "Wexby closes bridge", "Two piers had moved, divers found on Monday", ONE, TWO, "What was known", THREE,
    ]  # fmt: skip
    assert article.regions == ("headline", "summary", "body", "body", "body", "body")
    assert article.places == ()
    assert (article.outlet, article.byline, article.agency) == ("The Norland Gazette", "Tom Reed", "MERIDWIRE")


def test_the_shown_date_beats_the_metadata_and_the_conflict_is_noted() -> None:
    article = only(html(HTML_BODY, HTML_HEAD))
    assert article.published is not None
    assert article.published.from_ == "2024-05-07T10:00"
    assert any("2023-05-07" in note for note in article.notes)


def test_equal_scraps_of_an_html_page_have_ids_of_their_own() -> None:
    _, scraps, _ = cut(html(HTML_BODY.replace("<h3>", "<div class='ad-slot'>Advertisement</div><h3>"), HTML_HEAD))
    assert len({scrap.id for scrap in scraps}) == len(scraps)
    assert sum(scrap.text == "Advertisement" for scrap in scraps) == 2


def test_text_hidden_until_a_script_runs_is_still_read() -> None:
    assert (
        ONE in only(html(f"<h1>Wexby closes bridge</h1><div style='display:none'><p>{ONE}</p><p>{TWO}</p></div>")).text
    )


def test_a_drop_capital_is_put_back() -> None:
    page = html(f"<h1>Wexby closes bridge</h1><main><div>T</div><p>{ONE[1:]}</p><p>{TWO}</p></main>")
    assert only(page).text.split("\n")[1] == ONE


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (html("<nav><a>News</a><a>Sport</a></nav>"), "headings and links without prose"),
        (
            html("<p>We use cookies on this site, and we ask you to accept our use of cookies.</p><button>OK</button>"),
            "a consent wall",
        ),
        (html("<h1>Sorry</h1><p>The page you are looking for could not be found here.</p>"), "is not there"),
        (html("<script>let a = 1</script>"), "no text to be seen"),
        (document("The bridge is closed."), "no text of an article's length"),
    ],
)
def test_a_page_without_an_article_says_why(page: Document, reason: str) -> None:
    articles, _, refusals = cut(page)
    assert articles == []
    assert reason in refusals[0].reason


def test_deep_nesting_and_broken_tags_are_read() -> None:
    page = html("<div>" * 5000 + f"<h1>Wexby closes bridge</h1><p>{ONE}<p>{TWO}</i></b>" + "</div>" * 7)
    assert only(page).text.split("\n")[1:] == [ONE, TWO]


LINES = st.sampled_from(
    [ONE, TWO, THREE, OTHER, "", "Advertisement", "Wexby closes its bridge", "3 May 2024", "2 hours ago",
     "- Tarn Times",
     "By Tom Reed", "• A point.", "A boat. PHOTO: ANNA REED", "Related Articles", "Comments", "\t",
     "READ MORE: Fares rise",
     f"A boat. PHOTO: TIMES FILE {OTHER}", f"{TWO} AFP", "© The Norland Gazette"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(LINES, max_size=14), st.sampled_from(["\n", "\r\n", "\n\n", "\r"]))
def test_any_page_of_lines_is_cut_into_exact_slices(lines: list[str], newline: str) -> None:
    page = document(newline.join(lines))
    articles, scraps, refusals = cut(page)
    assert bool(articles) != bool(refusals)
    taken: list[tuple[int, int]] = [(scrap.start or 0, scrap.end or 0) for scrap in scraps]
    for article in articles:
        assert len(article.regions) == len(article.places) == article.text.count("\n") + 1
        for (start, end, _), (begin, stop) in zip(article.lines(), article.places, strict=True):
            assert page.text[begin:stop] == article.text[start:end]
            taken.append((begin or 0, stop or 0))
    assert all(page.text[scrap.start : scrap.end] == scrap.text for scrap in scraps)
    taken.sort()
    assert all(first[1] <= second[0] for first, second in pairwise(taken))


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=400))
def test_no_text_or_markup_fails(text: str) -> None:
    for media_type in ("text/plain", "text/html"):
        articles, scraps, refusals = cut(document(text, media_type))
        assert articles or scraps or refusals
