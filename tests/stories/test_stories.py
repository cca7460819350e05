"""Articles gather into stories and threads, look-alikes apart."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from onrecord.nouns import Article, Copy, Story, Theme, When
from onrecord.readings import read
from onrecord.stories import gather, theme

Make = Callable[..., Article]


@pytest.fixture
def make() -> Make:
    """Makes an article of a headline and a text."""

    def made(name: str, headline: str, text: str, day: str | None = None) -> Article:
        when = When(from_=day, to=day, precision="day", edtf=day, text=None, basis="test") if day else None
        return Article(
            id=name, page="page-1", place=0, url=None, headline=headline, byline=None, outlet=None, agency=None,
            language="en", published=when, updated=None, text=f"{headline}\n{text}", places=(),
            regions=("headline", "body"),
        )  # fmt: skip

    return made


@pytest.fixture
def matter(make: Make) -> list[Article]:
    """Two accounts of a lens sold, one of a trial weeks later, one of a lens sold elsewhere, one of trams."""
    return [
        make(
            "a", "Keeper sells lighthouse lens",
            "Ivo Marrable, keeper of the Orrin Head lighthouse, sold its lens to the dentist Olaf Tennick of"
            " Tavesk. Minister Bettina Quorn asked the Coastal Lights Authority why Marrable had been "
            "allowed to sell the Orrin lens.",
            "2024-06-03",
        ),
        make(
            "b", "Quorn demands lens back",
            "Bettina Quorn said the lens of Orrin Head belongs to the nation. The keeper Ivo Marrable sold "
            "the lens to Olaf Tennick, a dentist in Tavesk; the Coastal Lights Authority says nobody asked "
            "it.",
            "2024-06-04",
        ),
        make(
            "c", "Tennick in court over glass",
            "In Tavesk the dentist Olaf Tennick pleaded that he bought the Orrin Head lens from Ivo Marrable"
            " in good faith. Judge Petra Sandoval adjourned the hearing; prosecutors want Tennick to return "
            "the lens before winter.",
            "2024-08-20",
        ),
        make(
            "d", "Lighthouse lens sold at auction",
            "A lens from the Galloper lighthouse in Fennmark was sold at auction by its owner, Hollis "
            "Brandt, to a museum. The keeper of Galloper, Greta Lindqvist, said the sale was legal.",
            "2024-06-04",
        ),
        make(
            "e", "Trams return to Halverton",
            "Halverton council reopened the tram depot that Mayor Rufus Oyelade closed nine years ago. The "
            "first tram left at dawn with schoolchildren and a brass band.",
            "2024-06-03",
        ),
    ]  # fmt: skip


def themes(articles: Sequence[Article]) -> list[Theme]:
    return [theme(article, read(article)[0])[0] for article in articles]


def told(articles: Sequence[Article], *copies: Copy) -> list[Story]:
    return gather(articles, themes(articles), copies)


def members(stories: Sequence[Story]) -> list[str]:
    return sorted("".join(story.articles) for story in stories)


def keys(article: Article) -> set[str]:
    return set(themes([article])[0].keys)


def test_accounts_of_one_event_are_one_story_and_weeks_later_is_another(matter: list[Article]) -> None:
    assert members(told(matter)) == ["ab", "c", "d", "e"]


def test_the_stories_of_one_matter_share_a_thread(matter: list[Article]) -> None:
    threads = {"".join(story.articles): story.thread for story in told(matter)}
    assert threads["ab"] == threads["c"]
    assert len({threads["ab"], threads["d"], threads["e"]}) == 3


def test_the_title_is_a_members_headline_and_the_dates_its_members_days(matter: list[Article]) -> None:
    story = next(story for story in told(matter) if "a" in story.articles)
    assert story.title in ("Keeper sells lighthouse lens", "Quorn demands lens back")
    assert (story.first, story.last) == ("2024-06-03", "2024-06-04")


def test_an_undated_story_has_no_first_and_no_last(matter: list[Article]) -> None:
    (story,) = told([replace(matter[0], published=None)])
    assert (story.first, story.last) == (None, None)


def test_a_copy_is_always_in_its_originals_story(matter: list[Article]) -> None:
    copy = Copy(id="k", original="a", copy="e", type="excerpt", direction="likely", share=0.1, evidence=())
    assert any({"a", "e"} <= set(story.articles) for story in told(matter, copy))


def test_a_headline_less_article_is_titled_by_its_first_line(matter: list[Article]) -> None:
    (story,) = told([replace(matter[4], headline=None)])
    assert story.title == "Trams return to Halverton"


def test_accounts_of_one_event_share_a_key_and_look_alikes_none(matter: list[Article]) -> None:
    a, b, _, d, e = (keys(article) for article in matter)
    assert a & b
    assert not (a | b) & (d | e)


@settings(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(5)))
def test_order_does_not_matter_and_every_article_is_in_one_story(matter: list[Article], order: Sequence[int]) -> None:
    stories = told([matter[at] for at in order])
    assert stories == told(matter)
    assert sorted(a for story in stories for a in story.articles) == ["a", "b", "c", "d", "e"]
