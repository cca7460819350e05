"""What a house says below the last sentence, in sentences of its own."""

from __future__ import annotations

import pytest

from onrecord.articles import cut
from onrecord.nouns import Article, Document

P1 = "The ferry to Orrin will not run until the board has paid its captain, the harbour master said on Monday."
P2 = "“I have not been paid since March,” the captain, Vera Moll, told a meeting in the sail loft."
P3 = "The board did not respond to a request for comment. It meets again in a fortnight, its clerk said."
HEAD = "The Orrin Lantern\nNews | Sport | Tides\n\nFerry captain goes unpaid\nBy Joan Tull\n4 June 2031\n\n"


def article(below: str) -> Article:
    page = f"{HEAD}{P1}\n\n{P2}\n\n{P3}\n\n{below}\n"
    (found,) = cut(Document(page="page-1", uri="a.txt", media_type="text/plain", captured=None, text=page))[0]
    return found


@pytest.mark.parametrize(
    "foot",
    [
        "Have you been left on a pier? Ring the Lantern’s ferry desk.",
        "Do you know more about our ferry? Want to tell us?",
        "The Orrin Lantern is an independent paper. Errors are put right here.",
        "#ferry #unpaid\nThis Captain Eats One Fig A Day\nOpinions are those of whoever holds them.",
        "Podcast: Vera Moll on a year of waiting for the tide and the money.",
        "Sponsored: Is your boat asleep?",
        "Most read: 1. The eels are back 2. Is your pier sinking?",
    ],
)
def test_sentences_of_the_house_below_the_body_are_no_body(foot: str) -> None:
    assert article(foot).text.endswith(P3)


@pytest.mark.parametrize(
    "end",
    [
        "“Who will pay her, and when? Ask us in June,” said the clerk of the board.",
        "She has taken work on a trawler.",
        "The Orrin Lantern has asked the board for its accounts.",
    ],
)
def test_a_last_sentence_of_the_article_stays(end: str) -> None:
    assert article(end).text.endswith(end)
