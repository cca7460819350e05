"""Events of one kind stay apart, copies weigh as one, and no chain grows into a giant."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from onrecord.nouns import Article, Copy, Region, Story
from onrecord.readings import read
from onrecord.stories import gather, theme

BODY: Region = "body"
EVENTS = {
    "n": ("Nessick", "Captain Odile Brandt", "31", "Monday", "the galley"),
    "q": ("Quarn", "Captain Tomas Ferrel", "12", "Friday", "the car deck"),
}
TELLINGS = (
    "{who} said fire broke out in {where} of the ferry off {place} on {day}. All {many} passengers were taken off by"
    " lifeboats, and two of the crew were treated for smoke.",
    "A ferry caught fire near {place} on {day}, and {many} passengers had to leave it in lifeboats. {who} told the"
    " coastguard that the smoke came from {where}.",
    "Investigators went aboard the burnt ferry at {place}. The fire of {day} started in {where}, {who} told them;"
    " {many} passengers and the crew were rescued by lifeboats.",
    "Passengers thanked {who} after the ferry fire off {place}. The {many} of them sat in lifeboats for an hour on"
    " {day} while smoke rose from {where}.",
)


def written(name: str, text: str) -> Article:
    return Article(
        id=name, page=name, place=0, url=None, headline=None, byline=None, outlet=None, agency=None, language="en",
        published=None, updated=None, text=text, places=(), regions=(BODY,),
    )  # fmt: skip


@pytest.fixture
def fires() -> list[Article]:
    """Four accounts each of two ferry fires."""
    names = ("place", "who", "many", "day", "where")
    return [
        written(f"{event}{at}", telling.format(**dict(zip(names, told, strict=True))))
        for event, told in EVENTS.items()
        for at, telling in enumerate(TELLINGS)
    ]


def told(articles: Sequence[Article], copies: Sequence[Copy] = ()) -> list[Story]:
    return gather(articles, [theme(article, read(article)[0])[0] for article in articles], copies)


def members(stories: Sequence[Story]) -> list[list[str]]:
    return sorted(sorted(story.articles) for story in stories)


def test_two_events_of_one_kind_are_two_stories(fires: list[Article]) -> None:
    assert members(told(fires)) == [["n0", "n1", "n2", "n3"], ["q0", "q1", "q2", "q3"]]


def test_many_copies_of_one_account_change_nothing_for_the_others(fires: list[Article]) -> None:
    carried = [written(f"z{at:02}", fires[0].text) for at in range(30)]
    copies = [
        Copy(id=c.id, original="n0", copy=c.id, type="identical", direction="unknown", share=1.0, evidence=())
        for c in carried
    ]
    found = members(told([*fires, *carried], copies))
    assert [[name for name in group if name[0] != "z"] for group in found] == members(told(fires))
    assert [name for name in found[0] if name[0] == "z"] == sorted(c.id for c in carried)


def test_a_chain_of_accounts_that_drift_from_one_to_the_next_makes_no_giant() -> None:
    cast = [
        f"{first}{last}"
        for first in ("Bru", "Del", "Ost", "Mar", "Kel", "Vin")
        for last in ("dock", "wick", "holm", "by")
    ]
    chain = [
        written(f"a{at:02}", " ".join(f"The mayor of {cast[at + step]} met the clerk." for step in range(6)))
        for at in range(len(cast) - 5)
    ]
    assert max(len(story.articles) for story in told(chain)) < len(chain) // 2
