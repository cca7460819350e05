"""Pages that no paper prints: however large or odd, every extent stands in the text."""

from __future__ import annotations

import pytest
from articles_made import article

from onrecord import readings
from onrecord.nouns import Reading

SENTENCE = 'Orla Fenn said the harbour was shut, and Mr Brekke denied on Monday that his company had "known of it". '
PAGES = {
    "very many sentences": SENTENCE * 100,
    "no sentence end": "Orla Fenn said the harbour was shut and Brekke denied that he had known of it while " * 100,
    "emoji and text from right to left": "Fenn said 🙂🏴‍☠️ \u202eabc\u202c שלום עולם. Brekke denied it, مرحبا بالعالم. "
    * 100,
    "5,000 quotation marks": SENTENCE + '"' * 5000 + " said Brekke. " + SENTENCE,
    "5,000 quotations that nothing closes": "“Shut, said Fenn. " * 5000,
    "5,000 marks of every kind": "“a ‘b \"c 'd” e’ " * 833,
    "a name of 2,000 characters": f"{'Orla ' * 400}Fenn said the harbour was shut.",
    "a name that is one word of 2,000 characters": f"O{'r' * 2000} said the harbour was shut.",
    "nothing but cues": "said denied according to " * 300,
    "sayings in sayings": "he said that she said that " * 150 + "it was shut.",
    "nothing but brackets": "(" * 2000 + ")" * 2000,
    "nothing but line ends": "\n" * 2000,
    "what is no character": "Fenn\x00 said\ud800 it\ufffe was\u0600 shut. " * 50,
}


def extents(reading: Reading) -> list[tuple[int, int]]:
    found = [*reading.sentences, *((quote.start, quote.end) for quote in reading.quotes)]
    found += [(mention.start, mention.end) for mention in reading.mentions]
    for said in reading.attributions:
        parts = (said.cue, said.source, said.hearer, *said.content)
        found += [(said.start, said.end), *(part for part in parts if part)]
    return found


@pytest.mark.parametrize("text", PAGES.values(), ids=PAGES.keys())
def test_every_extent_stands_in_the_text(text: str) -> None:
    reading = readings.read(article(*text.split("\n")))[0]
    for start, end in extents(reading):
        assert 0 <= start < end <= len(text)
        assert not text[start].isspace()
        assert not text[end - 1].isspace()


def test_what_stands_around_a_hostile_line_is_read_as_without_it() -> None:
    plain = readings.read(article("Orla Fenn said the harbour was shut."))[0]
    for text in ('"' * 5000, "(" * 2000, f"O{'r' * 2000}"):
        beside = readings.read(article("Orla Fenn said the harbour was shut.", text))[0]
        assert [one for one in beside.attributions if one.end <= 36] == list(plain.attributions)
