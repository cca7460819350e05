"""Whole HTML pages: lists and headings in bodies, pages that hold no article, hostile pages."""

from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.articles import cut
from onrecord.nouns import Article, Document, Refusal

PROSE = "The harbour board said on Monday that the crossing would run as planned through the winter. "


def read(html: str) -> tuple[list[Article], list[Refusal]]:
    document = Document(page="p", uri="u", media_type="text/html", captured=None, text=html)
    articles, _, refusals = cut(document)
    return articles, refusals


def paragraphs(count: int) -> str:
    return "".join(f"<p>{PROSE}It gave reason number {n}.</p>" for n in range(count))


def test_list_items_after_the_last_sentence_stay_in_the_body() -> None:
    articles, _ = read(f"<h1>Quay closes</h1><div>{paragraphs(4)}<ul><li>first berth<li>second berth</ul></div>")
    assert articles[0].text.endswith("first berth\nsecond berth")


def test_teasers_after_the_last_sentence_do_not() -> None:
    teasers = "<h3>Das könnte Sie auch interessieren</h3><ul><li>Ein anderer Kai<li>Noch ein Kai</ul>"
    articles, _ = read(f"<h1>Quay closes</h1><div>{paragraphs(4)}{teasers}</div>")
    assert "Kai" not in articles[0].text


def test_a_body_inside_an_element_called_date_is_a_body() -> None:
    articles, _ = read(f"<h1>Quay closes</h1><div class='date-outer'>{paragraphs(12)}</div>")
    assert articles[0].text.count(PROSE.strip()) == 12


def test_a_label_that_is_hidden_hides_no_body() -> None:
    articles, _ = read(f"<h1>Quay closes</h1><div class='field field-label-hidden'>{paragraphs(4)}</div>")
    assert articles[0].text.count(PROSE.strip()) == 4


def test_readings_above_japanese_words_are_no_text() -> None:
    sentence = "<ruby>港<rt>みなと</rt></ruby>は月曜日に閉まると市が発表しました。" * 8
    articles, _ = read(f"<h1>港が閉まる</h1><p>{sentence}</p>")
    assert "みなと" not in articles[0].text
    assert "港は月曜日" in articles[0].text


def test_a_page_that_is_not_there_is_named_so() -> None:
    articles, refusals = read("<h1>Page not found</h1><p>Sorry, the page you are looking for could not be found.</p>")
    assert articles == []
    said = "the page says that what was asked for is not there: give the article's own address"
    assert [refusal.reason for refusal in refusals] == [said]


def test_a_consent_wall_is_named_so() -> None:
    wall = "<p>We and our partners use cookies to count our readers.</p><button>Accept all</button>"
    articles, refusals = read(wall)
    assert articles == []
    said = "a consent wall, nothing but notices and buttons: save the page after accepting or refusing"
    assert [refusal.reason for refusal in refusals] == [said]


def test_a_tower_of_nested_tags_is_read() -> None:
    articles, _ = read("<div>" * 100_000 + f"<h1>Quay closes</h1>{paragraphs(4)}")
    assert articles[0].text.count(PROSE.strip()) == 4


def test_a_page_beyond_all_measure_is_read_in_part_and_says_so() -> None:
    articles, _ = read(f"<h1>Quay closes early</h1>{paragraphs(4)}" + "<i>" * 500_000)
    assert articles[0].notes == ("the page is longer than any page is read: its end was left unread",)
    assert not articles[0].complete


def test_null_bytes_and_turned_text_break_nothing() -> None:
    articles, _ = read(f"<h1>Quay\x00 closes early</h1>\u202e{paragraphs(4)}\u202c\x00")
    assert articles[0].headline == "Quay closes early"


def test_a_tool_called_comments_above_the_body_mutes_nothing() -> None:
    body = [f"{PROSE}It gave reason number {n}." for n in range(4)]
    text = "\n".join(["Quay closes for the winter", "The board met for two hours.", "Comments", *body])
    articles, _, _ = cut(Document(page="p", uri="u", media_type="text/plain", captured=None, text=text))
    assert articles[0].text.count(PROSE.strip()) == 4


def test_the_foot_of_one_flattened_page_and_the_top_of_the_next_part_their_articles() -> None:
    foot = ["Related topics", "Harbours", "Ferries", "Winter timetable", "© 2021 Tarn Media. All rights reserved."]
    top = ["Skip to content", "Home", "News", "Sport", "Weather", "Travel", "Jobs", "Bridge opens to lorries again"]
    body = [f"{PROSE}It gave reason number {n}." for n in range(4)]
    text = "\n".join(["Quay closes for the winter", *body, *foot, *top, *body])
    articles, _, _ = cut(Document(page="p", uri="u", media_type="text/plain", captured=None, text=text))
    assert [article.headline for article in articles] == ["Quay closes for the winter", "Bridge opens to lorries again"]


MARKUP = """<p> </p> <div> </div> <li> <h1> </h1> <script> </script> <table> <td> <time/datetime=2021-02-03> <!-- -->
    &amp; <div/class=comments> <div/style=display:none> &#0; &#x110000; <![CDATA[ <svg> </svg> <a> </a>"""
TAGS = st.sampled_from(MARKUP.split())


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(TAGS, st.just(PROSE), st.text(max_size=20)), max_size=40))
def test_no_html_breaks_the_cutter(parts: list[str]) -> None:
    articles, refusals = read("".join(parts))
    assert bool(articles) != bool(refusals)
    for article in articles:
        assert len(article.text.split("\n")) == len(article.regions)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.one_of(st.just(PROSE), st.text(max_size=30), st.sampled_from(["\n", "\r\n", "\f", "3 hours ago"]))))
def test_lines_of_flattened_text_stand_where_they_say(parts: list[str]) -> None:
    text = "".join(parts)
    articles, scraps, _ = cut(Document(page="p", uri="u", media_type="text/plain", captured=None, text=text))
    for article in articles:
        for line, (start, end) in zip(article.text.split("\n"), article.places, strict=True):
            assert start is None or text[start:end] == line
    assert all(text[scrap.start : scrap.end] == scrap.text for scrap in scraps)
