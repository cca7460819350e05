"""Many expressions at once give what each alone gives."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.articles.openings import Openings, first_characters

ENTRIES = [
    "quays?", "e?-?mail", "(?:north|south) berth", "(?:old )?pier", "\\d+ boats", "\\(c\\)", "tide|ebb", "[a-c]at",
    "\\btern", "7 gulls", ".ock",
]  # fmt: skip


@pytest.mark.parametrize(
    ("entry", "characters"),
    [
        ("quays?", "q"),
        ("(?:north|south) berth", "ns"),
        ("\\btern|\\d+ boats", "t0"),
        ("e?-?mail", None),
        ("(?:old )?pier", None),
        ("\\(c\\)", None),
    ],
)
def test_the_first_characters_are_told_where_they_are_plain(entry: str, characters: str | None) -> None:
    assert first_characters(entry) == (None if characters is None else frozenset(characters))


@given(st.text(alphabet="quaysemil-northub prdt(c)0379gsk٣", max_size=14), st.booleans())
def test_what_matches_alone_matches_together(text: str, whole: bool) -> None:
    compiled = [re.compile(entry) for entry in ENTRIES]
    alone = any(entry.fullmatch(text) if whole else entry.match(text) for entry in compiled)
    assert Openings(ENTRIES, whole).match(text) == alone


@pytest.mark.parametrize(
    "text", ["quays", "email", "south berth", "pier", "٣ boats", "(c)", "ebb", "bat", "7 gulls", "dock"]
)
def test_every_kind_of_entry_matches(text: str) -> None:
    assert Openings(ENTRIES, whole=True).match(text)
    assert not Openings(ENTRIES).match(f"<{text}")
