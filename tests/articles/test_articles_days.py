"""The day a page was published, weighed from all places that tell it."""

from onrecord.articles import cut, day_of
from onrecord.nouns import Document

BODY = "".join(
    f"<p>The ferry company said on its quay that crossing {n} would run as planned all year.</p>" for n in range(8)
)


def page(html: str, uri: str = "https://tarn.example/a") -> Document:
    return Document(page="p", uri=uri, media_type="text/html", captured=None, text=f"<html><body>{html}</body></html>")


def day(html: str, uri: str = "https://tarn.example/a") -> str | None:
    when = day_of(page(html, uri))
    return when.from_[:10] if when is not None and when.from_ else None


def test_a_day_in_the_address_dates_a_page_that_shows_none() -> None:
    when = day_of(page("<h1>Quay to close</h1>", "https://tarn.example/2021/03/04/quay-to-close"))
    assert when is not None
    assert (when.from_, when.basis) == ("2021-03-04", "the day in the page's address")


def test_a_copyright_line_is_no_date() -> None:
    assert day("<h1>Quay</h1><footer>Copyright 12.03.2019 Tarn Media</footer>") is None


def test_a_page_without_any_date_has_none() -> None:
    assert day("<h1>Quay to close</h1><p>It closes in 2021.</p>") is None


def test_month_names_of_other_languages_are_read() -> None:
    assert day("<h1>El muelle cierra</h1><p class='date'>4 de marzo de 2021</p>") == "2021-03-04"
    assert day("<h1>Kai schließt</h1><p class='date'>Donnerstag, 4. März 2021</p>") == "2021-03-04"


def test_figures_with_slashes_count_the_day_first() -> None:
    assert day("<h1>Quay to close</h1><p class='date'>04/03/2021</p>") == "2021-03-04"


def test_figures_with_slashes_count_the_month_first_where_another_date_says_so() -> None:
    html = "<h1>Quay to close</h1><p class='date'>03/04/2021</p><aside>Also: 02/25/2021</aside>"
    assert day(html) == "2021-03-04"


def test_a_marked_time_beats_a_date_in_the_text() -> None:
    html = "<h1>Quay to close</h1><time class='published' datetime='2021-03-04T09:00'>yesterday</time>"
    assert day(html + "<p>The quay was built on 1 May 1907 and paid for by the town.</p>") == "2021-03-04"


def test_two_days_of_equal_standing_beside_the_text_are_no_answer() -> None:
    html = "<h1>Quay</h1><aside><p>Fair on 4 May 2021</p><p>Fair on 5 May 2021</p></aside>"
    assert day(html) is None


def test_an_article_without_a_date_line_is_dated_by_its_address() -> None:
    articles, _, _ = cut(page(f"<h1>Quay to close</h1>{BODY}", "https://tarn.example/2021/03/04/quay"))
    assert [article.published and article.published.from_ for article in articles] == ["2021-03-04"]
