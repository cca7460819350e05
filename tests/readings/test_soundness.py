from __future__ import annotations

import pytest

from onrecord.nouns import Act, Attribution
from onrecord.readings.soundness import sound, telling


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
    assert sound(*told(text))


@pytest.mark.parametrize(
    "text",
    [
        "{Asked} <whether the pier was closed>, she left.",
        "[Ada Lund] {wants} <the pier to be closed>.",
        "[Ada Lund] {should promise} <that the pier stays open>.",
        "[Ada Lund] is likely to {repeat} <that the pier stays open>.",
        "[Ada Lund] has never {said} <that the pier stays open>.",
        "[no councillor] {said} <that the pier stays open>.",
        "[those who] {argue} <that the pier stays open>.",
        "[Ada Lund] {called} <it>.",
        "We met [Ada Lund]. {Said} <a man that the pier stays open>.",
    ],
)
def test_what_nobody_told_is_not(text: str) -> None:
    assert not sound(*told(text))


def test_what_somebody_thinks_is_left_to_the_rules() -> None:
    assert not sound(*told("[Ada Lund] {believes} <that the pier stays open>.", "thinks"))


def test_wishes_and_moods_do_not_tell() -> None:
    assert telling("has repeatedly said")
    assert telling("according to")
    assert not telling("wants")
