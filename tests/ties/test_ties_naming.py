"""Names that one actor gives another."""

from __future__ import annotations

import pytest
from tied_pages import draw


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ('{Ann Roe} called {Bo Lind} "a clerk with a trumpet".', ("insults", "-")),
        ('{Ann Roe} called {Bo Lind} "the best cook in town".', ("praises", "+")),
        ('{Ann Roe} described {Bo Lind} as "reckless".', ("criticises", "-")),
        ('{Ann Roe} called {The Kestrel}\'s story "old soup".', ("denies", "-")),
        ("{Ann Roe} called {Bo Lind} on Tuesday.", ("meets", "0")),
    ],
)
def test_the_words_given_decide(text: str, kind: tuple[str, str]) -> None:
    assert [(tie.type, tie.sign) for tie in draw(text)] == [kind]


def test_an_adjective_without_colour_is_no_tie() -> None:
    assert draw('{Ann Roe} called {Bo Lind} "light-footed".') == []


def test_a_thing_without_colour_insults_no_body() -> None:
    assert draw('{Ann Roe} called {Ardent} "a company of eleven".') == []


def test_a_name_given_to_an_answer_is_for_who_gave_it() -> None:
    found = draw("{Bo Lind} spoke to {Ann Roe}.\n{Ann Roe} called the answer “disgraceful”.")
    assert ("Ann Roe", "Bo Lind", "criticises") in [(tie.actor, tie.target, tie.type) for tie in found]
