"""Which doing of a clause its time belongs to."""

from __future__ import annotations

import pytest

from onrecord.events.attachment import LIKELY, OPEN, SURE, VERBLESS, belief


def believed(text: str, time: str) -> float:
    return belief(text, 0, len(text), text.index(time))


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("Mr Oddy asked his guests to back Ms Roe in May", "in May"),  # an infinitive that was only wanted
        ("Mr Oddy was thanked for keeping the boat in May", "in May"),  # a gerund with its own time
        ("Sales rose to 9 per cent from 4 per cent in May", "in May"),  # the other side of a comparison
        ("Sales were lower than they were in May", "in May"),
        ("The tax was a turn from two years ago", "from two years ago"),
        ("She became the first pilot to do so since 2010", "since 2010"),  # a rank tells of now
        ("Their visits coincide with his turn in May", "in May"),  # a state
        ("Relations seem to have softened today", "today"),
        ("Why did she sail in May?", "in May"),
    ],
)
def test_a_time_of_something_else_dates_nothing(text: str, time: str) -> None:
    assert believed(text, time) == 0


@pytest.mark.parametrize(
    ("text", "time", "least"),
    [
        ("Ms Roe sold the barge in May", "in May", SURE),
        ("In May Mr Oddy asked his guests to back her", "In May", SURE),
        ("She helped to found the yard in May", "in May", LIKELY),
        ("The match was a draw in May", "in May", OPEN),
        ("Three more races in May", "in May", VERBLESS),
        ("The yard has stood there since 2010", "since 2010", SURE),
    ],
)
def test_belief_falls_with_what_stands_between(text: str, time: str, least: float) -> None:
    assert believed(text, time) == least
