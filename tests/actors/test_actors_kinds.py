"""One name has one type in a thread; what an article only describes, its thread may name."""

from __future__ import annotations

from onrecord import actors
from onrecord.actors.clusters import Cluster
from onrecord.actors.kinds import settled
from onrecord.language.name_forms import parse
from onrecord.nouns import ActorType, Article
from onrecord.readings import read


def cluster(article: int, name: str, kind: ActorType, sure: float) -> Cluster:
    return Cluster(article, 0, (0,), ((0, parse(name, kind == "person")),), (), kind, sure)


def article(key: str, text: str) -> Article:
    return Article(
        id=key, page=key, place=0, url=None, headline=None, byline=None, outlet=None, agency=None, language="en",
        published=None, updated=None, text=text, places=(), regions=("body",),
    )  # fmt: skip


def test_a_doubtful_person_is_the_body_that_the_thread_knows() -> None:
    told = settled([cluster(0, "Varle", "organisation", 0.9), cluster(1, "Varle", "person", 0.3)])
    assert [one.kind for one in told] == ["organisation", "organisation"]


def test_a_word_that_one_article_shows_to_be_a_body_is_one_in_all() -> None:
    told = settled([cluster(0, "Vaha", "organisation", 0.5), *(cluster(n, "Vaha", "person", 1.0) for n in (1, 2, 3))])
    assert {one.kind for one in told} == {"organisation"}


def test_a_surname_that_some_article_gives_in_full_stays_a_person() -> None:
    told = settled(
        [
            cluster(0, "Varle", "organisation", 0.5),
            cluster(1, "Varle", "person", 1.0),
            cluster(2, "Ada Varle", "person", 1.0),
        ]
    )
    assert told[1].kind == "person"


def test_a_titled_name_stays_a_person_whatever_the_thread_says() -> None:
    told = settled([cluster(0, "Varle", "organisation", 0.9), cluster(1, "Mr Varle", "person", 0.3)])
    assert [one.kind for one in told] == ["organisation", "person"]


def test_the_commission_is_the_one_that_the_thread_names() -> None:
    texts = [article("a", "The Norrsund Ports Commission met."), article("b", "The commission said no.")]
    personas, references = actors.identify(texts, [read(one)[0] for one in texts])
    names = {persona.id: persona.name for persona in personas}
    assert [names.get(actor or "") for actor in references[1].actors] == ["Norrsund Ports Commission"]


def test_the_commission_stays_open_where_the_thread_names_two() -> None:
    texts = [
        article("a", "The Norrsund Ports Commission met the Norrsund Audit Commission."),
        article("b", "The commission said no."),
    ]
    assert actors.identify(texts, [read(one)[0] for one in texts])[1][1].actors == (None,)
