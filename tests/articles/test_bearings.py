"""A page of cards with ages and no date is of the newest day that its articles tell of as past."""

from __future__ import annotations

from datetime import date

from onrecord.articles import cut
from onrecord.articles.bearings import newest_told
from onrecord.nouns import Article, Document

LEAD = """Ferry owners quarrel over the new pier
The two families that own the Tarn ferries have stopped speaking, people who know both of them said.
The pier was opened on March 3 by the mayor of Pell, who had asked both families to come and got only one of them.
On March 4 the younger Mr Osk told the harbour board that he would rather swim than share an office with the Bells.
Mrs Bell did not answer a letter that asked her about it, and her lawyer said that she had nothing to add to it.
Comments
No comments yet...
Related Articles

Pell Courier
39 minutes ago
- Pell Courier
Harbour board asks ferry families to talk
The pier at Pell on February 11, 2031. PHOTO: NORTHWIRE PELL - The harbour board on March 5 asked the two families \
that own the Tarn ferries to come to a table, and said that it would otherwise run the boats on its own from summer.

Pell Courier
3 hours ago
- Pell Courier
Lighthouse keeper gives up his light
The keeper of the Orrin light said that he was giving it up after forty years, because nobody had mended the roof \
of it and because nobody had answered the four letters that he had written about the roof in that time.
"""


def articles(text: str) -> list[Article]:
    return cut(Document(page="p", uri="u", media_type="text/plain", captured=None, text=text))[0]


def test_cards_with_ages_count_from_the_newest_day_told() -> None:
    found = {article.headline: article.published for article in articles(LEAD)}
    card = found["Harbour board asks ferry families to talk"]
    assert card is not None
    assert (card.from_, card.to) == ("2031-03-05", "2031-03-05")
    assert "counted from the newest day that the page tells of as past" in card.basis


def test_the_article_above_the_cards_lies_between_what_it_tells_and_the_pages_day() -> None:
    lead = articles(LEAD)[0].published
    assert lead is not None
    assert (lead.from_, lead.to) == ("2031-03-04", "2031-03-05")
    assert "the year is the latest the page names" in lead.basis


def test_without_a_full_date_anywhere_nothing_is_dated() -> None:
    assert [a.published for a in articles(LEAD.replace("February 11, 2031", "a grey day"))] == [None, None, None]


def test_a_day_to_come_is_no_day_told() -> None:
    assert list(newest_told("The board will meet on June 9.", date(2031, 2, 11))) == []
    assert list(newest_told("The vote is set for June 9. It met on 2 March.", date(2031, 2, 11))) == [date(2031, 3, 2)]


def test_a_day_far_from_the_full_date_tells_no_year() -> None:
    assert list(newest_told("They met on December 9.", date(2031, 2, 11))) == []


def test_a_day_past_new_year_takes_the_next_year() -> None:
    assert list(newest_told("They met on January 9.", date(2031, 12, 11))) == [date(2032, 1, 9)]
