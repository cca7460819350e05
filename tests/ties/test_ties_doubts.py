"""Whom a pronoun may stand for when a tie rests on it."""

from __future__ import annotations

import pytest

from onrecord.nouns import Mention
from onrecord.ties.doubts import settled
from onrecord.ties.roles import Party


def parties(text: str, people: dict[str, str]) -> list[Party]:
    """The people of a text, a pronoun written as `he:NAME`; returns them in order with offsets into `plain(text)`."""
    out: list[Party] = []
    at = 0
    for token in text.split(" "):
        word, _, means = token.partition(":")
        bare = word.strip(".,")
        if bare in people or means:
            form = "pronoun" if means else "name"
            out.append(Party(Mention(start=at, end=at + len(bare), type="person", form=form), people[means or bare]))  # type: ignore[arg-type]
        at += len(word) + 1
    return out


def plain(text: str) -> str:
    return " ".join(token.partition(":")[0] for token in text.split(" "))


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Orla smiled. She:Orla praised Bea.", True),
        ("Orla said that Bea had won. She:Orla thanked the jury.", True),
        ("It was late. She:Orla said Bea had cared. Yes, she:Orla had paid.", False),
        ("Bea spoke last. She:Orla praised the hall.", False),
        ("Orla asked Bea to stay, though Bea kept to her:Orla own plan.", False),
        ("Orla asked Bea to stay, and Orla kept her:Orla word.", True),
    ],
)
def test_a_pronoun_stands_where_nobody_else_could_be_meant(text: str, kept: bool) -> None:
    words = plain(text)
    ends = [at + 1 for at, letter in enumerate(words) if letter == "."]
    sentences = [(0 if not i else ends[i - 1] + 1, end) for i, end in enumerate(ends)]
    last = settled(words, sentences, parties(text, {"Orla": "actor-1", "Bea": "actor-2"}))
    pronouns = [party for party in last if party.mention.form == "pronoun"]
    assert (pronouns[-1].actor == "actor-1") is kept
    assert all(party.actor for party in last if party.mention.form == "name")
