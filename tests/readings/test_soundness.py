from __future__ import annotations

import msgspec
import pytest

from onrecord.nouns import Act, Attribution
from onrecord.readings.soundness import kind, telling


def told(text: str, act: Act = "says") -> tuple[str, Attribution]:
    """`[source] {cue} <content>` as an attribution of the words without the signs."""
    places, bare = {}, ""
    for sign in text:
        if sign in "[{<]}>":
            places[sign] = len(bare)
        else:
            bare += sign
    source = (places["["], places["]"]) if "[" in places else None
    cue, content = (places["{"], places["}"]), (places["<"], places[">"])
    one = Attribution(
        start=0, end=len(bare), cue=cue, source=source, content=(content,), act=act, mode="indirect", confidence=0.9
    )
    return bare, one


@pytest.mark.parametrize(
    "text",
    [
        "[Ada Lund] {said} <the pier was closed for good>.",
        "<The pier was closed>, {according to} [Ada Lund].",
        "On Monday [Lund], who owns the pier, {has repeatedly said} <it will stay open>.",
        "<It is over>, {said} [Maj. J. Lund].",
    ],
)
def test_who_told_something_is_sound(text: str) -> None:
    assert kind(*told(text)) == "says"


@pytest.mark.parametrize(
    "text",
    [
        "{Asked} <whether the pier was closed>, she left.",
        "[Ada Lund] {should promise} <that the pier stays open>.",
        "[Ada Lund] is likely to {repeat} <that the pier stays open>.",
        "[Ada Lund] has never {said} <that the pier stays open>.",
        "[no councillor] {said} <that the pier stays open>.",
        "[those who] {argue} <that the pier stays open>.",
        "[Ada Lund] {called} <it>.",
        "[Ada Lund] {did not plan} <to come>.",
        "[Ada Lund] {might want} <the pier to be closed>.",
        "We met [Ada Lund]. {Said} <a man that the pier stays open>.",
    ],
)
def test_what_nobody_told_is_not(text: str) -> None:
    assert kind(*told(text)) is None


@pytest.mark.parametrize(
    "text",
    [
        "[Ada Lund] {wants} <the pier to be closed>.",
        "[Ada Lund] {was furious at} <the closing>.",
    ],
)
def test_a_wish_or_a_mood_is_thought(text: str) -> None:
    assert kind(*told(text)) == "thinks"


def test_what_the_model_holds_for_thought_is() -> None:
    assert kind(*told("[Ada Lund] {says} <that the pier stays open>.", "thinks")) == "thinks"


def test_a_matter_is_raised_by_who_speaks_of_it() -> None:
    assert kind(*told("[Ada Lund] {spoke at length about} <the closing of the pier>.")) == "raises"
    assert kind(*told("[Ada Lund] {might speak about} <the closing of the pier>.")) is None


def test_a_quotation_beside_any_word_is_one() -> None:
    text, one = told("“<Closed>,” [Ada Lund] {scrawled}.")
    assert kind(text, msgspec.structs.replace(one, mode="direct")) == "quotes"
    assert kind(text, one) is None


def test_wishes_and_moods_do_not_tell() -> None:
    assert telling("has repeatedly said")
    assert telling("according to")
    assert not telling("wants")


def test_a_cue_of_a_mark_alone_is_read() -> None:
    assert kind(*told("[Ada Lund] {:} <the pier stays open>.", "thinks")) == "thinks"
