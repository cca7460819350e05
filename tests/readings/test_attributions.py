"""Attributions of invented sentences: who, by what cue, says what."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.nouns import Attribution, Extent
from onrecord.readings import attributions, quotes, sentences


class Told(NamedTuple):
    cue: str | None
    source: str | None
    content: tuple[str, ...]
    act: str
    mode: str


def read(text: str) -> list[Attribution]:
    lines = []
    start = 0
    for line in text.split("\n"):
        lines.append((start, start + len(line), "body"))
        start += len(line) + 1
    return attributions.find(text, lines, sentences.split(text, lines), quotes.find(text, lines), ())  # type: ignore[arg-type]


def told(text: str) -> list[Told]:
    def words(extent: Extent | None) -> str | None:
        return text[extent[0] : extent[1]] if extent else None

    return [
        Told(words(one.cue), words(one.source), tuple(text[a:b] for a, b in one.content), one.act, one.mode)
        for one in read(text)
    ]


def only(text: str) -> Told:
    found = told(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Mira Oduya said that the bridge was closed.", "Mira Oduya", "the bridge was closed"),
        ("Mira Oduya said the bridge was closed.", "Mira Oduya", "the bridge was closed"),
        ("The bridge was closed, Mira Oduya said.", "Mira Oduya", "The bridge was closed"),
        ("The bridge was closed, said Mira Oduya.", "Mira Oduya", "The bridge was closed"),
        ("The bridge was closed, according to Mira Oduya.", "Mira Oduya", "The bridge was closed"),
        ("According to Mira Oduya, the bridge was closed.", "Mira Oduya", "the bridge was closed"),
        ("On Monday, the mayor said the bridge was closed.", "the mayor", "the bridge was closed"),
        ("The mayor said on Monday that the bridge was closed.", "The mayor", "the bridge was closed"),
        ("The mayor on Monday said the bridge was closed.", "The mayor", "the bridge was closed"),
        ("People close to the mayor say the bridge was closed.", "People close to the mayor", "the bridge was closed"),
        (
            "The bridge was closed, two engineers with the firm said.",
            "two engineers with the firm",
            "The bridge was closed",
        ),
    ],
)
def test_indirect_speech_has_its_source_and_clause(text: str, source: str, content: str) -> None:
    found = only(text)
    assert (found.source, found.content, found.act, found.mode) == (source, (content,), "says", "indirect")


def test_what_is_said_of_a_speaker_belongs_to_the_source() -> None:
    found = only("Mira Oduya, the engineer who ran the works until May, said the bridge was closed.")
    assert found.source == "Mira Oduya, the engineer who ran the works until May"


def test_a_quotation_broken_by_its_cue_is_one_attribution_with_two_pieces() -> None:
    found = only("“We closed the bridge,” Mira Oduya said. “We will open it in May.”")
    assert found == Told("said", "Mira Oduya", ("We closed the bridge,", "We will open it in May."), "says", "direct")


def test_a_fragment_in_marks_stays_inside_its_clause() -> None:
    found = only("Mira Oduya said the bridge was “a ruin in waiting”.")
    assert (found.content, found.mode) == (("the bridge was “a ruin in waiting”",), "mixed")


def test_an_inverted_teller_keeps_its_apposition() -> None:
    found = only("“We closed the bridge,” said Mira Oduya, the city engineer.")
    assert (found.source, found.content) == ("Mira Oduya, the city engineer", ("We closed the bridge,",))


def test_a_bare_quotation_goes_on_with_the_speaker_before_it() -> None:
    found = only("The mayor told reporters: “We closed it.” “It was time.”")
    assert found.content == ("We closed it.", "It was time.")


def test_a_quotation_without_marks_is_indirect() -> None:
    found = only("The bridge will fall by Easter, Oduya tweeted in March.")
    assert (found.source, found.content, found.mode) == ("Oduya", ("The bridge will fall by Easter",), "indirect")


def test_coordinated_sources_are_split() -> None:
    assert [(one.source, one.act) for one in told("Oduya, Brennick and Transway did not respond to questions.")] == [
        ("Oduya", "no_response"), ("Brennick", "no_response"), ("Transway", "no_response"),
    ]  # fmt: skip


def test_an_attribution_inside_another_has_it_as_parent() -> None:
    found = read("The Harrow Times reported that Oduya asked the mayor to close the bridge.")
    assert [(one.act, one.parent) for one in found] == [("says", None), ("requests", 0)]


def test_a_cited_source_hangs_on_who_cites_it() -> None:
    text = "The bridge was unsafe, the Harrow Times reported, citing two engineers."
    outer, inner = sorted(read(text), key=lambda one: one.cue or (0, 0))
    assert text[slice(*(inner.source or (0, 0)))] == "two engineers"
    assert inner.content == outer.content
    assert inner.parent is not None


def test_a_source_cited_in_the_next_sentence_says_what_was_told_before() -> None:
    text = "The Harrow Times reported that the bridge was unsafe. It cited a memo and two engineers."
    found = told(text)
    assert {one.source for one in found} == {"The Harrow Times", "a memo", "two engineers"}
    assert len({one.content for one in found}) == 1


def test_an_aide_who_is_quoted_speaks_within_the_outlet() -> None:
    found = read("The Harrow Times quoted an aide as saying the bridge was unsafe.")
    assert [one.parent for one in found] == [None, 0]


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Oduya denied taking the money.", "denies"),
        ("Oduya denied it.", "denies"),
        ("Oduya did not deny it.", "evades"),
        ("Oduya confirmed that the bridge was closed.", "confirms"),
        ("Oduya acknowledged that the bridge was closed.", "concedes"),
        ("Oduya asked whether the bridge was closed.", "asks"),
        ("Oduya asked the mayor to close the bridge.", "requests"),
        ("Oduya threatened to close the bridge.", "threatens"),
        ("Oduya promised to close the bridge.", "promises"),
        ("Oduya apologised for the delay.", "apologises"),
        ("Oduya said she had never met the mayor.", "denies"),
        ("The ministry said it would not discuss the bridge.", "declines"),
        ("“We got it wrong,” Oduya said.", "concedes"),
        ("Oduya called the report “a fairy tale”.", "denies"),
        ("Oduya called the mayor “a fine man”.", "says"),
    ],
)
def test_the_act_shows_in_verb_negation_and_words(text: str, act: str) -> None:
    assert only(text).act == act


@pytest.mark.parametrize(
    "text",
    [
        "The swing states of the north voted early.",
        "A report on the bridge is due in May.",
        "The calls lasted an hour.",
        "The council put more buses on the road.",
        "He was asked to leave.",
        "The company was told.",
        "Oduya sued the mayor over the bridge.",
    ],
)
def test_what_nobody_says_is_no_attribution(text: str) -> None:
    assert told(text) == []


def test_a_passive_report_names_nobody() -> None:
    found = only("The mayor is understood to have sold the bridge.")
    assert (found.source, found.act) == (None, "says")


def test_an_unclosed_quotation_does_not_swallow_the_page() -> None:
    text = "“We closed the bridge, Oduya said. The mayor was in Leth.\nA fair was held on Sunday."
    assert all(end <= text.index("\n") for one in read(text) for _, end in one.content)


@settings(max_examples=60, deadline=None)
@given(
    st.text(alphabet="aS ,.“”\"':;\n—dhe", max_size=300).map(
        lambda noise: f"Oduya said {noise} the mayor denied it, he said."
    )
)
def test_every_extent_stands_in_the_text_and_every_parent_is_another(text: str) -> None:
    found = read(text)
    for at, one in enumerate(found):
        for start, end in (*one.content, *filter(None, (one.cue, one.source, one.hearer))):
            assert 0 <= one.start <= one.end <= len(text)
            assert 0 <= start < end <= len(text)
        assert one.parent is None or (0 <= one.parent < len(found) and one.parent != at)


def test_hostile_text_is_read_in_bounds() -> None:
    assert read("“" * 3000 + " said " * 500) is not None
    assert read("Oduya " * 5000 + "said it rained.") is not None


def sources(text: str) -> list[str | None]:
    return [one.source for one in told(text)]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("Two weeks later, Mira Oduya, an engineer, wrote that it had failed.", "Mira Oduya, an engineer"),
        ("By May of that year, he began to doubt, seeking help, saying that it was lost.", "he"),
        ("Oduya in March said the bridge was closed.", "Oduya"),
        ("He initially denied the story.", "He"),
        ("Her reply came after Oduya on Thursday threatened to close the bridge.", "Oduya"),
        ("Privately and publicly, Ms Oduya stewed over the bill, believing it would fail.", "Ms Oduya"),
        ("He’s said the bridge is closed.", "He"),
        ("Seven in 10 residents say they fear the bridge.", "Seven in 10 residents"),
    ],
)
def test_the_source_is_the_subject_of_the_cues_own_clause(text: str, source: str) -> None:
    assert sources(text)[0] == source


@pytest.mark.parametrize(
    "text",
    [
        "Oduya's reported losses grew.",
        "The jobs report beat every forecast.",
        "It was a confirmation hearing that really weakened him.",
        "The new reporting provides a context for her work.",
        "It was a deal, one that called for a new bridge.",
    ],
)
def test_words_that_look_like_verbs_tell_nothing(text: str) -> None:
    assert sources(text) == []


def test_a_clause_around_its_teller_is_told_in_two_pieces() -> None:
    assert only("The bridge, Mira Oduya said, was closed.").content == ("The bridge", "was closed")


def test_a_quotation_that_asks_belongs_to_the_teller_behind_it() -> None:
    assert only("Rain fell. “Who do they think they are?” Oduya said.").content == ("Who do they think they are?",)


def test_a_dotted_abbreviation_ends_no_content() -> None:
    assert only("Oduya announced that the U.S. Coast Service would stay.").content == (
        "the U.S. Coast Service would stay",
    )


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("Oduya — an engineer from Varle — says the bridge was closed.", "Oduya", "the bridge was closed"),
        ("As the Varle Courier noted, Oduya closed the bridge.", "the Varle Courier", "Oduya closed the bridge"),
        ("Still, Oduya said, the bridge was closed.", "Oduya", "the bridge was closed"),
        ("Oduya gave a “speech,” saying the bridge was closed.", "Oduya", "the bridge was closed"),
        ("Oduya suggested the bridge was closed.", "Oduya", "the bridge was closed"),
        ("Files from the bank show that the bridge was closed.", "Files from the bank", "the bridge was closed"),
        ("While Oduya said the bridge was closed, the mayor denied it.", "Oduya", "the bridge was closed"),
        ("“It is over,” said Oduya, who called it “a shame”.", "Oduya", "It is over,"),
    ],
)
def test_tellers_stand_in_many_places(text: str, source: str, content: str) -> None:
    found = told(text)
    assert (source, (content,)) in [(one.source, one.content) for one in found]


def test_a_reason_that_is_cited_is_no_source() -> None:
    assert sources("The bridge office said it would not comment, citing an ongoing inquiry.") == ["The bridge office"]


@pytest.mark.parametrize(
    "text",
    [
        "A poll released Sunday showing interest had fallen was wrong.",
        "The Oduya emails she highlighted were not secret.",
        "The land claimed by the crown was sold.",
        "Her plan added some substance to the slogans and sought to unite them.",
        "The guns of people accused of theft were kept.",
        "She spoke of alleged thefts at the works.",
    ],
)
def test_reduced_clauses_and_nouns_tell_nothing(text: str) -> None:
    assert sources(text) == []


def test_an_office_in_two_parts_is_one_source() -> None:
    assert sources("Liberal strategist and Varle News writer Joe Oduya said it would fail.") == [
        "Liberal strategist and Varle News writer Joe Oduya"
    ]


def test_what_is_pledged_not_to_happen_keeps_its_negation() -> None:
    assert only("The brothers pledged not to sell the works.").content == ("not to sell the works",)


PIECES = (
    "Oduya|said|the mayor|that|it was|closed|“|”|''|``|\"|'|‘|’|,|.|?|;|:|(|)|—|and|who|told|Ms. Fenn|"
    "did not respond|to|citing|"
    "officials|U.S.|5 p.m.|46-year-old|according to|\n|asked|why|neither|nor|denied|calling for|"
    "as|on Monday|which|showed|of"
)
WORDS = st.sampled_from(PIECES.split("|"))


@given(st.lists(WORDS, max_size=40), st.booleans())
@settings(max_examples=300, deadline=None)
def test_extents_of_composed_text_stand_in_it_and_in_order(words: list[str], spaced: bool) -> None:
    text = (" " if spaced else "").join(words)
    for one in read(text):
        parts = [(one.start, one.end), *one.content, *(part for part in (one.cue, one.source, one.hearer) if part)]
        assert all(0 <= start < end <= len(text) for start, end in parts)
        assert all(left[1] <= right[0] for left, right in zip(one.content, one.content[1:], strict=False))


def test_officials_whom_a_paper_cited_hang_on_the_paper() -> None:
    found = read("The paper cited several unnamed officials, who said the bridge was closed.")
    assert [(one.parent, one.act) for one in found] == [(None, "says"), (0, "says")]


def test_an_account_based_on_interviews_has_the_interviewed_as_its_source() -> None:
    text = "This account is based on interviews with 17 people, all of whom asked for anonymity."
    assert [(one.source, one.content) for one in told(text)] == [("17 people", ("This account",))]


def test_what_somebody_did_besides_is_no_part_of_what_they_owned_up_to() -> None:
    assert told("Officials acknowledged the error and apologised.")[0].content == ("the error",)


def test_what_happened_behind_a_quotations_teller_is_not_said() -> None:
    assert only("“It is over,” Oduya said, and then she left.").content == ("It is over,",)


@pytest.mark.parametrize(
    "text", ["The mayor suggested the that", "Lund noted the pier that", "Lund thinks the that also"]
)
def test_a_line_that_breaks_off_at_that_is_read(text: str) -> None:
    assert all(text[one.start : one.end] for one in read(text))
