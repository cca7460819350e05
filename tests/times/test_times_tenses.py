"""Which way a bare month, weekday or day and month looks."""

from __future__ import annotations

import pytest

from onrecord.times import tenses
from onrecord.times.expressions import find


def looks_ahead(text: str, words: str) -> bool:
    (found,) = [found for found in find(text) if text[found.start : found.end] == words]
    return tenses.ahead(text, found)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Ms Roe told Ardent she planned dinners to keep guests from backing Mr Oddy in November.", "in November"),
        ("Ms Roe planned to hold dinners to keep guests from backing Mr Oddy in November.", "in November"),
        ("He said the rules to be published in early May bind all.", "in early May"),
        ("The board decided to pay the crew only through February.", "through February"),
        ("The bank has extended loans through January.", "through January"),
        ("Ms Roe vowed to sail in June.", "in June"),
    ],
)
def test_intentions_and_purposes_look_ahead(text: str, words: str) -> None:
    assert looks_ahead(text, words)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("In May, Ms Roe told the guild that she would go.", "In May"),
        ("Ms Finch, on Tuesday, became the first who will sail.", "on Tuesday"),
        ("Ardent expects a loss in its report for the third quarter.", "for the third quarter"),
        ("The figures for January surprised the guild.", "for January"),
        ("Ms Roe served through March.", "through March"),
    ],
)
def test_past_main_verbs_and_accounts_look_back(text: str, words: str) -> None:
    assert not looks_ahead(text, words)
