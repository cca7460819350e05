from __future__ import annotations

from onrecord.models.answering import ACTS, attribution
from onrecord.models.seen import Told
from onrecord.nouns import Attribution, Extent


def made(text: str, cue: str, content: str, source: str = "", quote: str = "") -> Attribution | None:
    """The attribution of these words of a text, in which `quote` is quoted."""

    def at(words: str) -> Extent:
        return text.index(words), text.index(words) + len(words)

    acts = tuple(float(n == ACTS.index("denies")) for n in range(len(ACTS)))
    told = Told(at(cue), 0.9, at(source) if source else None, 0.8 if source else 0.0, (at(content),), 0.7, acts)
    return attribution(text, [at(quote)] if quote else [], told)


def words(text: str, one: Attribution | None) -> list[str]:
    return [text[start:end] for start, end in one.content] if one else []


def test_it_is_as_sure_as_its_weakest_part_and_of_its_likeliest_act() -> None:
    one = made("Lund said it rained.", "said", "it rained.", "Lund")
    assert one
    assert (one.confidence, one.act, one.mode) == (0.7, "denies", "indirect")


def test_a_content_loses_that_and_the_stops_at_its_ends() -> None:
    text = "Lund said that it rained, she thought."
    assert words(text, made(text, "said", "that it rained,")) == ["it rained"]


def test_a_quotation_alone_is_direct_and_without_its_marks() -> None:
    text = "“It rained,” said Lund."
    one = made(text, "said", "“It rained,”", "Lund", "It rained,")
    assert words(text, one) == ["It rained,"]
    assert one
    assert one.mode == "direct"


def test_what_holds_a_quotation_is_mixed() -> None:
    one = made("Lund said it was “a deluge” there.", "said", "it was “a deluge” there", "Lund", "a deluge")
    assert one
    assert one.mode == "mixed"


def test_another_line_is_no_part_of_what_is_told() -> None:
    text = "Mayor: it rained\nThe mayor said so at noon"
    assert words(text, made(text, ":", "it rained\nThe mayor said")) == ["it rained"]


def test_marks_alone_are_no_content() -> None:
    assert made("Lund said ... nothing", "said", "...") is None
