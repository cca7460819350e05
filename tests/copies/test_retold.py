"""A text told again in other words: a copy where the vectors of its sentences say so, in words that say why."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from onrecord.copies import compare, kin, sketch, trace
from onrecord.nouns import Article, Reading
from onrecord.readings import BUNDLED

Make = Callable[..., Article]

FIRST = (
    "The keeper sold the old lens to a dentist.", "Nobody had told the minister before Monday.",
    "Two officials showed a letter of consent.", "A crack ran through the glass for years.",
    "He asked for another one in vain.", "It stands in a cellar inland now.", "The harbour wants its light back.",
)  # fmt: skip
SECOND = (
    "Ancient optics went from tower to collector.", "Government learnt about this only when papers appeared.",
    "According to a pair of insiders, permission existed.", "Damage made it useless, long since.",
    "Requests for replacement went unanswered throughout.", "Today someone's basement houses that treasure.",
    "Local people demand its swift return.",
)  # fmt: skip


def vector(direction: int) -> bytes:
    numbers = np.zeros(64, dtype=np.int8)
    numbers[direction], numbers[40] = 90, 60
    return numbers.tobytes()


def read(article: Article, directions: range | None) -> Reading:
    """The rules' reading, with a vector a sentence, each in its own direction; without any where none are given."""
    reading = BUNDLED.read([article])[0]
    senses = tuple(vector(n) for n in directions) if directions else ()
    assert not senses or len(senses) == len(reading.sentences)
    return Reading(
        article=article.id, reader="test", sentences=reading.sentences, quotes=reading.quotes, mentions=(),
        attributions=(), senses=senses,
    )  # fmt: skip


@pytest.fixture
def pair(make: Make) -> tuple[Article, Article]:
    return (
        make("a1", FIRST, outlet="Skerry Gazette", day="2031-03-01"),
        make("b2", SECOND, outlet="Tavesk Mirror", day="2031-03-02"),
    )


def test_a_retelling_is_a_rewritten_copy_and_says_why(pair: tuple[Article, Article]) -> None:
    copy, changes = compare(*pair, [read(one, range(7)) for one in pair])
    assert copy
    assert (copy.type, copy.original, copy.direction) == ("rewritten", "a1", "likely")
    assert "7 sentences say the same in other words" in [ground.why for ground in copy.evidence]
    assert [change.what for change in changes] == ["wording"] * 7


def test_without_vectors_other_words_make_no_copy(pair: tuple[Article, Article]) -> None:
    assert compare(*pair, [read(one, None) for one in pair])[0] is None


def test_sentences_of_other_senses_make_no_copy(pair: tuple[Article, Article]) -> None:
    assert compare(*pair, [read(pair[0], range(7)), read(pair[1], range(7, 14))])[0] is None


def test_a_report_that_says_the_same_in_another_order_is_no_copy(pair: tuple[Article, Article]) -> None:
    assert compare(*pair, [read(pair[0], range(7)), read(pair[1], range(6, -1, -1))])[0] is None


def test_one_outlet_telling_its_own_story_anew_makes_no_copy(make: Make) -> None:
    both = [make("a1", FIRST, outlet="Skerry Gazette"), make("b2", SECOND, outlet="Skerry Gazette")]
    assert compare(both[0], both[1], [read(one, range(7)) for one in both])[0] is None


def test_retellings_meet_are_kin_and_are_traced(pair: tuple[Article, Article]) -> None:
    readings = [read(one, range(7)) for one in pair]
    first, second = (sketch(one, reading)[0] for one, reading in zip(pair, readings, strict=True))
    assert set(first.keys) & set(second.keys)
    assert kin(first, second, crowded=True)
    assert [copy.type for copy in trace(pair, readings)[0]] == ["rewritten"]
