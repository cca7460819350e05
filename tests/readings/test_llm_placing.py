"""What a model answers is found in the text, and together, or refused with a reason."""

from __future__ import annotations

from typing import Any

import pytest
from articles_made import seen

from onrecord.nouns import Attribution, Mention
from onrecord.readings.llm.placing import Placer
from onrecord.readings.llm.schemas import Felt, Meaning, Piece, Said
from onrecord.readings.llm.windows import Window

LINES = (
    "Orla Fenn said the harbour was shut. “No ship,” she added, “will enter. None will leave.”",
    "The gate was painted. The gate was locked.",
    "Brekke denied it. He would not say more.",
)
SEEN = seen(*LINES)
ALL = Window(tuple(range(len(SEEN.sentences))), frozenset(range(len(SEEN.sentences))))


def at(words: str) -> Piece:
    number = next(n for n, (start, end) in enumerate(SEEN.sentences) if words in SEEN.text[start:end])
    return Piece(sentence=number, words=words)


def said(source: str | None, cue: str | None, *content: str, act: Any = "says", hearer: str | None = None) -> Said:
    return Said(
        source=at(source) if source else None, cue=at(cue) if cue else None, content=[at(words) for words in content],
        act=act, hearer=at(hearer) if hearer else None,
    )  # fmt: skip


def by(source: Piece, content: Piece | None = None) -> Said:
    return Said(source=source, cue=at("said"), content=[content or at("harbour")], act="says")


def placed(answer: Said, window: Window = ALL) -> tuple[Attribution | None, list[str]]:
    placer = Placer(SEEN)
    made = placer.attribution(window, answer)
    return (made.attribution if made else None), list(placer.remarks())


def words(extent: tuple[int, int] | None) -> str | None:
    return SEEN.text[slice(*extent)] if extent else None


def test_an_attribution_is_the_extents_of_its_words() -> None:
    made, refused = placed(said("Orla Fenn", "said", "the harbour was shut"))
    assert made
    assert [words(made.source), words(made.cue), words(made.content[0])] == [
        "Orla Fenn",
        "said",
        "the harbour was shut",
    ]
    assert words((made.start, made.end)) == "Orla Fenn said the harbour was shut"
    assert made.mode == "indirect"
    assert refused == []


def test_content_in_marks_is_direct_and_pieces_that_touch_are_one() -> None:
    made, _ = placed(said("she", "added", "No ship,", "will enter.", "None will leave."))
    assert made
    assert [words(piece) for piece in made.content] == ["No ship,", "will enter. None will leave."]
    assert made.mode == "direct"


def test_content_that_holds_a_quotation_is_mixed() -> None:
    made, _ = placed(said("Orla Fenn", "said", "“No ship,” she added, “will enter."))
    assert made
    assert made.mode == "mixed"


def test_marks_may_be_written_otherwise_and_the_words_are_the_pages() -> None:
    placer = Placer(SEEN)
    place = placer.extent(ALL, Piece(sentence=1, words='"No ship," she'))
    assert words(place) == "No ship,” she"
    assert not placer.refused


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        (by(Piece(sentence=0, words="Mayor Tarn")), "nowhere"),
        (by(Piece(sentence=1, words="Orla Fenn")), "nowhere"),
        (by(Piece(sentence=0, words="orla fenn")), "nowhere"),
        (by(at("Orla Fenn"), Piece(sentence=77, words="x")), "not asked about"),
        (by(at("Orla Fenn"), Piece(sentence=-1, words="x")), "not asked about"),
        (by(Piece(sentence=0, words="Orla Fenn", occurrence=2)), "nowhere"),
        (said("Brekke", "said", "the harbour was shut"), "far apart"),
        (said("Orla Fenn", "said", "The gate was locked"), "far from its cue"),
        (said("Orla Fenn", "said", "the harbour was shut", hearer="Brekke"), "far apart"),
        (said("Orla Fenn", "said", "the harbour was shut", "The gate was painted"), "in pieces far apart"),
        (said(None, None, "the harbour was shut"), "without a cue or a source"),
        (said("Orla Fenn", None), "without a cue or a source"),
        (said("Orla Fenn", "said"), "without anything said"),
        (said("Orla Fenn", "said", "Orla Fenn said the harbour"), "inside what is said"),
    ],
)  # fmt: skip
def test_what_does_not_stand_in_the_text_together_is_refused_with_its_reason(answer: Said, reason: str) -> None:
    made, refused = placed(answer)
    assert made is None
    assert len(refused) == 1
    assert reason in refused[0]


def test_a_clause_is_no_cue() -> None:
    long = seen("Fenn, who had been there all day and all night in rain and in snow, said so.")
    placer = Placer(long)
    cue = Piece(sentence=0, words="who had been there all day and all night in rain and in snow")
    answer = Said(source=Piece(sentence=0, words="Fenn"), cue=cue, content=[Piece(sentence=0, words="so")], act="says")
    assert placer.attribution(Window((0,), frozenset({0})), answer) is None
    assert list(placer.remarks()) == ["1 answers were refused, with a clause for a cue or a source"]


def test_a_denial_needs_no_words_of_what_was_denied() -> None:
    made, _ = placed(said("Brekke", "denied", act="denies"))
    assert made
    assert (made.act, made.content) == ("denies", ())


def test_words_of_a_window_that_was_not_asked_about_are_refused() -> None:
    made, refused = placed(said("Brekke", "denied", act="denies"), Window((0, 1, 2), frozenset(range(9))))
    assert made is None
    assert "not asked about" in refused[0]


def mention(words: str) -> Mention:
    start = SEEN.text.index(words)
    return Mention(start=start, end=start + len(words), type="person", form="name")


MENTIONED = SEEN._replace(mentions=(mention("Orla Fenn"), mention("she"), mention("Brekke"), mention("He would")))


def test_a_meaning_is_of_mentions_that_were_shown() -> None:
    placer = Placer(MENTIONED)
    first = Window((0, 1, 2), frozenset(range(9)))
    given = [(1, 0), (1, 2), (3, 2), (1, 1), (9, 0), (1, -4)]
    assert list(placer.meanings(first, [Meaning(mention=a, means=b) for a, b in given])) == [(1, 0), (1, 2)]
    assert placer.refused.total() == 4


def test_a_regard_is_of_two_mentions_of_one_sentence() -> None:
    placer = Placer(MENTIONED)
    assert placer.regard(ALL, Felt(holder=0, target=1, sign="-")) is None
    assert placer.regard(ALL, Felt(holder=0, target=0, sign="-")) is None
    assert placer.regard(ALL, Felt(holder=0, target=44, sign="-")) is None
    assert placer.refused.total() == 3
