from __future__ import annotations

from onrecord.nouns import ActorType, Mention
from onrecord.readings.typed import typed

TEXT = "Corran hired a tug. Corran's tug sank. Then Mr Corran's tug rose. Corran wept."
PLACES = [(0, 6), (20, 26), (66, 72)]
TITLED = (44, 53)


def mention(start: int, end: int, type_: ActorType, sure: float = 1.0) -> Mention:
    return Mention(start=start, end=end, type=type_, form="name", confidence=sure)


FIRST, TITLED, LAST = (0, 6), (25, 34), (50, 56)


def types(first: list[Mention], second: list[Mention]) -> list[str]:
    return [one.type for one in typed(TEXT, first, second)]


def all_of(type_: ActorType, sure: float = 0.9) -> list[Mention]:
    return [mention(*place, type_, sure) for place in PLACES]


def test_a_name_has_the_type_that_three_mentions_speak_for_in_all_its_places() -> None:
    assert types(all_of("place"), all_of("person")) == ["person"] * 3


def test_two_mentions_or_three_unsure_ones_are_too_few() -> None:
    assert types(all_of("place"), all_of("person")[:2]) == ["place"] * 3
    assert types(all_of("place"), all_of("person", 0.8)) == ["place"] * 3


def test_one_that_speaks_for_something_else_is_one_too_many() -> None:
    second = [*all_of("person", 1.0)[:2], mention(*PLACES[2], "group", 0.9)]
    assert types(all_of("place"), second) == ["place"] * 3


def test_an_outlet_stays_one() -> None:
    assert types(all_of("outlet"), all_of("organisation")) == ["outlet"] * 3


def test_a_possessive_makes_no_other_name() -> None:
    second = [mention(0, 6, "person"), mention(20, 28, "person"), mention(66, 72, "person")]
    assert types(all_of("place"), second) == ["person"] * 3


def test_a_name_with_a_title_speaks_for_itself() -> None:
    assert types([*all_of("place"), mention(*TITLED, "organisation")], all_of("person"))[3] == "organisation"


def test_what_the_first_did_not_find_stays_out() -> None:
    assert typed(TEXT, [], all_of("person")) == ()
