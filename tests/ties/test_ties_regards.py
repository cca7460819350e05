"""What a reader saw of who stands how to whom becomes a tie where nothing else tells one."""

from __future__ import annotations

from onrecord.nouns import Regard
from onrecord.ties.regards import felt

ACTORS = ["actor-a", "actor-b", None, "actor-a"]


def kinds(*regards: Regard) -> list[tuple[str, str, str, str]]:
    return [(seen.actor, seen.target, seen.type, seen.sign) for seen in felt(regards, ACTORS)]


def test_a_regard_is_the_widest_tie_of_its_sign() -> None:
    assert kinds(Regard(start=0, end=9, holder=0, target=1, sign="+")) == [("actor-a", "actor-b", "supports", "+")]
    assert kinds(Regard(start=0, end=9, holder=1, target=0, sign="-")) == [("actor-b", "actor-a", "criticises", "-")]


def test_a_regard_of_nobody_known_for_oneself_or_without_a_side_is_none() -> None:
    assert kinds(Regard(start=0, end=9, holder=0, target=2, sign="-")) == []
    assert kinds(Regard(start=0, end=9, holder=0, target=3, sign="-")) == []
    assert kinds(Regard(start=0, end=9, holder=0, target=1, sign="0")) == []
