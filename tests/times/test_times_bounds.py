"""An undated article lies after what it tells as past, and before its page was seen."""

from __future__ import annotations

import pytest

from onrecord.articles import cut
from onrecord.nouns import Article, Dating, Document, When
from onrecord.times import resolve

LEDE = (
    "The lighthouse fund of the Orrin islands is short by 80,000, an audit made public by the council shows. The fund "
    "pays the keeper and mends the lamp, and nobody else on the islands has a key to either of its two strong boxes."
)


def published(*sentences: str, captured: str | None = None, top: str = "") -> When | None:
    """What a page of a headline and these sentences is dated by."""
    body = "\n\n".join(
        (
            LEDE,
            *sentences,
            "Its treasurer said that he had never seen the accounts, and would not.",
        )
    )
    page = f"{top}Audit finds lighthouse fund short\n\n{body}\n"
    document = Document(
        page="page-1",
        uri="a.txt",
        media_type="text/plain",
        captured=captured,
        text=page,
    )
    articles: list[Article] = cut(document)[0]
    datings: list[Dating] = resolve(articles, [], [], [])[0]
    return datings[0].published


def ends(when: When | None) -> tuple[str | None, str | None]:
    return (when.from_, when.to) if when else (None, None)


def test_the_last_day_told_in_full_as_past_is_the_first_possible() -> None:
    when = published(
        "The money went missing between June 2029 and 14 February 2031, the auditors wrote.",
        "The council will meet on 9 December 2031 to decide whether to call in the police.",
    )
    assert when is not None
    assert (ends(when), when.precision, when.edtf) == (
        ("2031-02-14", None),
        "open",
        "2031-02-14/..",
    )
    assert when.basis == "not dated by its page: it tells of “14 February 2031” as past"


@pytest.mark.parametrize(
    ("sentence", "first"),
    [
        ("The islands bought the light in 2030 for a pound.", "2030-01-01"),
        ("Its lamp has been dark since 2029, the auditors wrote.", "2029-01-01"),
        ("The lamp went out in March 2031 and was never lit again.", "2031-03-01"),
        ("The tower was built in 1842 by prisoners of war.", None),
        ("The debt is to be paid off by 2035, the council said.", None),
        ("The council hopes to light the lamp again in 2036.", None),
        ("A new levy takes effect on 1 July 2032, the council said.", None),
        ("The fund has 2031 members on 14 islands.", None),
        ("The auditors looked into plans for the 9 December 2031 election.", None),
    ],
)
def test_only_what_is_past_bounds_an_article(sentence: str, first: str | None) -> None:
    assert ends(published(sentence)) == (first, None)


def test_an_article_is_not_later_than_its_page_was_seen() -> None:
    when = published("The islands bought the light in 2030.", captured="2031-05-14T09:00:00+00:00")
    assert ends(when) == ("2030-01-01", "2031-05-14")
    assert when is not None
    assert when.precision == "open"
    assert "not after 2031-05-14, when the page was seen" in when.basis


def test_an_age_without_a_capture_is_bounded_by_the_words_and_the_copyright_year() -> None:
    top = "Orrin Courier\n39 minutes ago\n"
    foot = "Services on 16 March were held in the hall.\n\n© 2031 Orrin Courier. All rights reserved."
    assert ends(published(foot, top=top)) == ("2030-12-31", None)
    assert ends(published("Its clerk left the islands on 12 March 2031 by boat.", foot, top=top)) == (
        "2031-03-12",
        None,
    )


def test_an_age_is_counted_from_the_capture() -> None:
    when = published(captured="2031-05-14T09:00:00+00:00", top="Orrin Courier\n39 minutes ago\n")
    assert ends(when) == ("2031-05-14", "2031-05-14")


def test_bounds_are_no_day_that_words_count_from() -> None:
    told = "Its clerk left the islands on 3 January 2031 by boat.\n\nThe council met on Thursday, it said.\n"
    page = f"Audit finds fund short\n\n{LEDE}\n\n{told}"
    document = Document(
        page="page-1",
        uri="a.txt",
        media_type="text/plain",
        captured="2031-01-09T10:00:00+00:00",
        text=page,
    )
    articles = cut(document)[0]
    datings, times, _ = resolve(articles, [], [], [])
    assert ends(datings[0].published) == ("2031-01-03", "2031-01-09")
    (thursday,) = [time.when for time in times if "Thursday" in time.span.text]
    assert thursday.from_ is None
