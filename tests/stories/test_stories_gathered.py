"""Copies and the time of a story."""

from __future__ import annotations

from msgspec.structs import replace

from onrecord.nouns import Article, When
from onrecord.stories.fading import in_time


def test_an_undated_original_is_of_the_time_of_its_copy() -> None:
    when = When(from_="2031-05-04", to="2031-05-04", precision="day", edtf="2031-05-04", text=None, basis="told")
    undated = Article(
        id="a", page="p", place=0, url=None, headline=None, byline=None, outlet=None, agency=None, language="en",
        published=None, updated=None, text="A text.", places=(), regions=("body",),
    )  # fmt: skip
    made, copy, other = undated, replace(undated, id="b", published=when), replace(undated, id="c")
    assert [one.published for one in in_time([made, copy, other], [[0, 1], [2]])] == [when, when, None]
