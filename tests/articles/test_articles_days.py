"""The day a page was published, weighed from all places that tell it."""

import pytest

from onrecord.articles import cut, day_of
from onrecord.articles.clues import Clue
from onrecord.articles.days import features_of
from onrecord.articles.stamps import find
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


OPEN = "<h1>Quay to close</h1><p class='date'>04/03/2021</p>"


def test_figures_with_slashes_are_no_day_where_their_order_is_open() -> None:
    assert day(OPEN) is None


def test_figures_with_slashes_count_the_day_first_where_the_country_does() -> None:
    assert day(OPEN, "https://tarn.co.uk/quay") == "2021-03-04"


def test_figures_with_slashes_are_the_day_that_the_page_declares() -> None:
    assert day("<meta property='article:published_time' content='2021-04-03'>" + OPEN) == "2021-04-03"
    assert day("<meta property='article:published_time' content='2021-03-04'>" + OPEN) == "2021-03-04"


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


def test_the_shown_day_of_a_moment_that_is_another_day_in_utc_is_taken() -> None:
    declared = "<meta property='article:published_time' content='2021-03-05T03:28:00Z'>"
    html = f"{declared}<h1>Quay to close</h1><p>Published March 4, 2021, 10:28 p.m. ET</p>{BODY}"
    assert day(html) == "2021-03-04"


def test_a_day_to_come_that_the_text_announces_is_not_that_of_publication() -> None:
    html = "<h1>Quay to close</h1><p class='date'>4 March 2021</p>" + BODY
    assert day(html + "<p>The quay will be closed on 1 May 2021, the company said on its site.</p>") == "2021-03-04"


def test_the_days_of_comments_do_not_date_the_page() -> None:
    comments = "".join(f"<li>Ola, {n}. Mai 2021: Gut so, das wurde auch Zeit.</li>" for n in range(2, 9))
    assert day(f"<h1>Kai schließt</h1>{BODY}<ol class='comments'>{comments}</ol>") is None


def test_a_shown_day_beats_wrong_metadata_and_the_conflict_is_noted() -> None:
    html = "<meta name='date' content='2019-01-01'><h1>Quay to close</h1><p class='date'>Published 4 March 2021</p>"
    (article,), _, _ = cut(page(html + BODY))
    assert article.published is not None
    assert article.published.from_ == "2021-03-04"
    assert any("2019-01-01" in note for note in article.notes)


def test_an_article_that_nothing_dates_has_no_date() -> None:
    (article,), _, _ = cut(page(f"<h1>Quay to close</h1>{BODY}<footer>© 2019-2021 Tarn Media</footer>"))
    assert article.published is None


@pytest.mark.parametrize("moment", ["1614844800", "1614844800000", "20210304", "2021-03-04T08:00:00+0000"])
def test_a_declared_moment_is_read_in_the_forms_of_machines(moment: str) -> None:
    assert day(f"<meta property='article:published_time' content='{moment}'><h1>Quay to close</h1>") == "2021-03-04"


@pytest.mark.parametrize(
    "moment", ["0000-00-00", "31/02/2021", "1721-03-04", "1970-01-01T00:00:00Z", "0", "soon", "99999999999"]
)
def test_a_declared_moment_that_is_none_says_nothing(moment: str) -> None:
    assert day(f"<meta property='article:published_time' content='{moment}'><h1>Quay to close</h1>") is None


def test_a_day_far_from_the_headline_is_told_from_those_beside_it() -> None:
    near, far = Clue("date line", find("4 March 2021")[0], "beside"), Clue("date line", find("6 May 2021")[0], "body")
    assert ["others beside" in names for names in features_of([near, far]).values()] == [False, True]
    assert ["others beside" in names for names in features_of([far]).values()] == [False]
