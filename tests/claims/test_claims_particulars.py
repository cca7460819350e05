"""Nearly the same words about another day, another person, or of what only may be."""

from __future__ import annotations

import pytest
from claims_desk import Said, desk

DAY, MONTH = "Friday where this says Tuesday", "October where this says March"
DIFFERENT = [
    ("the harbour board will close the north gate to lorries on Tuesday", "Tuesday", "Friday", f"says {DAY}"),
    ("the harbour board closed the north gate to lorries in March", "March", "October", f"says {MONTH}"),
    ("the board closed the north gate to lorries in 2031, and again", "2031", "2029", "says 2029 where this says 2031"),
    ("the harbour board handed the keys to Pell last winter", "Pell", "Orme", "names Orme where this names Pell"),
    ("the harbour board may close the north gate to lorries", "may", "will", "says outright what this says may be so"),
    ("the harbour board counted 40 lorries and 12 vans", "12 vans", "17 vans", None),
]


@pytest.mark.parametrize(("content", "before", "after", "differs"), DIFFERENT)
def test_a_changed_particular_makes_another_claim(content: str, before: str, after: str, differs: str | None) -> None:
    story = desk(
        Gull=[Said("Ada Quist", "said", content)], Heron=[Said("Ada Quist", "said", content.replace(before, after))]
    )
    first, second = story.claim_of(content), story.claim_of(content.replace(before, after))
    assert first.id != second.id
    if differs:
        assert [v.differs for v in first.variants] == [differs]


SAME = [
    ("the harbour board will close the north gate on Tuesday", "the harbour board will close the north gate"),
    ("the harbour board gave the keys to Tove Lind", "the harbour board gave the keys to Lind"),
    ("the harbour board handed Quay Street its keys back", "the harbour board handed Quayside its keys back"),
    ("the board may close the gate, which could cost Pell its trade", "the board may close the gate"),
]


@pytest.mark.parametrize(("longer", "shorter"), SAME)
def test_a_particular_told_shorter_or_not_at_all_does_not(longer: str, shorter: str) -> None:
    story = desk(Gull=[Said("Ada Quist", "said", longer)], Heron=[Said("Ada Quist", "said", shorter)])
    assert len(story.claims()) == 1
